import {
  AlignmentType,
  BorderStyle,
  type IParagraphOptions,
  Paragraph,
  Table,
  TableCell,
  TableRow,
  TextRun,
  VerticalAlign,
  WidthType,
} from 'docx';

// Building blocks of a form in the manner of Nghị định 30/2020/NĐ-CP, Annex I. Sizes are half points, as the format counts them.
export const TEXT_SIZE = 28;
export const TABLE_SIZE = 26;
const NOTE_SIZE = 22;

/** What stands in a form: paragraphs and tables. */
export type Block = Paragraph | Table;

type Align = 'left' | 'center' | 'right' | 'both';

interface TextOptions {
  readonly bold?: boolean;
  readonly italic?: boolean;
  readonly align?: Align;
  readonly size?: number;
  /** Points of space below; 6 unless stated. */
  readonly after?: number;
  readonly keepNext?: boolean;
}

function run(text: string, { bold = false, italic = false, size = TEXT_SIZE }: TextOptions = {}): TextRun {
  return new TextRun({ text, bold, italics: italic, size });
}

/** A paragraph. Line breaks in the text are kept: a person's remark may have several lines. */
export function paragraph(text: string, options: TextOptions = {}, more: IParagraphOptions = {}): Paragraph {
  const lines = text.split(/\r?\n/);
  return new Paragraph({
    alignment:
      AlignmentType[
        ({ left: 'LEFT', center: 'CENTER', right: 'RIGHT', both: 'BOTH' } as const)[options.align ?? 'left']
      ],
    spacing: { after: (options.after ?? 6) * 20 },
    keepNext: options.keepNext ?? false,
    ...more,
    children: lines.map((line, index) => {
      const { bold = false, italic = false, size = TEXT_SIZE } = options;
      return new TextRun({ text: line, bold, italics: italic, size, ...(index === 0 ? {} : { break: 1 }) });
    }),
  });
}

/** "Họ và tên: Nguyễn Văn A", the label plain and the value bold. */
export function labelled(label: string, value: string): Paragraph {
  return new Paragraph({
    spacing: { after: 80 },
    children: [run(`${label}: `), run(value, { bold: true })],
  });
}

export function heading(text: string): Paragraph {
  return paragraph(text, { bold: true, keepNext: true }, { spacing: { before: 160, after: 100 } });
}

/** Small print below: sources, what is unconfirmed, traces. */
export function note(text: string): Paragraph {
  return paragraph(text, { italic: true, size: NOTE_SIZE, after: 3, align: 'both' });
}

/** A notice nobody overlooks: not confirmed, superseded, fictional. */
export function notice(text: string): Paragraph {
  const line = { style: BorderStyle.SINGLE, size: 8, space: 4, color: '000000' };
  return paragraph(
    text,
    { bold: true, align: 'center', size: TABLE_SIZE },
    { border: { top: line, bottom: line, left: line, right: line }, spacing: { before: 80, after: 160 } },
  );
}

const NO_LINE = { style: BorderStyle.NONE, size: 0, color: 'auto' };
const NO_LINES = {
  top: NO_LINE,
  bottom: NO_LINE,
  left: NO_LINE,
  right: NO_LINE,
  insideHorizontal: NO_LINE,
  insideVertical: NO_LINE,
};

/** Two columns without lines: letterhead and signatures. */
function columns(left: readonly Paragraph[], right: readonly Paragraph[], widths: readonly [number, number]): Table {
  const cell = (children: readonly Paragraph[], width: number) =>
    new TableCell({ width: { size: millimetres(width), type: WidthType.DXA }, borders: NO_LINES, children });
  return new Table({
    width: { size: millimetres(widths[0] + widths[1]), type: WidthType.DXA },
    columnWidths: widths.map(millimetres),
    borders: NO_LINES,
    rows: [new TableRow({ cantSplit: true, children: [cell(left, widths[0]), cell(right, widths[1])] })],
  });
}

/** A line below a name, a third of its column wide. */
function rule(indent: number): Paragraph {
  return new Paragraph({
    indent: { left: millimetres(indent), right: millimetres(indent) },
    spacing: { after: 120, line: 60 },
    border: { top: { style: BorderStyle.SINGLE, size: 6, space: 1, color: '000000' } },
    children: [],
  });
}

/** Agency on the left, national name and motto on the right, each with its line (Nghị định 30/2020/NĐ-CP, Annex I). */
export function letterhead(superior: string | null, agency: string): Table {
  const center = { align: 'center', after: 0 } as const;
  return columns(
    [
      ...(superior === null ? [] : [paragraph(superior.toLocaleUpperCase('vi'), { ...center, size: 24 })]),
      paragraph(agency.toLocaleUpperCase('vi'), { ...center, bold: true, size: 24 }),
      rule(22),
    ],
    [
      paragraph('CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM', { ...center, bold: true, size: 24 }),
      paragraph('Độc lập - Tự do - Hạnh phúc', { ...center, bold: true, size: TABLE_SIZE }),
      rule(18),
    ],
    [70, 95],
  );
}

export interface Signature {
  /** In whose capacity he signs. */
  readonly as: string;
  /** Written day, or a line to write on. */
  readonly date: string;
  /** How, e.g. "Đã xác nhận trên hệ thống"; null for a place to sign. */
  readonly how: string | null;
  readonly name: string | null;
}

/** Two signatures side by side, each with its date. */
export function signatures(left: Signature, right: Signature): Table {
  const block = ({ as, date, how, name }: Signature) => [
    paragraph(`Ngày ${date}`, { align: 'center', italic: true, after: 2, size: TABLE_SIZE }),
    paragraph(as.toLocaleUpperCase('vi'), { align: 'center', bold: true, after: 0, size: TABLE_SIZE }),
    paragraph(how ?? '(Ký, ghi rõ họ tên)', { align: 'center', italic: true, size: NOTE_SIZE, after: 36 }),
    paragraph(name ?? '', { align: 'center', bold: true, after: 0 }),
  ];
  return columns(block(left), block(right), [82, 83]);
}

export interface Cell {
  readonly text: string;
  readonly bold?: boolean;
  readonly align?: Align;
  readonly span?: number;
}

/** A table with lines; the head is repeated on each page. Widths in millimetres, 165 in all. A text alone is a left cell. */
export function table(
  widths: readonly number[],
  head: readonly string[],
  rows: readonly (readonly (string | Cell)[])[],
): Table {
  const toCell = (given: string | Cell, from: number) => {
    const { text, span = 1, ...options } = typeof given === 'string' ? { text: given } : given;
    const width = widths.slice(from, from + span).reduce((sum, each) => sum + each, 0);
    return new TableCell({
      width: { size: millimetres(width), type: WidthType.DXA },
      columnSpan: span,
      verticalAlign: VerticalAlign.CENTER,
      margins: { top: 40, bottom: 40, left: 80, right: 80 },
      children: [paragraph(text, { size: TABLE_SIZE, after: 0, ...options })],
    });
  };
  const toRow = (cells: readonly (string | Cell)[], isHead: boolean) => {
    let column = 0;
    const children = cells.map((cell) => {
      const made = toCell(cell, column);
      column += typeof cell === 'string' ? 1 : (cell.span ?? 1);
      return made;
    });
    return new TableRow({ tableHeader: isHead, cantSplit: true, children });
  };
  return new Table({
    width: { size: millimetres(widths.reduce((sum, each) => sum + each, 0)), type: WidthType.DXA },
    columnWidths: widths.map(millimetres),
    rows: [
      toRow(
        head.map((text) => ({ text, bold: true, align: 'center' })),
        true,
      ),
      ...rows.map((row) => toRow(row, false)),
    ],
  });
}

/** Twentieths of a point, of which an inch has 1440. */
export function millimetres(value: number): number {
  return Math.round((value * 1440) / 25.4);
}
