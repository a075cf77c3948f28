import { expect } from 'vitest';
import type { Mover, Trace } from './answers.ts';
import { lowest, meanOf, readFraction, sumOf } from './fraction.ts';
import { listAll } from './months.ts';
import { rowOf, type Story } from './story.ts';

/** From a year’s mean to its months, sheets, lines, tasks and documents, each exactly the sum of the next. */
export async function followFigures(story: Story): Promise<void> {
  const { hr, cast } = story;
  const row = await rowOf(hr, cast.petitioner.code);
  const { node } = await hr.call<{ readonly node: Trace }>('trace', { id: row.id });
  // The mean is exactly that of the twelve months, each month that of its sheet, each sheet the sum of its lines.
  expect(meanOf(node.months.map(({ total }) => total))).toEqual(readFraction(node.mean));
  for (const { total, result } of node.months) {
    expect(result?.total).toBe(total);
    const [sheet] = result?.sheets ?? [];
    const lines = sheet?.score?.explanation ?? [];
    expect(sumOf(lines.map(({ points }) => points))).toEqual(readFraction(total));
    expect(lines.flatMap(({ items }) => items).some(({ task }) => task?.product.code !== undefined)).toBe(true);
  }
  const documents = node.months.flatMap(({ result }) =>
    (result?.sheets ?? []).flatMap(({ score }) =>
      (score?.explanation ?? []).flatMap(({ items }) => items.flatMap(({ task }) => task?.documents ?? [])),
    ),
  );
  expect(documents.length).toBeGreaterThan(0);

  // Who moved on 16 November has that month from the division he left and the next from where he is: one mean of both.
  const moved = await hr.call<{ readonly node: Trace }>('trace', { id: (await rowOf(hr, cast.transferred.code)).id });
  const unitOf = (wanted: string) =>
    moved.node.months.find(({ period }) => period === wanted)?.result?.sheets.map(({ unit }) => unit.code);
  expect([unitOf('2026-11'), unitOf('2026-12')]).toEqual([['H99.01.01'], ['H99.01.02']]);
  expect(meanOf(moved.node.months.map(({ total }) => total))).toEqual(readFraction(moved.node.mean));
}

/** A month spent in two agencies is the mean of both, weighed by working days. */
export async function weighTwoAgencies(story: Story): Promise<void> {
  const { hr } = story;
  // The demonstration's own: from Sở Tài chính to Sở Tư pháp in the middle of June.
  const arrived = await listAll<Mover>(hr, 'movers', 'employees', { unit: 'H99.03.01', period: '2026-06' });
  const [result] = arrived.flatMap(({ periodResult }) => (periodResult?.segments.length === 2 ? [periodResult] : []));
  const segments = result?.segments ?? [];
  const weighed = segments.map(({ workingDays, total }) => {
    const [numerator, denominator] = readFraction(total);
    return `${numerator * BigInt(workingDays)}/${denominator}`;
  });
  const [numerator, denominator] = sumOf(weighed);
  const days = segments.reduce((sum, { workingDays }) => sum + workingDays, 0);
  expect(days).toBe(result?.workedDays);
  expect(readFraction(result?.total)).toEqual(lowest(numerator, denominator * BigInt(days)));
}
