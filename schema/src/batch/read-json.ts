import { fail, ok, type Result } from '../primitives/result.ts';

/** A JSON number by its source text: "2.40" stays "2.40", where a double would be another number. */
export class SourceNumber {
  readonly source: string;

  constructor(source: string) {
    this.source = source;
  }
}

export type JsonValue =
  | string
  | boolean
  | null
  | SourceNumber
  | readonly JsonValue[]
  | { readonly [key: string]: JsonValue };

/** JSON with every number as its source text. The reviver's `context.source` exists since Node 21 and Chromium 114. */
export function readJson(text: string): Result<JsonValue, 'NOT_JSON'> {
  const keepSource = (_key: string, value: unknown, context?: { readonly source?: string }): unknown => {
    if (typeof value !== 'number') return value;
    if (context?.source === undefined) throw new Error('this engine does not give the source text of JSON numbers');
    return new SourceNumber(context.source);
  };
  try {
    // The reviver maps numbers and leaves the rest, so what comes out is a JsonValue.
    return ok(JSON.parse(text, keepSource) as JsonValue);
  } catch (error) {
    // A RangeError is a line nested deeper than the stack; no line of ours is nested more than three deep.
    if (error instanceof SyntaxError || error instanceof RangeError) return fail('NOT_JSON');
    throw error;
  }
}

export function isObject(value: JsonValue | undefined): value is { readonly [key: string]: JsonValue } {
  return typeof value === 'object' && value !== null && !Array.isArray(value) && !(value instanceof SourceNumber);
}

export function isArray(value: JsonValue | undefined): value is readonly JsonValue[] {
  return Array.isArray(value);
}

/** A value as it stood in the line, cut short, for a message; what is inside an object or array is not repeated. */
export function quote(value: JsonValue): string {
  if (isObject(value)) return '{…}';
  if (isArray(value)) return '[…]';
  const text = value instanceof SourceNumber ? value.source : String(value);
  return text.length > 80 ? `${text.slice(0, 80)}…` : text;
}
