import { type SiteAdapter, siteAdapterShape } from '@congvu/schema/adapter';
import type { LeftOut } from './adapter-store.ts';

/** Adapters in use at most: each is compared with every address. */
const mostAdapters = 100;

export type ParsedAdapters = { readonly list: readonly SiteAdapter[]; readonly leftOut: readonly LeftOut[] };

/**
 * Parses what came from the server or a policy, in its order; of one name the first counts. What does not have the shape this
 * version of the extension knows is left out and told. A text is the JSON of one adapter: Chromium's policies hold no objects.
 */
export function parseAdapters(given: readonly unknown[]): ParsedAdapters {
  const list: SiteAdapter[] = [];
  const leftOut: LeftOut[] = [];
  for (const one of given) {
    const content = typeof one === 'string' ? parseText(one) : one;
    const parsed = siteAdapterShape.safeParse(content);
    if (!parsed.success || list.length >= mostAdapters) leftOut.push(nameOf(content));
    else if (!list.some(({ name }) => name === parsed.data.name)) list.push(parsed.data);
  }
  return { list, leftOut };
}

function parseText(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

/** What can be said of an adapter that does not parse. */
function nameOf(content: unknown): LeftOut {
  const { name, version } = { name: null, version: null, ...(typeof content === 'object' ? content : {}) };
  return {
    name: siteAdapterShape.shape.name.safeParse(name).data ?? 'unnamed',
    version: siteAdapterShape.shape.version.safeParse(version).data ?? 1,
  };
}
