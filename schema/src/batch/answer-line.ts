import { domainError } from '../errors/error-catalogue.ts';
import { DEFAULT_LOCALE, type Locale } from '../primitives/locale.ts';
import { describeError } from '../texts/error-message.ts';
import { findIdentity, LineFault } from './json-reader.ts';
import { type JsonValue, readJson, SourceNumber } from './read-json.ts';

export interface BatchOptions {
  /** The language of error messages; Vietnamese by default. */
  readonly locale?: Locale;
  /** Called for each bad line, so that a caller can end with exit code 1. */
  readonly onBadLine?: () => void;
}

/** Reads a line, answers it, and turns the first fault of a bad one into its error line. */
export function answerLine(
  sourceText: string,
  { locale = DEFAULT_LOCALE, onBadLine }: BatchOptions,
  answer: (line: JsonValue) => object,
): string {
  const read = readJson(sourceText);
  const id = read.ok ? findIdentity(read.value) : null;
  try {
    if (!read.ok) throw new LineFault('', domainError('NOT_JSON'));
    return writeAnswer(id, answer(read.value));
  } catch (error) {
    if (!(error instanceof LineFault)) throw error;
    onBadLine?.();
    const { fault, path } = error;
    return writeAnswer(id, { error: { code: fault.code, path, message: describeError(fault, locale) } });
  }
}

/** The id as it was written, then the members of the answer, of which there is at least one. */
function writeAnswer(id: JsonValue, members: object): string {
  const written = id instanceof SourceNumber ? id.source : JSON.stringify(id);
  return `{"id":${written},${JSON.stringify(members).slice(1)}`;
}
