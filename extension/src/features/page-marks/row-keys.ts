import type { PageRow } from '@congvu/schema/page-reading';
import type { DocumentKeyInput } from '../../../generated/graphql.ts';
import type { PageState } from './page-state.ts';

/**
 * What to identify a row's person by: the main handler's staff code or user name, else the name. A row that names only
 * cooperating handlers shows the first of them; null where it names nobody.
 */
export function personKeyOf(row: PageRow): string | null {
  const main = row.handlers.find((handler) => handler.role === 'LEAD') ?? row.handlers[0];
  return main === undefined ? null : (main.code ?? main.name);
}

/** What names a row's document for the api. */
export function documentInputOf(row: PageRow, page: PageState): DocumentKeyInput {
  return { number: row.number, date: row.date, issuer: row.issuer, host: page.host };
}

export function documentKeyOf(input: DocumentKeyInput): string {
  return JSON.stringify([input.number, input.date, input.issuer, input.host]);
}
