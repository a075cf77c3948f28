import type { ListPage } from '@congvu/schema/adapter';
import { noColumns, readColumns } from '../../page/columns.ts';
import { queryAllDeep } from '../../page/deep-query.ts';
import { ownCells } from '../../page/row-cells.ts';
import type { FieldScene } from './field-candidates.ts';
import type { HeadingProposal } from './propose-columns.ts';
import { deepTextOf } from './row-texts.ts';
import { dataWordsOf } from './stable-token.ts';

/** Rows that are read to judge a proposal; of a longer list the first. */
const mostJudged = 200;

/** The scene of a list as it stands now: what its rows, cells and headings are. */
export const listScene = (
  list: Pick<ListPage, 'rows' | 'cells' | 'headings'>,
  heading: HeadingProposal | null,
  root: Document,
): FieldScene => {
  const rows = queryAllDeep(root, list.rows).slice(0, mostJudged);
  const { cells } = list;
  return {
    rows,
    columns: readColumns(root, list),
    headingAt: (column) => headingOver(heading, column),
    cellsOf: (row) => ownCells(row, cells),
    dataWords: dataWordsOf(rows.slice(0, 40).map(deepTextOf)),
  };
};

/** The scene of a page about one document. */
export const detailScene = (root: Element): FieldScene => ({
  rows: [root],
  columns: noColumns,
  headingAt: () => null,
  cellsOf: () => [],
  dataWords: new Set(),
});

const headingOver = (heading: HeadingProposal | null, column: number): string | null => {
  const text = heading?.texts[column];
  return text === undefined || text === '' || heading?.texts.filter((each) => each === text).length !== 1 ? null : text;
};

/** The cells below a row where they are not its children: by role, or below one wrapper. */
export const cellsSelectorOf = (row: Element): string | undefined => {
  const roles = '[role="gridcell"], [role="cell"]';
  const byRole = [...row.querySelectorAll(roles)];
  if (byRole.length >= 2) return byRole.every((cell) => cell.parentElement === row) ? undefined : roles;
  if (row.shadowRoot) return undefined;
  let depth = 0;
  let place: Element = row;
  while (place.children.length === 1 && place.firstElementChild && depth < 4) {
    place = place.firstElementChild;
    depth++;
  }
  return depth === 0 || place.children.length < 2 ? undefined : `:scope${' > *'.repeat(depth + 1)}`;
};
