import { type CellValue, toXlsx } from '../../../api/src/sheets/workbook.ts';
import { changeSheet } from '../../../api/src/testing/spoiled-workbook.ts';

/** The new unit of the story, below Sở of the demonstration that the other stories leave alone. */
export const NEW_UNIT = 'H99.06.09';
export const NEW_GROUP = 'H99.06.09.CM';

const COLUMNS = ['code', 'name', 'unit', 'post', 'title', 'group', 'subjectType', 'from', 'email', 'serviceEnd'];
const FAMILY_NAMES = ['Nguyễn', 'Trần', 'Lê', 'Phạm', 'Hoàng', 'Vũ', 'Đặng', 'Bùi', 'Đỗ', 'Hồ'];
const MIDDLE_NAMES = ['Thị', 'Văn', 'Minh', 'Thu', 'Quốc', 'Ngọc'];
const GIVEN_NAMES = ['An', 'Bình', 'Châu', 'Dũng', 'Giang', 'Hà', 'Khánh', 'Lan', 'Nam', 'Phúc', 'Quân', 'Sơn'];

/** A made-up person of the new unit. */
function person(place: number): readonly CellValue[] {
  const name = [FAMILY_NAMES[place % 10], MIDDLE_NAMES[place % 6], GIVEN_NAMES[place % 12]].join(' ');
  const from = { date: '2026-11-02' };
  return [codeOf(place), name, NEW_UNIT, 'chuyên môn', 'Chuyên viên', NEW_GROUP, 'công chức', from, null, null];
}

export function codeOf(place: number): string {
  return `MX${String(place).padStart(4, '0')}`;
}

/** CSV with a heading in Vietnamese, as a spreadsheet program saves it. */
export function unitFile(): string {
  return [
    'Mã đơn vị;Tên đơn vị;Tên viết tắt;Mã đơn vị cấp trên;Thành lập từ ngày;Nhóm công việc (mã:tên)',
    `${NEW_UNIT};Phòng Chuyển đổi số;P. CĐS;H99.06;01/11/2026;${NEW_GROUP}:Chuyên viên chuyển đổi số`,
    '',
  ].join('\r\n');
}

interface Spoiled {
  /** Place of the person among the 300, from 0; the row of the sheet is two more. */
  readonly place: number;
  readonly column: string;
  readonly value?: CellValue;
  readonly code: string;
}

/** What is wrong in the 300 rows: twelve of them, each in its own way but for the two that share merged cells. */
export const SPOILED: readonly Spoiled[] = [
  { place: 7, column: 'name', code: 'FORMULA_IN_CELL' },
  { place: 20, column: 'from', value: 12, code: 'NOT_A_DATE' },
  { place: 33, column: 'title', code: 'MERGED_CELLS' },
  { place: 34, column: 'title', code: 'MERGED_CELLS' },
  { place: 50, column: 'code', value: codeOf(49), code: 'DUPLICATE_RECORD' },
  { place: 77, column: 'group', value: 'H99.06.XX', code: 'GROUP_UNKNOWN' },
  { place: 90, column: 'name', value: null, code: 'REQUIRED' },
  { place: 121, column: 'post', value: 'giám đốc điều hành', code: 'UNKNOWN_VALUE' },
  { place: 150, column: 'unit', value: 'H99.06.99', code: 'UNIT_UNKNOWN' },
  { place: 201, column: 'email', value: 'không có', code: 'UNKNOWN_VALUE' },
  { place: 240, column: 'serviceEnd', value: { date: '2020-01-01' }, code: 'INCONSISTENT' },
  { place: 299, column: 'subjectType', value: 'thực tập sinh', code: 'UNKNOWN_VALUE' },
];

/** The workbook of the 300, spoiled: a formula and merged cells are put into its XML, as a spreadsheet program keeps them. */
export async function peopleFile(): Promise<Uint8Array<ArrayBuffer>> {
  const rows = Array.from({ length: 300 }, (_, place) => {
    const cells = [...person(place)];
    for (const spoiled of SPOILED)
      if (spoiled.place === place && spoiled.value !== undefined)
        cells[COLUMNS.indexOf(spoiled.column)] = spoiled.value;
    return cells;
  });
  const columns = COLUMNS.map((title) => ({ title, width: 14 }));
  const archive = await toXlsx([{ name: 'Danh sách', columns, rows }], new Date('2026-11-22T00:00:00Z'));
  return changeSheet(archive, (sheet) =>
    sheet
      .replace(/<c r="B9"[^>]*>.*?<\/c>/, '<c r="B9" t="str"><f>CONCATENATE("Nguyễn"," An")</f><v>Nguyễn An</v></c>')
      .replace('</sheetData>', '</sheetData><mergeCells count="1"><mergeCell ref="E35:E36"/></mergeCells>'),
  );
}

/** The twelve as they should have been, in a CSV. */
export function correctedFile(): string {
  const rows = SPOILED.map(({ place }) =>
    person(place)
      .map((cell) => (typeof cell === 'object' && cell !== null ? cell.date : String(cell ?? '')))
      .join(';'),
  );
  return [COLUMNS.join(';'), ...rows, ''].join('\r\n');
}

/** One more person, for a list that changes while it is read. */
export function oneMoreFile(): string {
  const cells = person(300).map((cell) => (typeof cell === 'object' && cell !== null ? cell.date : String(cell ?? '')));
  return [COLUMNS.join(';'), cells.join(';'), ''].join('\r\n');
}
