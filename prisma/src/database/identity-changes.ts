import pg from 'pg';

const CHANNEL = 'congvu_identity';
/** How long a lost connection is left alone before the next one is tried, in milliseconds. */
const PAUSE_MS = 1_000;

/**
 * Hears from the database that accounts, grants, posts or units have changed (the triggers `tell_of_identities`), on a connection of
 * its own. Whatever was learnt under another epoch than today's may be wrong. Without a connection there is no epoch: nothing may be
 * kept, for nobody would tell.
 */
export class IdentityChanges {
  readonly #url: string;
  #client: pg.Client | null = null;
  #isHeard = false;
  #epoch = 0;
  #triedAt = Number.NEGATIVE_INFINITY;
  #isClosed = false;

  constructor(url: string) {
    this.#url = url;
  }

  /** Begins to listen where nobody does yet; answers at once. */
  begin(): void {
    if (this.#client !== null || this.#isClosed || performance.now() < this.#triedAt + PAUSE_MS) return;
    this.#triedAt = performance.now();
    void this.#connect();
  }

  /** Null while nothing is heard. */
  get epoch(): number | null {
    return this.#isHeard ? this.#epoch : null;
  }

  /** Something was changed from here: true before the database says so. */
  advance(): void {
    this.#epoch += 1;
  }

  async close(): Promise<void> {
    this.#isClosed = true;
    const client = this.#client;
    this.#drop(client);
    await client?.end();
  }

  async #connect(): Promise<void> {
    const client = new pg.Client({ connectionString: this.#url, keepAlive: true });
    this.#client = client;
    client.on('notification', () => this.advance());
    client.on('error', () => this.#drop(client));
    client.on('end', () => this.#drop(client));
    try {
      await client.connect();
      await client.query(`LISTEN ${CHANNEL}`);
      if (this.#client !== client) return;
      // What changed before is not told of.
      this.advance();
      this.#isHeard = true;
    } catch {
      this.#drop(client);
    }
  }

  #drop(client: pg.Client | null): void {
    if (this.#client !== client) return;
    this.#client = null;
    this.#isHeard = false;
    this.advance();
  }
}
