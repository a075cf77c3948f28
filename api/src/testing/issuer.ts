import { exportJWK, generateKeyPair, jwtVerify, SignJWT } from 'jose';
import type { TrustedIssuer } from '../identity/bearer.ts';

const ISSUER = 'http://issuer.test/oidc';
const AUDIENCE = 'congvu';

/** An issuer of real signed tokens, known to whoever trusts it here. */
export async function createTestIssuer() {
  const { privateKey, publicKey } = await generateKeyPair('ES256');
  const key = { ...(await exportJWK(publicKey)), alg: 'ES256' };
  const trusted: TrustedIssuer = {
    issuer: ISSUER,
    recordedAs: 'embedded',
    audience: AUDIENCE,
    subjectClaim: 'sub',
    findKey: async () => key,
  };
  return {
    trusted,
    sign: (
      subject: string,
      claims: { readonly issuer?: string; readonly expiresIn?: string; readonly clientId?: string } = {},
    ) =>
      new SignJWT({ client_id: claims.clientId ?? 'congvu-graphiql' })
        .setProtectedHeader({ alg: 'ES256' })
        .setSubject(subject)
        .setIssuer(claims.issuer ?? ISSUER)
        .setAudience(AUDIENCE)
        .setIssuedAt()
        .setExpirationTime(claims.expiresIn ?? '10m')
        .sign(privateKey),
    /** The subject of a token of this issuer; rejects any other. */
    verify: async (token: string): Promise<string> => {
      const { payload } = await jwtVerify(token, publicKey, { issuer: ISSUER, audience: AUDIENCE });
      return payload.sub ?? '';
    },
  };
}
