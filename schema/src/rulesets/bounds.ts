import { domainError, type FieldError } from '../errors/error-catalogue.ts';
import type { Source } from '../primitives/source.ts';

/**
 * How far an office's value may differ from the law's.
 *
 * FREE: the law leaves it open. FIXED: not at all. AT_MOST and NOT_LATER: lower or earlier. AT_LEAST: higher, or none at all
 * (null), and whatever one likes where the law sets none. NOT_SWITCHED_OFF: true stays true. NOT_MORE_DAYS and NOT_FEWER_DAYS:
 * working days in place of calendar days make a term longer, the reverse shorter.
 */
export type Bound =
  | 'FREE'
  | 'FIXED'
  | 'AT_MOST'
  | 'AT_LEAST'
  | 'NOT_LATER'
  | 'NOT_SWITCHED_OFF'
  | 'NOT_MORE_DAYS'
  | 'NOT_FEWER_DAYS';

/** Whether a value keeps within the bound that the law's value sets. Both are of the same kind. */
export function isWithin(bound: Bound, given: unknown, law: unknown): boolean {
  if (isSame(given, law)) return true;
  switch (bound) {
    case 'FREE':
      return true;
    case 'FIXED':
      return false;
    case 'AT_MOST':
      return Number(given) <= Number(law);
    case 'AT_LEAST':
      return law === null || given === null || Number(given) >= Number(law);
    case 'NOT_LATER':
      return String(given) <= String(law);
    case 'NOT_SWITCHED_OFF':
      return law !== true;
    case 'NOT_MORE_DAYS':
      return given === 'CALENDAR';
    case 'NOT_FEWER_DAYS':
      return given === 'WORKING';
    default:
      return bound satisfies never;
  }
}

const SIGNS: Readonly<Record<Bound, string>> = {
  FREE: '',
  FIXED: '',
  AT_MOST: '≤ ',
  AT_LEAST: '≥ ',
  NOT_LATER: '≤ ',
  NOT_SWITCHED_OFF: '',
  NOT_MORE_DAYS: '',
  NOT_FEWER_DAYS: '',
};

/** A breach with the clause it breaks; `law` is what the clause says. */
export function breach(
  path: string,
  parameter: string,
  given: unknown,
  law: { readonly value: unknown; readonly source: Source },
  bound: Bound = 'FIXED',
): FieldError {
  const { instrument, clause } = law.source;
  const error = domainError('RULE_SET_OUT_OF_BOUNDS', {
    parameter,
    given: toPlain(given),
    bound: `${SIGNS[bound]}${toPlain(law.value)}`,
    clause: clause === null ? instrument : `${instrument} ${clause}`,
  });
  return { path, error };
}

/** Equal as they are written. */
export function isSame(left: unknown, right: unknown): boolean {
  return JSON.stringify(left) === JSON.stringify(right);
}

const LONGEST = 80;

/** A value as a person reads it: texts without quotes, the rest as written. */
export function toPlain(value: unknown): string {
  const plain: unknown = JSON.parse(JSON.stringify(value ?? null));
  const text = typeof plain === 'string' ? plain : JSON.stringify(plain);
  return text.length > LONGEST ? `${text.slice(0, LONGEST)}…` : text;
}
