import type { SummaryBody, SummaryTable } from '@congvu/schema/summary';
import { certaintyTexts } from '@congvu/schema/texts';
import { type Block, heading, letterhead, note, notice, paragraph, signatures, table } from '../forms/form-blocks.ts';
import type { FormDocument } from '../forms/form-document.ts';
import { day } from '../forms/written.ts';
import type { Sheet } from '../sheets/workbook.ts';
import type { SummaryRow } from './summary.store.ts';

/** What goes into a file: the body without the rows of who restricted exports, and how many these are. */
export interface FiledSummary {
  readonly summary: SummaryRow;
  readonly body: SummaryBody;
  readonly unit: string;
  readonly hidden: number;
  /** How many inputs say something else now. */
  readonly superseded: number;
  readonly sequence: string | null;
  readonly demonstration: boolean;
}

/** Millimetres between the margins. */
const WIDTH = 165;

/** A summary on paper, in the layout of Nghị định 30/2020/NĐ-CP. */
export function summaryPaper(filed: FiledSummary): FormDocument {
  const { summary, body, unit, demonstration, superseded } = filed;
  return {
    title: `${summary.number} ${summary.title}`,
    changedAt: summary.frozenAt,
    demonstration,
    blocks: [
      letterhead(null, unit),
      paragraph(`Số: ${summary.number}`, { after: 6 }),
      paragraph('BẢN TỔNG HỢP', { bold: true, align: 'center', after: 0 }),
      paragraph(body.heading, { bold: true, align: 'center', after: 6 }),
      ...(superseded === 0
        ? []
        : [notice(`SỐ LIỆU ĐÃ ĐƯỢC THAY THẾ: ${superseded} số liệu đầu vào đã thay đổi sau khi đóng băng`)]),
      ...body.lines.map((line) => paragraph(line, { align: 'center', after: 2 })),
      ...body.tables.flatMap(tableBlocks),
      paragraph('', { after: 10 }),
      signatures(
        { as: 'Người lập', date: day(summary.frozenAt), how: '(Đã đóng băng trên hệ thống)', name: summary.frozenBy },
        { as: 'Người nhận', date: day(null), how: null, name: null },
      ),
      ...proofOf(filed).map((line) => note(line)),
    ],
  };
}

function tableBlocks({ title, columns, rows, notes }: SummaryTable): readonly Block[] {
  const widths = widthsOf({ columns, rows });
  return [
    heading(title),
    ...(rows.length === 0
      ? [paragraph('Không có.')]
      : [
          table(
            widths,
            columns.map((column) => column.title),
            rows.map((row) =>
              row.map((text, index) => ({
                text,
                align: columns[index]?.numeric === true ? ('right' as const) : ('left' as const),
              })),
            ),
          ),
        ]),
    ...notes.map(({ text, certainty }) =>
      note(certainty === 'VERIFIED' ? text : `${text} (${certaintyTexts[certainty].vi})`),
    ),
  ];
}

/** The page's width by the letters a column needs, each at least that of its longest word. */
function widthsOf({ columns, rows }: Pick<SummaryTable, 'columns' | 'rows'>): readonly number[] {
  const letters = columns.map(({ title }, index) => {
    const cells = rows.slice(0, 100).map((row) => (row[index] ?? '').length);
    return Math.min(24, Math.max(5, ...title.split(' ').map((word) => word.length + 1), ...cells));
  });
  const all = letters.reduce((sum, each) => sum + each, 0);
  const given = letters.map((each) => Math.floor((each * WIDTH) / all));
  const left = WIDTH - given.reduce((sum, each) => sum + each, 0);
  return given.map((each, index) => (index === given.length - 1 ? each + left : each));
}

function proofOf({ summary, hidden, sequence }: FiledSummary): readonly string[] {
  return [
    ...(hidden === 0 ? [] : [`Không gồm ${hidden} người hạn chế xuất dữ liệu; mã kiểm chứng là của cả bản tổng hợp.`]),
    'Bản tổng hợp không quyết định; mức, danh hiệu và bổ nhiệm do cấp có thẩm quyền quyết định.',
    `SHA-256 của số liệu đầu vào: ${summary.inputsSha256}`,
    `SHA-256 của nội dung: ${summary.bodySha256}`,
    ...(sequence === null ? [] : [`Mục số ${sequence} của chuỗi kiểm toán.`]),
  ];
}

/** The same as a workbook: what it is on the first sheet, then a sheet a table. */
export function summarySheets(filed: FiledSummary): readonly Sheet[] {
  const { summary, body, unit, superseded } = filed;
  const facts: readonly (readonly [string, string])[] = [
    ['Số', summary.number],
    ['Tên', body.heading],
    ['Đơn vị', unit],
    ['Đóng băng', `${summary.frozenBy}, ${day(summary.frozenAt)}`],
    ...(superseded === 0 ? [] : [['Số liệu đã được thay thế', String(superseded)] as const]),
    ...body.lines.map((line) => ['', line] as const),
    ...body.tables.flatMap(({ notes }) =>
      notes.map(({ text, certainty }) => [certaintyTexts[certainty].vi, text] as const),
    ),
    ...proofOf(filed).map((line) => ['', line] as const),
  ];
  return [
    {
      name: 'Bản tổng hợp',
      columns: [
        { title: 'Mục', width: 28 },
        { title: 'Nội dung', width: 90 },
      ],
      rows: facts,
    },
    ...body.tables.map(({ title, columns, rows }) => ({
      name: title,
      columns: columns.map((column) => ({ title: column.title, width: column.numeric ? 12 : 26 })),
      rows,
    })),
  ];
}
