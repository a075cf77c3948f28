import type { SignFloorTable } from '@congvu/schema/calibration';
import { LEVELS, type Level } from '@congvu/schema/evaluation';
import type { LocalDate } from '@congvu/schema/primitives/local-date';
import { lastDay, type Period } from '@congvu/schema/primitives/period';
import { type Rational, rational } from '@congvu/schema/primitives/rational';
import { type Contradiction, contradictions } from '@congvu/schema/ranking';
import type { Context } from '../context.ts';
import { loadRegisterTable } from '../register-table/register-table.store.ts';
import type { UnitRow } from '../unit/unit.store.ts';
import { type ComparedUnitRow, findComparedUnits } from './unit-comparison.store.ts';

/** How many of one group of a unit have a level. */
export interface LevelShare {
  readonly group: string;
  readonly level: Level;
  readonly count: number;
  /** Of those of the group in the unit who have a level, exact. */
  readonly share: Rational;
}

export interface ComparedUnit {
  readonly row: ComparedUnitRow;
  readonly levels: readonly LevelShare[];
  readonly contradictions: readonly Contradiction[];
}

export interface UnitComparison {
  readonly root: UnitRow;
  readonly period: Period;
  readonly units: readonly ComparedUnit[];
}

/** A unit beside those directly below it. What does not fit together is shown and never acted on. */
export async function compareUnits(context: Context, root: UnitRow, period: Period): Promise<UnitComparison> {
  const isOver = lastDay(period) < context.today;
  const day: LocalDate = isOver ? lastDay(period) : context.today;
  const [rows, floors] = await Promise.all([
    findComparedUnits(context, root.id, period),
    loadRegisterTable(context, 'SIGN_FLOORS', root.pathText, day),
  ]);
  const units = rows.map((row) => toComparedUnit(row, period, floors.table));
  return { root, period, units };
}

function toComparedUnit(row: ComparedUnitRow, period: Period, floors: SignFloorTable): ComparedUnit {
  const byGroup = Map.groupBy(row.levels, ({ group }) => group);
  const levels = [...byGroup].flatMap(([group, counts]) => {
    const all = counts.reduce((total, { count }) => total + count, 0);
    return LEVELS.flatMap((level): readonly LevelShare[] => {
      const count = counts.find((each) => each.level === level)?.count ?? 0;
      return count === 0 ? [] : [{ group, level, count, share: rational(count, all) }];
    });
  });
  return { row, levels, contradictions: contradictionsOf(row, period, floors) };
}

/** Of a year alone: a unit has no level of a month. */
function contradictionsOf(row: ComparedUnitRow, period: Period, floors: SignFloorTable): readonly Contradiction[] {
  if (period.length !== 4) return [];
  const count = (level: Level) =>
    row.levels.filter((each) => each.level === level).reduce((total, each) => total + each.count, 0);
  const members = {
    OUTSTANDING: count('OUTSTANDING'),
    GOOD: count('GOOD'),
    COMPLETED: count('COMPLETED'),
    NOT_COMPLETED: count('NOT_COMPLETED'),
  };
  return contradictions({ unitLevel: row.resultLevel, headLevel: row.headLevel, members }, floors);
}
