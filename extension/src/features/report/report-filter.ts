import { firstDay, isPeriod, lastDay } from '@congvu/schema/primitives/period';
import type { Address } from '../dashboard/address.ts';

/** What a report is asked for; the address says the same. */
export type ReportFilter = {
  readonly unit: string;
  /** "2026", "2026-Q4", "2026-10"; empty where two days say it. */
  readonly period: string;
  readonly from: string;
  readonly to: string;
  /** The number whose rows are shown; empty for none. */
  readonly figure: string;
  /** One kind of it; empty for all. */
  readonly code: string;
};

const day = /^\d{4}-\d{2}-\d{2}$/;

/** Reads the address; without a period or days it is the year of `today`. */
export function readReportFilter(
  filters: Address['filters'],
  defaults: { readonly unit: string; readonly today: string },
): ReportFilter {
  const text = (name: string) => filters[name]?.slice(0, 200) ?? '';
  const isSpan = text('period') === '' && day.test(text('from')) && day.test(text('to'));
  const period = isPeriod(text('period')) ? text('period') : defaults.today.slice(0, 4);
  return {
    unit: text('unit') || defaults.unit,
    period: isSpan ? '' : period,
    from: isSpan ? text('from') : '',
    to: isSpan ? text('to') : '',
    figure: text('figure'),
    code: text('code'),
  };
}

/** First and last day, inclusive. */
export function daysOf({ period, from, to }: ReportFilter): { readonly from: string; readonly to: string } {
  return isPeriod(period) ? { from: firstDay(period), to: lastDay(period) } : { from, to };
}
