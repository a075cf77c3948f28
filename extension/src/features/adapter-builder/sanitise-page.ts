import type { AdapterPage } from '@congvu/schema/adapter';
import { parentAcross, queryAllDeep } from '../../page/deep-query.ts';
import type { DocumentContent } from '../../page/read-document.ts';
import { readPage } from '../../page/read-page.ts';
import { type AskedFor, askedForBy } from './adapter-words.ts';
import { createDisguise, type Disguise } from './disguise.ts';
import { deepTextOf } from './row-texts.ts';
import { dataWordsOf, isStableClass, isStableName } from './stable-token.ts';

/** Rows that a copy holds: what the first thirty do not show, the next would hardly. */
const mostRows = 30;
/** What the api takes of one saved page, in bytes of UTF-8. */
const mostBytes = 500_000;

/** Nothing of these comes into a copy: what runs, loads, or is not text. */
const left =
  /^(?:script|style|link|meta|base|noscript|template|img|picture|source|svg|canvas|video|audio|track|iframe|frame|object|embed|param|map|area|math|portal|title)$/;
const voidTags = /^(?:br|hr|input|wbr|col)$/;
/** What tells columns, roles and hidden parts; of these the value stands unless it holds data. */
const plainAttributes = /^(?:role|colspan|rowspan|aria-colindex|aria-hidden|type|scope)$/;

type SanitiseProblem = 'SECRET_PAGE' | 'NO_ROWS' | 'TOO_LARGE';
type SanitisedPage =
  | { readonly ok: true; readonly html: string }
  | { readonly ok: false; readonly error: { readonly code: SanitiseProblem } };

/**
 * A copy of what the adapter's page asks for, as HTML: rows and headings with their places, and empty shells of what stands beside
 * them. Built from nothing by a list of what may stay, never by taking out: no script, style, comment, handler, token, address,
 * picture or link. Texts are fictional (disguise.ts), headings stand, secret rows are not there.
 *
 * `isHidden` tells what the page does not show; it carries `hidden` in the copy, which has no style sheet.
 */
export const sanitisePage = (
  page: AdapterPage,
  root: Document,
  isHidden: (element: Element) => boolean,
): SanitisedPage => {
  const readings = readPage(page, root).documents.map(({ element, reading }) => [element, reading] as const);
  const open = readings.filter(([, { state }]) => state !== 'SECRET');
  if (readings.length === 0) return { ok: false, error: { code: 'NO_ROWS' } };
  if (open.length === 0) return { ok: false, error: { code: 'SECRET_PAGE' } };
  const secret = new Set(readings.flatMap(([row, { state }]) => (state === 'SECRET' ? [row] : [])));
  const rows = open.slice(0, mostRows).map(([row]) => row);
  const asked = askedForBy(page);
  const headings = page.kind === 'LIST' && page.headings !== undefined ? queryAllDeep(root, page.headings) : [];
  const copy = createCopy({
    rows: new Set(rows),
    dropped: new Set([...secret, ...open.slice(mostRows).map(([row]) => row)]),
    headings: new Set(headings),
    shells: shellsAbove([...rows, ...headings, ...placesOf(page, root)]),
    asked,
    disguise: disguiseOf(page, open, asked),
    dataWords: dataWordsOf(rows.map(deepTextOf)),
    isHidden,
  });
  const body = root.body;
  const html = `<!doctype html>\n<html lang="vi"><head><meta charset="utf-8"></head>${copy(body)}</html>\n`;
  return new TextEncoder().encode(html).length > mostBytes
    ? { ok: false, error: { code: 'TOO_LARGE' } }
    : { ok: true, html };
};

/** The other places that must be found again. */
const placesOf = (page: AdapterPage, root: Document): readonly Element[] => {
  const selectors = page.kind === 'LIST' ? [...page.present, page.drawing.box, page.drawing.beside] : page.present;
  return selectors.flatMap((selector) => queryAllDeep(root, selector).slice(0, 1));
};

const shellsAbove = (elements: readonly Element[]): ReadonlySet<Element> => {
  const shells = new Set<Element>();
  for (const element of elements)
    for (let at: Element | null = element; at && !shells.has(at); at = parentAcross(at)) shells.add(at);
  return shells;
};

const disguiseOf = (
  page: AdapterPage,
  open: readonly (readonly [Element, DocumentContent])[],
  asked: AskedFor,
): Disguise => {
  const contents = open.flatMap(([, reading]) => (reading.state === 'READ' ? [reading.content] : []));
  const handlers = contents.flatMap((content) => content.handlers);
  return createDisguise({
    names: handlers.flatMap(({ name }) => name ?? []),
    codes: handlers.flatMap(({ code, id }) => [code, id].flatMap((text) => text ?? [])),
    numbers: contents.map(({ number }) => number),
    issuers: contents.flatMap(({ issuer }) => issuer ?? []),
    kept: asked.words,
    isGivenFirst: page.fields.handlers?.order === 'GIVEN_FIRST',
  });
};

type CopyScene = {
  readonly rows: ReadonlySet<Element>;
  readonly dropped: ReadonlySet<Element>;
  readonly headings: ReadonlySet<Element>;
  /** Elements above what is kept: kept themselves, their other children only as empty elements. */
  readonly shells: ReadonlySet<Element>;
  readonly asked: AskedFor;
  readonly disguise: Disguise;
  /** A class that is made of these says what the row says. */
  readonly dataWords: ReadonlySet<string>;
  readonly isHidden: (element: Element) => boolean;
};

type Depth = 'SHELL' | 'ROW' | 'HEADING';

const createCopy = (scene: CopyScene): ((element: Element) => string) => {
  const { rows, dropped, headings, shells, disguise, isHidden } = scene;
  const attributesOf = createAttributeCopy(scene);
  const ofNode = (node: Node, depth: Depth): string => {
    if (node.nodeType === 3 && depth !== 'SHELL') {
      const text = node.nodeValue ?? '';
      return escapeText(depth === 'HEADING' ? text.replace(/\s+/g, ' ') : disguise.text(text));
    }
    // Node type 1 is an element.
    return node.nodeType === 1 ? ofElement(node as Element, depth) : '';
  };
  const inner = (place: Element | ShadowRoot, depth: Depth): string =>
    [...place.childNodes].map((node) => ofNode(node, depth)).join('');
  const ofElement = (element: Element, above: Depth): string => {
    const tag = element.localName;
    if (left.test(tag) || dropped.has(element)) return '';
    if (tag === 'input' && /^(?:hidden|password|file)$/i.test(element.getAttribute('type') ?? '')) return '';
    const depth: Depth = headings.has(element) ? 'HEADING' : rows.has(element) ? 'ROW' : above;
    // Beside what is asked for, an empty element holds the place: positions are counted by it.
    if (depth === 'SHELL' && !shells.has(element)) return voidTags.test(tag) ? '' : `<${tag}></${tag}>`;
    const hidden = isHidden(element) ? ' hidden' : '';
    const open = `<${tag}${attributesOf(element, depth)}${hidden}>`;
    if (voidTags.test(tag)) return open;
    const shadow = element.shadowRoot
      ? `<template shadowrootmode="open">${inner(element.shadowRoot, depth)}</template>`
      : '';
    return `${open}${shadow}${inputText(element, scene) ?? inner(element, depth)}</${tag}>`;
  };
  return (element) => ofElement(element, 'SHELL');
};

/** What a select or textarea shows now, as the mark-up of one that shows it from the start. */
const inputText = (element: Element, { asked, disguise }: CopyScene): string | null => {
  const tag = element.localName;
  if (tag !== 'select' && tag !== 'textarea') return null;
  // The tag was compared: both have a value.
  const { value } = element as HTMLSelectElement | HTMLTextAreaElement;
  const text = asked.readsInputs ? escapeText(disguise.text(value)) : '';
  return tag === 'select' ? `<option selected>${text}</option>` : text;
};

const createAttributeCopy = ({
  asked,
  disguise,
  dataWords,
}: CopyScene): ((element: Element, depth: Depth) => string) => {
  let ids = 0;
  const copiedValue = (element: Element, name: string, value: string, depth: Depth): string | null => {
    if (name === 'class') {
      const kept = [...element.classList].filter((each) => asked.classes.has(each) || isStableClass(each, dataWords));
      return kept.length > 0 ? kept.join(' ') : null;
    }
    if (name === 'value' && element.localName === 'input') {
      return asked.readsInputs ? disguise.text((element as HTMLInputElement).value) : null;
    }
    if (name === 'id' && (asked.ids.has(value) || isStableName(value))) return value;
    if (plainAttributes.test(name)) return /^[\w -]{0,40}$/.test(value) ? value : null;
    if (!asked.attributes.has(name) || /^on|^style$|^srcdoc$/.test(name)) return null;
    const compared = asked.values.get(name) ?? [];
    if (compared.includes(value)) return value;
    const begin = compared.filter((each) => value.startsWith(each)).toSorted((a, b) => b.length - a.length)[0];
    if (begin !== undefined) return `${begin}${name === 'id' ? ++ids : disguise.text(value.slice(begin.length))}`;
    const end = compared.find((each) => value.endsWith(each));
    if (end !== undefined) return `x${++ids}${end}`;
    // Elsewhere only that it is there may be asked for, and no value is.
    if (depth !== 'ROW') return compared.length === 0 ? '' : null;
    return disguise.text(value.replace(/[?#].*$/, ''));
  };
  return (element, depth) => {
    const names = new Set([...element.attributes].map(({ name }) => name));
    // A value typed or set by script stands in no attribute.
    if (element.localName === 'input') names.add('value');
    return [...names]
      .map((name) => {
        const value = copiedValue(element, name, element.getAttribute(name) ?? '', depth);
        return value === null ? '' : ` ${name}="${escapeText(value)}"`;
      })
      .join('');
  };
};

const escapeText = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
