import { expect, test } from 'vitest';
import type { LocalDate } from '../primitives/local-date.ts';
import { sourceShape } from '../primitives/source.ts';
import { RETENTION_SUBJECTS, RETENTION_TABLE, retentionCutoff } from './retention.ts';

test('names each subject once, with a source, whole years and both texts', () => {
  expect(RETENTION_TABLE.map(({ subject }) => subject).toSorted()).toEqual([...RETENTION_SUBJECTS].toSorted());
  for (const { years, text, source } of RETENTION_TABLE) {
    expect(years === null || (Number.isInteger(years) && years >= 1)).toBe(true);
    expect(sourceShape.safeParse(source).success).toBe(true);
    expect([text.vi, text.en]).toEqual([expect.stringMatching(/\.$/), expect.stringMatching(/\.$/)]);
  }
});

test('keeps discipline for ever, and calls nothing read that was not', () => {
  expect(RETENTION_TABLE.find(({ subject }) => subject === 'DISCIPLINE_FILE')?.years).toBeNull();
  expect(RETENTION_TABLE.every(({ source }) => ['RECALLED', 'ASSUMPTION'].includes(source.certainty))).toBe(true);
});

test.each([
  [1, '2026-11-22', '2025-11-22'],
  [10, '2026-11-22', '2016-11-22'],
  // A day that the earlier year does not have ends with its month.
  [1, '2028-02-29', '2027-02-28'],
])('%i years before %s is %s', (years, today, cutoff) => {
  expect(retentionCutoff(years, today as LocalDate)).toBe(cutoff);
});
