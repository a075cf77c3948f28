import { expect, it } from 'vitest';
import { trendOf } from './trend-of.ts';

const point = (period: string, total: string | null) => ({ period, total, provisional: period === '2026-11' });

it('puts everybody’s figures on one row of periods, with gaps where somebody has none', () => {
  const people = [
    { employee: { id: '1', name: 'A' }, trend: [point('2026-11', '90'), point('2026-09', '80')] },
    { employee: { id: '2', name: 'B' }, trend: [point('2026-10', null), point('2026-11', '263/3')] },
  ];
  const { periods, series } = trendOf(people, (exact) => `${exact} điểm`);
  expect(periods).toEqual(['09/2026', '10/2026', '11/2026']);
  expect(series.map(({ points }) => points.map(({ figure }) => figure?.text ?? null))).toEqual([
    ['80 điểm', null, '90 điểm'],
    [null, null, '263/3 điểm'],
  ]);
  expect(series[0]?.points.map(({ isProvisional }) => isProvisional)).toEqual([false, false, true]);
});

it('has nothing to show of nobody', () => {
  expect(trendOf([], String)).toEqual({ periods: [], series: [] });
});
