import { shownDate } from '../../ui/shown.ts';

/** The day of an act, or its first and last. */
export function actDays({ actFrom, actTo }: { readonly actFrom: string; readonly actTo: string | null }): string {
  return actTo === null || actTo === actFrom ? shownDate(actFrom) : `${shownDate(actFrom)} – ${shownDate(actTo)}`;
}
