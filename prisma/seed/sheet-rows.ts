import type { SheetState } from '@congvu/schema/evaluation';
import type { LocalDate } from '@congvu/schema/primitives/local-date';
import { firstDay, next } from '@congvu/schema/primitives/period';
import { compare, rational, whole } from '@congvu/schema/primitives/rational';
import { getRuleSet } from '@congvu/schema/rulesets';
import { encodeExplanation, type LeaderFigure, type PeriodScore, scorePeriod } from '@congvu/schema/scoring';
import { demonstrationAccounts } from './accounts.ts';
import { at, type Month, untilToday, workingDayFrom } from './calendar.ts';
import { rowId } from './load/row-id.ts';
import type { Tables } from './load/tables.ts';
import type { PlayedYear } from './played-year.ts';
import { randomnessOf } from './randomness.ts';
import type { ClosedMonths } from './result-rows.ts';
import { type Member, unitId } from './roster.ts';
import type { CountedWork } from './task-rows.ts';

/** Civil servants, and contract workers where the office applies it to them (NĐ 335/2025 art. 28(2)). */
export const ruleSet = getRuleSet('ND335-2025/CIVIL_SERVANT');

/** The points of one general criterion, in quarters of a point. */
interface CriterionQuarters {
  readonly code: string;
  readonly self: number;
  readonly confirmed: number;
}

export interface LeaderFigures {
  readonly unitResult: LeaderFigure;
  readonly organising: LeaderFigure;
  readonly cohesion: LeaderFigure;
}

interface SheetContext {
  readonly tables: Tables;
  readonly catalogueId: string;
  readonly closed: ClosedMonths | null;
  readonly year: PlayedYear | null;
}

/** From this total on the month counts as at least completed; below it a subordinate halves his leader's unitResult. */
const completedFrom = whole(50);

/**
 * Writes the sheet of a month with the score that the rule set gives, and answers whether its total reaches COMPLETED.
 *
 * The month before the current one is confirmed, earlier ones have been notified. In the current one every other staff
 * member has scored himself already, so that a provisional figure and a ranking can be seen; the others are assigned.
 */
export function writeSheet(
  { tables, catalogueId, closed, year }: SheetContext,
  member: Member,
  month: Month,
  counted: readonly CountedWork[],
  leader: LeaderFigures | null,
): boolean {
  const id = rowId('sheet', tables.sheets.count + 1);
  const criteria = drawCriteria(member, month);
  const settled = !month.isCurrent;
  const selfScored = settled || hasScoredEarly(member);
  const general = criteria.reduce((sum, criterion) => sum + criterion.confirmed, 0);
  const selfGeneral = criteria.reduce((sum, criterion) => sum + criterion.self, 0);
  const score = selfScored ? scoreMonth(counted, settled ? general : selfGeneral, leader) : null;
  const scored = score?.state === 'SCORED' ? score : null;
  const days = daysOfSheet(month);
  const [state, revision] = stateOf(month, selfScored);
  const delays = counted.reduce((sum, { delays: own }) => sum + own, 0);
  const explanation = scored === null ? null : JSON.stringify(encodeExplanation(scored));
  const taskIds = scored === null ? [] : counted.map(({ work }) => work.id);
  tables.sheets.add({
    id,
    employee_id: member.employeeId,
    unit_id: member.unitId,
    period: month.period,
    role: member.role,
    rule_set: ruleSet.code,
    rule_set_version: ruleSet.version,
    agency_id: unitId(member.person.unitCode.split('.').slice(0, 2).join('.')),
    group_code: member.person.groupCode,
    post: member.person.post,
    subject_type: member.person.subjectType,
    family: ruleSet.code,
    sole: !(month === year?.transfer.month && member.employeeId === year.transfer.before.employeeId),
    catalogue_id: catalogueId,
    state,
    revision,
    self_general: selfScored ? quartersToText(selfGeneral) : null,
    general: settled ? quartersToText(general) : null,
    organising: settled ? (leader?.organising ?? null) : null,
    cohesion: settled ? (leader?.cohesion ?? null) : null,
    unit_result: settled ? (leader?.unitResult ?? null) : null,
    score_state: scored === null ? 'INSUFFICIENT_DATA' : 'SCORED',
    provisional: month.isCurrent,
    total_numerator: scored?.total.numerator ?? null,
    total_denominator: scored?.total.denominator ?? null,
    result_numerator: scored?.resultPoints.numerator ?? null,
    result_denominator: scored?.resultPoints.denominator ?? null,
    quality_numerator: scored?.quality.numerator ?? null,
    quality_denominator: scored?.quality.denominator ?? null,
    quantity_numerator: scored?.quantity.numerator ?? null,
    quantity_denominator: scored?.quantity.denominator ?? null,
    progress_numerator: scored?.progress.numerator ?? null,
    progress_denominator: scored?.progress.denominator ?? null,
    delays,
    level: scored?.level ?? null,
    display: scored?.display ?? null,
    explanation,
    task_ids: taskIds,
    self_scored_at: selfScored ? days.selfScored : null,
    confirmed_by_id: settled ? member.superior.userId : null,
    confirmed_by_name: settled ? member.superior.name : null,
    confirmed_at: settled ? at(days.confirmed, 15) : null,
    updated_at: settled ? at(days.confirmed, 15) : selfScored ? days.selfScored : at(month.workingDays[0], 17),
  });
  writeCriteria(tables, id, criteria, selfScored, settled);
  if (selfScored) writeRevisions(tables, id, member, month, score);
  // As the plans of these months are: closed once notified.
  if (month.age > 1) closed?.add(member, month, { id, revision, score: scored, explanation, taskIds, delays });
  return scored === null || compare(scored.total, completedFrom) >= 0;
}

/** Not the people of the accounts: what they do themselves is for who tries the demonstration. */
function hasScoredEarly({ role, person }: Member): boolean {
  const isAccount = demonstrationAccounts.some(({ userName }) => userName === person.userName);
  return role === 'STAFF' && !isAccount && Number(person.code.slice(2)) % 2 === 1;
}

function stateOf(month: Month, selfScored: boolean): readonly [state: SheetState, revision: number] {
  if (month.isCurrent) return selfScored ? ['SELF_SCORED', 2] : ['ASSIGNED', 1];
  return month.age === 1 ? ['CONFIRMED', 3] : ['NOTIFIED', 4];
}

function scoreMonth(counted: readonly CountedWork[], general: number, leader: LeaderFigures | null): PeriodScore {
  const items = counted.map(({ work, errors, delays }) => ({
    units: work.units,
    origin: work.origin,
    outcome: work.outcome,
    errors,
    delays,
  }));
  const shared = { general: rational(general, 4), items };
  return scorePeriod(
    ruleSet,
    leader === null ? { role: 'STAFF', ...shared } : { role: 'LEADER', ...shared, ...leader },
  );
}

/** The days on which a month's sheet goes through its states: the first days of the next month, or today at the latest. */
function daysOfSheet(month: Month): {
  /** An instant: today's may not lie ahead of the clock. */
  readonly selfScored: string;
  readonly confirmed: LocalDate;
  readonly notified: LocalDate;
} {
  const first = firstDay(next(month.period));
  const workingDay = (offset: number) => untilToday(workingDayFrom(first, offset), month.today);
  return {
    selfScored: month.isCurrent ? at(month.today, 0) : at(workingDay(1), 10),
    confirmed: workingDay(3),
    notified: workingDay(8),
  };
}

/** Own points of the form, usually a little above the authority's. */
function drawCriteria(member: Member, month: Month): readonly CriterionQuarters[] {
  const randomness = randomnessOf(`general ${member.person.code} ${month.period}`);
  return ruleSet.criteria.map((criterion) => {
    const maximum = Number(criterion.maximum.numerator * 4n) / Number(criterion.maximum.denominator);
    const share = 0.46 + 0.4 * member.person.diligence + 0.2 * (randomness.fraction() - 0.5);
    const confirmed = Math.min(maximum, Math.max(0, Math.round(share * maximum)));
    const self = Math.min(maximum, confirmed + (randomness.chance(0.35) ? 1 : 0));
    return { code: criterion.code, self, confirmed };
  });
}

function writeCriteria(
  tables: Tables,
  sheetId: string,
  criteria: readonly CriterionQuarters[],
  selfScored: boolean,
  settled: boolean,
): void {
  criteria.forEach(({ code, self, confirmed }, position) => {
    tables.criteria.add({
      sheet_id: sheetId,
      code,
      position,
      self_points: selfScored ? quartersToText(self) : null,
      confirmed_points: settled ? quartersToText(confirmed) : null,
    });
  });
}

function writeRevisions(
  tables: Tables,
  sheetId: string,
  member: Member,
  month: Month,
  score: PeriodScore | null,
): void {
  const days = daysOfSheet(month);
  const scored = score?.state === 'SCORED' ? score : null;
  const figures = {
    total_numerator: scored?.total.numerator ?? null,
    total_denominator: scored?.total.denominator ?? null,
    display: scored?.display ?? null,
    level: scored?.level ?? null,
  };
  const nothing = { total_numerator: null, total_denominator: null, display: null, level: null };
  const { superior, userId, person } = member;
  const bySuperior = { sheet_id: sheetId, changed_by_id: superior.userId, changed_by_name: superior.name };
  const byMember = { sheet_id: sheetId, changed_by_id: userId, changed_by_name: person.name };
  tables.revisions.add({
    ...byMember,
    ...(month.isCurrent ? figures : nothing),
    revision: 2,
    state: 'SELF_SCORED',
    changed_at: days.selfScored,
  });
  if (month.isCurrent) return;
  tables.revisions.add({
    ...bySuperior,
    ...figures,
    revision: 3,
    state: 'CONFIRMED',
    changed_at: at(days.confirmed, 15),
  });
  if (month.age === 1) return;
  tables.revisions.add({ ...bySuperior, ...figures, revision: 4, state: 'NOTIFIED', changed_at: at(days.notified, 9) });
}

function quartersToText(quarters: number): string {
  return String(quarters / 4);
}
