import type { IdentityChanges } from './identity-changes.ts';

/**
 * How long what was learnt of a person's rights is believed, in milliseconds, also where nobody tells of a change: a day that ends a
 * grant is told by nobody, nor is what a superuser writes around the triggers.
 */
const beliefMs = 5_000;

/** So many keys at once; the one kept longest goes first. */
const MOST = 2_000;

/** When something was asked: what changes while it is answered makes the answer old. `epoch` null: nobody listens for changes. */
export interface Moment {
  readonly epoch: number | null;
  readonly until: number;
}

/** What the database said of people's rights, kept until it tells of a change and never longer than `beliefMs`. */
export class KeptUntilChanged<Value> {
  readonly #changes: IdentityChanges | null;
  readonly #kept = new Map<string, Moment & { readonly value: Value }>();

  /** Without `changes` nothing is kept. */
  constructor(changes: IdentityChanges | null) {
    this.#changes = changes;
  }

  /** To be taken before the question is sent. */
  now(): Moment {
    return { epoch: this.#changes?.epoch ?? null, until: performance.now() + beliefMs };
  }

  /** What is kept, with the moment from which it is. */
  find(key: string): (Moment & { readonly value: Value }) | null {
    const kept = this.#kept.get(key);
    if (kept === undefined) return null;
    if (kept.epoch === (this.#changes?.epoch ?? null) && kept.until > performance.now()) return kept;
    this.#kept.delete(key);
    return null;
  }

  keep(key: string, value: Value, { epoch, until }: Moment): void {
    if (epoch === null || epoch !== this.#changes?.epoch) return;
    this.#kept.delete(key);
    const [oldest] = this.#kept.keys();
    if (this.#kept.size >= MOST && oldest !== undefined) this.#kept.delete(oldest);
    this.#kept.set(key, { value, epoch, until });
  }
}
