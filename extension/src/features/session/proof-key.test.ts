import { expect, it } from 'vitest';
import { createProofKey, fromBase64Url, randomText, toBase64Url } from './proof-key.ts';

it('gives the challenge of RFC 7636, appendix B', async () => {
  const { challenge } = await createProofKey('dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk');
  expect(challenge).toBe('E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM');
});

it('makes a verifier of the allowed length and alphabet, another one each time', async () => {
  const { verifier } = await createProofKey();
  expect(verifier).toMatch(/^[A-Za-z0-9_-]{43}$/);
  expect(randomText(32)).not.toBe(verifier);
});

it.each([0, 1, 2, 3, 20_000])('reads back the %i bytes it wrote', (count) => {
  const bytes = new Uint8Array(count).map((_, index) => index % 251);
  expect(fromBase64Url(toBase64Url(bytes))).toEqual(bytes);
});
