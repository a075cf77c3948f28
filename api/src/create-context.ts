import type { Database } from '@congvu/prisma/database';
import { domainError } from '@congvu/schema/errors';
import { toLocalDate } from '@congvu/schema/primitives/local-date';
import { AccessLog } from './access/access-log.ts';
import type { Context, ServerFacts } from './context.ts';
import { requestError } from './error/request-error.ts';
import type { LiveRequest } from './events/live-request.ts';
import type { FindIdentity } from './identity-lookup.ts';
import type { RateLimiter } from './limits/rate-limiter.ts';
import { defaultPurpose, requestFacts } from './request-facts.ts';

interface ContextParts {
  readonly request: Request;
  readonly database: Database;
  readonly facts: ServerFacts;
  readonly findIdentity: FindIdentity;
  readonly limiter: RateLimiter;
  readonly now: Date;
  /** What a subscription goes on with; absent where there is one answer alone. */
  readonly live?: LiveRequest;
}

/**
 * What a request's resolvers may know. A request without a token goes on as nobody, for what is open; one whose token is
 * refused ends here. Errors: UNAUTHENTICATED with its reason, RATE_LIMITED.
 */
export async function createContext(parts: ContextParts): Promise<Context> {
  const { request, database, facts, findIdentity, limiter, now, live } = parts;
  const said = requestFacts(request);
  const outcome = await findIdentity(request);
  if (!outcome.ok && request.headers.has('authorization')) {
    throw requestError(domainError(outcome.code), said.locale, 401);
  }
  const actor = outcome.ok ? outcome.identity : null;
  // Those without a token share one bucket: what is open to them is small.
  const rate = limiter.take(actor?.userId ?? 'nobody', now.getTime());
  if (!rate.isAllowed) throw requestError(domainError('RATE_LIMITED', { retryAfterSeconds: 1 }), said.locale, 429);
  const purpose = said.statedPurpose ?? defaultPurpose(actor?.clientId ?? null);
  return {
    ...said,
    database,
    facts,
    actor,
    signInFailure: outcome.ok ? null : outcome.code,
    purpose,
    now,
    today: toLocalDate(now),
    loaders: new Map(),
    access: new AccessLog(actor, purpose, said.locale),
    measure: null,
    remainingRequests: rate.remaining,
    ...(live === undefined ? {} : { live }),
  };
}
