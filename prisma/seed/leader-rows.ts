import { addDays, type LocalDate } from '@congvu/schema/primitives/local-date';
import { at } from './calendar.ts';
import { recordedBy } from './discipline-rows.ts';
import { rowId } from './load/row-id.ts';
import type { Tables } from './load/tables.ts';
import { memberAt } from './played-year.ts';
import { findMember, type Member, membersOf, unitId } from './roster.ts';
import type { OpenRow } from './year-rows.ts';

const personnel = () => findMember('nhansu');

interface Planned {
  readonly of: readonly [unitCode: string, place: number];
  readonly to: readonly [unitCode: string, post: 'HEAD' | 'DEPUTY'];
  /** Years from today to the end of his service; null where personnel's file does not state it. */
  readonly years: number | null;
  readonly ended?: true;
}

/**
 * Who is planned for which post. To lead the third phòng of the first sở: two with time enough, one with too little, one of whom the end
 * of service is not stated, one taken out again, and its last deputy in no planning. At H99.03 one against whom a decision runs.
 */
const PLANNED: readonly Planned[] = [
  { of: ['H99.01.03', 1], to: ['H99.01.03', 'HEAD'], years: 14 },
  { of: ['H99.01.03', 2], to: ['H99.01.03', 'HEAD'], years: 19 },
  { of: ['H99.01.02', 1], to: ['H99.01.03', 'HEAD'], years: 3 },
  { of: ['H99.01.04', 1], to: ['H99.01.03', 'HEAD'], years: null },
  { of: ['H99.01.01', 1], to: ['H99.01.03', 'HEAD'], years: 9, ended: true },
  { of: ['H99.01.01', 4], to: ['H99.01.01', 'DEPUTY'], years: 27 },
  { of: ['H99.01.01', 0], to: ['H99.01', 'DEPUTY'], years: 12 },
  { of: ['H99.01.02', 0], to: ['H99.01', 'DEPUTY'], years: 6 },
  { of: ['H99.02.01', 1], to: ['H99.02.01', 'HEAD'], years: 11 },
  { of: ['H99.02.02', 0], to: ['H99.02', 'DEPUTY'], years: null },
  { of: ['H99.03.01', 1], to: ['H99.03.01', 'HEAD'], years: 8 },
  { of: ['H99.03.01', 14], to: ['H99.03.01', 'DEPUTY'], years: 16 },
  { of: ['H99.03.02', 0], to: ['H99.03', 'DEPUTY'], years: 10 },
];

export function writePlanning(tables: Tables, today: LocalDate): void {
  const since = addDays(today, -500);
  PLANNED.forEach(({ of, to: [unitCode, post], years, ended }, index) => {
    const member = memberAt(...of);
    tables.planning.add({
      id: rowId('planning', index + 1),
      employee_id: member.employeeId,
      unit_id: unitId(unitCode),
      post,
      title: null,
      from_on: since,
      to_on: addDays(since, 5 * 365),
      decision_number: `${40 + index}/QĐ-QH`,
      ended_on: ended === true ? addDays(today, -60) : null,
      ...recordedBy(personnel()),
    });
    if (years === null) return;
    tables.serviceEnds.add({
      employee_id: member.employeeId,
      on_date: addDays(today, years * 365),
      ...recordedBy(personnel()),
    });
  });
}

/**
 * Two sessions over the open year: one revealed, with a change, one in which the second phòng has not submitted. Nothing is decided
 * by either.
 */
export function writeCalibrations(tables: Tables, open: readonly OpenRow[], today: LocalDate): void {
  if (open.length === 0) return;
  const chair = personnel();
  const begin = (number: number, title: string, isRevealed: boolean) => {
    const id = rowId('calibration', number);
    tables.calibrations.add({
      id,
      agency_id: unitId('H99.02'),
      unit_id: unitId('H99.02'),
      year: Number(today.slice(0, 4)),
      title,
      state: isRevealed ? 'REVEALED' : 'OPEN',
      due_on: addDays(today, isRevealed ? -1 : 5),
      opened_by_id: chair.userId,
      opened_by_name: chair.person.name,
      opened_at: at(addDays(today, -5), 9),
      revealed_at: isRevealed ? at(addDays(today, -1), 16) : null,
    });
    return id;
  };
  const first = begin(1, 'Hiệu chỉnh mức xếp loại: Ngân sách và Đầu tư', true);
  propose(tables, first, 'H99.02.01', open, today, true);
  propose(tables, first, 'H99.02.02', open, today, true);
  const changed = open.find(({ member, level }) => member.person.unitCode === 'H99.02.02' && level === 'OUTSTANDING');
  if (changed !== undefined)
    tables.calibrationChanges.add({
      id: rowId('calibrationChange', 1),
      session_id: first,
      classification_id: changed.id,
      before: 'OUTSTANDING',
      after: 'GOOD',
      reason: 'Hai nhiệm vụ quý III hoàn thành chậm so với các phòng cùng nhóm',
      authorised_by: headOf('H99.02').person.name,
      document: 'Biên bản họp số 12/BB-STC',
      by_id: chair.userId,
      by_name: chair.person.name,
      at: at(addDays(today, -1), 17),
    });
  const second = begin(2, 'Hiệu chỉnh mức xếp loại: Giá và công sản, Văn phòng', false);
  propose(tables, second, 'H99.02.03', open, today, true);
  propose(tables, second, 'H99.02.04', open.slice(0, 0), today, false);
}

/** What a phòng proposes for its own people but its head, who is scored by the one above. */
function propose(
  tables: Tables,
  sessionId: string,
  unitCode: string,
  open: readonly OpenRow[],
  today: LocalDate,
  isSubmitted: boolean,
): void {
  const head = headOf(unitCode);
  tables.calibrationUnits.add({
    session_id: sessionId,
    unit_id: unitId(unitCode),
    joined_at: at(addDays(today, -5), 9),
    submitted_at: isSubmitted ? at(addDays(today, -1), 15) : null,
    submitted_by_id: isSubmitted ? head.userId : null,
    submitted_by_name: isSubmitted ? head.person.name : null,
  });
  for (const { id, member, level } of open) {
    if (member.person.unitCode !== unitCode || member === head) continue;
    tables.calibrationProposals.add({
      id: rowId('calibrationProposal', tables.calibrationProposals.count + 1),
      session_id: sessionId,
      unit_id: unitId(unitCode),
      classification_id: id,
      level,
      reason: null,
      proposed_by_id: head.userId,
      proposed_by_name: head.person.name,
      proposed_at: at(addDays(today, -2), 10),
    });
  }
}

function headOf(unitCode: string): Member {
  const [head] = membersOf(unitCode);
  if (head === undefined) throw new Error(`${unitCode} has no head`);
  return head;
}

/** A grant whose review is overdue, and a token of personnel's reports. No secret has the token's digest: nobody signs in by it. */
export function writeGrantsInCare(tables: Tables, today: LocalDate): void {
  tables.grants.add({
    id: rowId('grant', 300),
    user_id: memberAt('H99.05.02', 6).userId,
    role: 'INSPECTOR',
    kind: 'GRANT',
    unit_id: unitId('H99.05'),
    valid_from: addDays(today, -400),
    valid_to: null,
    document: 'Quyết định số 77/QĐ-UBND',
    delegated_by_id: null,
    review_due_on: addDays(today, -35),
  });
  tables.tokens.add({
    id: rowId('token', 1),
    user_id: personnel().userId,
    name: 'Báo cáo nhân sự hằng tuần',
    prefix: 'congvu_pat_00',
    secret_hash: `\\x${'00'.repeat(32)}`,
    scopes: ['EMPLOYEE_READ', 'UNIT_READ', 'SCORE_READ'],
    created_at: at(addDays(today, -20), 9),
    expires_at: at(addDays(today, 70), 9),
  });
}
