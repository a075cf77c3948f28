import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { rational, whole } from '../primitives/rational.ts';
import { rankPeriod } from './rank-rows.ts';

const row = (name: string, total: number, resultPoints = 60, quality = 1, delays = 0) => ({
  name,
  total: rational(total * 100, 100),
  resultPoints: whole(resultPoints),
  quality: whole(quality),
  delays,
});

describe('ranking a comparable group', () => {
  it('shares ranks among equals: 1, 2, 2, 4', () => {
    const ranked = rankPeriod([row('d', 80), row('b', 90), row('c', 90), row('a', 95)]);
    expect(ranked.map((each) => [each.row.name, each.rank, each.decidingKey])).toEqual([
      ['a', 1, null],
      ['b', 2, 'TOTAL'],
      ['c', 2, null],
      ['d', 4, 'TOTAL'],
    ]);
  });

  it.each([
    ['TOTAL', row('first', 91, 50, 0, 9), row('second', 90, 60, 1, 0)],
    ['RESULT_POINTS', row('first', 90, 61, 0, 9), row('second', 90, 60, 1, 0)],
    ['QUALITY', row('first', 90, 60, 2, 9), row('second', 90, 60, 1, 0)],
    ['DELAYS', row('first', 90, 60, 1, 1), row('second', 90, 60, 1, 2)],
  ] as const)('decides by %s before the keys after it', (key, better, worse) => {
    for (const rows of [
      [better, worse],
      [worse, better],
    ]) {
      const ranked = rankPeriod(rows);
      expect(ranked.map((each) => each.row.name)).toEqual(['first', 'second']);
      expect(ranked[1]).toMatchObject({ rank: 2, decidingKey: key });
    }
  });

  it('compares exact totals, not what is shown', () => {
    const [first, second] = [
      { ...row('a', 90), total: rational(900_001, 10_000) },
      { ...row('b', 90), total: rational(900_002, 10_000) },
    ];
    expect(rankPeriod([first, second]).map((each) => each.row.name)).toEqual(['b', 'a']);
  });

  it('is empty for nobody', () => {
    expect(rankPeriod([])).toEqual([]);
  });

  it('gives everyone the same rank in whatever order they come', () => {
    const people = fc.array(
      fc.record({ total: fc.integer({ min: 0, max: 3 }), delays: fc.integer({ min: 0, max: 2 }) }),
      {
        maxLength: 12,
      },
    );
    fc.assert(
      fc.property(people, (list) => {
        const rows = list.map(({ total, delays }, index) => row(String(index), total, 60, 1, delays));
        const rankOf = (ranked: ReturnType<typeof rankPeriod<(typeof rows)[number]>>) =>
          new Map(ranked.map((each) => [each.row.name, each.rank]));
        const [forward, backward] = [rankOf(rankPeriod(rows)), rankOf(rankPeriod(rows.toReversed()))];
        for (const { name } of rows) expect(backward.get(name)).toBe(forward.get(name));
      }),
    );
  });
});
