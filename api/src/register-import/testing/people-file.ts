/** The columns of a file of people. */
export const PEOPLE_COLUMNS = [
  'code',
  'name',
  'unit',
  'post',
  'title',
  'group',
  'subjectType',
  'from',
  'email',
  'account',
  'serviceEnd',
];

/** Somebody of the phòng H99.01.90, but for what `over` says by column. */
export function personRow(code: string, name: string, over: Partial<Record<string, string>> = {}): string[] {
  const row: Record<string, string> = {
    code,
    name,
    unit: 'H99.01.90',
    post: 'STAFF',
    title: 'Chuyên viên',
    group: 'NHOM-90',
    subjectType: 'CIVIL_SERVANT',
    from: '2026-11-02',
  };
  return PEOPLE_COLUMNS.map((column) => over[column] ?? row[column] ?? '');
}
