import type { BearerOutcome, VerifyBearer } from './identity/bearer.ts';

export type FindIdentity = (request: Request) => Promise<BearerOutcome>;

/** Who a request's bearer is, asked once a request: the trusted-document check and the context both need him. */
export function createIdentityLookup(verifyBearer: VerifyBearer): FindIdentity {
  const known = new WeakMap<Request, Promise<BearerOutcome>>();
  return (request) => {
    let outcome = known.get(request);
    if (outcome === undefined) {
      outcome = verifyBearer(request.headers.get('authorization'));
      known.set(request, outcome);
    }
    return outcome;
  };
}
