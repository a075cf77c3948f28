import type { Authenticated, Database } from '@congvu/prisma/database';
import { decodeJwt, errors, type JWTPayload, type JWTVerifyGetKey, jwtVerify } from 'jose';
import { digestOf, isPersonalToken } from './personal-token.ts';

/** Why a request names nobody; each is a code of the error catalogue. */
export type BearerFailure = 'UNAUTHENTICATED' | 'TOKEN_EXPIRED' | 'TOKEN_REVOKED' | 'TOKEN_FOREIGN_ISSUER';

/** Who asks: what the database knows of him, and the client that asks for him (null: a script with a personal token). */
export type BearerIdentity = Authenticated & { readonly clientId: string | null };

export type BearerOutcome =
  | { readonly ok: true; readonly identity: BearerIdentity }
  | { readonly ok: false; readonly code: BearerFailure };

/** `authorization` is the header's text, null where there is none. Throws only where the database or the issuer fails. */
export type VerifyBearer = (authorization: string | null) => Promise<BearerOutcome>;

/** The issuer whose tokens are taken: the embedded provider or the office's own. */
export interface TrustedIssuer {
  /** The `iss` of its tokens, compared to the letter. */
  readonly issuer: string;
  /** The issuer its users are recorded under: `issuer` itself, or "embedded" for the provider whose address changes. */
  readonly recordedAs: string;
  readonly audience: string;
  /** The claim that names the user: "sub" unless OIDC_EMPLOYEE_CLAIM says otherwise. */
  readonly subjectClaim: string;
  readonly findKey: JWTVerifyGetKey;
}

export interface BearerOptions {
  readonly database: Pick<Database, 'authenticateSubject' | 'authenticateToken'>;
  /** Null where only personal tokens sign in. */
  readonly trusted: TrustedIssuer | null;
}

const SCHEME = /^Bearer +([\w.~+/=-]+)$/i;

/** Signed by what a thief of a public key cannot do: no HMAC, no "none". */
const ALGORITHMS = ['RS256', 'PS256', 'ES256', 'EdDSA'];
/** Clocks of two servers in one office differ by seconds. */
const CLOCK_TOLERANCE_SECONDS = 15;

/** Checks the bearer of a request: a JWT of the trusted issuer, or a personal token by its digest. */
export function createBearerVerifier({ database, trusted }: BearerOptions): VerifyBearer {
  const signatures = new SignatureCache();

  return async (authorization) => {
    const token = SCHEME.exec(authorization ?? '')?.[1];
    if (token === undefined) return refuse('UNAUTHENTICATED');
    if (isPersonalToken(token)) return verifyPersonalToken(database, token);
    const issuer = readIssuer(token);
    if (issuer === null) return refuse('UNAUTHENTICATED');
    if (trusted === null || issuer !== trusted.issuer) return refuse('TOKEN_FOREIGN_ISSUER');
    return verifySignedToken(database, trusted, signatures, token);
  };
}

async function verifyPersonalToken(database: BearerOptions['database'], token: string): Promise<BearerOutcome> {
  const found = await database.authenticateToken(digestOf(token));
  if (found === null) return refuse('UNAUTHENTICATED');
  const { expired, revoked, ...actor } = found;
  if (revoked) return refuse('TOKEN_REVOKED');
  if (expired) return refuse('TOKEN_EXPIRED');
  return { ok: true, identity: { ...actor, clientId: null } };
}

async function verifySignedToken(
  database: BearerOptions['database'],
  trusted: TrustedIssuer,
  signatures: SignatureCache,
  token: string,
): Promise<BearerOutcome> {
  const claims = signatures.find(token) ?? (await verifySignature(trusted, token));
  if (typeof claims === 'string') return refuse(claims);
  signatures.remember(token, claims);
  const subject = claims[trusted.subjectClaim];
  if (typeof subject !== 'string' || subject === '') return refuse('UNAUTHENTICATED');
  // Asked at every request, or kept until it changes: who was struck off a minute ago has a valid signature still.
  const actor = await database.authenticateSubject(trusted.recordedAs, subject);
  if (actor === null) return refuse('UNAUTHENTICATED');
  return { ok: true, identity: { ...actor, clientId: clientOf(claims) } };
}

async function verifySignature(trusted: TrustedIssuer, token: string): Promise<JWTPayload | BearerFailure> {
  try {
    const { payload } = await jwtVerify(token, trusted.findKey, {
      issuer: trusted.issuer,
      audience: trusted.audience,
      algorithms: ALGORITHMS,
      clockTolerance: CLOCK_TOLERANCE_SECONDS,
      requiredClaims: ['exp'],
    });
    return payload;
  } catch (error) {
    if (error instanceof errors.JWTExpired) return 'TOKEN_EXPIRED';
    if (isFaultOfIssuer(error)) throw error;
    return 'UNAUTHENTICATED';
  }
}

/** The issuer did not answer, or not with keys: nothing can be said of the token, and that is not its bearer's fault. */
function isFaultOfIssuer(error: unknown): boolean {
  return (
    !(error instanceof errors.JOSEError) || error instanceof errors.JWKSTimeout || error instanceof errors.JWKSInvalid
  );
}

/** RFC 9068 says `client_id`; others say `azp`. */
function clientOf(claims: JWTPayload): string | null {
  const client = claims.client_id ?? claims.azp;
  return typeof client === 'string' ? client : null;
}

/** Who the token says it is of, before anything is believed; null where it is no JWT. */
function readIssuer(token: string): string | null {
  try {
    return decodeJwt(token).iss ?? null;
  } catch {
    return null;
  }
}

function refuse(code: BearerFailure): BearerOutcome {
  return { ok: false, code };
}

/**
 * Claims of signatures already checked, until they end: a screen sends one token many times, and checking the
 * signature costs more than everything else here. It holds nothing that could be revoked.
 */
class SignatureCache {
  readonly #claims = new Map<string, JWTPayload>();
  readonly #maximum = 2_000;

  find(token: string): JWTPayload | undefined {
    const claims = this.#claims.get(token);
    if (claims === undefined || !hasEnded(claims)) return claims;
    this.#claims.delete(token);
    return undefined;
  }

  remember(token: string, claims: JWTPayload): void {
    if (this.#claims.has(token)) return;
    if (this.#claims.size >= this.#maximum) {
      const [oldest] = this.#claims.keys();
      if (oldest !== undefined) this.#claims.delete(oldest);
    }
    this.#claims.set(token, claims);
  }
}

function hasEnded(claims: JWTPayload): boolean {
  return claims.exp === undefined || claims.exp + CLOCK_TOLERANCE_SECONDS <= Date.now() / 1000;
}
