import type { DomainError, PayloadOf } from '../errors/error-catalogue.ts';
import { compare, parseRational, type Rational, toText } from '../primitives/rational.ts';
import { isArray, isObject, type JsonValue, quote, SourceNumber } from './read-json.ts';

/** The codes of contract.md, Common. */
export type BatchCode =
  | 'NOT_JSON'
  | 'UNKNOWN_KEY'
  | 'MISSING'
  | 'NOT_A_NUMBER'
  | 'OUT_OF_RANGE'
  | 'UNKNOWN_VALUE'
  | 'INCONSISTENT';

/** Ends the reading of a line at its first fault; caught where the line is answered and nowhere else. */
export class LineFault extends Error {
  readonly fault: DomainError<BatchCode>;
  readonly path: string;

  constructor(path: string, fault: DomainError<BatchCode>) {
    super(`${fault.code} at ${path}`);
    this.fault = fault;
    this.path = path;
  }
}

/** Stops with a fault at a JSON pointer. */
export function refuse<Code extends BatchCode>(path: string, code: Code, payload: PayloadOf<Code>): never {
  // The pairing of code and payload is checked by this signature; the constructor takes any of the pairs.
  throw new LineFault(path, { code, payload } as unknown as DomainError<BatchCode>);
}

export type JsonObject = { readonly [key: string]: JsonValue };

/** The members of an object that may have these keys only; UNKNOWN_VALUE where it is no object. */
export function readObject(value: JsonValue, path: string, keys: readonly string[]): JsonObject {
  if (!isObject(value)) return refuse(path, 'UNKNOWN_VALUE', { given: quote(value), allowed: ['{…}'] });
  for (const key of Object.keys(value)) {
    if (!keys.includes(key)) refuse(`${path}/${escapePointer(key)}`, 'UNKNOWN_KEY', { key });
  }
  return value;
}

/** RFC 6901: "~" and "/" in a key are written ~0 and ~1. */
function escapePointer(key: string): string {
  return key.replaceAll('~', '~0').replaceAll('/', '~1');
}

/** A member by key, undefined where absent. A key of an object's prototype is not a member. */
export function member(object: JsonObject, key: string): JsonValue | undefined {
  return Object.hasOwn(object, key) ? object[key] : undefined;
}

/** A line's id, which is a string or a number and is answered as it was written; null where there is none. */
export function findIdentity(line: JsonValue): JsonValue {
  const id = isObject(line) ? member(line, 'id') : undefined;
  return typeof id === 'string' || id instanceof SourceNumber ? id : null;
}

export function required(object: JsonObject, path: string, key: string): JsonValue {
  const value = member(object, key);
  return value === undefined ? refuse(`${path}/${escapePointer(key)}`, 'MISSING', { key }) : value;
}

export function readArray(value: JsonValue, path: string): readonly JsonValue[] {
  return isArray(value) ? value : refuse(path, 'UNKNOWN_VALUE', { given: quote(value), allowed: ['[…]'] });
}

/** One of a closed list of words. */
export function readWord<Word extends string>(value: JsonValue, path: string, words: readonly Word[]): Word {
  const found = words.find((word) => word === value);
  return found ?? refuse(path, 'UNKNOWN_VALUE', { given: quote(value), allowed: words });
}

/** An exact number: a JSON number by its source text, or a string in the same form or as a fraction. */
export function readNumber(value: JsonValue, path: string): Rational {
  const text = value instanceof SourceNumber ? value.source : value;
  const parsed = typeof text === 'string' ? parseRational(text) : null;
  return parsed?.ok ? parsed.value : refuse(path, 'NOT_A_NUMBER', { given: quote(value) });
}

export interface Range {
  readonly minimum?: Rational;
  readonly maximum?: Rational;
  /** Above `minimum`, not equal to it. */
  readonly above?: boolean;
  readonly wholeOnly?: boolean;
}

/** An exact number within a range, ends included; OUT_OF_RANGE outside it or where only whole numbers are. */
export function readNumberWithin(value: JsonValue, path: string, range: Range): Rational {
  const number = readNumber(value, path);
  const { minimum, maximum, above = false, wholeOnly = false } = range;
  const low = minimum !== undefined && (compare(number, minimum) < 0 || (above && compare(number, minimum) === 0));
  const high = maximum !== undefined && compare(number, maximum) > 0;
  if (!low && !high && !(wholeOnly && number.denominator !== 1n)) return number;
  return refuse(path, 'OUT_OF_RANGE', {
    given: quote(value),
    ...(minimum === undefined ? {} : { minimum: above ? `> ${toText(minimum)}` : toText(minimum) }),
    ...(maximum === undefined ? {} : { maximum: toText(maximum) }),
  });
}

/** Any text, the empty one included. */
export function readText(value: JsonValue, path: string): string {
  return typeof value === 'string' ? value : refuse(path, 'UNKNOWN_VALUE', { given: quote(value), allowed: ['"…"'] });
}

/** `true` or `false`; a word or a number that means as much is neither. */
export function readBoolean(value: JsonValue, path: string): boolean {
  if (typeof value === 'boolean') return value;
  return refuse(path, 'UNKNOWN_VALUE', { given: quote(value), allowed: ['true', 'false'] });
}
