import { namingLifetimeMs } from './actor-pool.ts';
import type { Authenticated } from './authentication.ts';
import type { IdentityChanges } from './identity-changes.ts';

/** So many people at once; the one kept longest goes first. */
const MOST = 2_000;

interface Kept {
  readonly identity: Authenticated;
  readonly epoch: number;
  readonly until: number;
}

/**
 * Who a subject is, kept until the database tells of a change and never longer than a connection keeps its actor: a day that ends a
 * grant is told by nobody, nor is what a superuser writes around the triggers.
 */
export class KeptIdentities {
  readonly #changes: IdentityChanges;
  readonly #kept = new Map<string, Kept>();

  constructor(changes: IdentityChanges) {
    this.#changes = changes;
  }

  /** The kept identity, or what `ask` answers. Nobody is not kept: an account may be opened the next moment. */
  async find(issuer: string, subject: string, ask: () => Promise<Authenticated | null>): Promise<Authenticated | null> {
    this.#changes.begin();
    const key = JSON.stringify([issuer, subject]);
    const { epoch } = this.#changes;
    const kept = this.#kept.get(key);
    if (kept !== undefined && kept.epoch === epoch && kept.until > performance.now()) return kept.identity;
    this.#kept.delete(key);
    // Counted from before the question: what changes while it is answered makes the answer old.
    const until = performance.now() + namingLifetimeMs;
    const identity = await ask();
    if (identity !== null && epoch !== null && epoch === this.#changes.epoch)
      this.#keep(key, { identity, epoch, until });
    return identity;
  }

  #keep(key: string, kept: Kept): void {
    const [oldest] = this.#kept.keys();
    if (this.#kept.size >= MOST && oldest !== undefined) this.#kept.delete(oldest);
    this.#kept.set(key, kept);
  }
}
