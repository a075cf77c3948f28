/**
 * A value as JSON with the keys of every object in order, without blanks: the same value gives the same text, however it was
 * kept between. For digests. Of plain values alone: texts, whole numbers, booleans, null, arrays and objects of these; a key
 * whose value is undefined is left out, as in JSON.
 */
export function canonicalJson(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map((each) => canonicalJson(each ?? null)).join(',')}]`;
  if (typeof value === 'object' && value !== null) {
    const entries = Object.entries(value).filter(([, part]) => part !== undefined);
    // By code unit, as every language compares texts that nobody reads.
    entries.sort(([left], [right]) => (left < right ? -1 : 1));
    return `{${entries.map(([key, part]) => `${JSON.stringify(key)}:${canonicalJson(part)}`).join(',')}}`;
  }
  return JSON.stringify(value);
}
