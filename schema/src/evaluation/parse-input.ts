import type { z } from 'zod';
import { type DomainError, domainError, type FieldError, isErrorCode } from '../errors/error-catalogue.ts';
import { fail, ok, type Result } from '../primitives/result.ts';

/** The longest part of a bad value that is repeated to the person. */
const LONGEST_QUOTE = 80;

/**
 * Reads an input with its shape. Error: INVALID_INPUT with one field error for each field that is wrong.
 *
 * @example parseInput(assignTaskShape, args.input)
 */
export function parseInput<Shape extends z.ZodType>(
  shape: Shape,
  input: unknown,
): Result<z.output<Shape>, DomainError<'INVALID_INPUT'>> {
  const parsed = shape.safeParse(input, { reportInput: true });
  if (parsed.success) return ok(parsed.data);
  return fail(domainError('INVALID_INPUT', { fields: parsed.error.issues.map(toFieldError) }));
}

type Issue = z.core.$ZodIssue;

function toFieldError(issue: Issue): FieldError {
  return { path: toPointer(issue.path), error: toDomainError(issue) };
}

/** A JSON pointer (RFC 6901): "/criteria/3/points". */
export function toPointer(path: readonly PropertyKey[]): string {
  return path.map((part) => `/${String(part).replaceAll('~', '~0').replaceAll('/', '~1')}`).join('');
}

function toDomainError(issue: Issue): DomainError {
  const given = quote(issue.input);
  if (issue.input === undefined || issue.input === null) return domainError('REQUIRED');
  switch (issue.code) {
    case 'unrecognized_keys':
      return domainError('UNKNOWN_KEY', { key: issue.keys[0] ?? '' });
    case 'too_big':
      return typeof issue.input === 'string'
        ? domainError('TOO_LONG', { length: issue.input.length, maximum: Number(issue.maximum) })
        : domainError('OUT_OF_RANGE', { given, maximum: String(issue.maximum) });
    case 'too_small':
      return typeof issue.input === 'number'
        ? domainError('OUT_OF_RANGE', { given, minimum: String(issue.minimum) })
        : domainError('REQUIRED');
    case 'invalid_value':
      return domainError('UNKNOWN_VALUE', { given, allowed: issue.values.map(String) });
    default:
      return byMessage(issue, given);
  }
}

/** Our own shapes name the code as the message of the issue, with the payload in `params` where it has one. */
function byMessage(issue: Issue, given: string): DomainError {
  if (!isErrorCode(issue.message)) return domainError('UNKNOWN_VALUE', { given, allowed: [] });
  const payload = issue.code === 'custom' && issue.params !== undefined ? issue.params : { given };
  // The shape that raised the issue gives the payload of the code it names; the parse-input test tries each.
  return { code: issue.message, payload } as unknown as DomainError;
}

function quote(input: unknown): string {
  const text = typeof input === 'object' ? JSON.stringify(input) : String(input);
  return text.length > LONGEST_QUOTE ? `${text.slice(0, LONGEST_QUOTE)}…` : text;
}
