import { addDays, type LocalDate } from '@congvu/schema/primitives/local-date';
import { at, workingDayFrom } from './calendar.ts';
import { addDecision, addViolation, recordedBy } from './discipline-rows.ts';
import type { InspectedYear } from './inspected-year.ts';
import { yearOf } from './inspection-rows.ts';
import { rowId } from './load/row-id.ts';
import type { Tables } from './load/tables.ts';
import { memberAt } from './played-year.ts';
import type { DutyDiscipline } from './register-rows.ts';
import { findMember, type Member, unitId } from './roster.ts';

/** Days before `today` on which the lapsed decision took effect. */
const LAPSED_DAYS_AGO = 480;

const personnel = () => recordedBy(findMember('nhansu'));

/**
 * From finding to discipline: one act open, one decided and in force, one decision that lapsed. From good practice to title: an
 * initiative recognised that no title rests on yet, an older one on which one does, and one that waits.
 */
export function writeCases(tables: Tables, today: LocalDate, inspected: InspectedYear): void {
  writeDisciplineCases(tables, today, inspected);
  writeInitiatives(tables, today, inspected.practice);
}

function writeDisciplineCases(tables: Tables, today: LocalDate, { openCase, closedCase }: InspectedYear): void {
  const issuer = 'Sở Tư pháp tỉnh An Bình';
  const late = 'Để quá hạn hồ sơ của người dân, đã được nhắc nhở';
  const act = { actTo: null, isDutyRelated: true };
  addViolation(
    tables,
    {
      ...act,
      member: openCase.member,
      actFrom: addDays(openCase.foundOn, -20),
      discoveredOn: openCase.foundOn,
      summary: late,
      recommendationId: openCase.recommendationId,
      decidedOn: null,
    },
    personnel(),
  );
  const decide = (
    member: Member,
    daysAgo: number,
    discovered: LocalDate,
    summary: string,
    recommendation: string | null,
  ) => {
    const effectiveFrom = workingDayFrom(today, -daysAgo);
    const violationId = addViolation(
      tables,
      {
        ...act,
        member,
        actFrom: addDays(discovered, -2),
        discoveredOn: discovered,
        summary,
        recommendationId: recommendation,
        decidedOn: effectiveFrom,
      },
      personnel(),
    );
    const decision = { member, form: 'REPRIMAND', effectiveFrom, issuer, isDutyRelated: true, summary } as const;
    addDecision(tables, decision, violationId, personnel());
  };
  const rude = 'Trả lời công dân thiếu chuẩn mực trong giờ tiếp công dân';
  decide(closedCase.member, 18, closedCase.foundOn, rude, closedCase.recommendationId);
  decide(memberAt('H99.03.01', 14), LAPSED_DAYS_AGO, workingDayFrom(today, -510), late, null);
}

/** The decision that lapsed. */
export function lapsedCase(today: LocalDate): DutyDiscipline {
  return { member: memberAt('H99.03.01', 14), effectiveFrom: workingDayFrom(today, -LAPSED_DAYS_AGO) };
}

function writeInitiatives(tables: Tables, today: LocalDate, practice: InspectedYear['practice']): void {
  const add = (
    member: Member,
    title: string,
    recognisedOn: LocalDate | null,
    year: number,
    findingId: string | null,
  ) => {
    const number = tables.initiatives.count + 1;
    const id = rowId('initiative', number);
    const isRecognised = recognisedOn !== null;
    tables.initiatives.add({
      id,
      code: `SK-${String(year)}-${String(number).padStart(3, '0')}`,
      title,
      summary: null,
      unit_id: member.unitId,
      year,
      kind: 'INITIATIVE',
      level: isRecognised ? 'BASE' : null,
      influence: isRecognised ? 'UNIT' : null,
      applied: isRecognised,
      state: isRecognised ? 'RECOGNISED' : 'PROPOSED',
      decision_number: isRecognised ? `${200 + number}/QĐ-STP` : null,
      recognised_on: recognisedOn,
      finding_id: findingId,
      ...(isRecognised ? personnel() : recordedBy(member)),
    });
    tables.initiativeAuthors.add({ initiative_id: id, employee_id: member.employeeId, main: true });
    return id;
  };
  const recognised = workingDayFrom(today, -14);
  add(practice.member, 'Phiếu hướng dẫn một lần cho hồ sơ hộ tịch', recognised, yearOf(recognised), practice.findingId);
  const decidedOn = workingDayFrom(today, -280);
  const year = yearOf(decidedOn) - 1;
  const winner = memberAt('H99.03.01', 8);
  const older = add(winner, 'Sổ tay rà soát văn bản quy phạm pháp luật', addDays(decidedOn, -60), year, null);
  const proposed = workingDayFrom(today, -6);
  add(memberAt('H99.05.02', 6), 'Nhật ký quan trắc dùng chung cho các xã', null, yearOf(proposed), null);

  const commend = (member: Member | null, unitCode: string, form: string, title: string, titleCode: string | null) => {
    const number = tables.commendations.count + 1;
    const id = rowId('commendation', number);
    tables.commendations.add({
      id,
      employee_id: member?.employeeId ?? null,
      unit_id: unitId(unitCode),
      form,
      title,
      kind: 'Theo công trạng',
      decision_number: `${100 + number}/QĐ-UBND`,
      decided_on: decidedOn,
      issuer: 'Chủ tịch UBND tỉnh An Bình',
      reason: 'Có thành tích xuất sắc trong công tác',
      title_code: titleCode,
      year: titleCode === null ? null : year,
      ...personnel(),
    });
    return id;
  };
  const title = commend(winner, 'H99.03.01', 'Danh hiệu thi đua', 'Chiến sĩ thi đua cơ sở', 'CSTDCS');
  tables.commendationInitiatives.add({ commendation_id: title, initiative_id: older });
  commend(null, 'H99.05', 'Bằng khen', 'Bằng khen của Chủ tịch UBND tỉnh', null);
}

/** Who looked at the people of the cases, and why. */
export function writeCaseAccesses(tables: Tables, today: LocalDate, { openCase, closedCase }: InspectedYear): void {
  const looks = [
    ['thanhtra', 'INSPECTION', 'inspection', openCase.member, 4],
    ['nhansu', 'DISCIPLINE', 'discipline', openCase.member, 3],
    ['nhansu', 'DISCIPLINE', 'discipline', closedCase.member, 18],
  ] as const;
  for (const [index, [userName, purpose, kind, member, daysAgo]] of looks.entries()) {
    const reader = findMember(userName);
    tables.accesses.add({
      at: at(addDays(today, -daysAgo), 14),
      user_id: reader.userId,
      read_by: reader.person.name,
      employee_id: member.employeeId,
      purpose,
      kind,
      screen: 'extension/dashboard',
      request_id: `seed-case-${index}`,
    });
  }
}
