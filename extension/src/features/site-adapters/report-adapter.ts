import { reportAdapterShape, toPathShape } from '@congvu/schema/adapter-input';
import { browser } from 'wxt/browser';
import { storage } from 'wxt/utils/storage';
import { askServer } from '../../graphql/ask-server.ts';
import { createTurns } from '../../messaging/turns.ts';
import type { PageState } from '../page-marks/page-state.ts';
import { sessionItem } from '../session/session-store.ts';
import type { LeftOut } from './adapter-store.ts';
import { ReportAdapterDocument } from './site-adapters.operations.ts';

/** What was told today, and whether the server wants to hear no more of it. Names of pages' shapes only. */
type Told = { readonly day: string; readonly keys: readonly string[]; readonly isFull: boolean };
const toldItem = storage.defineItem<Told | null>('local:adapterReports', { fallback: null });

/** More different pages than this a day are one fault of the network or the site, not so many. */
const mostADay = 50;

/** One after the other, so that two frames of one page are told once. */
const inTurn = createTurns();

type Report = Pick<PageState, 'adapter' | 'host' | 'path' | 'kind' | 'check'>;

/**
 * Tells the server that an adapter could not read its page: once for each adapter, version, host, shape of path and day, and only
 * while somebody is signed in. What could not be sent is told when the page is met again.
 */
export function reportBrokenPage(page: Report): Promise<void> {
  return inTurn(async () => {
    if ((await sessionItem.getValue()) === null) return;
    // Days of the browser; the server counts by its own.
    const day = new Date().toISOString().slice(0, 10);
    const before = await toldItem.getValue();
    const told: Told = before?.day === day ? before : { day, keys: [], isFull: false };
    const path = toPathShape(page.path);
    const key = [page.adapter.name, page.adapter.version, page.host, path].join(' ');
    if (told.isFull || told.keys.includes(key) || told.keys.length >= mostADay) return;
    const input = {
      idempotencyKey: crypto.randomUUID(),
      adapter: page.adapter.name,
      version: page.adapter.version,
      host: page.host.toLowerCase(),
      path,
      kind: page.kind,
      ...page.check,
      extensionVersion: browser.runtime.getManifest().version,
    };
    // A host or path that the server would refuse is told nobody.
    if (!reportAdapterShape.safeParse(input).success) return;
    const answer = await askServer(ReportAdapterDocument, { input }, 'extension/overlay');
    if (answer.ok) await toldItem.setValue({ ...told, keys: [...told.keys, key] });
    else if (answer.error.code === 'LIMIT_EXCEEDED') await toldItem.setValue({ ...told, isFull: true });
  });
}

/** An adapter whose data this version of the extension does not understand has no page: it is told under this name. */
const ownHost = 'extension';

export async function reportLeftOut(leftOut: readonly LeftOut[]): Promise<void> {
  for (const adapter of leftOut) {
    await reportBrokenPage({
      adapter,
      host: ownHost,
      path: '/adapter-not-understood',
      kind: 'LIST',
      check: { found: 0, read: 0, secret: 0 },
    });
  }
}
