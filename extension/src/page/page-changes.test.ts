import { expect, it } from 'vitest';
import { openHtml } from '../adapters/saved-page.ts';
import { type OwnNodes, type PageChange, toPageChange } from './page-changes.ts';

const open = () => {
  const document =
    openHtml(`<main class="a"><p class="row" id="one"><b>1/A</b></p><p class="row" id="two"><b>2/A</b></p></main>
    <x-row id="host"><template shadowrootmode="open"><i>3/A</i></template></x-row>`);
  const find = (selector: string): Element => {
    const element = document.querySelector(selector);
    if (!element) throw new Error(`${selector} was written above`);
    return element;
  };
  const rows = new Set([find('#one'), find('#two'), find('#host')]);
  const change = (records: readonly Partial<MutationRecord>[], ours: OwnNodes = new Map()): PageChange => {
    const added = [find('main').ownerDocument.createTextNode('new')];
    const whole = records.map((record) => ({
      addedNodes: record.type === 'childList' ? added : [],
      removedNodes: [],
      attributeName: null,
      ...record,
    }));
    // Records can be made by no constructor; these have all that is read of one.
    const made = whole as unknown as readonly MutationRecord[];
    return toPageChange(made, { selector: 'p.row', isRow: (element) => rows.has(element) }, ours);
  };
  return { find, change };
};
const ids = ({ rows }: PageChange) => [...rows].map(({ id }) => id);

it('names the row whose text changed, and no other', () => {
  const { find, change } = open();
  const text = find('#two b').firstChild ?? undefined;
  const found = change([{ type: 'characterData', target: text as Node }]);
  expect(ids(found)).toEqual(['two']);
  expect(found.structure).toBe(false);
});

it('names the row in whose shadow root something changed', () => {
  const { find, change } = open();
  const inner = find('#host').shadowRoot?.querySelector('i');
  expect(ids(change([{ type: 'childList', target: inner as Node }]))).toEqual(['host']);
  expect(ids(change([{ type: 'childList', target: find('#host').shadowRoot as Node }]))).toEqual(['host']);
});

it('has the rows counted again where something came or went beside them', () => {
  const { find, change } = open();
  expect(change([{ type: 'childList', target: find('main') }])).toMatchObject({ structure: true, everything: false });
});

it('takes a row that only moves or is pointed at for the same', () => {
  const { find, change } = open();
  const found = change([
    { type: 'attributes', attributeName: 'style', target: find('#one') },
    { type: 'attributes', attributeName: 'class', target: find('#one') },
  ]);
  expect(found).toMatchObject({ structure: false, places: true, sight: true });
  expect(ids(found)).toEqual([]);
});

it('has the rows counted again where an element became a row, or ceased to be one', () => {
  const { find, change } = open();
  find('main').className = 'row';
  expect(change([{ type: 'attributes', attributeName: 'class', target: find('main') }]).structure).toBe(false);
  find('#one').className = 'done';
  expect(change([{ type: 'attributes', attributeName: 'class', target: find('#one') }]).structure).toBe(true);
});

it('reads a row again where a copy within it was shown or hidden', () => {
  const { find, change } = open();
  for (const attributeName of ['hidden', 'class', 'style', 'aria-hidden']) {
    expect(ids(change([{ type: 'attributes', attributeName, target: find('#one b') }]))).toEqual(['one']);
  }
});

it('hears nothing of our own nodes', () => {
  const { find, change } = open();
  const ours = new Map([
    [find('#one b'), true],
    [find('main'), false],
  ]);
  const records = [
    { type: 'attributes' as const, attributeName: 'style', target: find('#one b') },
    { type: 'childList' as const, target: find('main'), addedNodes: [find('#one b')] as unknown as NodeList },
  ];
  expect(change(records, ours)).toMatchObject({ structure: false, places: false });
  const both = [find('#one b'), find('#two')] as unknown as NodeList;
  const beside = { type: 'childList' as const, target: find('main'), addedNodes: both };
  expect(change([beside], ours)).toMatchObject({ structure: true, places: true });
});

it('reads everything again after more records than are worth looking at', () => {
  const { find, change } = open();
  const record = { type: 'childList' as const, target: find('#one') };
  expect(change(Array(10_000).fill(record)).everything).toBe(false);
  expect(change(Array(10_001).fill(record))).toMatchObject({ everything: true, structure: true });
});
