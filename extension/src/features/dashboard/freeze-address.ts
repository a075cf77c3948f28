import { type Address, writeAddress } from './address.ts';
import { screenPaths } from './screen.ts';

export type FrozenKind = 'RANKING' | 'SHORTLIST' | 'COMPARISON' | 'COMMENDATION' | 'UNITS' | 'CALIBRATION';

/** Where a view is frozen into a summary: the screen of summaries, with the very question the view was asked by. */
export function freezeAddress(kind: FrozenKind, question: Readonly<Record<string, unknown>>): Address {
  return { path: screenPaths.summaries, item: null, filters: { freeze: kind, question: JSON.stringify(question) } };
}

/** The same as a link. */
export function freezeLink(kind: FrozenKind, question: Readonly<Record<string, unknown>>): string {
  return writeAddress(freezeAddress(kind, question));
}
