import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type LocalDate, parseLocalDate } from '../primitives/local-date.ts';
import { rational, ZERO } from '../primitives/rational.ts';
import { expectOk } from '../primitives/result.ts';
import { coverage, planRotation, type RotatedUnit } from './rotation.ts';

const day = (text: string) => expectOk(parseLocalDate(text));
const founded = day('2010-01-01');
const codes = (prefix: string, count: number) =>
  Array.from({ length: count }, (_, index) => `${prefix}${String(index + 1).padStart(2, '0')}`);
const open = (code: string): RotatedUnit => ({ code, validFrom: founded, validTo: null });
const district = (code: string): RotatedUnit => ({ code, validFrom: founded, validTo: day('2025-06-30') });

/** A province before July 2025: 20 departments and 12 districts. */
const province = [...codes('S', 20).map(open), ...codes('X', 12).map(district)];
const plan = (change: Partial<Parameters<typeof planRotation>[0]> = {}) =>
  planRotation({ units: province, visits: [], from: 2022, years: 4, sharePercent: 30, reasons: [], ...change }).years;

describe('a rotation of at least 30 % a year over a province', () => {
  it('visits 10, 10, 10, 10: everybody once, then eight again', () => {
    const years = plan();
    expect(years.map(({ year, units, least, visits }) => [year, units, least, visits.length])).toEqual([
      [2022, 32, 10, 10],
      [2023, 32, 10, 10],
      [2024, 32, 10, 10],
      [2025, 32, 10, 10],
    ]);
    expect(years.map(({ visits }) => visits.filter(({ repeat }) => repeat).length)).toEqual([0, 0, 0, 8]);
    expect(new Set(years.flatMap(({ visits }) => visits.map(({ unit }) => unit))).size).toBe(32);
  });

  it('visits the districts before they close', () => {
    const years = plan({ from: 2024, years: 3 });
    expect(years.map(({ units, least }) => [units, least])).toEqual([
      [32, 10],
      [32, 10],
      [20, 6],
    ]);
    const districts = years.flatMap(({ year, visits }) =>
      visits.filter(({ unit }) => unit.startsWith('X')).map(({ unit, by }) => ({ unit, year, by })),
    );
    expect(districts).toHaveLength(12);
    expect(districts.filter(({ year }) => year === 2025).map(({ by }) => by)).toEqual(['2025-06-30', '2025-06-30']);
    expect(districts.find(({ year }) => year === 2024)?.by).toBe('2024-12-31');
  });

  it('goes on from visits made, those longest ago first', () => {
    const units = codes('S', 4).map(open);
    const visits = [
      { unit: 'S01', on: day('2023-05-05') },
      { unit: 'S02', on: day('2021-05-05') },
      { unit: 'S02', on: day('2022-05-05') },
      { unit: 'S03', on: day('2020-05-05') },
    ];
    const [first, second] = plan({ units, visits, from: 2024, sharePercent: 50, years: 2 });
    expect(first?.visits).toEqual([
      { unit: 'S04', repeat: false, reason: null, lastOn: null, by: '2024-12-31' },
      { unit: 'S03', repeat: true, reason: null, lastOn: '2020-05-05', by: '2024-12-31' },
    ]);
    expect(second?.visits.map(({ unit, lastOn }) => [unit, lastOn])).toEqual([
      ['S02', '2022-05-05'],
      ['S01', '2023-05-05'],
    ]);
  });

  it('visits out of turn for a reason alone, which takes a place', () => {
    const reasons = [{ unit: 'S20', year: 2023, reason: 'Có phản ánh' }];
    const visits = [{ unit: 'S20', on: day('2022-11-11') }];
    const [first] = plan({ visits, from: 2023, years: 1, reasons });
    expect(first?.visits[0]).toMatchObject({ unit: 'S20', repeat: true, reason: 'Có phản ánh', lastOn: '2022-11-11' });
    expect(first?.visits).toHaveLength(10);
  });

  it('counts what was visited in the year already', () => {
    const visits = codes('S', 4).map((unit) => ({ unit, on: day('2022-03-03') }));
    const [first] = plan({ visits, years: 1 });
    expect([first?.least, first?.visits.length, first?.visits.some(({ repeat }) => repeat)]).toEqual([10, 6, false]);
  });

  it('knows units that open in the year, which do not raise the share', () => {
    const units = [
      open('S01'),
      { ...open('S02'), validFrom: day('2022-07-01') },
      { ...district('X01'), validTo: day('2021-12-31') },
    ];
    const [first] = plan({ units, sharePercent: 100, years: 1 });
    expect([first?.units, first?.least, first?.visits.map(({ unit }) => unit)]).toEqual([1, 1, ['S01']]);
  });

  it('takes nobody again while somebody was never visited', () => {
    const units = fc.uniqueArray(fc.integer({ min: 1, max: 99 }), { minLength: 1, maxLength: 30 });
    const visited = fc.array(
      fc.record({ unit: fc.integer({ min: 1, max: 99 }), year: fc.integer({ min: 2015, max: 2021 }) }),
    );
    fc.assert(
      fc.property(
        units,
        visited,
        fc.integer({ min: 1, max: 100 }),
        fc.integer({ min: 1, max: 8 }),
        (numbers, past, sharePercent, years) => {
          const seen = new Set(past.map(({ unit }) => `U${unit}`));
          const made = past.map(({ unit, year }) => ({ unit: `U${unit}`, on: `${year}-06-01` as LocalDate }));
          const input = { units: numbers.map((each) => open(`U${each}`)), visits: made, years, sharePercent };
          for (const { visits, least } of plan(input)) {
            if (visits.length !== least) return false;
            const unvisited = numbers.filter((each) => !seen.has(`U${each}`)).length;
            const repeats = visits.filter(({ repeat }) => repeat).length;
            if (repeats > Math.max(0, visits.length - unvisited)) return false;
            if (new Set(visits.map(({ unit }) => unit)).size !== visits.length) return false;
            for (const { unit } of visits) seen.add(unit);
          }
          return true;
        },
      ),
    );
  });

  it('is the same whatever the order read', () => {
    expect(plan({ units: province.toReversed() })).toEqual(plan());
  });
});

describe('the coverage of a period', () => {
  const visits = [
    { unit: 'S01', on: day('2025-01-01') },
    { unit: 'S01', on: day('2025-05-01') },
    { unit: 'S02', on: day('2024-12-31') },
    { unit: 'S03', on: day('2025-12-31') },
    { unit: 'S04', on: day('2026-01-01') },
  ];

  it('counts each unit once, both days included', () => {
    const units = codes('S', 5).map(open);
    expect(coverage(units, visits, day('2025-01-01'), day('2025-12-31'))).toEqual({
      units: 5,
      visited: 2,
      neverVisited: ['S04', 'S05'],
      share: rational(2, 5),
    });
  });

  it('is of the units open in it', () => {
    expect(coverage(province, visits, day('2025-07-01'), day('2025-12-31'))).toMatchObject({ units: 20, visited: 1 });
    expect(coverage([], visits, day('2025-07-01'), day('2025-12-31')).share).toBe(ZERO);
  });
});
