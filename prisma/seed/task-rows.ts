import { documentKey } from '@congvu/schema/document-number';
import type { LocalDate } from '@congvu/schema/primitives/local-date';
import { at, type Month } from './calendar.ts';
import { rowId } from './load/row-id.ts';
import type { Tables } from './load/tables.ts';
import type { Work } from './month-work.ts';
import { type Randomness, randomnessOf } from './randomness.ts';
import type { Member } from './roster.ts';

/** Errors and delays that still count after objective causes were decided. */
export interface CountedWork {
  readonly work: Work;
  readonly errors: number;
  readonly delays: number;
}

const qualityRequirement = 'Đúng thể thức, đủ nội dung, được cấp có thẩm quyền thông qua';

const causes = [
  'Cơ quan phối hợp gửi số liệu chậm',
  'Phát sinh yêu cầu bổ sung từ cấp trên sau khi đã trình',
  'Hệ thống quản lý văn bản gián đoạn do sự cố kỹ thuật',
] as const;

/** Writes a task with its events, causes and document, and answers what of it counts. */
export function writeTask(
  tables: Tables,
  work: Work,
  month: Month,
  productIds: ReadonlyMap<string, string>,
): CountedWork {
  const { member } = work;
  const randomness = randomnessOf(`task ${work.id}`);
  const errors = work.errorsOn.filter((day) => !writeEvent(tables, work, 'MAJOR_ERROR', day, month, randomness)).length;
  const delays = work.delaysOn.filter((day) => !writeEvent(tables, work, 'DELAY', day, month, randomness)).length;
  tables.tasks.add({
    id: work.id,
    employee_id: member.employeeId,
    unit_id: member.unitId,
    product_id: productIds.get(work.product.code) ?? null,
    title: work.title,
    quantity: work.quantity,
    coefficient_numerator: work.product.coefficient.numerator,
    coefficient_denominator: work.product.coefficient.denominator,
    units_numerator: work.units.numerator,
    units_denominator: work.units.denominator,
    quality_requirement: qualityRequirement,
    deadline: work.deadline,
    responsibility: randomness.chance(0.85) ? 'LEAD' : 'COOPERATE',
    origin: work.origin,
    outcome: work.outcome,
    period: month.period,
    errors,
    delays,
    submitted_on: work.submittedOn,
    accepted_on: work.acceptedOn,
    taken_over_from_id: work.takenOverFromId,
    assigned_by_id: member.superior.userId,
    assigned_by_name: member.superior.name,
    assigned_at: work.assignedAt,
    revision: work.outcome === 'OPEN' ? 1 : 2,
  });
  // Two months back to a document, for a quarter of the tasks: enough to follow a score down to its page.
  if (month.age <= 1 && randomness.chance(0.25)) writeDocument(tables, work, randomness);
  return { work, errors, delays };
}

/** Answers whether the event is exempt by a confirmed objective cause. */
function writeEvent(
  tables: Tables,
  work: Work,
  kind: 'MAJOR_ERROR' | 'DELAY',
  day: LocalDate,
  month: Month,
  randomness: Randomness,
): boolean {
  const number = tables.events.count + 1;
  const draw = kind === 'DELAY' ? randomness.fraction() : 1;
  const state = draw < 0.12 ? (month.isCurrent ? 'CLAIMED' : draw < 0.08 ? 'CONFIRMED' : 'REFUSED') : null;
  const { superior, employeeId } = work.member;
  tables.events.add({
    id: rowId('event', number),
    task_id: work.id,
    employee_id: employeeId,
    kind,
    occurred_on: day,
    note: kind === 'DELAY' ? 'Nộp sau hạn' : 'Sai nội dung chủ yếu, phải làm lại',
    exempt: state === 'CONFIRMED',
    recorded_by_id: superior.userId,
    recorded_by_name: superior.name,
    recorded_at: at(work.acceptedOn ?? day, 16),
  });
  if (state !== null) writeCause(tables, work, rowId('event', number), state, randomness);
  return state === 'CONFIRMED';
}

function writeCause(
  tables: Tables,
  work: Work,
  eventId: string,
  state: 'CLAIMED' | 'CONFIRMED' | 'REFUSED',
  randomness: Randomness,
): void {
  const { person, superior, userId, employeeId } = work.member;
  const day = work.acceptedOn ?? work.deadline;
  const isDecided = state !== 'CLAIMED';
  tables.causes.add({
    id: rowId('cause', tables.causes.count + 1),
    event_id: eventId,
    employee_id: employeeId,
    state,
    reason: randomness.pick(causes),
    claimed_by_id: userId,
    claimed_by_name: person.name,
    claimed_at: at(day, 16, 30),
    decided_by_id: isDecided ? superior.userId : null,
    decided_by_name: isDecided ? superior.name : null,
    decided_at: isDecided ? at(day, 17) : null,
  });
}

const issuers = [
  ['UBND tỉnh An Bình', 'UBND-TH'],
  ['Sở Nội vụ tỉnh An Bình', 'SNV-TCBC'],
  ['Sở Tài chính tỉnh An Bình', 'STC-NS'],
  ['Văn phòng UBND tỉnh An Bình', 'VPUBND-TH'],
] as const;

function writeDocument(tables: Tables, work: Work, randomness: Randomness): void {
  const sequence = tables.documents.count + 1;
  const id = rowId('document', sequence);
  const [issuer, suffix] = randomness.pick(issuers);
  const number = `${1000 + sequence}/${suffix}`;
  const date = work.assignedAt.slice(0, 10);
  const { member } = work;
  tables.documents.add({
    id,
    unit_id: member.unitId,
    key: documentKey(issuer, Number(date.slice(0, 4)), number),
    number,
    issuer,
    date,
    deadline: work.deadline,
    host: 'vanban.anbinh.example',
    recorded_by_id: member.superior.userId,
    recorded_at: work.assignedAt,
  });
  tables.taskDocuments.add({ task_id: work.id, document_id: id });
  writeHandler(tables, id, 0, member, 'XLC');
}

function writeHandler(tables: Tables, documentId: string, position: number, member: Member, role: string): void {
  const { name } = member.person;
  tables.handlers.add({ document_id: documentId, position, name, role, employee_id: member.employeeId });
}
