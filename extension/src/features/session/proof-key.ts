/** Proof key for code exchange (RFC 7636), method S256. */
export type ProofKey = { readonly verifier: string; readonly challenge: string };

/** `bytes` random bytes, base64url without padding. */
export function randomText(bytes: number): string {
  return toBase64Url(crypto.getRandomValues(new Uint8Array(bytes)));
}

export async function createProofKey(verifier: string = randomText(32)): Promise<ProofKey> {
  const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(verifier));
  return { verifier, challenge: toBase64Url(new Uint8Array(digest)) };
}

function toBase64Url(bytes: Uint8Array): string {
  return btoa(String.fromCharCode(...bytes))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .replaceAll('=', '');
}
