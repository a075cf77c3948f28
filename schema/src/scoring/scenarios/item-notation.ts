import { parseRational } from '../../primitives/rational.ts';
import { expectOk } from '../../primitives/result.ts';
import type { ScoreItem } from '../period-score.ts';

const ITEM = /^([PTU])([\d./]+)((?: [el]\d+)*)( [NHO])?$/;
const ORIGINS = { P: 'PLANNED', T: 'TAKEN_OVER', U: 'UNPLANNED' } as const;
const OUTCOMES = { N: 'NOT_DONE', H: 'HANDED_OVER', O: 'OPEN' } as const;

/**
 * Items in the notation of domain.md 15: "P12 l1, P5, T6 e2 N". P planned, T taken over, U unplanned, then the units;
 * l delays, e major errors; N not done, H handed over, O open; otherwise done. Empty text: no item.
 */
export function parseItems(notation: string): readonly ScoreItem[] {
  return notation === '' ? [] : notation.split(', ').map(parseItem);
}

function parseItem(text: string): ScoreItem {
  const match = ITEM.exec(text);
  if (match === null) throw new Error(`not an item: ${text}`);
  const [, origin = '', units = '', events = '', outcome] = match;
  const count = (letter: string) => Number(new RegExp(` ${letter}(\\d+)`).exec(events)?.[1] ?? 0);
  return {
    units: expectOk(parseRational(units)),
    // The expression lets only these letters through.
    origin: ORIGINS[origin as keyof typeof ORIGINS],
    outcome: outcome === undefined ? 'DONE' : OUTCOMES[outcome.trim() as keyof typeof OUTCOMES],
    errors: count('e'),
    delays: count('l'),
  };
}
