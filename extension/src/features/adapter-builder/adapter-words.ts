import type { AdapterPage } from '@congvu/schema/adapter';

/** Everything of an adapter's page that a copy of the page must still answer to. */
export type AskedFor = {
  readonly selectors: readonly string[];
  /** Attributes that sources read or selectors compare. */
  readonly attributes: ReadonlySet<string>;
  /** Attribute → values and beginnings that selectors compare with. */
  readonly values: ReadonlyMap<string, readonly string[]>;
  readonly classes: ReadonlySet<string>;
  readonly ids: ReadonlySet<string>;
  /** Words that patterns, roles and secrecy ask for. */
  readonly words: readonly string[];
  readonly readsInputs: boolean;
};

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null;

/** `[name]`, `[name="value"]`, `[name^='value']`. */
const comparison = /\[([a-z_][a-z0-9_-]*)(?:[~|^$*]?=(?:"((?:[^"\\]|\\.)*)"|'((?:[^'\\]|\\.)*)'))?\]/g;

/** What the page's data asks for, found by walking the data: a field that is added later is walked too. */
export const askedForBy = (page: AdapterPage): AskedFor => {
  const selectors: string[] = [];
  const attributes = new Set<string>();
  const patterns: string[] = [];
  const words: string[] = [];
  let readsInputs = false;
  const walk = (value: unknown, key: string): void => {
    if (Array.isArray(value)) {
      for (const each of value) walk(each, key);
      return;
    }
    if (typeof value === 'string') {
      if (/^(?:select|rows|cells|headings|root|each|present|box|beside)$/.test(key)) selectors.push(value);
      if (key === 'attribute') attributes.add(value);
      if (/^(?:pattern|name|code|unit|post|state|separator)$/.test(key)) patterns.push(value);
      if (key === 'normal') words.push(value);
      return;
    }
    if (key === 'input' && value === true) readsInputs = true;
    if (!isRecord(value)) return;
    for (const [name, inner] of Object.entries(value)) {
      if (key === 'values') words.push(name);
      else walk(inner, name);
    }
  };
  walk(page, 'page');
  const values = new Map<string, string[]>();
  const classes = new Set<string>();
  const ids = new Set<string>();
  for (const selector of selectors) {
    for (const [, name = '', double, single] of selector.matchAll(comparison)) {
      attributes.add(name);
      const value = double ?? single;
      if (value !== undefined) values.set(name, [...(values.get(name) ?? []), value.replace(/\\(.)/g, '$1')]);
    }
    const plain = selector.replace(/\[[^\]]*\]/g, '');
    for (const [, name = ''] of plain.matchAll(/\.(-?[A-Za-z_][\w-]*)/g)) classes.add(name);
    for (const [, name = ''] of plain.matchAll(/#(-?[A-Za-z_][\w-]*)/g)) ids.add(name);
  }
  for (const pattern of patterns) words.push(...wordsOfPattern(pattern));
  return { selectors, attributes, values, classes, ids, words: words.filter(Boolean), readsInputs };
};

/** Words that stand in a pattern as they are: "Người xử lý: (.+)" needs them in the copy. Classes and escapes are left out. */
const wordsOfPattern = (pattern: string): readonly string[] =>
  pattern
    .replace(/\[(?:[^\]\\]|\\.)*\]/g, ' ')
    .replace(/\\./g, ' ')
    .match(/\p{L}{2,}/gu) ?? [];
