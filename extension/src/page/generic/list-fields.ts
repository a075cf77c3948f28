import type { DateField, PageFields, TextField } from '@congvu/schema/adapter';
import { dateFormatOf, dateFormOf, numberFormOf, numberInText, numbersInside } from './cell-values.ts';
import type { Reason } from './certainty.ts';
import words from './heading-words.json';
import { findColumn, type ListColumn } from './list-columns.ts';
import { findPeopleForm } from './people-forms.ts';

/** What the columns of a list give an adapter, each with its reason and the share (0..100) of cells that keep what it says. */
export type FoundFields = {
  readonly fields: PageFields;
  readonly found: readonly { readonly reason: Reason; readonly share: number }[];
};

type Found = { readonly reason: Reason; readonly share: number };

const shareOf = (count: number, of: number): number => (of === 0 ? 0 : Math.floor((100 * count) / of));

/** Numbers of at least this share of the lines make a column one of numbers, in per cent. */
const leastNumbers = 60;
/** The same of titles that hold a number, and of cells that hold a person. */
const leastTitles = 50;
const leastPeople = 70;

const oneWord = '^\\S{1,80}$';
const issue = '^#?(\\d{1,9})$';

type FoundNumber = { readonly text: TextField; readonly found: Found };

const numberOfColumn = (column: ListColumn | null): FoundNumber | null => {
  if (!column) return null;
  const forms = column.texts.map(numberFormOf);
  const written = forms.filter((form) => form === 'WRITTEN').length;
  const numbers = forms.filter((form) => form === 'WRITTEN' || form === 'LOOSE').length;
  const share = shareOf(numbers, forms.length);
  if (share < leastNumbers) return null;
  const reason = written * 2 >= numbers ? 'NUMBER_COLUMN' : 'LOOSE_NUMBER';
  const isOneWord = column.texts.every((text, index) => forms[index] === 'NONE' || !text.includes(' '));
  // Where numbers are one word, one with a blank in it was broken by the page, and a part of it is another number.
  const text = isOneWord ? column.text.map((source) => ({ ...source, pattern: oneWord })) : column.text;
  return { text, found: { reason, share } };
};

/** "968/CĐ-TTg về việc …": where a title names several, only one near its beginning is the document's own. */
const numberInTitle = (column: ListColumn | null): FoundNumber | null => {
  if (!column) return null;
  const numbers = column.texts.map(numbersInside);
  const share = shareOf(numbers.filter((inside) => inside.length > 0).length, numbers.length);
  if (share < leastTitles) return null;
  const pattern = numbers.some((inside) => inside.length > 1) ? `^\\P{N}{0,24}(${numberInText})` : numberInText;
  const text = column.text.map((source) => ({ ...source, pattern }));
  return { text, found: { reason: 'NUMBER_IN_TITLE', share } };
};

/** A running number counts where its heading says so, every line has one, no two the same, and no cell holds a document's number. */
const issueNumber = (column: ListColumn | null, lineTexts: () => readonly string[]): FoundNumber | null => {
  if (!column) return null;
  const forms = column.texts.map(numberFormOf);
  if (!forms.every((form) => form === 'ISSUE') || new Set(column.texts).size !== column.texts.length) return null;
  // 1, 2, 3 … from the top is the line's place in the list, whatever its heading says.
  if (column.texts.every((text, index) => Number(text.replace('#', '')) === index + 1)) return null;
  if (lineTexts().some((line) => numbersInside(line).length > 0)) return null;
  const text = column.text.map((source) => ({ ...source, pattern: issue }));
  return { text, found: { reason: 'ISSUE_NUMBER', share: 100 } };
};

const findNumber = (columns: readonly ListColumn[], lineTexts: () => readonly string[]): FoundNumber | null => {
  const named = columns.filter(({ kind, isTwice }) => kind === 'NUMBER' && !isTwice).map(numberOfColumn);
  const best = named.flatMap((number) => number ?? []).sort((left, right) => right.found.share - left.found.share)[0];
  if (best) return best;
  // A column headed "No." may hold document numbers too.
  const weak = findColumn(columns, 'ISSUE');
  const ofWeak = numberOfColumn(weak);
  if (ofWeak?.found.reason === 'NUMBER_COLUMN') return ofWeak;
  return numberInTitle(findColumn(columns, 'SUBJECT')) ?? issueNumber(weak, lineTexts);
};

const isText = (text: string): boolean => text !== '';

/** Dates of all columns that share a form tell together which figure is the day. */
const findDate = (
  columns: readonly ListColumn[],
  kind: 'DEADLINE' | 'DATE',
  isVietnamese: boolean,
): { readonly field: DateField | null; readonly found: readonly Found[] } => {
  const column = findColumn(columns, kind);
  const texts = column?.texts.filter(isText) ?? [];
  if (!column || texts.length === 0) return { field: null, found: [] };
  const form = dateFormOf(texts);
  if (form === null) {
    return { field: null, found: [{ reason: kind === 'DATE' ? 'DATE_NOT_DATES' : 'DEADLINE_NOT_DATES', share: 100 }] };
  }
  const all = columns
    .filter((other) => other.kind === 'DEADLINE' || other.kind === 'DATE')
    .flatMap((other) => other.texts.filter(isText));
  const format = dateFormatOf(form, all, isVietnamese);
  const reason = kind === 'DATE' ? 'DATE_COLUMN' : 'DEADLINE_COLUMN';
  const found: Found[] = [
    { reason, share: 100 },
    ...(format ? [] : [{ reason: 'DATES_AMBIGUOUS' as const, share: 0 }]),
  ];
  return { field: format && { text: column.text, format }, found };
};

/** Names of attributes of rows that say it, without "data-", hyphens and underscores: `do_mat`, `data-secrecy`. */
const secrecyAttribute =
  /^(?:(?:muc)?domat|(?:do|mucdo)?baomat|secre(?:cy|t)(?:level)?|confidential(?:ity)?|securitylevel)$/;

/** What every row says of its secrecy in an attribute one does not see. */
const findAttribute = (rows: readonly Element[]): string | null => {
  const names = rows[0]?.getAttributeNames() ?? [];
  const isNamed = (name: string) =>
    secrecyAttribute.test(
      name
        .toLowerCase()
        .replace(/^data-/, '')
        .replace(/[-_]/g, ''),
    );
  return names.find((name) => isNamed(name) && rows.every((row) => row.hasAttribute(name))) ?? null;
};

const findSecrecy = (
  columns: readonly ListColumn[],
  rows: readonly Element[],
): { readonly field: PageFields['secrecy']; readonly found: readonly Found[] } => {
  const column = findColumn(columns, 'SECRECY') ?? findColumn(columns, 'PRIVATE');
  const attribute = column ? null : findAttribute(rows);
  if (!column && attribute === null) return { field: { marks: 'ANYWHERE' }, found: [] };
  return {
    field: { text: column?.text ?? [{ attribute: attribute ?? '' }], normal: words.normalSecrecy },
    found: [{ reason: 'SECRECY_COLUMN', share: 100 }],
  };
};

const findPeople = (
  columns: readonly ListColumn[],
): { readonly field: PageFields['handlers']; readonly found: readonly Found[] } => {
  const column = findColumn(columns, 'HANDLER');
  const form = column && findPeopleForm(column.cells, column.text, column.place);
  if (!form) return { field: undefined, found: [] };
  if (form.share < leastPeople) return { field: undefined, found: [{ reason: 'HANDLERS_NOT_NAMES', share: 100 }] };
  return { field: form.field, found: [{ reason: 'HANDLER_COLUMN', share: form.share }] };
};

/** The fields of a list of documents; null where nothing in it is a document's number. `texts` gives the rows' whole texts. */
export const findFields = (
  columns: readonly ListColumn[],
  list: { readonly rows: readonly Element[]; readonly texts: () => readonly string[]; readonly isVietnamese: boolean },
): FoundFields | null => {
  const { isVietnamese } = list;
  const number = findNumber(columns, list.texts);
  if (!number) return null;
  const subject = findColumn(columns, 'SUBJECT');
  const hasTitles = subject?.texts.some(isText) === true;
  const issuer = findColumn(columns, 'ISSUER');
  const date = findDate(columns, 'DATE', isVietnamese);
  const deadline = findDate(columns, 'DEADLINE', isVietnamese);
  const people = findPeople(columns);
  const secrecy = findSecrecy(columns, list.rows);
  const unit = findColumn(columns, 'UNIT');
  const handlers = people.field;
  return {
    fields: {
      secrecy: secrecy.field,
      number: number.text,
      ...(subject ? { summary: subject.text } : {}),
      ...(issuer ? { issuer: issuer.text } : {}),
      ...(date.field ? { date: date.field } : {}),
      ...(deadline.field ? { deadline: deadline.field } : {}),
      ...(handlers ? { handlers: unit && !handlers.each ? { ...handlers, unit: unit.text } : handlers } : {}),
    },
    found: [
      number.found,
      ...(hasTitles ? [{ reason: 'SUBJECT_COLUMN' as const, share: 100 }] : []),
      ...(issuer?.texts.some(isText) ? [{ reason: 'ISSUER_COLUMN' as const, share: 100 }] : []),
      ...date.found,
      ...deadline.found,
      ...people.found,
      ...secrecy.found,
    ],
  };
};
