import { aggregateYear, serviceOfYear, workingMonths } from '@congvu/schema/aggregation';
import { type CalendarDay, makeCalendar } from '@congvu/schema/calendar';
import type { Level } from '@congvu/schema/evaluation';
import { addDays, type LocalDate } from '@congvu/schema/primitives/local-date';
import { months, type Period } from '@congvu/schema/primitives/period';
import { toDisplay, toText } from '@congvu/schema/primitives/rational';
import { levelOf } from '@congvu/schema/scoring';
import { at } from './calendar.ts';
import { rowId } from './load/row-id.ts';
import type { Tables } from './load/tables.ts';
import { memberAt, type PlayedYear } from './played-year.ts';
import { randomnessOf } from './randomness.ts';
import { type ClosedMonths, fraction } from './result-rows.ts';
import { findMember, type Member, membersOf, unitId } from './roster.ts';
import { ruleSet } from './sheet-rows.ts';
import { demonstrationUnits } from './units.ts';

/** A row of the open year, and the level its mean of so far gives. */
export interface OpenRow {
  readonly id: string;
  readonly member: Member;
  readonly level: Level;
}

/** The agency whose year is open; the others' is for who tries the demonstration. */
const agencyCode = 'H99.02';

/** Of a year that nobody decided. */
const undecided = {
  decided_level: null,
  not_classified: false,
  decision_number: null,
  decided_on: null,
  decided_by_name: null,
  decided_at: null,
  notified_at: null,
  published_at: null,
};

/** Absences, fields of deputies, a delegation and proposals for the catalogue: what personnel and heads recorded. */
export function writeService(tables: Tables, year: PlayedYear, today: LocalDate): void {
  const personnel = findMember('nhansu');
  year.absences.forEach(({ member, kind, from, to, document }, index) => {
    tables.absences.add({
      id: rowId('absence', index + 1),
      employee_id: member.employeeId,
      kind,
      absent_from: from,
      absent_to: to,
      document,
      recorded_by_id: personnel.userId,
      recorded_by_name: personnel.person.name,
      recorded_at: at(from, 8),
    });
  });
  // Each deputy of the first sở answers for one phòng or two, since the first of this month (NĐ 335/2025 art. 15(4)).
  const fields = [
    [1, 'H99.01.01'],
    [2, 'H99.01.02'],
    [2, 'H99.01.03'],
    [3, 'H99.01.04'],
  ] as const;
  fields.forEach(([place, code], index) => {
    tables.charges.add({
      id: rowId('charge', index + 1),
      assignment_id: assignmentIdOf(memberAt('H99.01', place)),
      unit_id: unitId(code),
      valid_from: `${today.slice(0, 7)}-01`,
    });
  });
  const head = memberAt('H99.02.01', 0);
  tables.grants.add({
    id: rowId('grant', 200),
    user_id: memberAt('H99.02.01', 4).userId,
    role: 'MANAGER',
    kind: 'DELEGATION',
    unit_id: head.unitId,
    valid_from: addDays(today, -6),
    valid_to: addDays(today, 24),
    document: 'Giấy ủy quyền số 05/GUQ-QLNS',
    delegated_by_id: head.userId,
    review_due_on: null,
  });
  writeProposals(tables, today);
}

function writeProposals(tables: Tables, today: LocalDate): void {
  const proposals = [
    ['H99.01.01', 'Đề án sắp xếp tổ chức bộ máy', 'N4', '150', 'PROPOSED', 'Việc thường có, chưa có trong danh mục'],
    [
      'H99.02.01',
      'Thẩm định dự toán đơn vị dự toán cấp I',
      'N4',
      '110',
      'PROPOSED',
      'Phát sinh theo phân cấp ngân sách mới',
    ],
    [
      'H99.03.01',
      'Báo cáo rà soát văn bản quy phạm pháp luật',
      'N3',
      '90',
      'CONSOLIDATED',
      'Sản phẩm định kỳ hằng quý',
    ],
  ] as const;
  proposals.forEach(([unitCode, name, group, points, state, reason], index) => {
    const { userId, person } = memberAt(unitCode, 0);
    tables.proposals.add({
      id: rowId('proposal', index + 1),
      unit_id: unitId(unitCode),
      name,
      complexity_group: group,
      points,
      unit_of_work: 'văn bản',
      reason,
      state,
      proposed_by_id: userId,
      proposed_by_name: person.name,
      proposed_at: at(addDays(today, -10 - index), 10),
    });
  });
}

/**
 * The year of one sở, opened a week ago: a row for each of its people with the months closed so far, some of whom have
 * rated themselves; and drafts of its phòng's own results. Nothing is proposed and nothing decided. Answers the rows with a mean.
 */
export function writeOpenYear(
  tables: Tables,
  year: PlayedYear,
  closed: ClosedMonths,
  calendar: readonly CalendarDay[],
  today: LocalDate,
): readonly OpenRow[] {
  const period = today.slice(0, 4) as Period;
  const closedMonths = (member: Member) =>
    (closed.ofEmployee.get(member.employeeId) ?? []).filter((month) => month.period.startsWith(period));
  const people = demonstrationUnits
    .filter(({ code }) => code === agencyCode || code.startsWith(`${agencyCode}.`))
    .flatMap(({ code }) => membersOf(code))
    .filter((member) => member !== year.transfer.before);
  if (people.every((member) => closedMonths(member).length === 0)) return [];
  const personnel = findMember('nhansu');
  const roundId = rowId('round', 1);
  tables.rounds.add({
    id: roundId,
    agency_id: unitId(agencyCode),
    year: Number(period),
    state: 'OPEN',
    due_on: `${period}-12-14`,
    opened_by_id: personnel.userId,
    opened_by_name: personnel.person.name,
    opened_at: at(addDays(today, -6), 9),
    closed_at: null,
  });
  const working = workingMonths(makeCalendar(calendar), period);
  const open: OpenRow[] = [];
  people.forEach((member, index) => {
    const results = new Map(closedMonths(member).map((month) => [month.period, month]));
    const own = year.absences.filter((absence) => absence.member === member);
    const service = serviceOfYear(ruleSet.year, working, [{ from: `${period}-01-01` as LocalDate, to: null }], own);
    const { mean } = aggregateYear(
      period,
      months(period).map((month) => ({ period: month, figures: results.get(month)?.figures ?? null })),
    ).year;
    const rated = member.role === 'STAFF' && mean !== null && randomnessOf(`self ${member.person.code}`).chance(0.3);
    const id = rowId('classification', index + 1);
    if (mean !== null) open.push({ id, member, level: levelOf(mean.total, ruleSet.thresholds) });
    tables.classifications.add({
      id,
      round_id: roundId,
      employee_id: member.employeeId,
      agency_id: unitId(agencyCode),
      // Art. 10: the head of an agency is classified by that of the managing agency, everybody else by him.
      authority_id: unitId(member.person.unitCode === agencyCode && member.person.post === 'HEAD' ? 'H99' : agencyCode),
      unit_id: member.unitId,
      year: Number(period),
      post: member.person.post,
      group_code: member.person.groupCode,
      subject_type: member.person.subjectType,
      rule_set: ruleSet.code,
      rule_set_version: ruleSet.version,
      state: rated ? 'SELF_RATED' : 'OPEN',
      months: JSON.stringify(
        service.months.map(({ period: month, isWorked }) => {
          const result = results.get(month);
          const figures = result?.figures ?? null;
          return {
            period: month,
            total: figures === null ? null : toText(figures.total),
            display: figures === null ? null : toDisplay(figures.total),
            resultId: result?.id ?? null,
            ruleSet: result === undefined ? null : ruleSet.code,
            note:
              result === undefined
                ? isWorked
                  ? 'NOT_CLOSED'
                  : 'NOT_WORKED'
                : figures === null
                  ? 'INSUFFICIENT_DATA'
                  : null,
          };
        }),
      ),
      worked_months: service.workedMonths,
      leave: service.leave,
      ...fraction('mean', mean?.total ?? null),
      mean_display: mean === null ? null : toDisplay(mean.total),
      ...fraction('result', mean?.resultPoints ?? null),
      ...fraction('quality', mean?.quality ?? null),
      delays: mean?.delays ?? 0,
      self_level: rated ? levelOf(mean.total, ruleSet.thresholds) : null,
      self_rated_at: rated ? at(addDays(today, -3), 10) : null,
      ...undecided,
    });
  });
  writeUnitDrafts(tables, period);
  return open;
}

function writeUnitDrafts(tables: Tables, period: Period): void {
  demonstrationUnits
    .filter(({ parent }) => parent === agencyCode)
    .forEach(({ code }, index) => {
      tables.unitResults.add({
        id: rowId('unitResult', index + 1),
        unit_id: unitId(code),
        authority_id: unitId(agencyCode),
        year: Number(period),
        rule_set: 'ND335-2025/ORGANISATION',
        rule_set_version: 1,
        general_points: '[]',
        item_points: '[]',
      });
    });
}

/** Assignments are numbered as the people are. */
export function assignmentIdOf(member: Member): string {
  return rowId('assignment', Number(member.person.code.slice(2)));
}
