/** A fraction in lowest terms as two whole numbers, so that the test adds up exactly and by itself. */
export type Fraction = readonly [numerator: bigint, denominator: bigint];

export function readFraction(text: string | null | undefined): Fraction {
  const [numerator = '0', denominator = '1'] = (text ?? '').split('/');
  return lowest(BigInt(numerator), BigInt(denominator));
}

export function sumOf(texts: readonly string[]): Fraction {
  return texts.map(readFraction).reduce(([a, b], [c, d]) => lowest(a * d + c * b, b * d), [0n, 1n]);
}

export function meanOf(texts: readonly (string | null)[]): Fraction {
  const present = texts.filter((text) => text !== null);
  const [numerator, denominator] = sumOf(present);
  return lowest(numerator, denominator * BigInt(present.length));
}

export function lowest(numerator: bigint, denominator: bigint): Fraction {
  let [a, b] = [numerator < 0n ? -numerator : numerator, denominator];
  while (b > 0n) [a, b] = [b, a % b];
  return [numerator / a, denominator / a];
}
