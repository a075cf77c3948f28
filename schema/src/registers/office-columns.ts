import { column, EMPLOYEE, type ImportColumn, maybe, UNIT } from './import-column.ts';
import type { ImportRegister } from './register-words.ts';

/** The place somebody holds, as a transfer states it. */
const PLACE = [
  column(...UNIT),
  column('post', 'WORD', 'Chức vụ (đứng đầu, cấp phó, chuyên môn)', 'Post (head, deputy, staff)'),
  column('title', 'TEXT', 'Chức danh', 'Job title'),
  column('group', 'TEXT', 'Mã nhóm công việc', 'Code of the group of similar work'),
  column('subjectType', 'WORD', 'Đối tượng', 'Subject type'),
  column('from', 'DATE', 'Từ ngày', 'From'),
] as const;

/** Points of the eight items, by their letters in art. 7; đ is written "dd". Of those "nếu có" one left empty does not apply. */
const ITEMS = (['a', 'b', 'c', 'd', 'dd', 'e', 'g', 'h'] as const).map((item) =>
  (item === 'g' || item === 'h' ? maybe : column)(
    item,
    'NUMBER',
    `Điểm tiêu chí ${item === 'dd' ? 'đ' : item}`,
    `Points of item ${item}`,
  ),
);

/** What an office takes in beside the registers of discipline, commendation, initiatives and feedback. */
export const OFFICE_COLUMNS = {
  UNIT: [
    column('code', 'TEXT', 'Mã đơn vị', 'Unit code'),
    column('name', 'TEXT', 'Tên đơn vị', 'Name of the unit'),
    maybe('shortName', 'TEXT', 'Tên viết tắt', 'Short name'),
    column('parent', 'TEXT', 'Mã đơn vị cấp trên', 'Code of the unit above'),
    maybe('level', 'COUNT', 'Cấp', 'Level in the tree'),
    maybe('kind', 'WORD', 'Loại đơn vị', 'Kind of unit'),
    column('validFrom', 'DATE', 'Thành lập từ ngày', 'Valid from'),
    maybe('groups', 'GROUPS', 'Nhóm công việc (mã:tên)', 'Groups of similar work (code:name)'),
  ],
  EMPLOYEE: [
    column('code', 'TEXT', 'Mã cán bộ', 'Staff code'),
    column('name', 'TEXT', 'Họ và tên', 'Full name'),
    maybe('userName', 'TEXT', 'Tên trên hệ thống văn bản', 'Name in the document system'),
    maybe('email', 'TEXT', 'Thư điện tử', 'E-mail'),
    ...PLACE,
    maybe('account', 'TEXT', 'Tài khoản đăng nhập', 'Account to sign in with'),
    maybe('serviceEnd', 'DATE', 'Ngày nghỉ hưu', 'Day of retirement'),
  ],
  ASSIGNMENT: [column(...EMPLOYEE), ...PLACE, maybe('to', 'DATE', 'Đến ngày', 'To')],
  CATALOGUE: [
    column(...UNIT),
    maybe('code', 'TEXT', 'Mã sản phẩm', 'Product code'),
    column('name', 'TEXT', 'Tên sản phẩm', 'Name of the product'),
    column('group', 'WORD', 'Nhóm sản phẩm (N1–N5)', 'Group of products (N1–N5)'),
    column('points', 'NUMBER', 'Điểm', 'Points'),
    maybe('unitOfWork', 'TEXT', 'Đơn vị tính', 'Unit of work'),
    maybe('reason', 'TEXT', 'Lý do', 'Reason'),
  ],
  TASK: [
    column(...EMPLOYEE),
    column('product', 'TEXT', 'Mã sản phẩm', 'Product code'),
    maybe('title', 'TEXT', 'Nội dung nhiệm vụ', 'Task'),
    column('quantity', 'NUMBER', 'Số lượng', 'Quantity'),
    maybe('qualityRequirement', 'TEXT', 'Yêu cầu chất lượng', 'Quality asked for'),
    column('deadline', 'DATE', 'Thời hạn', 'Deadline'),
    column('responsibility', 'WORD', 'Trách nhiệm (chủ trì, phối hợp)', 'Responsibility (lead, cooperate)'),
  ],
  UNIT_RESULT: [
    column(...UNIT),
    column('year', 'YEAR', 'Năm', 'Year'),
    column('general1', 'NUMBER', 'Điểm nhóm tiêu chí chung 1', 'Points of general group 1'),
    column('general2', 'NUMBER', 'Điểm nhóm tiêu chí chung 2', 'Points of general group 2'),
    column('general3', 'NUMBER', 'Điểm nhóm tiêu chí chung 3', 'Points of general group 3'),
    ...ITEMS,
    column('tasksTotal', 'COUNT', 'Tổng số nhiệm vụ', 'Tasks in all'),
    column('tasksDone', 'COUNT', 'Nhiệm vụ hoàn thành', 'Tasks done'),
    column('tasksLate', 'COUNT', 'Nhiệm vụ chậm', 'Tasks late'),
    column('tasksBeyond', 'COUNT', 'Nhiệm vụ vượt yêu cầu', 'Tasks beyond requirement'),
    column('qualityMet', 'YES_NO', 'Bảo đảm chất lượng', 'Quality met'),
    column('defectsRemedied', 'YES_NO', 'Đã khắc phục tồn tại', 'Defects remedied'),
    maybe('personnelWrongdoing', 'YES_NO', 'Sai phạm công tác cán bộ', 'Wrongdoing in personnel work'),
    maybe('forceMajeure', 'TEXT', 'Bất khả kháng', 'Force majeure'),
    maybe('complaints', 'TEXT', 'Đơn thư, phản ánh', 'Complaints known of'),
    column('selfLevel', 'WORD', 'Mức tự xếp loại', 'Own level'),
  ],
  PLANNING: [
    column(...EMPLOYEE),
    column(...UNIT),
    column('post', 'WORD', 'Quy hoạch chức vụ (đứng đầu, cấp phó)', 'Planned post (head, deputy)'),
    maybe('title', 'TEXT', 'Chức danh quy hoạch', 'Planned job title'),
    column('from', 'DATE', 'Từ ngày', 'From'),
    maybe('to', 'DATE', 'Đến ngày', 'To'),
    column('decisionNumber', 'TEXT', 'Số quyết định phê duyệt quy hoạch', 'Decision on the plan'),
  ],
  EARLIER_LEVEL: [
    column(...EMPLOYEE),
    column('year', 'YEAR', 'Năm', 'Year'),
    column('level', 'WORD', 'Mức xếp loại', 'Level'),
    column('decisionNumber', 'TEXT', 'Số quyết định', 'Decision number'),
    column('decidedOn', 'DATE', 'Ngày quyết định', 'Date of the decision'),
    column('issuer', 'TEXT', 'Cấp quyết định', 'Issuer'),
  ],
} as const satisfies Partial<Record<ImportRegister, readonly ImportColumn[]>>;
