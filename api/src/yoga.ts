import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Database } from '@congvu/prisma/database';
import { toLocalDate } from '@congvu/schema/primitives/local-date';
import { usePersistedOperations } from '@graphql-yoga/plugin-persisted-operations';
import { createYoga } from 'graphql-yoga';
import type { Logger } from 'pino';
import { useAccessLog } from './access/access-log-hook.ts';
import type { Context, ServerFacts } from './context.ts';
import { createContext } from './create-context.ts';
import { useDeprecations } from './deprecation/deprecation-plugin.ts';
import { createErrorMask, useRequestId } from './error/mask-error.ts';
import { EventFeed } from './events/event-feed.ts';
import { EventStreams } from './events/event-streams.ts';
import { renderGraphiqlPage } from './graphiql/graphiql-page.ts';
import { signInScript } from './graphiql/sign-in-script.ts';
import type { VerifyBearer } from './identity/bearer.ts';
import { createIdentityLookup } from './identity-lookup.ts';
import { readBody, useBodyLimit } from './limits/body-limit.ts';
import { LIMITS } from './limits/limits.ts';
import { useLimits } from './limits/limits-plugin.ts';
import { RateLimiter } from './limits/rate-limiter.ts';
import { useUsedLimits } from './limits/used-limits-plugin.ts';
import { schema } from './schema.ts';
import { loadTrustedDocuments, trustedDocumentOptions } from './trusted-documents.ts';
import { useActor } from './use-actor.ts';

export interface YogaParts {
  readonly database: Database;
  readonly verifyBearer: VerifyBearer;
  readonly facts: ServerFacts;
  readonly log: Logger;
  /** Shared with `/files`; one of its own with LIMITS.requestsPerMinute unless given. */
  readonly limiter?: RateLimiter;
  /** Subscriptions of this process; some of its own unless given, which then end with their connections. */
  readonly streams?: EventStreams;
  /** The clock of the process unless a test stands it still. */
  readonly now?: () => Date;
}

/** What yoga hands on of node’s own. */
interface NodeRequest {
  readonly req: IncomingMessage;
  readonly res: ServerResponse;
}

export type RequestListener = (request: IncomingMessage, response: ServerResponse) => void | Promise<void>;

/**
 * The api's door: a listener for `/graphql` and what lies below it.
 *
 * The order of the plugins is the order of the checks, cheapest first: size of the body, trusted document, size of the
 * operation, who asks and how often; then it is executed as that actor, and what was read is logged before it leaves.
 */
export function createYogaHandler(parts: YogaParts): RequestListener {
  const { database, facts, log } = parts;
  const now = parts.now ?? (() => new Date());
  const findIdentity = createIdentityLookup(parts.verifyBearer);
  const limiter = parts.limiter ?? new RateLimiter(LIMITS.requestsPerMinute);
  const streams = parts.streams ?? new EventStreams(new EventFeed({ database, log }));
  const live = (request: Request, response: ServerResponse) => ({
    response,
    streams,
    verify: () => parts.verifyBearer(request.headers.get('authorization')),
    now,
    log,
  });
  const yoga = createYoga<NodeRequest, Context>({
    schema,
    graphqlEndpoint: '/graphql',
    landingPage: false,
    batching: false,
    multipart: false,
    // readBody() has read it by then, and useBodyLimit() refuses with our error.
    maxRequestBodySize: false,
    extraParamNames: ['documentId'],
    // Errors are logged where they are masked, with their request's id.
    logging: false,
    maskedErrors: { maskError: createErrorMask(log), errorMessage: 'INTERNAL' },
    cors: false,
    renderGraphiQL: () => renderGraphiqlPage(facts, toLocalDate(now())),
    context: ({ request, res }) =>
      createContext({ request, database, facts, findIdentity, limiter, now: now(), live: live(request, res) }),
    plugins: [
      useBodyLimit(),
      usePersistedOperations<Context>(trustedDocumentOptions(loadTrustedDocuments(), findIdentity)),
      useLimits(),
      useDeprecations({ isRehearsed: facts.rehearsesDeprecations === true }),
      useActor(),
      useAccessLog(),
      useUsedLimits(),
      useRequestId(),
    ],
  });
  return async (request, response) => {
    if (request.url?.split('?')[0] === '/graphql/sign-in.js') {
      response.writeHead(200, { 'content-type': 'text/javascript; charset=utf-8', 'cache-control': 'no-cache' });
      response.end(signInScript);
      return;
    }
    if (await readBody(request)) await yoga(request, response);
  };
}
