import type { FrameTexts } from './frame-texts.ts';

const day = 86_400_000;

/** dd/MM/yyyy of a LocalDate. */
export const toDisplayDate = (date: string): string => date.split('-').reverse().join('/');

/** "2026-10" → "10/2026", "2026-Q4" → "Q4/2026", "2026" stays. */
export const toPeriodText = (period: string): string => period.split('-').reverse().join('/');

/** How the deadline stands on `today`; both LocalDate. The day of the deadline itself is "today", not overdue. */
export const describeDeadline = (
  deadline: string | null,
  today: string,
  texts: FrameTexts,
): { readonly kind: 'NONE' | 'LEFT' | 'TODAY' | 'OVERDUE'; readonly text: string } => {
  if (deadline === null) return { kind: 'NONE', text: texts.noDeadline };
  const days = Math.round((Date.parse(`${deadline}T00:00:00Z`) - Date.parse(`${today}T00:00:00Z`)) / day);
  if (days === 0) return { kind: 'TODAY', text: texts.today };
  return days > 0 ? { kind: 'LEFT', text: texts.daysLeft(days) } : { kind: 'OVERDUE', text: texts.overdue(-days) };
};
