import { AlignmentType, Document, Header, Packer, PageNumber, Paragraph, TextRun } from 'docx';
import { unzipSync, zipSync } from 'fflate';
import { wallClock } from '../files/wall-clock.ts';
import { type Block, millimetres, notice, TABLE_SIZE, TEXT_SIZE } from './form-blocks.ts';

export const DOCX = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';

export interface FormDocument {
  readonly title: string;
  readonly blocks: readonly Block[];
  /** When what it says last changed: its date, so that the same data make the same bytes. */
  readonly changedAt: Date;
  /** Whether the data are the demonstration's: said on the paper too (design.md promise 11). */
  readonly demonstration: boolean;
}

/**
 * The bytes of a DOCX: A4, Times New Roman, margins and page numbers by Nghị định 30/2020/NĐ-CP Annex I.
 *
 * The same data give the same bytes: whoever keeps a file can compare its SHA-256 with one made later.
 */
export async function toDocx(form: FormDocument): Promise<Uint8Array> {
  const document = new Document({
    title: form.title,
    creator: 'Công vụ',
    styles: {
      default: { document: { run: { font: 'Times New Roman', size: TEXT_SIZE, language: { value: 'vi-VN' } } } },
    },
    sections: [
      {
        properties: {
          titlePage: true,
          page: {
            size: { width: millimetres(210), height: millimetres(297) },
            margin: { top: millimetres(20), bottom: millimetres(20), left: millimetres(30), right: millimetres(15) },
          },
        },
        // Numbered in the middle of the upper margin, the first page without a number.
        headers: { default: new Header({ children: [pageNumber()] }), first: new Header({ children: [] }) },
        children: [
          ...(form.demonstration ? [notice('DỮ LIỆU TRÌNH DIỄN – HƯ CẤU, KHÔNG CÓ GIÁ TRỊ PHÁP LÝ')] : []),
          ...form.blocks,
        ],
      },
    ],
  });
  return settle(await Packer.pack(document, 'uint8array'), form.changedAt);
}

function pageNumber(): Paragraph {
  return new Paragraph({
    alignment: AlignmentType.CENTER,
    children: [new TextRun({ children: [PageNumber.CURRENT], size: TABLE_SIZE })],
  });
}

/** The library writes the time of making into the package and its properties; both become the time of the data. */
function settle(bytes: Uint8Array, changedAt: Date): Uint8Array {
  const parts = unzipSync(bytes);
  const properties = parts['docProps/core.xml'];
  if (properties === undefined) throw new Error('A DOCX was made without its properties.');
  const stamp = `${changedAt.toISOString().slice(0, 19)}Z`;
  const text = new TextDecoder()
    .decode(properties)
    .replace(/(<dcterms:(?:created|modified)[^>]*>)[^<]*/g, `$1${stamp}`);
  const settled = Object.entries({ ...parts, 'docProps/core.xml': new TextEncoder().encode(text) });
  settled.sort(([left], [right]) => order(left) - order(right) || (left < right ? -1 : 1));
  return zipSync(Object.fromEntries(settled), { mtime: wallClock(changedAt), level: 6 });
}

/** A reader recognises the format by its first part. */
function order(path: string): number {
  return path === '[Content_Types].xml' ? 0 : 1;
}
