/** The columns of a file of units’ years, as its template writes them. */
export const UNIT_YEAR_COLUMNS = [
  'Mã đơn vị',
  'Năm',
  'Điểm nhóm tiêu chí chung 1',
  'Điểm nhóm tiêu chí chung 2',
  'Điểm nhóm tiêu chí chung 3',
  'Điểm tiêu chí a',
  'Điểm tiêu chí b',
  'Điểm tiêu chí c',
  'Điểm tiêu chí d',
  'Điểm tiêu chí đ',
  'Điểm tiêu chí e',
  'Điểm tiêu chí g',
  'Điểm tiêu chí h',
  'Tổng số nhiệm vụ',
  'Nhiệm vụ hoàn thành',
  'Nhiệm vụ chậm',
  'Nhiệm vụ vượt yêu cầu',
  'Bảo đảm chất lượng',
  'Đã khắc phục tồn tại',
  'Sai phạm công tác cán bộ',
  'Đơn thư, phản ánh',
  'Mức tự xếp loại',
];
/** 28 + 64 = 92, nothing late and 30 % beyond requirement: OUTSTANDING. */
const USUAL = ['9,5', '9,25', '9,25', '8', '8', '8', '8', '8', '8', '8', '8', '100', '100', '0', '30'];

/** A row of 2026 that comes to OUTSTANDING, but for what `over` says by column. */
export function unitYearRow(unit: string, over: Partial<Record<string, string>> = {}): readonly string[] {
  const cells = [unit, '2026', ...USUAL, 'có', 'có', 'không', '', 'hoàn thành xuất sắc nhiệm vụ'];
  return UNIT_YEAR_COLUMNS.map((column, index) => over[column] ?? cells[index] ?? '');
}
