import type { TextField, TextSource } from '@congvu/schema/adapter';
import { findPlaces, type Place } from './place.ts';
import { isCut, joinBroken, joinSlash, toPlainLine } from './plain-line.ts';
import { visibleText } from './visible-text.ts';

const patterns = new Map<string, RegExp>();

/** No pattern sees more of a text: what a hostile page writes must not be worth its while. */
const longestMatched = 2_000;

/** A pattern of an adapter, compiled once. Its flags are fixed, so the text of the pattern is the key. */
export const compilePattern = (pattern: string): RegExp => {
  const known = patterns.get(pattern);
  if (known) return known;
  const compiled = new RegExp(pattern, 'u');
  patterns.set(pattern, compiled);
  return compiled;
};

/** The pattern's group, or its whole match where it has none; `null` without a match or in a text beyond 2,000 characters. */
export const matchPattern = (pattern: string, text: string): string | null => {
  const match = text.length > longestMatched ? null : compilePattern(pattern).exec(text);
  return match ? (match[1] ?? match[0]) : null;
};

/** The words of what is chosen. */
export const chosenIn = ({ options }: HTMLSelectElement): string =>
  [...options].flatMap(({ selected, textContent }) => (selected ? textContent : [])).join('; ');

/** What a person typed or chose: of a select the words of its option. Never a password. */
const readInput = (element: Element): string | null => {
  if (element.localName === 'select') return chosenIn(element as HTMLSelectElement);
  if (element.localName !== 'input' && element.localName !== 'textarea') return null;
  const { type, value } = element as HTMLInputElement;
  return type === 'password' ? null : value;
};

type Looking = Pick<Place, 'watch'>;

const readElement = (source: TextSource, element: Element, { watch }: Looking): string | null => {
  if (source.attribute !== undefined) return element.getAttribute(source.attribute);
  return source.input ? readInput(element) : visibleText(element, watch);
};

/**
 * NAME and NUMBER identify, so a text the page cut is none; a NUMBER or DATE broken over lines is joined. TEXT is taken as it
 * stands.
 */
export type TextKind = 'TEXT' | 'NAME' | 'NUMBER' | 'DATE';

const isCutBehind = (line: string, part: string): boolean =>
  isCut(line) && part !== '' && /^ ?(?:…|\.{3})/.test(line.slice(line.indexOf(part) + part.length));

const joinFor = (raw: string, kind: TextKind): string => {
  if (kind === 'NUMBER') return joinSlash(joinBroken(raw));
  return kind === 'DATE' ? joinBroken(raw) : raw;
};

/** The source's text in one element as a plain line, after its pattern. `null`: not there, too long, or no match. */
export const readSource = (
  source: TextSource,
  element: Element,
  kind: TextKind,
  maximum: number,
  place: Looking,
): string | null => {
  const raw = readElement(source, element, place);
  if (raw === null) return null;
  const whole = joinFor(raw, kind);
  if (source.pattern === undefined) return toPlainLine(whole, maximum);
  const line = toPlainLine(whole, longestMatched);
  const part = line === null ? null : matchPattern(source.pattern, line);
  if (line === null || part === null) return null;
  // "968/CĐ-T…": where the page cut the text, the pattern found only a part.
  return toPlainLine(isCutBehind(line, part) ? `${part}…` : part, maximum);
};

/**
 * A field's line: of the first source that yields one. `null` where none does: nothing there, empty, too long, cut. CUT tells
 * apart that something is there whose whole the page keeps back.
 */
export const readLineOrCut = (
  field: TextField | undefined,
  place: Place,
  maximum: number,
  kind: TextKind,
): string | null | { readonly state: 'CUT' } => {
  let cut = false;
  for (const source of field ?? []) {
    const [element] = findPlaces(source, place);
    const line = element ? readSource(source, element, kind, maximum, place) : null;
    if (line === null || line === '') continue;
    if ((kind !== 'NAME' && kind !== 'NUMBER') || !isCut(line)) return line;
    cut = true;
  }
  return cut ? { state: 'CUT' } : null;
};

export const readLine = (
  field: TextField | undefined,
  place: Place,
  maximum: number,
  kind: TextKind = 'TEXT',
): string | null => {
  const line = readLineOrCut(field, place, maximum, kind);
  return typeof line === 'string' ? line : null;
};
