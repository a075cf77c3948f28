/** A stream of numbers that looks random and is the same on every machine for the same key. Never for secrets. */
export interface Randomness {
  /** 0 ≤ x < 1 */
  fraction(): number;
  /** An integer, both ends inclusive. */
  between(lowest: number, highest: number): number;
  chance(probability: number): boolean;
  pick<const Values extends readonly [unknown, ...unknown[]]>(values: Values): Values[number];
}

/** Streams of different keys are independent, so that one more draw in one place changes nothing elsewhere. */
export function randomnessOf(key: string): Randomness {
  let state = hash(key);
  // Mulberry32: one addition and three multiplications a draw, which is enough for people who do not exist.
  const fraction = () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
  const between = (lowest: number, highest: number) => lowest + Math.floor(fraction() * (highest - lowest + 1));
  return {
    fraction,
    between,
    chance: (probability) => fraction() < probability,
    pick: (values) => values[between(0, values.length - 1)],
  };
}

/** FNV-1a over the key's UTF-16 units. */
function hash(key: string): number {
  let result = 0x811c9dc5;
  for (let index = 0; index < key.length; index++) {
    result = Math.imul(result ^ key.charCodeAt(index), 0x01000193);
  }
  return result;
}
