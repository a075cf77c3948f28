import pg from 'pg';
import { type Actor, getActor, visibilityKey } from './actor.ts';
import type { IdentityChanges } from './identity-changes.ts';
import { preparedName } from './prepared-name.ts';

/**
 * How long a connection keeps its actor without asking again, in milliseconds. A grant that ends or is revoked stops
 * working for reads within this time, and at once where changes are heard of; writes name their actor afresh in each transaction.
 */
export const namingLifetimeMs = 5_000;

type ConnectCallback = Parameters<pg.Pool['connect']>[0];

interface Naming {
  readonly key: string;
  readonly until: number;
  readonly epoch: number | null;
}

interface ActorPoolConfig extends pg.PoolConfig {
  /** Tells of changes of who may what; null where nobody listens. */
  readonly changes: IdentityChanges | null;
}

/**
 * A pool whose every checkout names the current actor on the connection, so that nothing built on it (Prisma's adapter,
 * hot reads) can run a statement before, or with another's rights. Without an actor the checkout fails.
 */
export class ActorPool extends pg.Pool {
  readonly #namings = new WeakMap<pg.PoolClient, Naming>();
  readonly #changes: IdentityChanges | null;

  constructor({ changes, ...config }: ActorPoolConfig) {
    super(config);
    this.#changes = changes;
  }

  override connect(): Promise<pg.PoolClient>;
  override connect(callback: ConnectCallback): void;
  override connect(callback?: ConnectCallback): Promise<pg.PoolClient> | undefined {
    // The actor is read here and now: a checkout that has to queue is answered in the context of whoever gives a connection
    // back, which is another request.
    const checkout = this.#checkOutAs(getActorOrReject());
    if (!callback) return checkout;
    checkout.then(
      (client) => callback(undefined, client, client.release.bind(client)),
      (error: Error) => callback(error, undefined, () => undefined),
    );
    return undefined;
  }

  /**
   * Runs a statement that may go without an actor, and answers its first row: the one that finds out who it is, or a fact
   * that is public. `actorOf` tells whom the statement named on its connection, null for nobody.
   */
  async askForNobody<Row extends pg.QueryResultRow>(
    text: string,
    values: readonly unknown[],
    actorOf: (row: Row) => Pick<Actor, 'userId' | 'tokenScopes'> | null = () => null,
  ): Promise<Row | null> {
    const [row] = await this.askAllForNobody<Row>(text, values, actorOf);
    return row ?? null;
  }

  /** The same, and answers every row; the first one tells whom the statement named. */
  async askAllForNobody<Row extends pg.QueryResultRow>(
    text: string,
    values: readonly unknown[],
    actorOf: (row: Row) => Pick<Actor, 'userId' | 'tokenScopes'> | null = () => null,
  ): Promise<readonly Row[]> {
    const client = await super.connect();
    // Whoever it was named for: the next checkout names anew, unless this statement tells whom it named.
    this.#namings.delete(client);
    const epoch = this.#epoch;
    try {
      const { rows } = await client.query<Row>({ name: preparedName(text), text, values: [...values] });
      const actor = rows[0] === undefined ? null : actorOf(rows[0]);
      if (actor) this.#remember(client, visibilityKey(actor), epoch);
      client.release();
      return rows;
    } catch (error) {
      client.release(true);
      throw error;
    }
  }

  async #checkOutAs(actor: Actor | Promise<never>): Promise<pg.PoolClient> {
    const named = await actor;
    const client = await super.connect();
    const key = visibilityKey(named);
    const naming = this.#namings.get(client);
    const epoch = this.#epoch;
    if (naming && naming.key === key && naming.epoch === epoch && naming.until > performance.now()) return client;
    this.#namings.delete(client);
    try {
      const text = 'SELECT congvu.name_actor($1, $2, NULL, NULL)';
      await client.query({ name: preparedName(text), text, values: [named.userId, named.tokenScopes] });
    } catch (error) {
      // Whatever state the connection is in, nobody shall get it.
      client.release(true);
      throw error;
    }
    this.#remember(client, key, epoch);
    return client;
  }

  /** `epoch` is that from before the naming was sent: a change that came meanwhile makes it old. */
  #remember(client: pg.PoolClient, key: string, epoch: number | null): void {
    this.#namings.set(client, { key, epoch, until: performance.now() + namingLifetimeMs });
  }

  get #epoch(): number | null {
    return this.#changes?.epoch ?? null;
  }
}

/** A missing actor is a rejection like every other failure of a checkout, not an exception of `connect`. */
function getActorOrReject(): Actor | Promise<never> {
  try {
    return getActor();
  } catch (error) {
    return Promise.reject(error);
  }
}
