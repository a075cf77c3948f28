import type { Context } from '../context.ts';

/** Answers many keys with one statement. A key without an entry in the answer was not found, or may not be seen. */
export interface Batch<Key extends string, Value> {
  readonly name: string;
  readonly load: (context: Context, keys: readonly Key[]) => Promise<ReadonlyMap<Key, Value>>;
}

interface Waiting {
  readonly key: string;
  readonly resolve: (value: unknown) => void;
  readonly reject: (error: unknown) => void;
}

/** What one batch holds for one request: answers by key, and the keys that wait for the next statement. */
export interface BatchState {
  readonly answers: Map<string, Promise<unknown>>;
  waiting: Waiting[];
}

export function defineBatch<Key extends string, Value>(
  name: string,
  load: (context: Context, keys: readonly Key[]) => Promise<ReadonlyMap<Key, Value>>,
): Batch<Key, Value> {
  return { name, load };
}

function stateOf(context: Context, name: string): BatchState {
  let state = context.batches.get(name);
  if (state === undefined) {
    state = { answers: new Map(), waiting: [] };
    context.batches.set(name, state);
  }
  return state;
}

/**
 * The value of a key, or null. All keys asked for in one turn of the executor travel in one statement, so a field
 * below a list of fifty costs what it costs below one; a key is read once a request.
 */
export function loadOne<Key extends string, Value>(
  context: Context,
  batch: Batch<Key, Value>,
  key: Key,
): Promise<Value | null> {
  const state = stateOf(context, batch.name);
  const known = state.answers.get(key);
  // The map is private to this file and keyed by the batch's name, so its values are this batch's.
  if (known !== undefined) return known as Promise<Value | null>;
  if (state.waiting.length === 0) {
    // After all promise callbacks of this turn: sibling fields have then asked too.
    Promise.resolve().then(() => process.nextTick(() => void dispatch(context, batch, state)));
  }
  const answer = new Promise<Value | null>((resolve, reject) => {
    state.waiting.push({ key, resolve: resolve as (value: unknown) => void, reject });
  });
  state.answers.set(key, answer);
  return answer;
}

/** Puts in an answer that another statement brought along. */
export function prime<Key extends string, Value>(
  context: Context,
  batch: Batch<Key, Value>,
  key: Key,
  value: Value | null,
): void {
  stateOf(context, batch.name).answers.set(key, Promise.resolve(value));
}

async function dispatch<Key extends string, Value>(
  context: Context,
  batch: Batch<Key, Value>,
  state: BatchState,
): Promise<void> {
  const waiting = state.waiting;
  state.waiting = [];
  try {
    const answers = await batch.load(
      context,
      // Only loadOne of this batch puts keys here.
      waiting.map((entry) => entry.key as Key),
    );
    for (const entry of waiting) entry.resolve(answers.get(entry.key as Key) ?? null);
  } catch (error) {
    for (const entry of waiting) entry.reject(error);
  }
}
