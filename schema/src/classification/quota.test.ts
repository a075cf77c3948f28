import { describe, expect, it } from 'vitest';
import { liveQuota, type QuotaReading, quotaLimit, readQuota } from './quota.ts';
import { decree } from './scenarios/year-notation.ts';

const literal20: QuotaReading = {
  ratePercent: 20,
  basis: 'LITERAL_HTT_ONLY',
  perGroup: true,
  minOne: false,
  includeHead: false,
};
const literal25: QuotaReading = { ...literal20, ratePercent: 25 };
const above20: QuotaReading = { ...literal20, basis: 'HTT_AND_ABOVE' };
const above25: QuotaReading = { ...above20, ratePercent: 25 };

describe('the limit of a pool', () => {
  it.each([
    ['Q1', 12, literal20, 2],
    ['Q2', 11, literal20, 1],
    ['Q3', 10, literal20, 1],
    ['Q3', 10, above20, 2],
    ['Q3', 10, literal25, 2],
    ['Q3', 10, above25, 2],
    ['Q4', 24, literal20, 4],
    ['Q4', 24, literal25, 4],
    ['Q4', 24, above25, 6],
    ['Q5', 30, literal20, 5],
    ['Q5', 30, literal25, 6],
    ['Q5', 30, above20, 6],
    ['Q5', 30, above25, 7],
    ['Q6', 5, literal20, 0],
    ['Q6, at least one', 5, { ...literal20, minOne: true }, 1],
    ['Q7, the agency', 18, literal20, 3],
    ['Q7, groups of 7', 7, literal20, 1],
    ['Q7, groups of 6', 6, literal20, 1],
    ['Q7, groups of 5', 5, literal20, 0],
    ['nobody', 0, literal20, 0],
    ['nobody, at least one', 0, { ...literal20, minOne: true }, 0],
    ['at least one, where the limit is more', 12, { ...literal20, minOne: true }, 2],
    ['a million', 1_000_000, literal20, 166_666],
    ['a rate of 0', 50, { ...literal20, ratePercent: 0 }, 0],
  ] as const)('%s: of %d people', (_name, pool, reading, expected) => {
    expect(quotaLimit(pool, reading)).toBe(expected);
  });

  it('is the greatest number the article allows, for every pool up to 500', () => {
    for (let pool = 0; pool <= 500; pool += 1) {
      for (const rate of [20, 25]) {
        const literal = quotaLimit(pool, { ...literal20, ratePercent: rate });
        expect(100 * literal <= rate * (pool - literal)).toBe(true);
        expect(100 * (literal + 1) <= rate * (pool - literal - 1)).toBe(false);
        const above = quotaLimit(pool, { ...above20, ratePercent: rate });
        expect(100 * above <= rate * pool).toBe(true);
        expect(100 * (above + 1) <= rate * pool).toBe(false);
      }
    }
  });
});

describe('the reading of a quota', () => {
  it("is the rule set's, with the higher rate where the organisation is outstanding", () => {
    expect(readQuota(decree.year.quota, false)).toEqual(literal20);
    expect(readQuota(decree.year.quota, true)).toEqual(literal25);
  });

  it('takes what the agency chose', () => {
    const choices = { basis: 'HTT_AND_ABOVE', minOne: true, includeHead: true, ratePercent: 25 } as const;
    expect(readQuota(decree.year.quota, false, choices)).toEqual({ ...above25, minOne: true, includeHead: true });
  });
});

describe('the live quota', () => {
  it('says which place one more person would take and whether there is one', () => {
    const counts = { group: { pool: 23, outstanding: 3 }, agency: { pool: 47, outstanding: 6 } };
    expect(liveQuota(literal20, counts)).toEqual({
      group: { pool: 24, limit: 4, outstanding: 3, place: 4, isExceeded: false },
      agency: { pool: 48, limit: 8, outstanding: 6, place: 7, isExceeded: false },
      isExceeded: false,
    });
  });

  it.each([
    ['the group binds', 4, 6, true, false],
    ['the agency binds', 3, 8, false, true],
    ['both bind', 4, 8, true, true],
  ])('is exceeded where %s', (_name, inGroup, inAgency, group, agency) => {
    const counts = { group: { pool: 23, outstanding: inGroup }, agency: { pool: 47, outstanding: inAgency } };
    const live = liveQuota(literal20, counts);
    expect([live.group?.isExceeded, live.agency.isExceeded, live.isExceeded]).toEqual([group, agency, true]);
  });

  it('has no group where the rule set has no limit by group', () => {
    const counts = { group: { pool: 0, outstanding: 0 }, agency: { pool: 11, outstanding: 1 } };
    const live = liveQuota({ ...literal20, perGroup: false }, counts);
    expect([live.group, live.isExceeded]).toEqual([null, false]);
  });
});
