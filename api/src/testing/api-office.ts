import { randomUUID } from 'node:crypto';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createEphemeralSigner } from '@congvu/prisma/audit';
import { type Database, openDatabase } from '@congvu/prisma/database';
import type pg from 'pg';
import { pino } from 'pino';
import { createSeededDatabase, seededToday } from '../../../test/testkit/database.ts';
import { EventFeed } from '../events/event-feed.ts';
import { EventStreams, type StreamLimits } from '../events/event-streams.ts';
import { createFilesHandler } from '../files/files-handler.ts';
import { createBearerVerifier } from '../identity/bearer.ts';
import { LIMITS } from '../limits/limits.ts';
import { RateLimiter } from '../limits/rate-limiter.ts';
import type { ReceiverNetwork } from '../webhook/receiver-network.ts';
import { createYogaHandler } from '../yoga.ts';
import { createTestIssuer } from './issuer.ts';

/** What a query answered, in the shape of the query. A test reads what it asked for; a wrong path fails the test. */
// biome-ignore lint/suspicious/noExplicitAny: the shape is the query's
export type QueryData = any;

export interface GraphqlAnswer {
  readonly status: number;
  readonly headers: Headers;
  readonly data: QueryData;
  readonly errors: readonly {
    readonly message: string;
    readonly path?: readonly unknown[];
    readonly extensions: Record<string, unknown>;
  }[];
  readonly extensions: Record<string, Record<string, number>>;
}

type Ask = (query: string, variables?: object, headers?: Record<string, string>) => Promise<GraphqlAnswer>;

export interface ApiOffice {
  readonly url: string;
  /** Of the same database, for another process. */
  readonly apiUrl: string;
  readonly streams: EventStreams;
  readonly database: Database;
  readonly ownerPool: pg.Pool;
  /** Every statement since it was last emptied, in order. */
  readonly statements: string[];
  /** Lines of the api's log. */
  readonly log: string[];
  /** Asks as a demonstration account in a session of a client, "congvu-graphiql" unless stated. */
  as(userName: string, clientId?: string): Ask;
  /** Asks with any authorization header, or none. */
  withBearer(authorization: string | null): Ask;
  /** A session's token as the identity provider would sign it. */
  tokenOf(
    userName: string,
    claims?: { readonly issuer?: string; readonly expiresIn?: string; readonly clientId?: string },
  ): Promise<string>;
  close(): Promise<void>;
}

/**
 * The demonstration behind the real handler on a free port, with real tokens of an issuer of its own. Time stands still unless
 * a test moves it.
 */
export async function openApiOffice(
  now: () => Date = () => new Date(`${seededToday}T08:00:00+07:00`),
  limits: Partial<StreamLimits> = {},
  receivers?: ReceiverNetwork,
): Promise<ApiOffice> {
  const seeded = await createSeededDatabase();
  const statements: string[] = [];
  const log: string[] = [];
  const database = openDatabase({
    url: seeded.urls.apiUrl,
    poolSize: 4,
    auditSigner: createEphemeralSigner(),
    onStatement: (text) => statements.push(text),
  });
  const issuer = await createTestIssuer();
  const parts = {
    database,
    verifyBearer: createBearerVerifier({ database, trusted: issuer.trusted }),
    facts: {
      demonstration: true,
      publicUrl: 'http://127.0.0.1',
      issuer: issuer.trusted.issuer,
      graphiqlClientId: 'congvu-graphiql',
      ...(receivers === undefined ? {} : { receivers }),
    },
    log: pino(
      { level: 'warn' },
      {
        write: (line: string) => {
          log.push(line);
          // A fault of ours is the first thing whoever reads a failed test wants to see.
          if (line.includes('"level":50')) console.error(line.slice(0, 2_000));
        },
      },
    ),
    now,
    limiter: new RateLimiter(LIMITS.requestsPerMinute),
  };
  const streams = new EventStreams(new EventFeed({ database, log: parts.log }), limits);
  const graphql = createYogaHandler({ ...parts, streams });
  const files = createFilesHandler(parts);
  const server = createServer((request, response) => {
    void (request.url?.startsWith('/files/') ? files : graphql)(request, response);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/graphql`;

  const tokenOf: ApiOffice['tokenOf'] = async (userName, claims = {}) => {
    const { rows } = await seeded.ownerPool.query<{ subject: string }>(
      'select subject from congvu.user_account where user_name = $1',
      [userName],
    );
    return issuer.sign(rows[0]?.subject ?? 'nobody', claims);
  };
  const withBearer =
    (authorization: string | null): Ask =>
    (query, variables = {}, headers = {}) =>
      post(url, { query, variables }, { ...(authorization === null ? {} : { authorization }), ...headers });
  return {
    url,
    apiUrl: seeded.urls.apiUrl,
    streams,
    database,
    ownerPool: seeded.ownerPool,
    statements,
    log,
    tokenOf,
    withBearer,
    as: (userName, clientId) => async (query, variables, headers) =>
      withBearer(`Bearer ${await tokenOf(userName, clientId === undefined ? {} : { clientId })}`)(
        query,
        variables,
        headers,
      ),
    close: async () => {
      streams.close();
      await new Promise((resolve) => server.close(resolve));
      await database.close();
      await seeded.drop();
    },
  };
}

/** Sends a body and reads the answer; what a test then misses, its failure shows. */
export async function post(
  url: string,
  body: object | string,
  headers: Record<string, string>,
): Promise<GraphqlAnswer> {
  const response = await fetch(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body: typeof body === 'string' ? body : JSON.stringify(body),
  });
  const answer = (await response.json()) as Partial<GraphqlAnswer>;
  return {
    status: response.status,
    headers: response.headers,
    data: answer.data ?? null,
    errors: answer.errors ?? [],
    extensions: answer.extensions ?? {},
  };
}

/** A key no other call has. */
export function newKey(): string {
  return randomUUID();
}
