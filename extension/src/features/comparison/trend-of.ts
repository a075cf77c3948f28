import type { TrendSeries } from '../plots/Trend.tsx';

type WithTrend = {
  readonly employee: { readonly id: string; readonly name: string };
  readonly trend: readonly { readonly period: string; readonly total: string | null; readonly provisional: boolean }[];
};

/** People's figures over every period that any of them has one of, oldest first: who has none there has a gap. */
export function trendOf(
  people: readonly WithTrend[],
  shown: (exact: string) => string,
): { readonly periods: readonly string[]; readonly series: readonly TrendSeries[] } {
  const periods = [...new Set(people.flatMap(({ trend }) => trend.map(({ period }) => period)))].toSorted();
  return {
    // "2026-11" as "11/2026": the plot has room for no words.
    periods: periods.map((period) => period.split('-').toReversed().join('/')),
    series: people.map(({ employee, trend }) => ({
      key: employee.id,
      name: employee.name,
      points: periods.map((period) => {
        const point = trend.find((each) => each.period === period);
        const total = point?.total ?? null;
        return {
          figure: total === null ? null : { exact: total, text: shown(total) },
          isProvisional: point?.provisional ?? false,
        };
      }),
    })),
  };
}
