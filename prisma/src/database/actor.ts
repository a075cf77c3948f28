import { AsyncLocalStorage } from 'node:async_hooks';

/** On whose behalf statements run. */
export interface Actor {
  readonly userId: string;
  /** Permissions a personal token is limited to; null where no token narrows what the user may do. */
  readonly tokenScopes: readonly string[] | null;
  /** Why records are read (the enum Purpose), for the log; null where none was stated. */
  readonly purpose: string | null;
  readonly requestId: string;
}

/** A statement was about to run for nobody: the caller forgot `runAs`. */
export class ActorMissing extends Error {
  override readonly name = 'ActorMissing';
  constructor() {
    super('no statement runs without an actor: wrap the request in runAs()');
  }
}

const storage = new AsyncLocalStorage<Actor>();

/**
 * Runs `work` on behalf of `actor`, and everything it awaits.
 *
 * The result is awaited inside: a Prisma promise is lazy and would otherwise send its statement outside, for nobody.
 */
export function runAs<Value>(actor: Actor, work: () => Value | PromiseLike<Value>): Promise<Value> {
  return storage.run(actor, async () => await work());
}

/** The actor of the code that asks. Throws ActorMissing. */
export function getActor(): Actor {
  const actor = storage.getStore();
  if (!actor) throw new ActorMissing();
  return actor;
}

/** What decides which rows a connection shows: equal keys see the same. Purpose and request are written per transaction. */
export function visibilityKey(actor: Pick<Actor, 'userId' | 'tokenScopes'>): string {
  return `${actor.userId} ${actor.tokenScopes ? actor.tokenScopes.toSorted().join() : '*'}`;
}
