import { type Figures, mergeMonth } from '@congvu/schema/aggregation';
import { firstDay, next, type Period } from '@congvu/schema/primitives/period';
import { type Rational, toDisplay, toText } from '@congvu/schema/primitives/rational';
import { levelOf, type PeriodScore } from '@congvu/schema/scoring';
import { at, type Month, untilToday, workingDayFrom } from './calendar.ts';
import { rowId } from './load/row-id.ts';
import type { Tables } from './load/tables.ts';
import type { PlayedYear } from './played-year.ts';
import { findMember, type Member, unitId } from './roster.ts';
import { ruleSet } from './sheet-rows.ts';

/** A closed month of one person as the year reads it. */
export interface ClosedMonth {
  readonly id: string;
  readonly period: Period;
  readonly figures: Figures | null;
}

/** What a sheet says when its month is closed. */
export interface SettledSheet {
  readonly id: string;
  readonly revision: number;
  readonly score: Extract<PeriodScore, { state: 'SCORED' }> | null;
  readonly explanation: string | null;
  readonly taskIds: readonly string[];
  readonly delays: number;
}

/** Freezes closed months, one row a person, and remembers them for the year. */
export class ClosedMonths {
  readonly ofEmployee = new Map<string, ClosedMonth[]>();
  private readonly counts = new Map<Month, number>();
  /** The first of two sheets of the month in which somebody moved. */
  private firstSegment: SettledSheet | null = null;
  private readonly tables: Tables;
  private readonly year: PlayedYear;

  constructor(tables: Tables, year: PlayedYear) {
    this.tables = tables;
    this.year = year;
  }

  add(member: Member, month: Month, sheet: SettledSheet): void {
    const { transfer } = this.year;
    if (month === transfer.month && member === transfer.before) this.firstSegment = sheet;
    else if (month === transfer.month && member === transfer.after && this.firstSegment !== null)
      this.addMerged(this.firstSegment, sheet, month);
    else {
      const workedDays = this.year.workedDays(member, month);
      this.write(member, month, figuresOf(sheet), workedDays, [segmentOf(sheet, member, workedDays)], sheet);
    }
  }

  /** The jobs that closed the months, one for each over the whole province, asked for by personnel. */
  writeJobs(): void {
    const { userId, person } = findMember('nhansu');
    for (const [month, total] of this.counts) {
      const closedAt = closedAtOf(month);
      this.tables.jobs.add({
        id: jobIdOf(month),
        kind: 'CLOSE_MONTH',
        unit_id: unitId('H99'),
        period: month.period,
        state: 'DONE',
        total,
        done: total,
        created_by_id: userId,
        created_by_name: person.name,
        created_at: closedAt,
        started_at: closedAt,
        finished_at: closedAt,
      });
    }
  }

  private addMerged(before: SettledSheet, after: SettledSheet, month: Month): void {
    const { transfer } = this.year;
    const days = [this.year.workedDays(transfer.before, month), this.year.workedDays(transfer.after, month)] as const;
    const merged = mergeMonth(
      ruleSet.year,
      [
        { ruleSet, workedDays: days[0], input: null, figures: figuresOf(before) },
        { ruleSet, workedDays: days[1], input: null, figures: figuresOf(after) },
      ],
      this.year.workingDays(month),
    );
    const segments = [segmentOf(before, transfer.before, days[0]), segmentOf(after, transfer.after, days[1])];
    this.write(transfer.after, month, merged.figures, merged.workedDays, segments, null);
  }

  private write(
    member: Member,
    month: Month,
    figures: Figures | null,
    workedDays: number,
    segments: readonly unknown[],
    sheet: SettledSheet | null,
  ): void {
    const id = rowId('result', this.tables.results.count + 1);
    this.tables.results.add({
      id,
      employee_id: member.employeeId,
      period: month.period,
      unit_id: member.unitId,
      role: member.role,
      rule_set: ruleSet.code,
      rule_set_version: ruleSet.version,
      score_state: figures === null ? 'INSUFFICIENT_DATA' : 'SCORED',
      ...fraction('total', figures?.total ?? null),
      ...fraction('result', figures?.resultPoints ?? null),
      ...fraction('quality', figures?.quality ?? null),
      // A month of two sheets has the merged figures alone.
      ...fraction('quantity', sheet?.score?.quantity ?? null),
      ...fraction('progress', sheet?.score?.progress ?? null),
      delays: figures?.delays ?? sheet?.delays ?? 0,
      level: figures === null ? null : levelOf(figures.total, ruleSet.thresholds),
      display: figures === null ? null : toDisplay(figures.total),
      worked_days: workedDays,
      segments: JSON.stringify(segments),
      explanation: sheet?.explanation ?? null,
      task_ids: sheet?.taskIds ?? [],
      closed_at: closedAtOf(month),
      closed_by_id: findMember('nhansu').userId,
      job_id: jobIdOf(month),
    });
    const earlier = this.ofEmployee.get(member.employeeId) ?? [];
    this.ofEmployee.set(member.employeeId, [...earlier, { id, period: month.period, figures }]);
    this.counts.set(month, (this.counts.get(month) ?? 0) + 1);
  }
}

/** When a month was closed: once its sheets had been notified. */
export function closedAtOf(month: Month): string {
  return at(untilToday(workingDayFrom(firstDay(next(month.period)), 9), month.today), 17);
}

function jobIdOf(month: Month): string {
  return rowId('job', month.age);
}

function figuresOf({ score, delays }: SettledSheet): Figures | null {
  return score === null
    ? null
    : { total: score.total, resultPoints: score.resultPoints, quality: score.quality, delays };
}

function segmentOf(sheet: SettledSheet, member: Member, workingDays: number) {
  const { id, revision, score } = sheet;
  return {
    sheetId: id,
    revision,
    unitId: member.unitId,
    workingDays,
    total: score === null ? null : toText(score.total),
  };
}

/** A fraction as its two columns. */
export function fraction<Name extends string>(name: Name, value: Rational | null) {
  return {
    [`${name}_numerator`]: value?.numerator ?? null,
    [`${name}_denominator`]: value?.denominator ?? null,
  } as Record<`${Name}_numerator` | `${Name}_denominator`, bigint | null>;
}
