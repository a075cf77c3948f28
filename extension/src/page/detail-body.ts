import type { DetailPage } from '@congvu/schema/adapter';
import { createKeyRing } from './key-ring.ts';
import type { PageBody, SessionContext } from './page-session.ts';
import { readDocument, readSummary } from './read-document.ts';
import { toDocumentReading } from './to-document-reading.ts';

const noColumns = new Map<string, number>();

/** A page about one document: nothing is drawn, its fields wait for the side panel. */
export const createDetailBody = (context: SessionContext, page: DetailPage): PageBody => {
  const ring = createKeyRing();
  let key: number | null = null;
  let broken = false;

  const read = (): void => {
    const root = document.querySelector(page.root);
    if (!root) {
      context.onStale();
      return;
    }
    const reading = readDocument(page.fields, root, noColumns);
    key = reading.state === 'READ' ? ring.keyOf(reading.content) : null;
    broken = reading.state === 'UNREADABLE';
    const { changed, removed } = ring.takeChanges(new Set(key === null ? [] : [key]));
    const check = { found: 1, read: key === null ? 0 : 1, secret: reading.state === 'SECRET' ? 1 : 0 };
    context.setNotice(broken, root);
    context.report({ state: broken ? 'BROKEN' : 'READ', complete: true, changed, removed, check });
  };
  read();

  return {
    change({ rows, structure }) {
      if (structure || rows.size > 0) read();
    },
    readDocument(asked) {
      if (broken) return { ok: false, error: { code: 'ADAPTER_BROKEN' } };
      const shown = asked ?? key;
      const root = document.querySelector(page.root);
      const content = shown === null || shown !== key ? null : ring.contentOf(shown);
      if (shown === null || !content || !root) return { ok: false, error: { code: 'NO_DOCUMENT' } };
      return { ok: true, value: toDocumentReading(context, shown, content, readSummary(page.fields, root, noColumns)) };
    },
  };
};
