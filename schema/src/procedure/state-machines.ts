import { fail, ok, type Result } from '../primitives/result.ts';

/**
 * The procedures with one path for everybody: a year's round, a unit's result, a petition, a proposal for the catalogue and
 * a long job. Each is a table from state and action to the state after it; what is not in the table is WRONG_STATE.
 */
type Machine<State extends string, Action extends string> = Readonly<
  Record<State, Readonly<Partial<Record<Action, State>>>>
>;

function advance<State extends string, Action extends string>(
  machine: Machine<State, Action>,
  state: State,
  action: Action,
): Result<State, 'WRONG_STATE'> {
  const after = machine[state][action];
  return after === undefined ? fail('WRONG_STATE') : ok(after);
}

/** An agency's year: open for minutes and opinions, proposed, closed with what was decided. */
export const ROUND_STATES = ['OPEN', 'PROPOSED', 'CLOSED'] as const;
export type RoundState = (typeof ROUND_STATES)[number];
export const ROUND_ACTIONS = ['PROPOSE', 'CLOSE'] as const;
export type RoundAction = (typeof ROUND_ACTIONS)[number];

const ROUND: Machine<RoundState, RoundAction> = {
  OPEN: { PROPOSE: 'PROPOSED' },
  // Proposing again is how a changed figure comes into the proposals.
  PROPOSED: { PROPOSE: 'PROPOSED', CLOSE: 'CLOSED' },
  CLOSED: {},
};

export function advanceRound(state: RoundState, action: RoundAction): Result<RoundState, 'WRONG_STATE'> {
  return advance(ROUND, state, action);
}

/** An organisation's year. Source: NĐ 335/2025 art. 9; domain.md 4.4. */
export const UNIT_RESULT_STATES = ['DRAFT', 'SUBMITTED', 'DECIDED', 'SUPERSEDED'] as const;
export type UnitResultState = (typeof UNIT_RESULT_STATES)[number];
export const UNIT_RESULT_ACTIONS = ['SUBMIT', 'DECIDE', 'SUPERSEDE'] as const;
export type UnitResultAction = (typeof UNIT_RESULT_ACTIONS)[number];

const UNIT_RESULT: Machine<UnitResultState, UnitResultAction> = {
  DRAFT: { SUBMIT: 'SUBMITTED' },
  SUBMITTED: { SUBMIT: 'SUBMITTED', DECIDE: 'DECIDED' },
  DECIDED: { SUPERSEDE: 'SUPERSEDED' },
  SUPERSEDED: {},
};

export function advanceUnitResult(
  state: UnitResultState,
  action: UnitResultAction,
): Result<UnitResultState, 'WRONG_STATE'> {
  return advance(UNIT_RESULT, state, action);
}

/** A petition against a result; it is examined once. Source: NĐ 335/2025 art. 22; Luật 129/2025 art. 27. */
export const PETITION_STATES = ['FILED', 'RESOLVED', 'WITHDRAWN'] as const;
export type PetitionState = (typeof PETITION_STATES)[number];
export const PETITION_ACTIONS = ['RESOLVE', 'WITHDRAW'] as const;
export type PetitionAction = (typeof PETITION_ACTIONS)[number];
export const PETITION_OUTCOMES = ['UPHELD', 'DISMISSED'] as const;
export type PetitionOutcome = (typeof PETITION_OUTCOMES)[number];

const PETITION: Machine<PetitionState, PetitionAction> = {
  FILED: { RESOLVE: 'RESOLVED', WITHDRAW: 'WITHDRAWN' },
  RESOLVED: {},
  WITHDRAWN: {},
};

export function advancePetition(state: PetitionState, action: PetitionAction): Result<PetitionState, 'WRONG_STATE'> {
  return advance(PETITION, state, action);
}

/** A product asked for. The personnel body consolidates, the head decides. Source: NĐ 335/2025 art. 13; domain.md 3.3. */
export const CATALOGUE_PROPOSAL_STATES = ['PROPOSED', 'CONSOLIDATED', 'DECIDED', 'REFUSED'] as const;
export type CatalogueProposalState = (typeof CATALOGUE_PROPOSAL_STATES)[number];
export const CATALOGUE_PROPOSAL_ACTIONS = ['CONSOLIDATE', 'DECIDE', 'REFUSE'] as const;
export type CatalogueProposalAction = (typeof CATALOGUE_PROPOSAL_ACTIONS)[number];

const CATALOGUE_PROPOSAL: Machine<CatalogueProposalState, CatalogueProposalAction> = {
  PROPOSED: { CONSOLIDATE: 'CONSOLIDATED', REFUSE: 'REFUSED' },
  // Points or group may be consolidated again until the decision.
  CONSOLIDATED: { CONSOLIDATE: 'CONSOLIDATED', DECIDE: 'DECIDED', REFUSE: 'REFUSED' },
  DECIDED: {},
  REFUSED: {},
};

export function advanceCatalogueProposal(
  state: CatalogueProposalState,
  action: CatalogueProposalAction,
): Result<CatalogueProposalState, 'WRONG_STATE'> {
  return advance(CATALOGUE_PROPOSAL, state, action);
}

/** Long work with progress. */
export const JOB_STATES = ['QUEUED', 'RUNNING', 'STOPPED', 'DONE', 'FAILED'] as const;
export type JobState = (typeof JOB_STATES)[number];
export const JOB_ACTIONS = ['START', 'STOP', 'RESUME', 'FINISH', 'FAIL'] as const;
export type JobAction = (typeof JOB_ACTIONS)[number];

const JOB: Machine<JobState, JobAction> = {
  QUEUED: { START: 'RUNNING', STOP: 'STOPPED' },
  // START again: the process that ran it is gone and another takes over.
  RUNNING: { START: 'RUNNING', STOP: 'STOPPED', FINISH: 'DONE', FAIL: 'FAILED' },
  STOPPED: { RESUME: 'QUEUED' },
  DONE: {},
  FAILED: { RESUME: 'QUEUED' },
};

export function advanceJob(state: JobState, action: JobAction): Result<JobState, 'WRONG_STATE'> {
  return advance(JOB, state, action);
}
