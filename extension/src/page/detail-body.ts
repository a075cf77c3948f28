import type { DetailPage } from '@congvu/schema/adapter';
import type { RowKey } from '@congvu/schema/page-reading';
import { columnless } from './columns.ts';
import { createKeyRing } from './key-ring.ts';
import type { PageBody, SessionContext } from './page-session.ts';
import { readDocument, readSummary } from './read-document.ts';
import { findDetailRoot } from './read-page.ts';
import { toDocumentReading } from './to-document-reading.ts';

/** A page about one document: nothing is drawn, its fields wait for the side panel. */
export const createDetailBody = (context: SessionContext, page: DetailPage): PageBody => {
  const ring = createKeyRing();
  const columns = columnless(context.watch);
  let root: Element | null = null;
  let key: RowKey | null = null;
  let broken = false;
  let told = '';

  const read = (): void => {
    root = findDetailRoot(page, document, context.watch);
    if (!root) {
      key = null;
      context.onStale();
      return;
    }
    const reading = readDocument(page.fields, root, columns);
    key = reading.state === 'READ' ? ring.keyOf(reading.content) : null;
    broken = reading.state === 'UNREADABLE';
    const { changed, removed } = ring.takeChanges(new Set(key === null ? [] : [key]));
    const check = { found: 1, read: key === null ? 0 : 1, secret: reading.state === 'SECRET' ? 1 : 0 };
    context.setNotice(broken, root);
    // The panel's own asking reads the page too: what is told already needs no telling.
    const news = JSON.stringify([key, check]);
    if (news === told) return;
    told = news;
    context.report({ state: broken ? 'BROKEN' : 'READ', complete: true, changed, removed, check });
  };
  read();

  return {
    isRow: (element) => element === root,
    change({ rows, structure, sight }) {
      if (structure || sight || rows.size > 0) read();
    },
    readDocument(asked) {
      const before = key;
      // What is typed or set into an input by the page's script is told to no observer.
      read();
      if (broken) return { ok: false, error: { code: 'ADAPTER_BROKEN' } };
      const isShown = asked === null || asked === before || asked === key;
      const content = key === null || !isShown ? null : ring.contentOf(key);
      if (key === null || !content || !root) return { ok: false, error: { code: 'NO_DOCUMENT' } };
      return { ok: true, value: toDocumentReading(context, key, content, readSummary(page.fields, root, columns)) };
    },
  };
};
