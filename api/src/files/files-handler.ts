import type { IncomingMessage, ServerResponse } from 'node:http';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { Database } from '@congvu/prisma/database';
import { domainError, type ErrorCode, errorCatalogue, isErrorCode } from '@congvu/schema/errors';
import { describeError } from '@congvu/schema/texts';
import type { Logger } from 'pino';
import { recordNotes } from '../access/access-log-hook.ts';
import type { Context, ServerFacts } from '../context.ts';
import { createContext } from '../create-context.ts';
import { notFound, RequestError } from '../error/request-error.ts';
import type { VerifyBearer } from '../identity/bearer.ts';
import { createIdentityLookup } from '../identity-lookup.ts';
import type { RateLimiter } from '../limits/rate-limiter.ts';
import { requestFacts } from '../request-facts.ts';
import { mayRead, refusal } from '../request-scopes.ts';
import { receiveUpload } from '../upload/receive-upload.ts';
import { attachment } from './content-disposition.ts';
import type { Download, FileRoute } from './download.ts';
import { fileRoutes } from './file-routes.ts';

export interface FilesParts {
  readonly database: Database;
  readonly verifyBearer: VerifyBearer;
  readonly facts: ServerFacts;
  readonly log: Logger;
  /** The one of `/graphql`: a user's requests count together. */
  readonly limiter: RateLimiter;
  readonly now?: () => Date;
}

/** Never kept by a cache, never guessed to be a page, never shown inside another site. */
const GUARDS = {
  'cache-control': 'no-store',
  'x-content-type-options': 'nosniff',
  'cross-origin-resource-policy': 'same-origin',
  'referrer-policy': 'no-referrer',
} as const;

/** The one path that takes a file instead of giving one. */
const UPLOAD_PATH = '/files/upload';

/**
 * `GET` and `HEAD` below `/files`, and `PUT /files/upload`: the same bearer, actor, rights, purpose, rate and access log as
 * `/graphql`.
 *
 * A file is answered after everything in it was read and the reads were logged. What one may not see is 404, as if absent.
 */
export function createFilesHandler(
  parts: FilesParts,
): (request: IncomingMessage, response: ServerResponse) => Promise<void> {
  const findIdentity = createIdentityLookup(parts.verifyBearer);
  const now = parts.now ?? (() => new Date());
  return async (incoming, response) => {
    const request = toRequest(incoming);
    const isUpload = incoming.method === 'PUT' && new URL(request.url).pathname === UPLOAD_PATH;
    try {
      if (isUpload) {
        const context = await createContext({ ...parts, request, findIdentity, now: now() });
        const name = new URL(request.url).searchParams.get('name') ?? '';
        return answerJson(response, 201, await receiveUpload(context, incoming, name));
      }
      if (incoming.method !== 'GET' && incoming.method !== 'HEAD') return refuseMethod(request, response);
      const context = await createContext({ ...parts, request, findIdentity, now: now() });
      const download = await makeDownload(context, new URL(request.url).pathname);
      await recordNotes(context);
      await send(download, response, incoming.method === 'HEAD');
    } catch (error) {
      if (response.headersSent) {
        // Cut off, so that nobody takes a part for the whole.
        parts.log.error({ err: error, requestId: requestFacts(request).requestId }, 'a file broke off');
        response.destroy();
      } else {
        if (isUpload && !incoming.complete) endUpload(incoming, response);
        answerError(parts.log, request, response, error);
      }
    }
  };
}

async function makeDownload(context: Context, path: string): Promise<Download> {
  if (context.actor === null) throw refusal(context);
  const { route, groups } = findRoute(context, path);
  if (route.permission !== null && !mayRead(context.actor, route.permission)) throw refusal(context);
  const { userId, tokenScopes } = context.actor;
  const { purpose, requestId } = context;
  return context.database.runAs({ userId, tokenScopes, purpose, requestId }, () => route.make(context, ...groups));
}

function findRoute(context: Context, path: string): { readonly route: FileRoute; readonly groups: readonly string[] } {
  const decoded = decode(path);
  for (const route of fileRoutes) {
    const match = route.path.exec(decoded);
    if (match !== null) return { route, groups: match.slice(1) };
  }
  throw notFound(context.locale);
}

/** A path that is not percent-encoded properly names nothing. */
function decode(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    return '';
  }
}

async function send(
  { body, fileName, mediaType, headers }: Download,
  response: ServerResponse,
  isHead: boolean,
): Promise<void> {
  response.writeHead(200, {
    ...GUARDS,
    'content-type': mediaType,
    'content-disposition': attachment(fileName),
    ...(body instanceof Uint8Array ? { 'content-length': body.byteLength } : {}),
    ...headers,
  });
  if (isHead) response.end();
  else if (body instanceof Uint8Array) response.end(body);
  else await pipeline(Readable.from(body, { objectMode: false }), response);
}

/** How long the rest of a refused file is read and thrown away: who still sends would else not hear why. */
const DRAIN_MS = 2_000;

/**
 * Refused in the middle: the answer goes out, then the connection ends. It is not said to close, for then it would at once, and
 * what is still on its way would undo the answer.
 */
function endUpload(incoming: IncomingMessage, response: ServerResponse): void {
  response.once('finish', () => {
    incoming.resume();
    const late = setTimeout(() => incoming.destroy(), DRAIN_MS);
    incoming.once('close', () => clearTimeout(late));
  });
}

/** The request as the checks of `/graphql` know it. The path, and of an upload the name, is all that is used of its address. */
function toRequest(incoming: IncomingMessage): Request {
  const headers = new Headers();
  for (const [name, value] of Object.entries(incoming.headers)) {
    if (value !== undefined) headers.set(name, Array.isArray(value) ? value.join(', ') : value);
  }
  const path = incoming.url?.startsWith('/') ? incoming.url : '/';
  return new Request(new URL(`http://localhost${path}`), { headers });
}

function refuseMethod(request: Request, response: ServerResponse): void {
  const message = describeError(domainError('BAD_REQUEST'), requestFacts(request).locale);
  response.setHeader('allow', 'GET, HEAD');
  answerJson(response, 405, { code: 'BAD_REQUEST', message, requestId: requestFacts(request).requestId });
}

function answerError(log: Logger, request: Request, response: ServerResponse, error: unknown): void {
  const { locale, requestId } = requestFacts(request);
  if (error instanceof RequestError) {
    const code = codeOf(error);
    const status = errorCatalogue[code].httpStatus;
    if (status === 429) response.setHeader('retry-after', '1');
    if (status === 401) response.setHeader('www-authenticate', 'Bearer');
    answerJson(response, status, { code, message: error.message, requestId });
    return;
  }
  log.error({ err: error, requestId }, 'a file could not be made');
  answerJson(response, 500, {
    code: 'INTERNAL',
    message: describeError(domainError('INTERNAL', { requestId }), locale),
    requestId,
  });
}

/** The exact cause where there is one, else the class, which is a code too. */
function codeOf({ extensions }: RequestError): ErrorCode {
  const given = String(extensions.reason ?? extensions.code);
  return isErrorCode(given) ? given : 'INTERNAL';
}

function answerJson(response: ServerResponse, status: number, body: object): void {
  response.writeHead(status, { ...GUARDS, 'content-type': 'application/json; charset=utf-8' });
  response.end(JSON.stringify(body));
}
