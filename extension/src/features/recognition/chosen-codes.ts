import type { PageHandler } from '@congvu/schema/page-reading';
import type { HandlerChoicesQuery } from '../../../generated/graphql.ts';

/** A page's own handler id → staff code of the person one has chosen for it. */
export type ChosenCodes = Readonly<Record<string, string>>;

export function toChosenCodes({ handlerChoices }: Pick<HandlerChoicesQuery, 'handlerChoices'>): ChosenCodes {
  return Object.fromEntries(handlerChoices.map(({ handler, employee }) => [handler, employee.code]));
}

/** The staff code remembered for this handler; null where the page has no id for it, or nobody was chosen. */
export function chosenCodeOf({ id }: PageHandler, chosen: ChosenCodes): string | null {
  return id !== null && Object.hasOwn(chosen, id) ? (chosen[id] ?? null) : null;
}
