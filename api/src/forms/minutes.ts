import type { LocalDate } from '@congvu/schema/primitives/local-date';
import { meetingKindTexts } from '@congvu/schema/texts';
import { heading, labelled, letterhead, note, paragraph, signatures } from './form-blocks.ts';
import type { FormDocument } from './form-document.ts';
import type { MinutesRow } from './minutes.store.ts';
import { day } from './written.ts';

/** Biên bản họp đánh giá, xếp loại (Nghị định 335/2025/NĐ-CP art. 19): what was recorded, in the layout of minutes. */
export function minutes(row: MinutesRow, demonstration: boolean): FormDocument {
  // A day as PostgreSQL writes a date.
  const heldOn = row.heldOn as LocalDate;
  const date = day(heldOn);
  return {
    title: `Biên bản họp xếp loại năm ${row.year} - ${row.unitName}`,
    changedAt: row.recordedAt,
    demonstration,
    blocks: [
      letterhead(row.superiorName, row.unitName),
      ...(row.documentNumber === null ? [] : [paragraph(`Số: ${row.documentNumber}`, { after: 6 })]),
      paragraph('BIÊN BẢN', { bold: true, align: 'center', after: 0 }),
      paragraph(`Họp nhận xét, đánh giá, xếp loại chất lượng năm ${row.year}`, {
        bold: true,
        align: 'center',
        after: 10,
      }),
      labelled('Ngày họp', date),
      labelled('Hình thức, thành phần', meetingKindTexts[row.kind].vi),
      labelled('Chủ trì', row.chair),
      labelled('Thư ký', row.secretary),
      labelled('Có mặt', `${row.present} người`),
      labelled('Vắng mặt', `${row.absent} người`),
      heading('NỘI DUNG'),
      ...row.content.split(/\n{2,}/).map((part) => paragraph(part, { align: 'both' })),
      paragraph('', { after: 10 }),
      signatures(
        { as: 'Thư ký', date, how: null, name: row.secretary },
        { as: 'Chủ trì', date, how: null, name: row.chair },
      ),
      paragraph('', { after: 6 }),
      note(`Ghi vào hệ thống ngày ${day(row.recordedAt)}. Mã biên bản ${row.id}.`),
    ],
  };
}
