import { browser } from 'wxt/browser';
import { storage } from 'wxt/utils/storage';

/** What `congvu start` serves; the only address the manifest permits at install. */
export const builtServer = 'http://127.0.0.1:4000';

const chosenServer = storage.defineItem<string | null>('local:server', { fallback: null, version: 1 });

/** Where the address comes from: an office's policy binds, a person's choice comes next, the built default last. */
export type ServerSetting = { readonly server: string; readonly from: 'POLICY' | 'OPTIONS' | 'DEFAULT' };

export async function findServer(): Promise<ServerSetting> {
  const managed = await readPolicy('server');
  const policy = typeof managed === 'string' ? parseServer(managed) : null;
  if (policy !== null) return { server: policy, from: 'POLICY' };
  const chosen = await chosenServer.getValue();
  return chosen === null ? { server: builtServer, from: 'DEFAULT' } : { server: chosen, from: 'OPTIONS' };
}

/** Stores a parsed address; null goes back to the default. */
export async function chooseServer(server: string | null): Promise<void> {
  await chosenServer.setValue(server === builtServer ? null : server);
}

/** The origin of an http(s) address, or null where the text is none. Paths are cut: the api sits at the root. */
export function parseServer(text: string): string | null {
  const url = URL.parse(text.trim());
  return url !== null && (url.protocol === 'https:' || url.protocol === 'http:') ? url.origin : null;
}

/** storage.managed is absent where no policy is set, and rejects in some browsers: both mean "no policy". */
export async function readPolicy(key: 'server' | 'sites' | 'adapters'): Promise<unknown> {
  try {
    return (await browser.storage.managed.get(key))[key];
  } catch {
    return undefined;
  }
}
