import { randomUUID } from 'node:crypto';
import type { Locale } from '@congvu/schema/texts';
import { isPurpose, type Purpose } from './access/purpose.ts';
import type { RequestFacts } from './context.ts';

const REQUEST_ID = /^[A-Za-z0-9_-]{8,64}$/;
const SCREEN = /^[a-z0-9/_-]{1,64}$/;

const known = new WeakMap<Request, RequestFacts>();

/** What the headers say, read once a request. A header of a wrong shape counts as absent. */
export function requestFacts(request: Request): RequestFacts {
  let facts = known.get(request);
  if (facts === undefined) {
    facts = readFacts(request.headers);
    known.set(request, facts);
  }
  return facts;
}

function readFacts(headers: Headers): RequestFacts {
  const requestId = headers.get('x-request-id') ?? '';
  const screen = headers.get('x-client') ?? '';
  const purpose = headers.get('x-purpose');
  return {
    requestId: REQUEST_ID.test(requestId) ? requestId : randomUUID(),
    locale: readLocale(headers.get('accept-language')),
    screen: SCREEN.test(screen) ? screen : null,
    statedPurpose: isPurpose(purpose) ? purpose : null,
  };
}

/** English only where it is asked for before Vietnamese; everything else reads Vietnamese. */
export function readLocale(header: string | null): Locale {
  for (const part of (header ?? '').toLowerCase().split(',')) {
    const language = part.trim().slice(0, 2);
    if (language === 'vi' || language === 'en') return language;
  }
  return 'vi';
}

/** The purpose a client reads under when it states none. Personal tokens have no default: a script must say why it reads. */
export function defaultPurpose(clientId: string | null): Purpose | null {
  switch (clientId) {
    case 'congvu-extension':
      return 'EVALUATE';
    case 'congvu-graphiql':
      return 'STATISTICS';
    default:
      return null;
  }
}
