import { addDays, type LocalDate } from '@congvu/schema/primitives/local-date';
import type { FeedbackKind, FeedbackOutcome, FindingTopic } from '@congvu/schema/registers';
import { recordedBy } from './discipline-rows.ts';
import { yearOf } from './inspection-rows.ts';
import { rowId } from './load/row-id.ts';
import type { Tables } from './load/tables.ts';
import { memberAt } from './played-year.ts';
import { findMember, unitId } from './roster.ts';

interface File {
  readonly unitCode: string;
  readonly place: number | null;
  readonly kind: FeedbackKind;
  readonly topic: FindingTopic;
  readonly content: string;
  /** Days before today it came in; it is due fifteen days later, as who received it stated. */
  readonly daysAgo: number;
  /** Days before today it was answered; null while it is open. */
  readonly answered: number | null;
  readonly outcome?: FeedbackOutcome;
}

const files: readonly File[] = [
  {
    ...{ unitCode: 'H99.03.02', place: 12, kind: 'REFLECTION', topic: 'ADMINISTRATIVE_PROCEDURES', outcome: 'UPHELD' },
    ...{ content: 'Hồ sơ chứng thực trả chậm ba ngày, không được báo trước', daysAgo: 70, answered: 60 },
  },
  {
    ...{ unitCode: 'H99.02.03', place: 7, kind: 'REFLECTION', topic: 'ATTITUDE', outcome: 'NOT_UPHELD' },
    ...{ content: 'Không được giải thích khi trả lại hồ sơ', daysAgo: 50, answered: 28 },
  },
  {
    ...{ unitCode: 'H99.21.01', place: 9, kind: 'SUGGESTION', topic: 'CITIZEN_RECEPTION' },
    ...{ content: 'Đề nghị bố trí thêm chỗ ngồi chờ tại bộ phận một cửa', daysAgo: 25, answered: null },
  },
  {
    ...{ unitCode: 'H99.04.01', place: 11, kind: 'DENUNCIATION', topic: 'ANTI_CORRUPTION' },
    ...{ content: 'Nội dung tố cáo đang được xác minh theo quy định', daysAgo: 9, answered: null },
  },
  {
    ...{ unitCode: 'H99.03.01', place: 5, kind: 'REFLECTION', topic: 'ATTITUDE', outcome: 'UPHELD' },
    ...{ content: 'Khen cán bộ hướng dẫn tận tình, chỉ phải đi một lần', daysAgo: 20, answered: 12 },
  },
  {
    ...{ unitCode: 'H99.05.01', place: null, kind: 'COMPLAINT', topic: 'PETITIONS' },
    ...{ content: 'Khiếu nại việc chậm trả lời đơn về đất đai', daysAgo: 4, answered: null },
  },
];

/** Six files of citizens, two of them late, one a denunciation. Nobody here exists. */
export function writeFeedback(tables: Tables, today: LocalDate): void {
  const inspector = findMember('thanhtra');
  for (const [index, file] of files.entries()) {
    const id = rowId('feedback', index + 1);
    const receivedOn = addDays(today, -file.daysAgo);
    const { unitCode, place, answered } = file;
    // A denunciation is handled outside the unit it is about.
    const handler = file.kind === 'DENUNCIATION' ? inspector : memberAt(unitCode, 0);
    const isAssigned = file.daysAgo > 5;
    tables.feedback.add({
      id,
      number: `PA-${yearOf(receivedOn)}-${String(index + 1).padStart(5, '0')}`,
      unit_id: unitId(unitCode),
      employee_id: place === null ? null : memberAt(unitCode, place).employeeId,
      kind: file.kind,
      channel: 'Cổng dịch vụ công',
      topic: file.topic,
      received_on: receivedOn,
      content: file.content,
      due_on: addDays(receivedOn, 15),
      assigned_unit_id: isAssigned ? handler.unitId : null,
      handler_id: isAssigned ? handler.employeeId : null,
      assigned_on: isAssigned ? addDays(receivedOn, 1) : null,
      answered_on: answered === null ? null : addDays(today, -answered),
      answer_document: answered === null ? null : `${300 + index}/UBND-TD`,
      outcome: file.outcome ?? null,
      state: answered !== null ? 'ANSWERED' : isAssigned ? 'ASSIGNED' : 'RECEIVED',
      ...recordedBy(inspector),
    });
    tables.feedbackSenders.add({
      feedback_id: id,
      name: `Người gửi ${index + 1}`,
      contact: `nguoi-gui-${index + 1}@example.invalid`,
    });
  }
}

/** Asking and asked unit, who is to answer by place there, subject, days ago asked and answered, and whether it was clear. */
const requests = [
  ['H99.02.01', 'H99.03.01', 6, 'Góp ý dự thảo quy chế chi tiêu nội bộ', 40, 33, true],
  ['H99.04.01', 'H99.05.01', 8, 'Ý kiến về chỉ giới đất quy hoạch', 35, 18, true],
  ['H99.03.02', 'H99.02.02', 9, 'Ý kiến về mức thu phí chứng thực', 30, 22, false],
  ['H99.05.02', 'H99.04.02', 7, 'Phối hợp rà soát nguồn nước mặt dọc tuyến', 6, null, null],
  ['H99.21.01', 'H99.05.03', 5, 'Đề nghị hướng dẫn hồ sơ môi trường cấp xã', 3, null, null],
] as const;

/** Five requests for another unit's opinion, each due after ten days: one answered late, one without a clear position. */
export function writeCoordination(tables: Tables, today: LocalDate): void {
  for (const [index, [asking, asked, place, subject, daysAgo, answered, clear]] of requests.entries()) {
    const askedOn = addDays(today, -daysAgo);
    tables.coordination.add({
      id: rowId('coordination', index + 1),
      number: `PH-${yearOf(askedOn)}-${String(index + 1).padStart(5, '0')}`,
      asking_unit_id: unitId(asking),
      asked_unit_id: unitId(asked),
      employee_id: memberAt(asked, place).employeeId,
      subject,
      asked_on: askedOn,
      due_on: addDays(askedOn, 10),
      answered_on: answered === null ? null : addDays(today, -answered),
      answer_document: answered === null ? null : `${400 + index}/PH`,
      clear,
      state: answered === null ? 'OPEN' : 'ANSWERED',
      ...recordedBy(memberAt(asking, 0)),
    });
  }
}
