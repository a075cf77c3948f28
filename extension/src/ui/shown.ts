import { isLocalDate, toVietnameseDate } from '@congvu/schema/primitives/local-date';
import { multiply, parseRational, toDisplay, whole } from '@congvu/schema/primitives/rational';
import { toDisplayIn } from '@congvu/schema/texts';
import type { Language } from '../locales/language.ts';

/** An exact text of the api ("263/3") as a figure ("87,67"); a dash for null. */
export function shownFigure(exact: string | null | undefined, language: Language): string {
  if (exact === null || exact === undefined) return '—';
  const value = parseRational(exact);
  return value.ok ? toDisplayIn(value.value, language) : exact;
}

/** The same with two decimals always ("70,00"), so that a column of figures stands under one decimal mark. */
export function alignedFigure(exact: string | null | undefined, language: Language): string {
  if (exact === null || exact === undefined) return '—';
  const value = parseRational(exact);
  return value.ok ? shownDisplay(toDisplay(value.value), language) : exact;
}

/** An exact share of 1 ("1/6") in percent ("16,67"); a dash for null. */
export function shownPercent(share: string | null | undefined, language: Language): string {
  if (share === null || share === undefined) return '—';
  const value = parseRational(share);
  return value.ok ? toDisplayIn(multiply(value.value, whole(100)), language) : share;
}

/** The same with two decimals always, for a column ("100,00"). */
export function alignedPercent(share: string | null | undefined, language: Language): string {
  if (share === null || share === undefined) return '—';
  const value = parseRational(share);
  return value.ok ? shownDisplay(toDisplay(multiply(value.value, whole(100))), language) : share;
}

/** What the api made for display ("87.67"), with the language's decimal mark; a dash for null. */
export function shownDisplay(display: string | null | undefined, language: Language): string {
  return display === null || display === undefined ? '—' : display.replace('.', language === 'vi' ? ',' : '.');
}

/** "2026-12-15" as "15/12/2026"; a dash for null. */
export function shownDate(date: string | null | undefined): string {
  if (date === null || date === undefined) return '—';
  return isLocalDate(date) ? toVietnameseDate(date) : date;
}

const instants = new Intl.DateTimeFormat('vi-VN', {
  day: '2-digit',
  month: '2-digit',
  year: 'numeric',
  hour: '2-digit',
  minute: '2-digit',
  timeZone: 'Asia/Ho_Chi_Minh',
});

/** An instant by the clock in Vietnam: "16:05 20/12/2026"; a dash for null. */
export function shownInstant(instant: string | null | undefined): string {
  return instant === null || instant === undefined ? '—' : instants.format(new Date(instant));
}
