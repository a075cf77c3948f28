import type { PageRow, RowKey } from '@congvu/schema/page-reading';
import type { RowContent } from './read-document.ts';

/** Contents kept beyond what is shown: scrolling back in a virtual list tells nothing anew. All of them are looked through at each telling. */
const mostKept = 400;

/**
 * Gives each content of an epoch its running number. A mark hangs on what a row shows, never on the row's node: a node that is
 * recycled shows other content and so has another key at once.
 */
export type KeyRing = {
  keyOf(content: RowContent): RowKey;
  contentOf(key: RowKey): RowContent | null;
  /** New contents since the last call, and keys dropped because nothing shows them and too many are kept. */
  takeChanges(shown: ReadonlySet<RowKey>): {
    readonly changed: readonly PageRow[];
    readonly removed: readonly RowKey[];
  };
};

const signatureOf = ({ number, issuer, date, deadline, handlers }: RowContent): string =>
  [
    number,
    issuer,
    date,
    deadline,
    ...handlers.flatMap(({ name, code, id, unit, post, order, role }) => [name, code, id, unit, post, order, role]),
  ].join('\u0001');

export const createKeyRing = (): KeyRing => {
  const keys = new Map<string, RowKey>();
  const contents = new Map<RowKey, RowContent>();
  let fresh: PageRow[] = [];
  let next = 1;
  return {
    keyOf(content) {
      const signature = signatureOf(content);
      let key = keys.get(signature);
      if (key === undefined) {
        key = next++;
        keys.set(signature, key);
        contents.set(key, content);
        fresh.push({ key, ...content });
      }
      return key;
    },
    contentOf: (key) => contents.get(key) ?? null,
    takeChanges(shown) {
      const removed: RowKey[] = [];
      if (contents.size > mostKept) {
        for (const [key, content] of contents) {
          if (shown.has(key) || contents.size - removed.length <= mostKept) continue;
          removed.push(key);
          keys.delete(signatureOf(content));
        }
        for (const key of removed) contents.delete(key);
      }
      const gone = new Set(removed);
      const changed = fresh.filter(({ key }) => !gone.has(key));
      fresh = [];
      return { changed, removed };
    },
  };
};
