import type { DateFormat, TextSource } from '@congvu/schema/adapter';
import { toPlace } from '../../page/place.ts';
import { readLine } from '../../page/read-text.ts';
import { type Ground, grounds } from './compound-selectors.ts';
import { candidatesFor, type FieldScene, rowOf, textOf } from './field-candidates.ts';
import { countPlausible, type FieldName, guessDate, holdsNumber, isNumber, numberPattern } from './judge-values.ts';

/** One way to read a field, judged by reading every row with it. */
export type FieldProposal = {
  readonly ground: Ground;
  readonly source: TextSource;
  /** Rows that gave a text, and those whose text could be what the field is. */
  readonly filled: number;
  readonly plausible: number;
  /** The texts of the first rows that gave one, at most three. */
  readonly sample: readonly string[];
  /** Of a date: the format in which most of the texts are one. */
  readonly format: DateFormat | null;
};

export const longestText: Readonly<Record<FieldName, number>> = {
  number: 80,
  handler: 120,
  deadline: 40,
  date: 40,
  issuer: 200,
  summary: 2_000,
  secrecy: 60,
};

/** What the interpreter takes a text for: of a cut one it makes no number and no name. */
const kinds = {
  number: 'NUMBER',
  handler: 'NAME',
  issuer: 'NAME',
  deadline: 'TEXT',
  date: 'TEXT',
  summary: 'TEXT',
  secrecy: 'TEXT',
} as const satisfies Record<FieldName, string>;

/**
 * Ways to read what the person pointed at, best first: an attribute of the row that says the same, the heading above it, a stable
 * attribute, a class, and at last its position. Each is judged on every row; what gives another text where the person pointed
 * is not proposed at all.
 */
export const proposeField = (field: FieldName, picked: Element, scene: FieldScene): readonly FieldProposal[] => {
  const row = rowOf(picked, scene.rows);
  if (row === null) return [];
  const text = textOf(picked);
  const judged = candidatesFor(picked, row, scene).flatMap(
    ({ source, ground }) => judge(field, source, ground, row, text, scene) ?? [],
  );
  const ranked = rank(judged, scene.rows.length);
  // Of positions, one says as much as five.
  const positions = ranked.filter(({ ground }) => ground === 'POSITION');
  return ranked.filter((each) => each.ground !== 'POSITION' || each === positions[0]).slice(0, 6);
};

const judge = (
  field: FieldName,
  given: TextSource,
  ground: Ground,
  row: Element,
  text: string,
  scene: FieldScene,
): FieldProposal | null => {
  const maximum = longestText[field];
  const read = (source: TextSource, place: Element) =>
    readLine([source], toPlace(place, scene.columns), maximum, kinds[field]);
  const source = withPattern(field, given, scene, row);
  // An empty place of secrecy is one all the same: that is how most systems say that a document is not secret.
  const isEmptyMark = field === 'secrecy' && text === '';
  const own = read(source, row) ?? (isEmptyMark ? '' : null);
  // It must say what stands where the person pointed, or more of it where the page cut it.
  const pointed = text.replace(/(?:…|\.\.\.)$/, '').trim();
  if (own === null || (source.pattern === undefined ? !own.startsWith(pointed) : !text.includes(own))) return null;
  if (given.attribute === 'title' && own === text) return null;
  const texts = scene.rows.flatMap((each) => read(source, each) ?? []);
  return {
    ground,
    source,
    filled: isEmptyMark ? scene.rows.length : texts.length,
    plausible: isEmptyMark ? scene.rows.length : countPlausible(field, texts),
    sample: [...new Set([own, ...texts])].slice(0, 3),
    format: field === 'deadline' || field === 'date' ? guessDate(texts).format : null,
  };
};

/** A number or a date that is only a part of what stands there is taken out of it. */
const withPattern = (field: FieldName, source: TextSource, scene: FieldScene, row: Element): TextSource => {
  if (field === 'number') {
    const whole = readLine([source], toPlace(row, scene.columns), 2_000, 'NUMBER') ?? '';
    return !isNumber(whole) && holdsNumber(whole) ? { ...source, pattern: numberPattern } : source;
  }
  if (field !== 'deadline' && field !== 'date') return source;
  const texts = scene.rows.flatMap((each) => readLine([source], toPlace(each, scene.columns), 200) ?? []);
  const { pattern } = guessDate(texts);
  return pattern === null ? source : { ...source, pattern };
};

/** By ground, but never a strong one that reads worse: what is implausible in a fifth more of the rows stands behind. */
const rank = (proposals: readonly FieldProposal[], rows: number): readonly FieldProposal[] => {
  const best = Math.max(0, ...proposals.map(({ plausible }) => plausible));
  const isPoor = ({ plausible }: FieldProposal) => Number(plausible < best - rows / 5);
  // What reads less than half of what another reads names one row by its data.
  const some = proposals.filter(({ filled }) => filled * 2 >= Math.max(0, ...proposals.map((each) => each.filled)));
  const unlike = new Map(some.map((proposal) => [JSON.stringify(proposal.source), proposal]));
  return [...unlike.values()].toSorted(
    (left, right) =>
      isPoor(left) - isPoor(right) ||
      grounds.indexOf(left.ground) - grounds.indexOf(right.ground) ||
      Number(right.source.attribute === 'title') - Number(left.source.attribute === 'title') ||
      (left.source.select?.length ?? 0) - (right.source.select?.length ?? 0),
  );
};
