import { shownDate } from '../../ui/shown.ts';

type Visit = {
  readonly plannedFrom: string | null;
  readonly plannedTo: string | null;
  readonly visitedOn: string | null;
};
type DayTexts = {
  readonly planned: (from: string, to: string) => string;
  readonly visited: (on: string) => string;
};

/** When a place was visited, or when it is planned to be; a dash where neither is said. */
export function visitDays({ plannedFrom, plannedTo, visitedOn }: Visit, texts: DayTexts): string {
  if (visitedOn !== null) return texts.visited(shownDate(visitedOn));
  return plannedFrom === null && plannedTo === null ? '—' : texts.planned(shownDate(plannedFrom), shownDate(plannedTo));
}
