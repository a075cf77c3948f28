import type { TaskOrigin, TaskOutcome } from '@congvu/schema/evaluation';
import { type Rational, rational } from '@congvu/schema/primitives/rational';
import type { ScoreItem } from '@congvu/schema/scoring';
import type { SheetWork } from './month-work.store.ts';

const ORIGINS: readonly TaskOrigin[] = ['PLANNED', 'UNPLANNED', 'TAKEN_OVER'];
const OUTCOMES: readonly TaskOutcome[] = ['DONE', 'OPEN', 'NOT_DONE', 'HANDED_OVER'];

/** Up to here a number's text is read exactly as a double. */
const SAFE_DIGITS = 15;

/** The tasks of a sheet as the score takes them, in order. */
export function toItems(work: Pick<SheetWork, 'numerators' | 'denominators' | 'marks'>): readonly ScoreItem[] {
  const { numerators, denominators, marks } = work;
  if (numerators === null || denominators === null || marks === null) return [];
  const tops = elements(numerators);
  const bottoms = elements(denominators);
  return elements(marks).map((text, index) => {
    const mark = Number(text);
    const rest = mark % 1_048_576;
    const origin = ORIGINS[(rest >> 2) & 3];
    const outcome = OUTCOMES[rest & 3];
    const units = toUnits(tops[index], bottoms[index]);
    if (origin === undefined || outcome === undefined || units === null)
      throw new Error('A task is read as it is written.');
    return { units, origin, outcome, errors: (mark - rest) / 1_048_576, delays: rest >> 4 };
  });
}

function toUnits(top: string | undefined, bottom: string | undefined): Rational | null {
  if (top === undefined || bottom === undefined) return null;
  if (top.length <= SAFE_DIGITS && bottom.length <= SAFE_DIGITS) return rational(Number(top), Number(bottom));
  return rational(BigInt(top), BigInt(bottom));
}

/** "{1,2,3}": numbers need no quotes. */
function elements(array: string): readonly string[] {
  return array.slice(1, -1).split(',');
}
