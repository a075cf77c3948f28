import { storage } from 'wxt/utils/storage';
import { createTurns } from '../../messaging/turns.ts';
import { randomText } from '../session/proof-key.ts';

/** The page a nonce was made for. `documentId` is the browser's own name of the loaded document. */
export type PageAddress = {
  readonly tabId: number;
  readonly documentId: string;
  readonly origin: string;
  readonly epoch: number;
};

type Nonces = Readonly<Record<string, PageAddress & { readonly endsAt: number }>>;

const nonceItem = storage.defineItem<Nonces>('session:nonces', { fallback: {} });
const lifetime = 10_000;

/** Changes of the item run one behind the other: two presentations of one nonce must not both read it unused. */
const inTurn = createTurns();

/** A nonce of 192 random bits, good once, for 10 s and for this page alone. */
export function createNonce(address: PageAddress): Promise<string> {
  return inTurn(async () => {
    const now = Date.now();
    const live = Object.entries(await nonceItem.getValue()).filter(([, entry]) => entry.endsAt > now);
    const nonce = randomText(24);
    await nonceItem.setValue({ ...Object.fromEntries(live), [nonce]: { ...address, endsAt: now + lifetime } });
    return nonce;
  });
}

/** Where a frame stands that presents a nonce. `holder`: the origin of the document that holds it, null where the browser tells none. */
export type FramePlace = { readonly tabId: number; readonly holder: string | null };

/** Uses a nonce up: the page it stands for, or null where it is unknown, used, late, of another tab or of a document of another origin. */
export function redeemNonce(nonce: string, { tabId, holder }: FramePlace): Promise<PageAddress | null> {
  return inTurn(async () => {
    const nonces = await nonceItem.getValue();
    const entry = Object.hasOwn(nonces, nonce) ? nonces[nonce] : undefined;
    if (entry === undefined) return null;
    const { [nonce]: _used, ...rest } = nonces;
    await nonceItem.setValue(rest);
    const { endsAt, ...address } = entry;
    const isThere = address.tabId === tabId && (holder === null || holder === address.origin);
    return isThere && endsAt > Date.now() ? address : null;
  });
}
