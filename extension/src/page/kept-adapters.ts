import type { SiteAdapter } from '@congvu/schema/adapter';
import { browser } from 'wxt/browser';

/** The adapters of a page: the office's policy first, then what the server published, then the built-in ones. */
export type KeptAdapters = { current(): readonly SiteAdapter[] };

/** Written by the background alone, which parsed them (features/site-adapters/adapter-store.ts). */
const keys = ['managedAdapters', 'adapters'] as const;

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
 * Begins with the built-in adapters, since a page is read from its first rows on, and calls `onChange` some milliseconds later where more
 * are kept, and whenever they change: a repaired adapter acts in open pages, a withdrawn one ends in them.
 */
export const followKeptAdapters = (
  builtIn: readonly SiteAdapter[],
  onChange: () => void,
  signal: AbortSignal,
): KeptAdapters => {
  let current = builtIn;
  let kept: Readonly<Record<string, unknown>> = {};
  const take = (values: Readonly<Record<string, unknown>>): void => {
    if (signal.aborted) return;
    kept = { ...kept, ...values };
    const next = joinAdapters([...keys.map((key) => listIn(kept[key])), builtIn]);
    if (JSON.stringify(next) === JSON.stringify(current)) return;
    current = next;
    onChange();
  };
  const hear = (changes: Readonly<Record<string, { readonly newValue?: unknown }>>, area: string): void => {
    const told = area === 'local' ? keys.filter((key) => key in changes) : [];
    if (told.length > 0) take(Object.fromEntries(told.map((key) => [key, changes[key]?.newValue])));
  };
  browser.storage.onChanged.addListener(hear);
  signal.addEventListener('abort', () => browser.storage.onChanged?.removeListener(hear));
  void browser.storage.local.get([...keys]).then(take, () => undefined);
  return { current: () => current };
};
