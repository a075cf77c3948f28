import { expect, it } from 'vitest';
import type { RowContent } from '../read-document.ts';
import { openWithShadows } from './fixtures/open-fixture.ts';
import { readDrawn } from './fixtures/read-drawn.ts';

/** Pages that were saved for written adapters, with what each must be read as: the generic one was not made for them. */
const pages = import.meta.glob<string>('../../adapters/**/saved-pages/*.html', {
  query: '?raw',
  import: 'default',
  eager: true,
});
const expected = import.meta.glob<{ readonly kind: string; readonly rows: readonly RowContent[] }>(
  '../../adapters/**/saved-pages/*.expected.json',
  { import: 'default', eager: true },
);

const cases = Object.keys(pages).flatMap((path) => {
  const truth = expected[path.replace(/\.html$/, '.expected.json')];
  return truth ? [{ name: path.slice(path.indexOf('adapters/') + 9), html: pages[path] ?? '', truth }] : [];
});

it.each(cases)('$name: what is drawn without its adapter is right', { timeout: 30_000 }, ({ html, truth }) => {
  const byNumber = new Map(truth.rows.map((row) => [row.number, row]));
  for (const row of readDrawn(openWithShadows(html)) ?? []) {
    if (typeof row === 'string') continue;
    const [number, person, deadline] = row;
    const known = byNumber.get(number);
    expect(known, `${number} is no document of the page`).toBeDefined();
    const people = known?.handlers.flatMap(({ name, code }) => [name, code]) ?? [];
    expect([...people, null]).toContain(person);
    expect([known?.deadline, null]).toContain(deadline);
  }
});

it('are not passed over all', { timeout: 30_000 }, () => {
  const names = ['vnpt-ioffice/saved-pages/list.html', 'single-page-list/saved-pages/list.html'];
  const read = cases.filter(({ name }) => names.includes(name)).map(({ html }) => readDrawn(openWithShadows(html)));
  expect(read.map((rows) => (rows?.length ?? 0) > 10)).toEqual([true, true]);
});
