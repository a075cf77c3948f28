import { fail, ok, type Result } from '../primitives/result.ts';

/**
 * STATE_TYPED: "123/QĐ-UBND" and laws such as "80/2025/QH15"; LETTER: a công văn, "6707/UBND-SNV"; PARTY: "366-QĐ/TW".
 */
export type DocumentNumberKind = 'STATE_TYPED' | 'LETTER' | 'PARTY';

/** A document's number taken apart. Source: NĐ 30/2020/NĐ-CP; domain.md 12. */
export interface DocumentNumber {
  /** As compared and stored: NFC, no blanks, "-" for every dash, Đ for Ð. */
  readonly normalised: string;
  readonly kind: DocumentNumberKind;
  /** The running number with a letter where it has one: "05", "12a". */
  readonly number: string;
  /** The year in the number of a legal document; null where it has none. */
  readonly year: number | null;
  /** The abbreviation of the type, such as QĐ; null for a công văn. */
  readonly type: string | null;
  /** The issuing body and drafting unit, such as "UBND-SNV". */
  readonly issuer: string;
}

const STATE = /^(\d{1,6}[A-Za-z]?)(?:\/((?:19|20)\d{2}))?\/([A-Za-zÀ-ỹĐđ0-9.&]+(?:[-/][A-Za-zÀ-ỹĐđ0-9.&]+)*)$/;
const PARTY = /^(\d{1,6})-([A-Za-zĐđ]{2,6})\/([A-Za-zÀ-ỹĐđ0-9.&]+(?:-[A-Za-zÀ-ỹĐđ0-9.&]+)*)$/;

/** Type abbreviations; they contain lower-case letters. Recalled, so a number of another type is still a number. */
const TYPES: ReadonlySet<string> = new Set(
  'NQ QĐ CT QC QyĐ TC TB HD CTr KH PA ĐA DA BC BB TTr HĐ CĐ BGN BTT GUQ GM GGT GNP PG PC PB NĐ TT TTLT L PL'.split(' '),
);

/** Longer texts are no document number. */
const LONGEST = 100;

/** NFC, Ð (U+00D0) as Đ, every dash as "-", a leading "Số:" and all blanks removed. */
export function normaliseDocumentNumber(text: string): string {
  return text
    .normalize('NFC')
    .replaceAll('\u00D0', 'Đ')
    .replace(/[\u2010-\u2015\u2212]/gu, '-')
    .replace(/^\s*số\s*:?\s*(?=\d)/iu, '')
    .replace(/[\s\u200B\uFEFF]/gu, '');
}

/** Error: NOT_A_DOCUMENT_NUMBER. */
export function parseDocumentNumber(text: string): Result<DocumentNumber, 'NOT_A_DOCUMENT_NUMBER'> {
  if (text.length > LONGEST) return fail('NOT_A_DOCUMENT_NUMBER');
  const normalised = normaliseDocumentNumber(text);
  const party = PARTY.exec(normalised);
  if (party !== null) {
    const [, number = '', type = '', issuer = ''] = party;
    return ok({ normalised, kind: 'PARTY', number, year: null, type, issuer });
  }
  const state = STATE.exec(normalised);
  if (state === null) return fail('NOT_A_DOCUMENT_NUMBER');
  const [, number = '', year, rest = ''] = state;
  const dash = rest.indexOf('-');
  const first = dash < 0 ? rest : rest.slice(0, dash);
  const typed = dash >= 0 && TYPES.has(first);
  return ok({
    normalised,
    // A number that carries its year is a legal document, typed also where it names the body alone (80/2025/QH15).
    kind: typed || year !== undefined ? 'STATE_TYPED' : 'LETTER',
    number,
    year: year === undefined ? null : Number(year),
    type: typed ? first : null,
    issuer: typed ? rest.slice(dash + 1) : rest,
  });
}

/**
 * The number as it is found by, with "-" for every "/": where "/" is not allowed a system writes "968-CĐ-TTg" for
 * "968/CĐ-TTg". For finding alone, never to be stored or shown: the two signs tell kinds of numbers apart.
 */
export function looseDocumentNumber(text: string): string {
  return normaliseDocumentNumber(text).replaceAll('/', '-');
}

/** An issuing body as compared: NFC, lower case, single blanks; empty where the page does not tell it. */
export function issuerKey(issuer: string | null): string {
  return (issuer ?? '').normalize('NFC').trim().replace(/\s+/gu, ' ').toLocaleLowerCase('vi');
}

/**
 * What makes a document one document: issuing unit, year of its date and normalised number; a number alone repeats every
 * year in every body. `issuer` and `year` are empty where the page does not tell them.
 */
export function documentKey(issuer: string | null, year: number | null, number: string): string {
  return `${issuerKey(issuer)}|${year ?? ''}|${normaliseDocumentNumber(number)}`;
}
