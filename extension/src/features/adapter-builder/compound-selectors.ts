import { isStableClass, isStableName, isStableValue, toBare } from './stable-token.ts';

/** What a selector leans on, from what lasts longest to what breaks first. */
export const grounds = ['ROW_ATTRIBUTE', 'COLUMN', 'ATTRIBUTE', 'CLASS', 'STRUCTURE', 'POSITION'] as const;
export type Ground = (typeof grounds)[number];

/** One way to say an element, without its place. */
export type Compound = { readonly selector: string; readonly ground: Ground };

/** Attributes whose value says how a thing looks, is a person's text, an address or code: none of them names the thing. */
const unusable =
  /^(?:class|style|on.*|href|src|value|title|alt|placeholder|aria-(?:label|labelledby|describedby|controls|owns|colindex|rowindex|rowcount|colcount|selected|checked|expanded|hidden|current|pressed|sort|busy|live)|tabindex|width|height|align|valign|nowrap|bgcolor|background|border|cellpadding|cellspacing|colspan|rowspan|color|face|size|dir|lang|hidden|draggable|contenteditable|checked|selected|disabled|readonly|slot|part|data-(?:label|title|header|th|index|idx|position|v-.*|reactid|react.*|state|radix.*)|id)$/;
const generatedName = /^(?:_ng|data-v-|ng-|v-|x-)|\d{2,}/;

/** Old pages have only these; they tell a table or a row from others, though a new look changes them. */
const presentational = ['border', 'cellpadding', 'cellspacing', 'bgcolor', 'width'];

/** Attributes in which a page says in words what a field is: responsive tables and forms do. */
const labels = ['data-label', 'data-title', 'data-header', 'data-th', 'aria-label'];
const isLabel = (value: string, dataWords: ReadonlySet<string>): boolean => {
  const words = toBare(value).match(/[a-z]{3,}/g) ?? [];
  return (
    value.length <= 40 &&
    /^\p{L}[\p{L} /,.:()-]*$/u.test(value) &&
    words.length > 0 &&
    !words.every((word) => dataWords.has(word))
  );
};

const quote = (value: string): string => `"${value.replaceAll('\\', '\\\\').replaceAll('"', '\\"')}"`;
export const tagOf = (element: Element): string => element.localName;

/** What frameworks put before the number of a part they make. */
const madePrefix =
  /^(?:ctl|ext-?(?:gen|comp)?|gwt|yui|ember|react|mat|cdk|j_id|uid|id|el|auto|radix|headlessui)[_-]?$/i;

/** The part of an id before its first figure, where it ends a word: "vb_" of "vb_1204". */
const prefixOfId = (id: string): string | null => {
  const prefix = /^([A-Za-z][A-Za-z_-]*?[_-]?)\d/.exec(id)?.[1];
  return prefix !== undefined &&
    prefix.length >= 2 &&
    !madePrefix.test(prefix) &&
    isStableName(prefix.replace(/[_-]$/, ''))
    ? prefix
    : null;
};

/** The last word of an id that a form framework built of a path: "txtSoKyHieu" of "ctl00_Main_txtSoKyHieu". */
const suffixOfId = (id: string): string | null => {
  const suffix = /[_:$-]([A-Za-z]{4,40})$/.exec(id)?.[1];
  return suffix !== undefined && isStableName(suffix) ? suffix : null;
};

/**
 * Ways to say `element` that do not depend on data or on a look, best first. `dataWords` are words of the data, of which no
 * part of a selector may consist. The tag alone is the last, with STRUCTURE.
 */
export const compoundsOf = (element: Element, dataWords: ReadonlySet<string>): readonly Compound[] => {
  const tag = tagOf(element);
  const compounds: Compound[] = [];
  const add = (selector: string, ground: Ground) => compounds.push({ selector, ground });
  const id = element.getAttribute('id');
  if (id !== null && isStableName(id)) add(`#${id}`, 'ATTRIBUTE');
  const suffix = id === null || isStableName(id) ? null : suffixOfId(id);
  if (suffix !== null) add(`${tag}[id$=${quote(suffix)}]`, 'ATTRIBUTE');
  const prefix = id === null || suffix !== null ? null : prefixOfId(id);
  if (prefix !== null) add(`${tag}[id^=${quote(prefix)}]`, 'ATTRIBUTE');
  const names: string[] = [];
  for (const { name, value } of element.attributes) {
    if (unusable.test(name) || generatedName.test(name) || !/^[a-z_][a-z0-9_-]{0,60}$/.test(name)) continue;
    if (value !== '' && isStableValue(value, dataWords)) add(`${tag}[${name}=${quote(value)}]`, 'ATTRIBUTE');
    else if (name !== 'role') names.push(name);
  }
  for (const name of names) add(`${tag}[${name}]`, 'ATTRIBUTE');
  for (const name of labels) {
    const value = element.getAttribute(name);
    if (value !== null && isLabel(value, dataWords)) add(`${tag}[${name}=${quote(value)}]`, 'ATTRIBUTE');
  }
  if (tag.includes('-') && isStableName(tag)) add(tag, 'ATTRIBUTE');
  const classes = [...element.classList].filter((name) => isStableClass(name, dataWords));
  // A name of two words says more than one of one.
  for (const name of classes.toSorted((left, right) => wordsIn(right) - wordsIn(left))) add(`${tag}.${name}`, 'CLASS');
  for (const name of presentational) {
    const value = element.getAttribute(name);
    if (value !== null && /^[#\w%]{1,20}$/.test(value)) add(`${tag}[${name}=${quote(value)}]`, 'STRUCTURE');
  }
  add(tag, 'STRUCTURE');
  return compounds;
};

const wordsIn = (name: string): number => name.split(/[-_]+|(?<=[a-z])(?=[A-Z])/).length;

/** The element's place among its siblings of one tag, as CSS counts. */
export const positionOf = (element: Element): string => {
  let index = 1;
  for (let before = element.previousElementSibling; before; before = before.previousElementSibling) {
    if (before.localName === element.localName) index++;
  }
  return `${tagOf(element)}:nth-of-type(${index})`;
};

export const weakest = (...given: readonly Ground[]): Ground =>
  grounds[Math.max(...given.map((ground) => grounds.indexOf(ground)))] ?? 'POSITION';
