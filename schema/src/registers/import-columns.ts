import { column, EMPLOYEE, type ImportColumn, maybe, UNIT } from './import-column.ts';
import { OFFICE_COLUMNS } from './office-columns.ts';
import type { ImportRegister } from './register-words.ts';

const DECISION = [
  column('decisionNumber', 'TEXT', 'Số quyết định', 'Decision number'),
  column('decidedOn', 'DATE', 'Ngày quyết định', 'Date of the decision'),
] as const;

/** The columns of each register's file. Those not required may be left out of the file altogether. */
export const IMPORT_COLUMNS: Readonly<Record<ImportRegister, readonly ImportColumn[]>> = {
  ...OFFICE_COLUMNS,
  DISCIPLINE: [
    column(...EMPLOYEE),
    maybe(...UNIT),
    column('actFrom', 'DATE', 'Ngày vi phạm', 'First day of the act'),
    maybe('actTo', 'DATE', 'Ngày kết thúc vi phạm', 'Last day of the act'),
    column('discoveredOn', 'DATE', 'Ngày phát hiện', 'Discovered on'),
    column('relatedToDuty', 'YES_NO', 'Liên quan công vụ', 'Related to public duty'),
    maybe('degradation', 'YES_NO', 'Suy thoái', 'Degradation'),
    maybe('corruption', 'YES_NO', 'Tham nhũng', 'Corruption'),
    column('summary', 'TEXT', 'Nội dung vi phạm', 'What was done'),
    column('form', 'WORD', 'Hình thức kỷ luật', 'Form of discipline'),
    ...DECISION,
    column('effectiveFrom', 'DATE', 'Có hiệu lực từ', 'Effective from'),
    maybe('effectiveTo', 'DATE', 'Có hiệu lực đến', 'Effective to'),
    column('issuer', 'TEXT', 'Cấp quyết định', 'Issuer'),
  ],
  COMMENDATION: [
    maybe(...EMPLOYEE),
    maybe(...UNIT),
    maybe('titleCode', 'TEXT', 'Mã danh hiệu', 'Code of the title'),
    column('form', 'TEXT', 'Hình thức khen thưởng', 'Form of commendation'),
    column('title', 'TEXT', 'Danh hiệu', 'Title'),
    column('kind', 'TEXT', 'Loại hình', 'Kind'),
    maybe('year', 'YEAR', 'Năm xét', 'Evaluation year'),
    ...DECISION,
    column('issuer', 'TEXT', 'Cấp khen thưởng', 'Issuer'),
    maybe('reason', 'TEXT', 'Lý do', 'Reason'),
  ],
  INITIATIVE: [
    column('code', 'TEXT', 'Số sáng kiến', 'Number of the initiative'),
    column('title', 'TEXT', 'Tên sáng kiến', 'Title of the initiative'),
    maybe('summary', 'TEXT', 'Tóm tắt', 'Summary'),
    column(...UNIT),
    column('year', 'YEAR', 'Năm', 'Year'),
    column('kind', 'WORD', 'Loại', 'Kind of initiative'),
    column('authors', 'CODES', 'Mã tác giả', 'Staff codes of the authors'),
    maybe('level', 'WORD', 'Cấp công nhận', 'Level of recognition'),
    maybe('influence', 'WORD', 'Phạm vi ảnh hưởng', 'Influence'),
    maybe('applied', 'YES_NO', 'Đã áp dụng', 'Applied'),
    maybe('decisionNumber', 'TEXT', 'Số quyết định công nhận', 'Decision of recognition'),
    maybe('recognisedOn', 'DATE', 'Ngày công nhận', 'Recognised on'),
  ],
  FEEDBACK: [
    column(...UNIT),
    maybe(...EMPLOYEE),
    column('kind', 'WORD', 'Loại phản ánh', 'Kind of feedback'),
    column('channel', 'TEXT', 'Kênh tiếp nhận', 'Channel'),
    maybe('topic', 'WORD', 'Lĩnh vực', 'Topic'),
    column('receivedOn', 'DATE', 'Ngày tiếp nhận', 'Received on'),
    column('content', 'TEXT', 'Nội dung', 'Content'),
    column('dueOn', 'DATE', 'Hạn trả lời', 'Due on'),
    maybe('senderName', 'TEXT', 'Người gửi', 'Sender'),
    maybe('senderContact', 'TEXT', 'Liên hệ người gửi', 'Contact of the sender'),
    maybe('answeredOn', 'DATE', 'Ngày trả lời', 'Answered on'),
    maybe('answerDocument', 'TEXT', 'Văn bản trả lời', 'Document of the answer'),
    maybe('outcome', 'WORD', 'Kết quả', 'Outcome'),
  ],
};
