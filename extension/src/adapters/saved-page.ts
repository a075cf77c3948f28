import type { SiteAdapter } from '@congvu/schema/adapter';
import { Window } from 'happy-dom';

const savedPages = import.meta.glob<string>('./**/saved-pages/*.html', {
  query: '?raw',
  import: 'default',
  eager: true,
});

/** A saved page as a document of its own that runs no script. For tests. `change` rewrites the HTML first: a mutated page. */
export const openSavedPage = (
  adapter: string,
  file: string,
  change: (html: string) => string = (html) => html,
): Document => {
  const html = savedPages[`./${adapter}/saved-pages/${file}`];
  if (html === undefined) throw new Error(`${adapter} has no saved page ${file}`);
  return openHtml(change(html));
};

/** HTML as a document that runs no script and loads nothing. */
export const openHtml = (html: string): Document => {
  const window = new Window({ settings: { disableJavaScriptEvaluation: true, disableCSSFileLoading: true } });
  window.document.write(html);
  attachShadowRoots(window.document as unknown as Document);
  // The interpreter asks `instanceof Element`, as in a browser, where there is one global.
  Object.assign(globalThis, { Element: window.Element });
  // happy-dom's Document has the members of lib.dom's that the interpreter uses, under types of its own.
  return window.document as unknown as Document;
};

/** What a browser's parser does with `<template shadowrootmode="open">`, and this one does not. */
const attachShadowRoots = (root: ParentNode): void => {
  for (const template of root.querySelectorAll<HTMLTemplateElement>('template[shadowrootmode="open"]')) {
    const inner = template.parentElement?.attachShadow({ mode: 'open' });
    inner?.append(template.content);
    template.remove();
    if (inner) attachShadowRoots(inner);
  }
};

/** The adapter's page of this kind; throws where it has none. */
export const getPage = <Kind extends SiteAdapter['pages'][number]['kind']>(adapter: SiteAdapter, kind: Kind) => {
  const page = adapter.pages.find((candidate) => candidate.kind === kind);
  if (!page) throw new Error(`${adapter.name} has no page of kind ${kind}`);
  // The kind was compared above; find() does not narrow.
  return page as Extract<SiteAdapter['pages'][number], { kind: Kind }>;
};
