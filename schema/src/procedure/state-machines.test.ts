import { describe, expect, it } from 'vitest';
import * as machines from './state-machines.ts';

type Advance = (state: never, action: never) => { readonly ok: boolean; readonly value?: string };

/** Every open pair of state and action with the state after it; all the others are refused. */
const tables: readonly (readonly [string, readonly string[], readonly string[], Advance, readonly string[]])[] = [
  [
    'a round',
    machines.ROUND_STATES,
    machines.ROUND_ACTIONS,
    machines.advanceRound,
    ['OPEN PROPOSE PROPOSED', 'PROPOSED PROPOSE PROPOSED', 'PROPOSED CLOSE CLOSED'],
  ],
  [
    "a unit's result",
    machines.UNIT_RESULT_STATES,
    machines.UNIT_RESULT_ACTIONS,
    machines.advanceUnitResult,
    [
      'DRAFT SUBMIT SUBMITTED',
      'SUBMITTED SUBMIT SUBMITTED',
      'SUBMITTED DECIDE DECIDED',
      'DECIDED SUPERSEDE SUPERSEDED',
    ],
  ],
  [
    'a petition',
    machines.PETITION_STATES,
    machines.PETITION_ACTIONS,
    machines.advancePetition,
    ['FILED RESOLVE RESOLVED', 'FILED WITHDRAW WITHDRAWN'],
  ],
  [
    'a proposal for the catalogue',
    machines.CATALOGUE_PROPOSAL_STATES,
    machines.CATALOGUE_PROPOSAL_ACTIONS,
    machines.advanceCatalogueProposal,
    [
      'PROPOSED CONSOLIDATE CONSOLIDATED',
      'PROPOSED REFUSE REFUSED',
      'CONSOLIDATED CONSOLIDATE CONSOLIDATED',
      'CONSOLIDATED DECIDE DECIDED',
      'CONSOLIDATED REFUSE REFUSED',
    ],
  ],
  [
    'a job',
    machines.JOB_STATES,
    machines.JOB_ACTIONS,
    machines.advanceJob,
    [
      'QUEUED START RUNNING',
      'QUEUED STOP STOPPED',
      'RUNNING START RUNNING',
      'RUNNING STOP STOPPED',
      'RUNNING FINISH DONE',
      'RUNNING FAIL FAILED',
      'STOPPED RESUME QUEUED',
      'FAILED RESUME QUEUED',
    ],
  ],
];

describe('a procedure', () => {
  it.each(tables)('%s goes exactly these ways', (_name, states, actions, advance, expected) => {
    const open = states.flatMap((state) =>
      actions.flatMap((action) => {
        // The pairs come from the machine's own lists of states and actions.
        const result = advance(state as never, action as never);
        if (!result.ok) expect(result).toEqual({ ok: false, error: 'WRONG_STATE' });
        return result.ok ? [`${state} ${action} ${result.value}`] : [];
      }),
    );
    expect(open).toEqual(expected);
  });
});
