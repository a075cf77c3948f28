/** Vietnamese words an office writes instead of the code, in small letters. Source: the names of domain.md 2, 3, 7, 8, 10. */
export const CELL_WORDS: Readonly<Record<string, string>> = {
  'khiển trách': 'REPRIMAND',
  'cảnh cáo': 'WARNING',
  'hạ bậc lương': 'SALARY_REDUCTION',
  'giáng chức': 'DEMOTION',
  'cách chức': 'REMOVAL_FROM_OFFICE',
  'bãi nhiệm': 'RECALL',
  'buộc thôi việc': 'DISMISSAL',
  'khiển trách (đảng)': 'PARTY_REPRIMAND',
  'cảnh cáo (đảng)': 'PARTY_WARNING',
  'cách chức (đảng)': 'PARTY_REMOVAL',
  'khai trừ': 'PARTY_EXPULSION',
  'phản ánh': 'REFLECTION',
  'kiến nghị': 'SUGGESTION',
  'khiếu nại': 'COMPLAINT',
  'tố cáo': 'DENUNCIATION',
  'sáng kiến': 'INITIATIVE',
  'đề tài khoa học': 'SCIENTIFIC_WORK',
  'người đứng đầu': 'HEAD',
  'cấp trưởng': 'HEAD',
  'cấp phó': 'DEPUTY',
  'chuyên môn': 'STAFF',
  'cán bộ': 'CADRE',
  'công chức': 'CIVIL_SERVANT',
  'viên chức': 'PUBLIC_EMPLOYEE',
  'người lao động hợp đồng': 'CONTRACT',
  'cơ quan quản lý': 'MANAGING_AGENCY',
  'cơ quan sử dụng': 'USING_AGENCY',
  'đơn vị trực thuộc': 'DIRECT_UNIT',
  'chủ trì': 'LEAD',
  'phối hợp': 'COOPERATE',
  'hoàn thành xuất sắc nhiệm vụ': 'OUTSTANDING',
  'hoàn thành tốt nhiệm vụ': 'GOOD',
  'hoàn thành nhiệm vụ': 'COMPLETED',
  'không hoàn thành nhiệm vụ': 'NOT_COMPLETED',
  'không xếp loại': 'NOT_CLASSIFIED',
  // As the marks on our screens and most tables write them.
  htxs: 'OUTSTANDING',
  htt: 'GOOD',
  ht: 'COMPLETED',
  kht: 'NOT_COMPLETED',
};

/** The Vietnamese word a cell may hold for a code; the code itself where it has none. */
export function toCellWord(code: string): string {
  return Object.entries(CELL_WORDS).find(([, each]) => each === code)?.[0] ?? code;
}
