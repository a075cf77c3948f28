/** A business outcome: a value, or the reason there is none. Throwing is kept for broken invariants. */
export type Result<Value, Failure> =
  | { readonly ok: true; readonly value: Value }
  | { readonly ok: false; readonly error: Failure };

export function ok<Value>(value: Value): { readonly ok: true; readonly value: Value } {
  return { ok: true, value };
}

export function fail<Failure>(error: Failure): { readonly ok: false; readonly error: Failure } {
  return { ok: false, error };
}

/**
 * The value of a result that cannot be a failure, such as the parsing of a literal in our own code.
 *
 * Throws where it is a failure all the same.
 */
export function expectOk<Value>(result: Result<Value, unknown>): Value {
  if (!result.ok) throw new Error(`expected a value, met ${JSON.stringify(result.error)}`);
  return result.value;
}
