import { CLOCK_TABLE, type ClockTable, getTerm } from '../calendar/clock-table.ts';
import type { SubjectType } from '../evaluation/assignment.ts';
import type { DisciplineForm } from '../evaluation/discipline-input.ts';
import type { Level } from '../evaluation/level.ts';
import { addMonths, type LocalDate } from '../primitives/local-date.ts';
import type { Source } from '../primitives/source.ts';
import { NEW_LAW_FROM, OLD_LAW_TO, source } from './register-source.ts';
import { EFFECT_KINDS, type EffectKind } from './register-words.ts';

/** Whose management the person is under; the Party's bodies may set longer windows (domain.md 7.4). */
export const MANAGED_BY = ['STATE', 'PARTY'] as const;
type ManagedBy = (typeof MANAGED_BY)[number];

/**
 * What follows from a decision's form, or from a year's level: exactly one of `form` and `level`. Null in `subjectType`, `managedBy`
 * and `corruption` means whatever it is; `months` null: for ever. `from`, `to`: the first days of effect it holds for, inclusive.
 */
export interface DisciplineEffectRow {
  readonly form: DisciplineForm | null;
  readonly level: Level | null;
  readonly subjectType: SubjectType | null;
  readonly managedBy: ManagedBy | null;
  readonly corruption: boolean | null;
  readonly kind: EffectKind;
  readonly months: number | null;
  readonly from: LocalDate | null;
  readonly to: LocalDate | null;
  readonly source: Source;
}
export type DisciplineEffectTable = readonly DisciplineEffectRow[];

/** A window; `to` is its last day, null for ever. */
export interface Effect {
  readonly kind: EffectKind;
  readonly from: LocalDate;
  readonly to: LocalDate | null;
  readonly months: number | null;
  readonly source: Source;
}

/** The law before 1 July 2025 gave the months; the new one refers to rules not read, so today they are only recalled. */
function bothLaws(
  row: Omit<DisciplineEffectRow, 'from' | 'to' | 'source'>,
  instrument: string,
): readonly DisciplineEffectRow[] {
  return [
    { ...row, from: null, to: OLD_LAW_TO, source: source(instrument, null, 'SECONDARY', null, OLD_LAW_TO) },
    { ...row, from: NEW_LAW_FROM, to: null, source: source(instrument, null, 'RECALLED', NEW_LAW_FROM) },
  ];
}

const any = { level: null, subjectType: null, managedBy: null, corruption: null } as const;

function noPromotion(form: DisciplineForm, months: number): readonly DisciplineEffectRow[] {
  return bothLaws({ ...any, form, kind: 'NO_PROMOTION', months }, '52/2019/QH14');
}

function salaryDelay(
  form: DisciplineForm,
  subjectType: SubjectType | null,
  months: number,
): readonly DisciplineEffectRow[] {
  return bothLaws({ ...any, form, subjectType, kind: 'SALARY_DELAY', months }, '03/2021/TT-BNV');
}

/** The built-in table. Source: domain.md 7.4. Who is dismissed or recalled leaves service; the Party's windows were not read. */
export const DISCIPLINE_EFFECT_TABLE: DisciplineEffectTable = [
  ...noPromotion('REPRIMAND', 12),
  ...noPromotion('WARNING', 12),
  ...noPromotion('DEMOTION', 24),
  ...noPromotion('REMOVAL_FROM_OFFICE', 24),
  ...salaryDelay('REPRIMAND', 'CADRE', 6),
  ...salaryDelay('REPRIMAND', 'CIVIL_SERVANT', 6),
  ...salaryDelay('REPRIMAND', 'PUBLIC_EMPLOYEE', 3),
  ...salaryDelay('WARNING', null, 6),
  ...salaryDelay('DEMOTION', 'CIVIL_SERVANT', 12),
  ...salaryDelay('REMOVAL_FROM_OFFICE', null, 12),
  {
    ...any,
    form: 'REMOVAL_FROM_OFFICE',
    corruption: true,
    kind: 'NO_LEADERSHIP',
    months: null,
    from: NEW_LAW_FROM,
    to: null,
    source: source('80/2025/QH15', 'art. 38(3)', 'SECONDARY', NEW_LAW_FROM),
  },
  ...bothLaws({ ...any, form: null, level: 'NOT_COMPLETED', kind: 'SALARY_DELAY', months: 6 }, '03/2021/TT-BNV'),
];

/**
 * The windows that follow from a decision, by kind in their own order, one a kind: the longest of those its row gives. A window of 12
 * months from 10/03/2026 lasts through 10/03/2027.
 */
export function effectsOf(
  decision: {
    readonly form: DisciplineForm;
    readonly subjectType: SubjectType;
    readonly effectiveFrom: LocalDate;
    readonly corruption: boolean;
    readonly managedBy?: ManagedBy;
  },
  table: DisciplineEffectTable = DISCIPLINE_EFFECT_TABLE,
): readonly Effect[] {
  const rows = table.filter(
    (row) =>
      row.form === decision.form &&
      (row.subjectType === null || row.subjectType === decision.subjectType) &&
      (row.managedBy === null || row.managedBy === decision.managedBy) &&
      (row.corruption === null || row.corruption === decision.corruption),
  );
  return toEffects(rows, decision.effectiveFrom);
}

/** The windows of a year's level, from the day it was decided. They add up with those of a discipline: both are listed. */
export function effectsOfLevel(
  level: Level,
  decidedOn: LocalDate,
  table: DisciplineEffectTable = DISCIPLINE_EFFECT_TABLE,
): readonly Effect[] {
  return toEffects(
    table.filter((row) => row.level === level),
    decidedOn,
  );
}

/** The last day of a decision's own effect, which ends by itself. Source: earlier NĐ 112/2020 (RECALLED). */
export function effectiveUntil(
  effectiveFrom: LocalDate,
  table: ClockTable = CLOCK_TABLE,
): { readonly until: LocalDate; readonly source: Source } {
  const term = getTerm(table, 'DISCIPLINE_EFFECT');
  return { until: addMonths(effectiveFrom, term.count), source: term.source };
}

function toEffects(rows: readonly DisciplineEffectRow[], from: LocalDate): readonly Effect[] {
  const open = rows.filter((row) => (row.from === null || row.from <= from) && (row.to === null || from <= row.to));
  return EFFECT_KINDS.flatMap((kind) => {
    const [longest] = open.filter((row) => row.kind === kind).toSorted((left, right) => length(right) - length(left));
    if (longest === undefined) return [];
    const { months } = longest;
    return [{ kind, from, to: months === null ? null : addMonths(from, months), months, source: longest.source }];
  });
}

function length({ months }: DisciplineEffectRow): number {
  return months ?? Number.MAX_SAFE_INTEGER;
}
