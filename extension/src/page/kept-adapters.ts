import type { SiteAdapter } from '@congvu/schema/adapter';
import { browser } from 'wxt/browser';

/** The adapters of a page: the office's policy first, then what the server published, then the built-in ones. */
export type KeptAdapters = { current(): readonly SiteAdapter[] };

/** Written by the background alone, which parsed them (features/site-adapters/adapter-store.ts). In the order in which they are asked. */
const keys = ['managedAdapters', 'adapters', 'builtInAdapters'] as const;

const listIn = (kept: unknown): readonly SiteAdapter[] =>
  typeof kept === 'object' && kept !== null && 'list' in kept && Array.isArray(kept.list)
    ? // The background keeps nothing that siteAdapterShape refuses.
      (kept.list as readonly SiteAdapter[])
    : [];

/** Of one name the first counts. */
const joinAdapters = (lists: readonly (readonly SiteAdapter[])[]): readonly SiteAdapter[] => {
  const byName = new Map<string, SiteAdapter>();
  for (const adapter of lists.flat()) if (!byName.has(adapter.name)) byName.set(adapter.name, adapter);
  return [...byName.values()];
};

/**
 * Reads them once, some milliseconds at the document's start, and calls `onChange` whenever they change: a repaired adapter acts in open
 * pages, a withdrawn one ends in them. The built-in ones too come from the storage, so that no page carries them in its script.
 */
export const followKeptAdapters = async (onChange: () => void, signal: AbortSignal): Promise<KeptAdapters> => {
  let current: readonly SiteAdapter[] = [];
  let kept: Readonly<Record<string, unknown>> = {};
  const take = (values: Readonly<Record<string, unknown>>): void => {
    kept = { ...kept, ...values };
    current = joinAdapters(keys.map((key) => listIn(kept[key])));
  };
  const hear = (changes: Readonly<Record<string, { readonly newValue?: unknown }>>, area: string): void => {
    const told = area === 'local' ? keys.filter((key) => key in changes) : [];
    if (told.length === 0 || signal.aborted) return;
    const before = JSON.stringify(current);
    take(Object.fromEntries(told.map((key) => [key, changes[key]?.newValue])));
    if (JSON.stringify(current) !== before) onChange();
  };
  take(await browser.storage.local.get([...keys]).catch(() => ({})));
  // After the first read: whoever asked has not begun before it.
  browser.storage.onChanged.addListener(hear);
  signal.addEventListener('abort', () => browser.storage.onChanged?.removeListener(hear));
  return { current: () => current };
};
