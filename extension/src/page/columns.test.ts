import { describe, expect, it } from 'vitest';
import { openHtml } from '../adapters/saved-page.ts';
import { readColumns } from './columns.ts';

const cellsUnder = (html: string, heading: string, rows = 'tbody tr', headings = 'th', cells?: string) => {
  const document = openHtml(html);
  const columns = readColumns(document, { headings, cells });
  return [...document.querySelectorAll(rows)].map((row) => columns.openRow(row).cellOf([heading])?.textContent ?? null);
};
const table = (head: string, body: string) => `<table><thead>${head}</thead><tbody>${body}</tbody></table>`;

describe('the cell under a heading', () => {
  it.each([
    ['plain', '<tr><th>TT<th>Số<th>Hạn', '<tr><td>1<td>2/A<td>3', ['2/A']],
    ['behind a wide heading', '<tr><th colspan=2>TT<th>Số', '<tr><td>1<td>x<td>2/A', ['2/A']],
    ['behind a wide cell', '<tr><th>TT<th>x<th>Số', '<tr><td colspan=2>1<td>2/A', ['2/A']],
    [
      'of two rows of headings',
      '<tr><th rowspan=2>TT<th colspan=2>VB<tr><th>Số<th>Ngày',
      '<tr><td>1<td>2/A<td>3',
      ['2/A'],
    ],
    ['under a cell that reaches down', '<tr><th>N<th>Số', '<tr><td rowspan=2>1<td>2/A<tr><td>3/A', ['2/A', '3/A']],
    ['with room for a scroll bar', '<tr><th>TT<th>Số<th>', '<tr><td>1<td>2/A', ['2/A']],
  ])('%s', (_, head, body, cells) => {
    expect(cellsUnder(table(head, body), 'số')).toEqual(cells);
  });

  it.each([
    ['a cell too many', '<tr><th>TT<th>Số', '<tr><td>x<td>1<td>2/A'],
    ['a cell too few', '<tr><th>TT<th>Số<th>Hạn', '<tr><td>2/A<td>3'],
    ['a blank heading that the row may lack', '<tr><th><th>Số<th>Hạn<th>', '<tr><td>2/A<td>3<td>x'],
    ['the heading twice', '<tr><th>Số<th>Số', '<tr><td>1/A<td>2/A'],
    ['a wide cell over it', '<tr><th>TT<th>Số<th>Hạn', '<tr><td colspan=3>2/A'],
  ])('is not read with %s', (_, head, body) => {
    expect(cellsUnder(table(head, body), 'số')).toEqual([null]);
  });

  it('is found by aria-colindex before any place', () => {
    const html = `<div role="grid"><i role="columnheader" aria-colindex="7">Số</i><i role="columnheader" aria-colindex="3">Hạn</i>
      <p role="row"><b aria-colindex="3">3</b><b aria-colindex="7">2/A</b></p></div>`;
    expect(cellsUnder(html, 'Số', 'p', '[role=columnheader]', 'b')).toEqual(['2/A']);
  });

  it('is the row’s own, not that of a table inside one of its cells', () => {
    const inner = '<table><tr><td>9/X<td>8/X</table>';
    const html = `<table id="t"><tr class="h"><td>TT<td>Số</tr><tr class="r"><td>${inner}</td><td>2/A</td></tr></table>`;
    expect(cellsUnder(html, 'Số', '.r', '#t .h td', 'td')).toEqual(['2/A']);
  });

  it('in a document of several lists is that of its own head', () => {
    const html = `${table('<tr><th>Số<th>Hạn', '<tr><td>1/A<td>x')}${table('<tr><th>Hạn<th>Số', '<tr><td>x<td>2/A')}`;
    expect(cellsUnder(html, 'Số')).toEqual(['1/A', '2/A']);
  });

  it('may stand in another table than its head, where nothing else could be meant', () => {
    const lists = (['1/A', '2/A'] as const).map(
      (number) =>
        `<section>${table('<tr><th>TT<th>Số', '')}<div>${table('', `<tr><td>x<td>${number}`)}</div></section>`,
    );
    expect(cellsUnder(lists.join(''), 'Số')).toEqual(['1/A', '2/A']);
  });
});
