import { domainError } from '@congvu/schema/errors';
import { type LocalDate, startOfDay } from '@congvu/schema/primitives/local-date';
import {
  IMPORT_COLUMNS,
  IMPORT_EXAMPLES,
  IMPORT_REGISTERS,
  type ImportColumn,
  type ImportRegister,
} from '@congvu/schema/registers';
import { cellKindTexts, importRegisterTexts, type Locale } from '@congvu/schema/texts';
import type { Context } from '../context.ts';
import { notFound, requestError } from '../error/request-error.ts';
import type { Download } from '../files/download.ts';
import { toXlsx, XLSX } from '../sheets/workbook.ts';

const WORDS = {
  vi: {
    guide: 'Hướng dẫn',
    column: 'Cột',
    needed: 'Bắt buộc',
    takes: 'Nhận',
    example: 'Ví dụ',
    yes: 'có',
    name: 'Mẫu nhập',
  },
  en: {
    guide: 'Guide',
    column: 'Column',
    needed: 'Required',
    takes: 'Takes',
    example: 'Example',
    yes: 'yes',
    name: 'Template',
  },
} as const;

/**
 * An empty file to fill in, in the language of the request: the heading; of a workbook on a second sheet what each column takes,
 * with an example. A file of text has the heading alone, so that an example is never taken in.
 *
 * Errors: NOT_FOUND for a kind there is none of.
 */
export async function downloadTemplate(context: Context, name = '', format = ''): Promise<Download> {
  const register = IMPORT_REGISTERS.find((each) => each.toLowerCase() === name.toLowerCase());
  if (register === undefined) throw notFound(context.locale);
  if (format !== 'csv' && format !== 'xlsx') throw requestError(domainError('BAD_REQUEST'), context.locale);
  const { locale } = context;
  const fileName = `${WORDS[locale].name} ${importRegisterTexts[register][locale]}.${format}`;
  return format === 'csv'
    ? { fileName, mediaType: 'text/csv; charset=utf-8', body: toCsv(register, locale) }
    : { fileName, mediaType: XLSX, body: await toWorkbook(register, locale, context.today as LocalDate) };
}

/** With a byte order mark, by which spreadsheet programs tell UTF-8, and the separator they expect in the language. */
function toCsv(register: ImportRegister, locale: Locale): Uint8Array {
  const separator = locale === 'vi' ? ';' : ',';
  const heading = IMPORT_COLUMNS[register].map(({ text }) => quoted(text[locale]));
  return Buffer.from(`\uFEFF${heading.join(separator)}\r\n`, 'utf8');
}

function quoted(text: string): string {
  return /[",;]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

function toWorkbook(register: ImportRegister, locale: Locale, today: LocalDate): Promise<Uint8Array> {
  const words = WORDS[locale];
  const columns = IMPORT_COLUMNS[register];
  const guide = {
    name: words.guide,
    columns: [
      { title: words.column, width: 34 },
      { title: words.needed, width: 10 },
      { title: words.takes, width: 40 },
      { title: words.example, width: 40 },
    ],
    rows: columns.map((column) => toGuide(register, column, locale)),
  };
  const heading = columns.map(({ text }) => ({ title: text[locale], width: Math.max(12, text[locale].length + 2) }));
  return toXlsx(
    [{ name: importRegisterTexts[register][locale], columns: heading, rows: [] }, guide],
    startOfDay(today),
  );
}

function toGuide(register: ImportRegister, { name, text, required, kind }: ImportColumn, locale: Locale) {
  return [
    text[locale],
    required ? WORDS[locale].yes : '',
    cellKindTexts[kind][locale],
    IMPORT_EXAMPLES[register][name] ?? '',
  ];
}
