import type { RowContent } from '../../page/read-document.ts';
import type { CheckFigures } from '../../page/self-check.ts';

/** What a page gave, or must give: part of `expected` of a saved page. */
export type Readings = { readonly figures: CheckFigures; readonly rows: readonly RowContent[] };

/** One thing in which two readings differ. `row` counts from 1; null speaks of the whole page. */
export type Difference = {
  readonly row: number | null;
  readonly field: 'rows' | 'read' | 'number' | 'issuer' | 'date' | 'deadline' | 'handlers';
  readonly before: string;
  readonly after: string;
};

/** Differences told at most: from there on the page is simply another. */
const mostTold = 20;

type Told = (row: RowContent) => readonly (readonly [Difference['field'], string])[];

const peopleOf = ({ handlers }: RowContent): string =>
  handlers.map(({ name, code, role }) => [name, code, role].filter((part) => part !== null).join(' · ')).join('; ');

const contents: Told = (row) => [
  ['number', row.number],
  ['issuer', row.issuer ?? ''],
  ['date', row.date ?? ''],
  ['deadline', row.deadline ?? ''],
  ['handlers', peopleOf(row)],
];

/** What stands where, not what it says: a sanitised copy says other names. */
const shapes: Told = (row) => [
  ['number', '#'],
  ['issuer', row.issuer === null ? '' : '#'],
  ['date', row.date ?? ''],
  ['deadline', row.deadline ?? ''],
  [
    'handlers',
    row.handlers
      .map(({ name, code, role }) => `${name === null ? '' : 'name '}${code === null ? '' : 'code '}${role}`)
      .join('; '),
  ],
];

const compare = (before: readonly RowContent[], after: readonly RowContent[], tell: Told): readonly Difference[] => {
  const differences: Difference[] = [];
  if (before.length !== after.length)
    differences.push({ row: null, field: 'rows', before: String(before.length), after: String(after.length) });
  for (const [index, row] of before.entries()) {
    const other = after[index];
    if (other === undefined) break;
    const told = tell(other);
    for (const [at, [field, text]] of tell(row).entries()) {
      const now = told[at]?.[1] ?? '';
      if (now !== text) differences.push({ row: index + 1, field, before: text, after: now });
    }
  }
  return differences.slice(0, mostTold);
};

/** In what a page now reads otherwise than it did: empty where nothing changed. */
export const compareReadings = (before: Readings, after: Readings): readonly Difference[] => {
  const differences = compare(before.rows, after.rows, contents);
  const read = { before: String(before.figures.read), after: String(after.figures.read) };
  return read.before === read.after ? differences : [{ row: null, field: 'read', ...read }, ...differences];
};

/** In what a sanitised copy reads in another shape than the page it was made of. The copy has no secret rows and at most as many rows. */
export const compareShapes = (original: Readings, copy: Readings): readonly Difference[] =>
  compare(original.rows, copy.rows, shapes);
