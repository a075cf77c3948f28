import { storage } from 'wxt/utils/storage';
import { askServer } from '../../graphql/ask-server.ts';
import { fromBase64Url } from '../session/proof-key.ts';
import type { Session } from '../session/session-store.ts';
import { OfflineKeyDocument } from './offline-key.operations.ts';

/** In the browser's memory alone, so that a worker which was ended finds it again; gone with the session. */
const keyItem = storage.defineItem<{ readonly signInId: string; readonly text: string } | null>('session:offlineKey', {
  fallback: null,
});

/** The worker's own copy, which no script can read back. */
let imported: { readonly signInId: string; readonly key: CryptoKey } | null = null;

/**
 * The key of this person's queue: 256 bits that the server keeps for him, the same at each sign-in.
 *
 * null where the server has not given it in this session and does not answer now.
 */
export async function findOfflineKey({ signInId }: Pick<Session, 'signInId'>): Promise<CryptoKey | null> {
  if (imported?.signInId === signInId) return imported.key;
  const kept = await keyItem.getValue();
  const text = kept?.signInId === signInId ? kept.text : await askKey(signInId);
  if (text === null) return null;
  const key = await crypto.subtle.importKey('raw', fromBase64Url(text), 'AES-GCM', false, ['encrypt', 'decrypt']);
  imported = { signInId, key };
  return key;
}

export async function forgetOfflineKey(): Promise<void> {
  imported = null;
  await keyItem.removeValue();
}

async function askKey(signInId: string): Promise<string | null> {
  const answer = await askServer(OfflineKeyDocument, {}, 'extension/sidepanel');
  if (!answer.ok) return null;
  const text = answer.value.viewer.offlineKey;
  if (!/^[\w-]{43}$/.test(text)) return null;
  await keyItem.setValue({ signInId, text });
  return text;
}
