import { describe, expect, it } from 'vitest';
import { advanceSheet, canAdvanceSheet, isProvisional, SHEET_ACTIONS, SHEET_STATES } from './period-sheet.ts';

/** Every transition there is; all others are refused. */
const transitions: readonly (readonly [string, string, string])[] = [
  ['DRAFT', 'ASSIGN', 'ASSIGNED'],
  ['ASSIGNED', 'ASSIGN', 'ASSIGNED'],
  ['ASSIGNED', 'SELF_SCORE', 'SELF_SCORED'],
  ['ASSIGNED', 'CONFIRM', 'CONFIRMED'],
  ['SELF_SCORED', 'ASSIGN', 'SELF_SCORED'],
  ['SELF_SCORED', 'SELF_SCORE', 'SELF_SCORED'],
  ['SELF_SCORED', 'CONFIRM', 'CONFIRMED'],
  ['CONFIRMED', 'NOTIFY', 'NOTIFIED'],
  ['CONFIRMED', 'CORRECT', 'CORRECTED'],
  ['NOTIFIED', 'CORRECT', 'CORRECTED'],
  ['CORRECTED', 'NOTIFY', 'NOTIFIED'],
  ['CORRECTED', 'CORRECT', 'CORRECTED'],
];

describe('a period sheet', () => {
  const pairs = SHEET_STATES.flatMap((state) => SHEET_ACTIONS.map((action) => [state, action] as const));

  it.each(pairs)('in %s answers %s as the table says', (state, action) => {
    const after = transitions.find(([from, by]) => from === state && by === action)?.[2];
    expect(advanceSheet(state, action)).toEqual(
      after === undefined ? { ok: false, error: 'WRONG_STATE' } : { ok: true, value: after },
    );
    expect(canAdvanceSheet(state, action)).toBe(after !== undefined);
  });

  it('is provisional until it is confirmed', () => {
    expect(SHEET_STATES.filter(isProvisional)).toEqual(['DRAFT', 'ASSIGNED', 'SELF_SCORED']);
  });
});
