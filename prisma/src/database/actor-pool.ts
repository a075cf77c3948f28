import pg from 'pg';
import { type Actor, getActor, visibilityKey } from './actor.ts';
import type { IdentityChanges } from './identity-changes.ts';
import { KeptUntilChanged, type Moment } from './kept-until-changed.ts';
import { type Named, namingAgain, namingOf, type Settings } from './naming.ts';
import { preparedName } from './prepared-name.ts';

type ConnectCallback = Parameters<pg.Pool['connect']>[0];

/** A connection keeps its actor for as long as what was learnt of him is believed. */
interface Naming extends Moment {
  readonly key: string;
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
  /** What was written for whom: the same is written on the next connection, without finding out again what he may. */
  readonly #settings: KeptUntilChanged<Settings>;

  constructor({ changes, ...config }: ActorPoolConfig) {
    super(config);
    this.#settings = new KeptUntilChanged(changes);
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
   * that is public. `namedBy` tells whom the statement named on its connection, null for nobody.
   */
  async askForNobody<Row extends pg.QueryResultRow>(
    text: string,
    values: readonly unknown[],
    namedBy: (row: Row) => Named | null = () => null,
  ): Promise<Row | null> {
    const [row] = await this.askAllForNobody<Row>(text, values, namedBy);
    return row ?? null;
  }

  /** The same, and answers every row; the first one tells whom the statement named. */
  async askAllForNobody<Row extends pg.QueryResultRow>(
    text: string,
    values: readonly unknown[],
    namedBy: (row: Row) => Named | null = () => null,
  ): Promise<readonly Row[]> {
    const client = await super.connect();
    // Whoever it was named for: the next checkout names anew, unless this statement tells whom it named.
    this.#namings.delete(client);
    const moment = this.#settings.now();
    try {
      const { rows } = await client.query<Row>({ name: preparedName(text), text, values: [...values] });
      const named = rows[0] === undefined ? null : namedBy(rows[0]);
      if (named) {
        const key = visibilityKey(named.actor);
        this.#namings.set(client, { key, ...moment });
        this.#settings.keep(key, named.settings, moment);
      }
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
    const now = this.#settings.now();
    const naming = this.#namings.get(client);
    if (naming && naming.key === key && naming.epoch === now.epoch && naming.until > performance.now()) return client;
    this.#namings.delete(client);
    const known = this.#settings.find(key);
    try {
      await client.query(known ? namingAgain(known.value) : namingOf(named));
    } catch (error) {
      // Whatever state the connection is in, nobody shall get it.
      client.release(true);
      throw error;
    }
    // From the moment it was asked: a change that came meanwhile makes it old.
    const { epoch, until } = known ?? now;
    this.#namings.set(client, { key, epoch, until });
    return client;
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
