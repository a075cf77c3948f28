import { expect, it } from 'vitest';
import {
  type DecisionDraft,
  type Proposed,
  problemOfDecision,
  startDecision,
  toDecisionRows,
} from './decision-draft.ts';

const good: Proposed = { id: 'a', revision: 3, proposal: 'LEVEL', proposedLevel: 'GOOD' };
const tied: Proposed = { id: 'b', revision: 1, proposal: 'AUTHORITY_DECIDES', proposedLevel: 'OUTSTANDING' };
const short: Proposed = { id: 'c', revision: 2, proposal: 'NOT_CLASSIFIED', proposedLevel: null };
const typed = (part: Partial<DecisionDraft>): DecisionDraft => ({ ...startDecision(good), ...part });

it.each([
  [good, 'GOOD'],
  [tied, ''],
  [short, 'NONE'],
  [{ ...good, proposal: 'PENDING_UNIT' as const }, ''],
])('starts from the proposal: %j', (row, level) => {
  expect(startDecision(row).level).toBe(level);
});

it('demands a reason where the decision differs from the proposal, and a level where none was proposed', () => {
  expect(problemOfDecision(good, typed({}))).toBeNull();
  expect(problemOfDecision(good, typed({ level: 'OUTSTANDING' }))).toBe('REASON_MISSING');
  expect(problemOfDecision(good, typed({ level: 'OUTSTANDING', reason: '  ' }))).toBe('REASON_MISSING');
  expect(problemOfDecision(good, typed({ level: 'OUTSTANDING', reason: 'Sáng kiến cấp tỉnh' }))).toBeNull();
  expect(problemOfDecision(tied, startDecision(tied))).toBe('LEVEL_MISSING');
  expect(problemOfDecision(tied, typed({ level: 'GOOD' }))).toBeNull();
  expect(problemOfDecision(short, typed({ level: 'COMPLETED' }))).toBe('REASON_MISSING');
});

it('sends each row with its revision, a level or that there is none, and text in one Unicode form', () => {
  const drafts = { a: typed({ level: 'OUTSTANDING', reason: 'Sa\u0301ng kiến ' }) };
  expect(toDecisionRows([good, short], drafts)).toEqual([
    {
      classification: 'a',
      revision: 3,
      level: 'OUTSTANDING',
      notClassified: false,
      reason: 'Sáng kiến',
      overrideDocument: null,
      handling: null,
    },
    {
      classification: 'c',
      revision: 2,
      level: null,
      notClassified: true,
      reason: null,
      overrideDocument: null,
      handling: null,
    },
  ]);
});

it('sends nothing while one row lacks something', () => {
  expect(toDecisionRows([good, tied], {})).toBeNull();
});
