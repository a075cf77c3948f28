import type { DocumentReading, RowKey } from '@congvu/schema/page-reading';
import type { SessionContext } from './page-session.ts';
import type { RowContent } from './read-document.ts';

/** The whitelisted fields of the one document a person opens in the side panel, with where they were read. */
export const toDocumentReading = (
  { epoch, found }: Pick<SessionContext, 'epoch' | 'found'>,
  key: RowKey,
  content: RowContent,
  summary: string | null,
): DocumentReading => ({
  epoch,
  adapter: { name: found.adapter.name, version: found.adapter.version },
  host: location.host,
  path: location.pathname.slice(0, 1_000),
  key,
  ...content,
  summary,
});
