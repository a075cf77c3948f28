import { floorValue, getFloor, type SignFloorTable } from '../calibration/sign-floors.ts';
import { compareLevels, type Level } from '../evaluation/level.ts';
import { compare, type Rational, rational, whole } from '../primitives/rational.ts';
import type { Source } from '../primitives/source.ts';
import type { ContradictionKind } from './ranking-words.ts';

/** A unit's own level and those of its people, of one year. */
export interface UnitFigures {
  /** Null where it is not decided; then nothing is said. */
  readonly unitLevel: Level | null;
  /** Of the head; null where there is none or it is not decided. */
  readonly headLevel: Level | null;
  /** How many members have each level. */
  readonly members: Readonly<Record<Level, number>>;
}

export interface Contradiction {
  readonly kind: ContradictionKind;
  /** Members with a level. */
  readonly members: number;
  /** The share of them that says other than the unit, exact, 0 to 1; null for HEAD_ABOVE_UNIT. */
  readonly share: Rational | null;
  /** What the law, or our floor, says of it. */
  readonly source: Source;
}

/** The head's level is at most that of the unit. Source: NĐ 335/2025 art. 20(6). */
const HEAD_SOURCE: Source = {
  instrument: '335/2025/NĐ-CP',
  clause: 'art. 20(6)',
  effectiveFrom: null,
  effectiveTo: null,
  url: null,
  certainty: 'VERIFIED',
};

/**
 * Where a unit's result and its people's levels do not fit together. Shown and never acted on. UNIT_BELOW_MEMBERS and its mirror only
 * from the floor CONTRADICTION_MEMBERS on, where at least CONTRADICTION_SHARE of the members say otherwise; HEAD_ABOVE_UNIT always.
 * Source: domain.md 4.5, 9.5.
 */
export function contradictions(figures: UnitFigures, floors: SignFloorTable): readonly Contradiction[] {
  const { unitLevel, headLevel, members } = figures;
  if (unitLevel === null) return [];
  const found: Contradiction[] = [];
  const good = members.OUTSTANDING + members.GOOD;
  const all = good + members.COMPLETED + members.NOT_COMPLETED;
  const isEnough = all > 0 && compare(whole(all), floorValue(floors, 'CONTRADICTION_MEMBERS')) >= 0;
  if (isEnough) {
    const isGood = compareLevels(unitLevel, 'GOOD') >= 0;
    const share = rational(isGood ? all - good : good, all);
    if (compare(share, floorValue(floors, 'CONTRADICTION_SHARE')) >= 0) {
      const kind = isGood ? 'MEMBERS_BELOW_UNIT' : 'UNIT_BELOW_MEMBERS';
      found.push({ kind, members: all, share, source: getFloor(floors, 'CONTRADICTION_SHARE').source });
    }
  }
  if (headLevel !== null && compareLevels(headLevel, unitLevel) > 0)
    found.push({ kind: 'HEAD_ABOVE_UNIT', members: all, share: null, source: HEAD_SOURCE });
  return found;
}
