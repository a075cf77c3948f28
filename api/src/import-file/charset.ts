import { type DomainError, domainError } from '@congvu/schema/errors';
import { fail, ok, type Result } from '@congvu/schema/primitives/result';
import type { TextEncoding } from '@congvu/schema/registers';
import iconv from 'iconv-lite';
import { countSyllables } from './vietnamese-syllable.ts';

/** How the text of a file is written down. */
export type Charset = TextEncoding;

/** Bytes looked at to tell charsets apart: enough for thousands of words. */
const SAMPLE_BYTES = 256 * 1024;
/** Share of words that must be Vietnamese, and how far the second charset must lie behind. */
const ENOUGH = 0.6;
const AHEAD = 0.2;

export interface DecodedText {
  readonly text: string;
  readonly charset: Charset;
}

/**
 * The text of a file. UTF-8 wherever the bytes are; else Windows-1258 or TCVN3, whichever makes its words Vietnamese
 * syllables. `stated` is believed unless the bytes contradict it.
 *
 * Errors: ENCODING_UNKNOWN where no charset stands out, or where `stated` is UTF-8 and the bytes are not.
 */
export function decodeText(bytes: Uint8Array, stated: Charset | null = null): Result<DecodedText, DomainError> {
  const unknown = fail(domainError('ENCODING_UNKNOWN'));
  if (stated === null || stated === 'UTF-8') {
    const text = decodeUtf8(bytes);
    if (text !== null) return ok({ text, charset: 'UTF-8' });
    if (stated === 'UTF-8') return unknown;
  }
  const charset = stated ?? chooseCharset(bytes);
  return charset === null ? unknown : ok({ text: decodeOld(bytes, charset), charset });
}

function decodeUtf8(bytes: Uint8Array): string | null {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}

function chooseCharset(bytes: Uint8Array): Charset | null {
  const sample = bytes.subarray(0, SAMPLE_BYTES);
  // A file of the usual bytes holds no zeros: this is UTF-16 or no text at all.
  if (sample.includes(0)) return null;
  const [first, second] = (['WINDOWS-1258', 'TCVN3'] as const)
    .map((charset) => ({ charset, share: shareOf(decodeOld(sample, charset)) }))
    .toSorted((a, b) => b.share - a.share);
  if (first === undefined || second === undefined) return null;
  return first.share >= ENOUGH && first.share - second.share >= AHEAD ? first.charset : null;
}

function decodeOld(bytes: Uint8Array, charset: Charset): string {
  const name = charset === 'TCVN3' ? 'tcvn' : 'windows-1258';
  // Windows-1258 writes a tone after its letter.
  return iconv.decode(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength), name).normalize('NFC');
}

function shareOf(text: string): number {
  const { words, syllables } = countSyllables(text);
  return words === 0 ? 0 : syllables / words;
}

/**
 * Whether texts that were taken for Unicode are TCVN3 whose bytes somebody read as Latin-1: « NguyÔn V¨n An ». So are cells
 * pasted from an old file into a new one; `readAsTcvn3` mends them.
 */
export function isTcvn3AsLatin1(texts: Iterable<string>): boolean {
  const asIs = { words: 0, syllables: 0 };
  const mended = { words: 0, syllables: 0 };
  for (const text of texts) {
    if (!IS_LATIN_1.test(text)) {
      // Letters beyond Latin-1, such as "ễ": this is Unicode already.
      if (/[\u0100-\u1fff]/.test(text)) return false;
      continue;
    }
    add(asIs, countSyllables(text));
    add(mended, countSyllables(readAsTcvn3(text)));
  }
  if (mended.words === 0) return false;
  const share = mended.syllables / mended.words;
  return share >= ENOUGH && share - (asIs.words === 0 ? 0 : asIs.syllables / asIs.words) >= AHEAD;
}

/** Letters of Latin-1 alone, one of them at least outside ASCII. */
const IS_LATIN_1 = /^(?=.*[\u00a1-\u00ff])[\s\u0020-\u00ff]*$/s;

/** Text whose letters are bytes of TCVN3, mended; text with any other letter as it is. */
export function readAsTcvn3(text: string): string {
  return IS_LATIN_1.test(text) ? iconv.decode(Buffer.from(text, 'latin1'), 'tcvn').normalize('NFC') : text;
}

function add(sum: { words: number; syllables: number }, more: { words: number; syllables: number }): void {
  sum.words += more.words;
  sum.syllables += more.syllables;
}
