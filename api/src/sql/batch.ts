import DataLoader from 'dataloader';
import type { Context } from '../context.ts';

/** Answers many keys with one statement. A key without an entry in the answer was not found, or may not be seen. */
export interface Batch<Key extends string, Value> {
  readonly name: string;
  readonly load: (context: Context, keys: readonly Key[]) => Promise<ReadonlyMap<Key, Value>>;
}

/** A request's loaders by the name of their batch. */
export type Loaders = Map<string, DataLoader<string, unknown>>;

export function defineBatch<Key extends string, Value>(
  name: string,
  load: (context: Context, keys: readonly Key[]) => Promise<ReadonlyMap<Key, Value>>,
): Batch<Key, Value> {
  return { name, load };
}

function loaderOf<Key extends string, Value>(
  context: Context,
  batch: Batch<Key, Value>,
): DataLoader<Key, Value | null> {
  let loader = context.loaders.get(batch.name);
  if (loader === undefined) {
    const made = new DataLoader<Key, Value | null>(async (keys) => {
      const answers = await batch.load(context, keys);
      return keys.map((key) => answers.get(key) ?? null);
    });
    // The map is written here alone and keyed by the batch's name, so what it holds is this batch's.
    loader = made as unknown as DataLoader<string, unknown>;
    context.loaders.set(batch.name, loader);
  }
  return loader as unknown as DataLoader<Key, Value | null>;
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
  return loaderOf(context, batch).load(key);
}

/** Puts in an answer that another statement brought along. */
export function prime<Key extends string, Value>(
  context: Context,
  batch: Batch<Key, Value>,
  key: Key,
  value: Value | null,
): void {
  loaderOf(context, batch).prime(key, value);
}
