import pg from 'pg';
import type { Prisma, PrismaClient } from '../../generated/client/client.ts';
import type { AuditSigner } from '../audit/audit-signer.ts';
import { type AccessRecord, insertAccessEntries } from './access-log.ts';
import { type Actor, getActor, runAs } from './actor.ts';
import { ActorPool } from './actor-pool.ts';
import {
  type Authenticated,
  type AuthenticatedToken,
  authenticateSubject,
  authenticateToken,
} from './authentication.ts';
import { type Feed, findEventHead, listEvents } from './event-feed.ts';
import { dropExpiredFiles } from './expired-files.ts';
import { IdentityChanges } from './identity-changes.ts';
import { failJob, renewJob, type TakenJob, takeJob } from './job-lease.ts';
import { KeptIdentities } from './kept-identities.ts';
import { preparedName } from './prepared-name.ts';
import { openPrismaClient } from './prisma-client.ts';
import { type Reads, readTogether } from './read-together.ts';
import { openTransaction } from './transaction.ts';
import {
  settleResend,
  settleWebhook,
  type TakenWebhook,
  takeWebhook,
  type WebhookOutcome,
  type WebhookTried,
} from './webhook-lease.ts';

export type { AccessRecord } from './access-log.ts';
export { type Actor, ActorMissing } from './actor.ts';
export type { Authenticated, AuthenticatedToken } from './authentication.ts';
export { translateDatabaseError } from './database-error.ts';
export type { Feed, FeedEntry } from './event-feed.ts';
export type { TakenJob } from './job-lease.ts';
export { translateRowError } from './row-error.ts';
export type { TakenWebhook, WebhookOutcome, WebhookTried } from './webhook-lease.ts';

/** A transaction as `withActor` gives it. */
export type Transaction = Prisma.TransactionClient;

export interface DatabaseOptions {
  /** Of the api's role, which owns nothing. */
  readonly url: string;
  /** Connections at most; 10 by default. */
  readonly poolSize?: number;
  /** Signs the heads of the audit chain. Without it nothing can be appended to the chain, so nothing changed. */
  readonly auditSigner?: AuditSigner;
  /**
   * Keeps who a subject is until the database tells of a change (kept-identities.ts), by one connection beside the pool: for a
   * process that many ask. Without it each request asks anew.
   */
  readonly keepsIdentities?: boolean;
  /** Told of every statement before it is sent, also of naming statements and transaction control. */
  readonly onStatement?: (text: string) => void;
}

/** Hot reads by a statement of their own. */
export interface StatementPool {
  /**
   * Runs one prepared statement as the current actor. `date` comes as "YYYY-MM-DD", `numeric` and `bigint` as text,
   * `timestamptz` as Date. Throws ActorMissing before anything is sent.
   */
  query<Row extends pg.QueryResultRow>(text: string, values?: readonly unknown[]): Promise<pg.QueryResult<Row>>;
}

export interface Office {
  readonly name: string;
  /** True for the seeded province, which every screen marks. */
  readonly demonstration: boolean;
}

export interface Database {
  /** The key that signs the chain's heads, its public half as SPKI PEM; null where the database was opened without a signer. */
  readonly auditKey: { readonly keyId: string; readonly publicKey: string } | null;
  /** Reads as the current actor, one statement for nested relations (relationJoins). */
  readonly prisma: PrismaClient;
  readonly pool: StatementPool;
  /** Runs `work` for `actor`; prisma, pool and withActor work only inside. */
  runAs<Value>(actor: Actor, work: () => Value | PromiseLike<Value>): Promise<Value>;
  /** One transaction for writes as the current actor, named afresh; a thrown error undoes all of it. */
  withActor<Value>(work: (tx: Transaction) => Promise<Value>): Promise<Value>;
  /**
   * Reads as the current actor that all see one instant, on one connection. `work` asks nothing of the database but these: whoever
   * holds a connection and waits for a second one may wait for ever.
   */
  readTogether<Value>(work: (reads: Reads) => Promise<Value>): Promise<Value>;
  /** Who a verified subject is, with today's permissions; null where unknown or inactive. Names him on the connection. */
  authenticateSubject(issuer: string, subject: string): Promise<Authenticated | null>;
  /** Whose a token is: `digest` is the SHA-256 of its text, 64 lower-case hex digits. Null where there is none. */
  authenticateToken(digest: string): Promise<AuthenticatedToken | null>;
  /** The office this database belongs to; null before it is set up. Needs no actor: it holds no person. */
  findOffice(): Promise<Office | null>;
  /** Takes a job that waits, or one whose process died, for so many seconds; null where there is none. Needs no actor. */
  takeJob(leaseSeconds: number): Promise<TakenJob | null>;
  /** Keeps a taken job; false where it no longer runs. */
  renewJob(jobId: string, leaseSeconds: number): Promise<boolean>;
  /** Ends a taken job with the code of what failed. */
  failJob(jobId: string, code: string): Promise<void>;
  /** Drops uploads and exported files past their time, and answers how many. Needs no actor. */
  dropExpiredFiles(): Promise<number>;
  /** What was chained after a place and others must hear of, at most `limit` entries. Needs no actor: it names nobody. */
  listEvents(after: string, limit: number): Promise<Feed>;
  /** The chain's last place; "0" while it is empty. */
  findEventHead(): Promise<string>;
  /** Takes a webhook that has something to be delivered, for so many seconds; null where there is none. Needs no actor. */
  takeWebhook(leaseSeconds: number): Promise<TakenWebhook | null>;
  /** Moves a taken webhook on and gives it back. */
  settleWebhook(webhookId: string, outcome: WebhookOutcome): Promise<void>;
  /** Gives a taken webhook back after an event set aside was sent again; null where it may no longer be told. */
  settleResend(webhookId: string, sequence: string, tried: WebhookTried | null): Promise<void>;
  /** Logs what the current actor read of others, in one INSERT; without entries nothing is sent. */
  recordAccess(entries: readonly AccessRecord[]): Promise<void>;
  close(): Promise<void>;
}

/** Connects nothing yet: the first statement does. */
export function openDatabase(options: DatabaseOptions): Database {
  const changes = options.keepsIdentities === true ? new IdentityChanges(options.url) : null;
  const kept = changes && new KeptIdentities(changes);
  const pool = new ActorPool({
    changes,
    connectionString: options.url,
    max: options.poolSize ?? 10,
    options: '-c search_path=congvu,public',
    types: { getTypeParser: parserFor },
  });
  // A connection that breaks (the server stopped) is dropped by the pool, and the next statement reports it; without a
  // listener of its own, one that breaks between two statements or after the pool's end would end the process.
  pool.on('error', () => undefined);
  pool.on('connect', (client) => client.on('error', () => undefined));
  const { auditSigner = null, onStatement } = options;
  if (onStatement) pool.on('connect', (client) => reportStatements(client, onStatement));
  const prisma = openPrismaClient(pool);

  return {
    auditKey: auditSigner === null ? null : { keyId: auditSigner.keyId, publicKey: auditSigner.publicKey },
    prisma,
    pool: {
      query: (text, values = []) => pool.query({ name: preparedName(text), text, values: [...values] }),
    },
    runAs,
    readTogether: (work) => readTogether(pool, work),
    withActor: async (work) => {
      try {
        return await openTransaction(prisma, auditSigner, work);
      } finally {
        // What this process changed it knows before the database tells it.
        changes?.advance();
      }
    },
    authenticateSubject: (issuer, subject) => {
      const ask = () => authenticateSubject(pool, issuer, subject);
      return kept ? kept.find(issuer, subject, ask) : ask();
    },
    authenticateToken: (digest) => authenticateToken(pool, digest),
    findOffice: () => pool.askForNobody<Office>('SELECT name, demonstration FROM congvu.office', []),
    takeJob: (leaseSeconds) => takeJob(pool, leaseSeconds),
    renewJob: (jobId, leaseSeconds) => renewJob(pool, jobId, leaseSeconds),
    failJob: (jobId, code) => failJob(pool, jobId, code),
    dropExpiredFiles: () => dropExpiredFiles(pool),
    listEvents: (after, limit) => listEvents(pool, after, limit),
    findEventHead: () => findEventHead(pool),
    takeWebhook: (leaseSeconds) => takeWebhook(pool, leaseSeconds),
    settleWebhook: (webhookId, outcome) => settleWebhook(pool, webhookId, outcome),
    settleResend: (webhookId, sequence, tried) => settleResend(pool, webhookId, sequence, tried),
    recordAccess: (entries) => insertAccessEntries(pool, getActor(), entries),
    close: async () => {
      await changes?.close();
      await prisma.$disconnect();
      await pool.end();
    },
  };
}

/** A date is a date: pg's own parser makes it an instant of the server's time zone. */
function parserFor(...request: Parameters<typeof pg.types.getTypeParser>) {
  const [oid] = request;
  return oid === pg.types.builtins.DATE ? (text: string) => text : pg.types.getTypeParser(...request);
}

function reportStatements(client: pg.PoolClient, onStatement: (text: string) => void): void {
  const query = client.query.bind(client) as (...parameters: unknown[]) => unknown;
  client.query = ((...parameters: unknown[]) => {
    const [first] = parameters;
    if (typeof first === 'string') onStatement(first);
    else if (first && typeof first === 'object' && 'text' in first) onStatement(String(first.text));
    return query(...parameters);
    // The wrapper passes every overload through unchanged.
  }) as typeof client.query;
}
