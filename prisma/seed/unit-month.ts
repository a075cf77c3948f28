import type { LocalDate } from '@congvu/schema/primitives/local-date';
import { firstDay } from '@congvu/schema/primitives/period';
import type { Month } from './calendar.ts';
import { rowId } from './load/row-id.ts';
import type { Tables } from './load/tables.ts';
import { type Counter, drawWork, fixedAt, handOverOne } from './month-work.ts';
import type { PlayedYear } from './played-year.ts';
import { randomnessOf } from './randomness.ts';
import { type ClosedMonths, closedAtOf } from './result-rows.ts';
import { findMember, type Member, membersOf, unitId } from './roster.ts';
import { type LeaderFigures, ruleSet, writeSheet } from './sheet-rows.ts';
import { type CountedWork, writeTask } from './task-rows.ts';
import type { DemonstrationUnit } from './units.ts';

/** What every unit and month is written with. */
export interface SeedContext {
  readonly tables: Tables;
  readonly catalogueId: string;
  readonly productIds: ReadonlyMap<string, string>;
  readonly taskNumbers: Counter;
  /** Null where the year was not played: everybody was there all the time, and no month was closed into results. */
  readonly year: PlayedYear | null;
  readonly closed: ClosedMonths | null;
}

/**
 * Writes one unit's month: its plan, its people's tasks and sheets. Scored bottom up, since a leader's unitResult rests on
 * those he manages; `allBelowCompleted` is the answer of the units below. Answers the same for this unit.
 */
export function writeUnitMonth(
  context: SeedContext,
  unit: DemonstrationUnit,
  month: Month,
  allBelowCompleted: boolean,
): boolean {
  const members = context.year?.membersIn(unit.code, month) ?? membersOf(unit.code);
  const head = members[0];
  if (head === undefined) return allBelowCompleted;
  writePlan(context.tables, unit, head, month);
  const drawn = members.flatMap((member) =>
    drawWork(member, month, context.taskNumbers).filter(({ deadline }) =>
      isThere(context.year, member, month, deadline),
    ),
  );
  const works = month.isCurrent ? drawn : handOverOne(drawn, month, context.taskNumbers);
  const counted = works.map((work) => writeTask(context.tables, work, month, context.productIds));
  const byMember = Map.groupBy(counted, ({ work }) => work.member);
  // A month before the rule set took effect has tasks and no sheet.
  if (firstDay(month.period) < ruleSet.effectiveFrom) return allBelowCompleted;
  return members.toReversed().reduce((allCompleted, member) => {
    const own: readonly CountedWork[] = byMember.get(member) ?? [];
    const leader = member.role === 'LEADER' ? drawLeaderFigures(member, month, allCompleted) : null;
    const isCompleted = writeSheet(context, member, month, own, leader);
    return allCompleted && isCompleted;
  }, allBelowCompleted);
}

/** In the month in which somebody moves, a task belongs to the unit he is in when it is due. */
function isThere(year: PlayedYear | null, member: Member, month: Month, deadline: LocalDate): boolean {
  if (year === null || month !== year.transfer.month) return true;
  const { before, after, lastDay } = year.transfer;
  if (member === before) return deadline <= lastDay;
  return member !== after || deadline > lastDay;
}

/** unitResult as the law computes it; organising and cohesion as his superior set them, nearly always in full. */
function drawLeaderFigures(member: Member, month: Month, allCompleted: boolean): LeaderFigures {
  const randomness = randomnessOf(`leader ${member.person.code} ${month.period}`);
  return {
    unitResult: allCompleted ? 100 : 50,
    organising: randomness.chance(0.06) ? 50 : 100,
    cohesion: randomness.chance(0.02) ? 50 : 100,
  };
}

/** Fixed on the first working day; closed once notified, which the month before the current one is not yet. */
function writePlan(tables: Tables, unit: DemonstrationUnit, head: Member, month: Month): void {
  const isClosed = month.age > 1;
  tables.plans.add({
    id: rowId('plan', tables.plans.count + 1),
    unit_id: unitId(unit.code),
    period: month.period,
    fixed_at: fixedAt(month),
    fixed_by_id: head.userId,
    fixed_by_name: head.person.name,
    closed_at: isClosed ? closedAtOf(month) : null,
    closed_by_id: isClosed ? findMember('nhansu').userId : null,
  });
}
