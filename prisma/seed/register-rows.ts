import { addDays, type LocalDate } from '@congvu/schema/primitives/local-date';
import { at, workingDayFrom } from './calendar.ts';
import { addDecision, addViolation, nobody } from './discipline-rows.ts';
import { rowId } from './load/row-id.ts';
import type { Tables } from './load/tables.ts';
import { memberAt } from './played-year.ts';
import { randomnessOf } from './randomness.ts';
import { findMember, type Member, roster } from './roster.ts';

const awards = [
  ['Giấy khen', 'Giấy khen của Giám đốc Sở', 'Đột xuất', 'Sở chủ quản'],
  ['Giấy khen', 'Giấy khen của Giám đốc Sở', 'Theo công trạng', 'Sở chủ quản'],
  ['Bằng khen', 'Bằng khen của Chủ tịch UBND tỉnh', 'Theo công trạng', 'Chủ tịch UBND tỉnh An Bình'],
  ['Danh hiệu thi đua', 'Chiến sĩ thi đua cơ sở', 'Theo công trạng', 'Chủ tịch UBND tỉnh An Bình'],
] as const;

/** About one in five of the diligent was commended in the last year; `chuyenvien` for certain. */
export function writeCommendations(tables: Tables, today: LocalDate): void {
  const { employeeId: certain } = findMember('chuyenvien');
  for (const member of roster) {
    const randomness = randomnessOf(`commendation ${member.person.code}`);
    const isCommended = member.person.diligence > 0.75 && randomness.chance(0.3);
    if (!isCommended && member.employeeId !== certain) continue;
    const number = tables.commendations.count + 1;
    const [form, title, kind, issuer] = randomness.pick(awards);
    tables.commendations.add({
      id: rowId('commendation', number),
      employee_id: member.employeeId,
      unit_id: member.unitId,
      form,
      title,
      kind,
      decision_number: `${100 + number}/QĐ-UBND`,
      decided_on: workingDayFrom(today, -randomness.between(20, 340)),
      issuer,
      reason: 'Hoàn thành tốt nhiệm vụ được giao',
      title_code: null,
      year: null,
      ...nobody,
    });
  }
}

interface Discipline {
  readonly member: Member;
  readonly form: 'REPRIMAND' | 'WARNING';
  /** Days before `today` on which it took effect. */
  readonly daysAgo: number;
  readonly isDutyRelated: boolean;
  readonly summary: string;
}

/**
 * One decision in force, related to duty, on an able officer of the first phòng, so that a ranking shows a block beside a
 * good place; the others have lapsed. `withActs` records the act behind each, and the windows that follow.
 */
export function writeDisciplines(tables: Tables, today: LocalDate, withActs: boolean): void {
  for (const discipline of disciplines()) {
    const effectiveFrom = workingDayFrom(today, -discipline.daysAgo);
    const { member, form, isDutyRelated, summary } = discipline;
    const violationId = withActs
      ? addViolation(
          tables,
          {
            ...{ member, isDutyRelated, summary, recommendationId: null, decidedOn: effectiveFrom },
            actFrom: addDays(effectiveFrom, -75),
            actTo: addDays(effectiveFrom, -45),
            discoveredOn: addDays(effectiveFrom, -40),
          },
          nobody,
        )
      : null;
    const issuer = 'Sở Nội vụ tỉnh An Bình';
    addDecision(tables, { member, form, effectiveFrom, issuer, isDutyRelated, summary }, violationId, nobody);
  }
}

/** A decision related to duty, and the day from which it held: whose year the demonstration leaves at the lowest level. */
export interface DutyDiscipline {
  readonly member: Member;
  readonly effectiveFrom: LocalDate;
}

export function dutyDisciplines(today: LocalDate): readonly DutyDiscipline[] {
  return disciplines()
    .filter(({ isDutyRelated }) => isDutyRelated)
    .map(({ member, daysAgo }) => ({ member, effectiveFrom: workingDayFrom(today, -daysAgo) }));
}

function disciplines(): readonly Discipline[] {
  const late = 'Nhiều lần chậm giải quyết hồ sơ được giao, đã được nhắc nhở';
  return [
    { member: memberAt('H99.01.01', 6), form: 'REPRIMAND', daysAgo: 150, isDutyRelated: true, summary: late },
    { member: memberAt('H99.01.03', 20), form: 'WARNING', daysAgo: 500, isDutyRelated: true, summary: late },
    {
      member: memberAt('H99.02.02', 14),
      form: 'REPRIMAND',
      daysAgo: 430,
      isDutyRelated: false,
      summary: 'Vi phạm quy định về kê khai tài sản, thu nhập',
    },
  ];
}

/** Who looked at the record of `chuyenvien` lately, so that the page "who looked" has something to show. */
export function writeAccesses(tables: Tables, today: LocalDate): void {
  const { employeeId } = findMember('chuyenvien');
  const readers = [
    ['quanly', 'EVALUATE', 'mark', 'extension/overlay', 3],
    ['quanly', 'EVALUATE', 'card', 'extension/sidepanel', 2],
    ['nhansu', 'STATISTICS', 'sheet', 'extension/dashboard', 1],
  ] as const;
  for (const [userName, purpose, kind, screen, daysAgo] of readers) {
    const { userId, person } = findMember(userName);
    tables.accesses.add({
      at: at(addDays(today, -daysAgo), 9),
      user_id: userId,
      read_by: person.name,
      employee_id: employeeId,
      purpose,
      kind,
      screen,
      request_id: `seed-${daysAgo}`,
    });
  }
}
