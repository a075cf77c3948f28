import type { Report } from './observe-page.ts';

/** What an attack saw of one set of records and not of another. */
export interface Difference {
  readonly attack: string;
  readonly left: readonly string[];
  readonly right: readonly string[];
}

/** Every line of what an attack saw. */
function linesOf({ noted, looks }: Report[string]): readonly string[] {
  return [...noted, ...Object.entries(looks).map(([phase, value]) => `${phase} ${JSON.stringify(value)}`)];
}

/** The attacks that tell the two sets of records apart, with what they saw in one and not in the other. */
export function compareReports(left: Report, right: Report): readonly Difference[] {
  return Object.keys({ ...left, ...right }).flatMap((attack) => {
    const [one = [], other = []] = [left[attack], right[attack]].map((seen) => (seen ? linesOf(seen) : ['not run']));
    const onlyLeft = one.filter((line) => !other.includes(line));
    const onlyRight = other.filter((line) => !one.includes(line));
    return onlyLeft.length + onlyRight.length > 0 ? [{ attack, left: onlyLeft, right: onlyRight }] : [];
  });
}

/** The words that any attack wrote down, of those given. */
export function findWords(report: Report, words: readonly string[]): readonly string[] {
  return Object.entries(report).flatMap(([attack, seen]) => {
    const text = linesOf(seen).join('\n');
    return words.filter((word) => text.includes(word)).map((word) => `${attack}: ${word}`);
  });
}
