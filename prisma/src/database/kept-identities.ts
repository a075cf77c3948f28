import type { Authenticated } from './authentication.ts';
import type { IdentityChanges } from './identity-changes.ts';
import { KeptUntilChanged } from './kept-until-changed.ts';

/** Who a subject is, kept until the database tells of a change. */
export class KeptIdentities {
  readonly #changes: IdentityChanges;
  readonly #kept: KeptUntilChanged<Authenticated>;

  constructor(changes: IdentityChanges) {
    this.#changes = changes;
    this.#kept = new KeptUntilChanged(changes);
  }

  /** The kept identity, or what `ask` answers. Nobody is not kept: an account may be opened the next moment. */
  async find(issuer: string, subject: string, ask: () => Promise<Authenticated | null>): Promise<Authenticated | null> {
    this.#changes.begin();
    const key = JSON.stringify([issuer, subject]);
    const kept = this.#kept.find(key);
    if (kept) return kept.value;
    const moment = this.#kept.now();
    const identity = await ask();
    if (identity !== null) this.#kept.keep(key, identity, moment);
    return identity;
  }
}
