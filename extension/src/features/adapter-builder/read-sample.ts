import type { AdapterPage } from '@congvu/schema/adapter';
import type { RowContent } from '../../page/read-document.ts';
import { readPage } from '../../page/read-page.ts';
import type { CheckFigures } from '../../page/self-check.ts';

/** What an adapter's page reads from a document: figures of all rows, and the whitelisted fields of those that are not secret. */
export type Reading = {
  readonly figures: CheckFigures;
  readonly rows: readonly RowContent[];
};

/** At most `most` rows are told; the figures count all. */
export const readSample = (page: AdapterPage, root: Document, most: number): Reading => {
  const { figures, documents } = readPage(page, root);
  const contents = documents.flatMap(({ reading }) => (reading.state === 'READ' ? [reading.content] : []));
  return { figures, rows: contents.slice(0, most) };
};
