import type { PageHandler } from '@congvu/schema/page-reading';
import { toSearchKey } from '@congvu/schema/person-name';
import { isSameName, readingsOfName } from '@congvu/schema/same-name';
import { codeOf, identityKeysOf, nameOf } from './identity-keys.ts';

/** What one answer to a key names: enough to tell people apart. */
export type Candidate = {
  readonly employeeId: string;
  readonly name: string;
  readonly title: string;
  readonly unitName: string;
};

/** UNSURE: one person of that name, whom the page's own words contradict; to be chosen, like several, never guessed. */
export type Resolution<Match> =
  | { readonly state: 'ONE'; readonly match: Match }
  | { readonly state: 'SEVERAL' | 'UNSURE'; readonly matches: readonly Match[] }
  | { readonly state: 'NONE' };

/** The api answers at most this many matches a key; there may be more behind them, so nothing narrows such an answer. */
const mostMatches = 5;

/** Without blanks, dots and tones: "P. Nội vụ" and "Phòng Nội vụ" still differ, and are a choice. */
const wordsOf = (text: string): string =>
  toSearchKey(text)
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();

/** A page prints a unit in full, or within a longer line ("Phòng Nội vụ - UBND tỉnh"), or by the end of its name. */
const isSameUnit = (printed: string, registered: string): boolean => {
  const [left, right] = [wordsOf(printed), wordsOf(registered)];
  return (left !== '' && right !== '' && ` ${left} `.includes(` ${right} `)) || ` ${right} `.includes(` ${left} `);
};

/**
 * Whom a handler of the page means. `matchesOf` gives the api's answer to a key, undefined while it is not there (the result is then
 * null). `chosenCode` is a remembered choice; `tonesMeant`: the page writes tones.
 *
 * A code counts where the page prints no name, or one that agrees: a tenant's own numbers may equal staff codes of ours. A name counts
 * as printed or given name first; of several people, unit and post narrow; a unit that contradicts the only one makes it UNSURE.
 */
export function resolveHandler<Match extends Candidate>(
  handler: PageHandler,
  matchesOf: (key: string) => readonly Match[] | undefined,
  { chosenCode, tonesMeant }: { readonly chosenCode: string | null; readonly tonesMeant: boolean },
): Resolution<Match> | null {
  const answers = identityKeysOf(handler, chosenCode).map((key) => [key, matchesOf(key)] as const);
  if (answers.some(([, matches]) => matches === undefined)) return null;
  const matches = new Map(answers);
  if (chosenCode !== null) return single(matches.get(chosenCode) ?? []);
  const code = codeOf(handler);
  const name = nameOf(handler);
  const byCode = code === null ? [] : (matches.get(code) ?? []);
  if (name === null) return single(byCode);
  const readings = readingsOfName(name, handler.order);
  const isNamed = (match: Match): boolean => readings.some((reading) => isSameName(reading, match.name, tonesMeant));
  const certain = byCode.filter(isNamed);
  if (certain.length === 1) return single(certain);
  const named = readings.flatMap((reading) => matches.get(reading) ?? []);
  const byName = [...new Map(named.filter(isNamed).map((match) => [match.employeeId, match])).values()];
  const mayBeMore = readings.some((reading) => (matches.get(reading)?.length ?? 0) >= mostMatches);
  return narrow(handler, byName, mayBeMore);
}

function single<Match extends Candidate>(matches: readonly Match[]): Resolution<Match> {
  const [only] = matches;
  if (only === undefined) return { state: 'NONE' };
  return matches.length === 1 ? { state: 'ONE', match: only } : { state: 'SEVERAL', matches };
}

function narrow<Match extends Candidate>(
  { unit, post }: PageHandler,
  matches: readonly Match[],
  mayBeMore: boolean,
): Resolution<Match> {
  const [only] = matches;
  if (only === undefined) return { state: 'NONE' };
  if (mayBeMore) return { state: 'SEVERAL', matches };
  const ofUnit = unit === null ? matches : matches.filter((match) => isSameUnit(unit, match.unitName));
  if (matches.length === 1) return ofUnit.length === 1 ? { state: 'ONE', match: only } : { state: 'UNSURE', matches };
  if (ofUnit.length === 1) return single(ofUnit);
  // A post alone is no proof against somebody: titles change more often than lists do.
  const ofPost = post === null ? [] : ofUnit.filter((match) => wordsOf(match.title) === wordsOf(post));
  return ofPost.length === 1 ? single(ofPost) : { state: 'SEVERAL', matches };
}
