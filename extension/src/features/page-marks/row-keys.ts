import type { PageHandler, PageRow } from '@congvu/schema/page-reading';
import { writesTones } from '@congvu/schema/same-name';
import type { DocumentKeyInput } from '../../../generated/graphql.ts';
import type { ChosenCodes } from '../recognition/chosen-codes.ts';
import type { Answers } from './answer-cache.ts';
import type { PageState } from './page-state.ts';

/**
 * Who carries the row's document by what the page says: the main handlers; of a row that names only cooperating ones the first. More
 * than one where a cell names several people and not who of them leads.
 */
export function mainHandlersOf({ handlers }: Pick<PageRow, 'handlers'>): readonly PageHandler[] {
  const leads = handlers.filter((handler) => handler.role === 'LEAD');
  return leads.length > 0 ? leads : handlers.slice(0, 1);
}

/** Whose mark a row shows; null where it names nobody, or several people alike. */
export function handlerOf(row: Pick<PageRow, 'handlers'>): PageHandler | null {
  const [main, ...others] = mainHandlersOf(row);
  return others.length === 0 ? (main ?? null) : null;
}

/** One's choices on the page's host, as far as they were asked for. */
export function choicesOn(page: Pick<PageState, 'host'>, answers: Answers): ChosenCodes {
  return answers.choices[page.host]?.value ?? {};
}

/** A page that writes tones in one name means them in all. */
export function pageWritesTones(page: Pick<PageState, 'rows'>): boolean {
  return Object.values(page.rows).some((row) => row.handlers.some(({ name }) => name !== null && writesTones(name)));
}

/** What names a row's document for the api. */
export function documentInputOf(row: PageRow, page: PageState): DocumentKeyInput {
  return { number: row.number, date: row.date, issuer: row.issuer, host: page.host };
}

export function documentKeyOf(input: DocumentKeyInput): string {
  return JSON.stringify([input.number, input.date, input.issuer, input.host]);
}
