import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as delay } from 'node:timers/promises';
import { domainError } from '@congvu/schema/errors';
import type { Logger } from 'pino';
import { Failure } from './failure.ts';
import { PROVIDER_PATH } from './identity/paths.ts';

/** Answers one request; a rejection becomes an answer without details and a line in the log. */
type RequestListener = (request: IncomingMessage, response: ServerResponse) => unknown;

/** What the server answers with once everything behind it stands. */
export interface Doors {
  /** `/graphql` and all below it. */
  readonly graphql: RequestListener;
  /** All below `/files`: forms, dossiers and exports to download. */
  readonly files: RequestListener;
  /** `/oidc/…`; null where the embedded provider does not run. */
  readonly identity: RequestListener | null;
  /** `/docs` and the pages below it; absent in tests of other doors. */
  readonly docs?: RequestListener;
  /** Whether a request can be answered now: for balancers, which ask again. */
  readonly isReady: () => Promise<boolean>;
}

export interface ApiServer {
  readonly port: number;
  /** From here on requests are answered; before, `/livez` alone is. */
  readonly open: (doors: Doors) => void;
  /** Takes no new connection, lets requests in hand finish, then ends. May be called twice. */
  readonly close: () => Promise<void>;
}

/** How long requests in hand may take at the end, before they are cut off. */
const PATIENCE_MS = 10_000;
const READINESS_MS = 2_000;

/**
 * Takes the port and answers `/livez` at once; everything else waits for `open`.
 *
 * The port is taken first and not last, so that a second start fails before it touches any data. Throws PORT_TAKEN.
 */
export async function listen(host: string, port: number, log: Logger): Promise<ApiServer> {
  let doors: Doors | null = null;
  const server = createServer((request, response) => {
    Promise.resolve(route(doors, request, response)).catch((error: unknown) => {
      log.error({ err: error, path: pathOf(request) }, 'a request failed');
      if (response.headersSent) response.destroy();
      else answer(response, 500, { error: 'INTERNAL' });
    });
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => reject(toFailure(error, port)));
    server.listen(port, host, resolve);
  });
  let closed: Promise<void> | null = null;
  return {
    // A server that listens on a port has an address of this kind.
    port: (server.address() as AddressInfo).port,
    open: (opened) => {
      doors = opened;
    },
    close: () => {
      closed ??= new Promise((resolve) => {
        // A connection kept alive becomes idle only when its request is answered, so it is looked for again and again.
        const sweeping = setInterval(() => server.closeIdleConnections(), 50);
        const cutting = setTimeout(() => server.closeAllConnections(), PATIENCE_MS);
        server.close(() => {
          clearInterval(sweeping);
          clearTimeout(cutting);
          resolve();
        });
      });
      return closed;
    },
  };
}

function route(doors: Doors | null, request: IncomingMessage, response: ServerResponse): unknown {
  const path = pathOf(request);
  if (path === '/livez') return answer(response, 200, { live: true });
  if (path === '/readyz') return answerReadiness(doors, response);
  if (doors === null) return answer(response, 503, { ready: false });
  if (isUnder('/graphql', path)) return doors.graphql(request, response);
  if (isUnder('/files', path)) return doors.files(request, response);
  if (doors.docs !== undefined && isUnder('/docs', path)) return doors.docs(request, response);
  if (doors.identity !== null && isUnder(PROVIDER_PATH, path)) return doors.identity(request, response);
  if (path === '/') return void response.writeHead(302, { location: '/graphql' }).end();
  return answer(response, 404, { error: 'NOT_FOUND' });
}

async function answerReadiness(doors: Doors | null, response: ServerResponse): Promise<void> {
  // A database that does not answer in this time answers no user either.
  const late = delay(READINESS_MS, false, { ref: false });
  const ready = doors !== null && (await Promise.race([doors.isReady().catch(() => false), late]));
  answer(response, ready ? 200 : 503, { ready });
}

function answer(response: ServerResponse, status: number, body: object): void {
  response.writeHead(status, { 'content-type': 'application/json', 'cache-control': 'no-store' });
  response.end(JSON.stringify(body));
}

function pathOf(request: IncomingMessage): string {
  return (request.url ?? '/').split('?', 1)[0] ?? '/';
}

function isUnder(parent: string, path: string): boolean {
  return path === parent || path.startsWith(`${parent}/`);
}

function toFailure(error: NodeJS.ErrnoException, port: number): Error {
  // EACCES: a port below 1024 belongs to the system, so it is as good as taken.
  const isTaken = error.code === 'EADDRINUSE' || error.code === 'EACCES';
  return isTaken ? new Failure(domainError('PORT_TAKEN', { port }), error) : error;
}
