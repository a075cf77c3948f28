import type { LocalDate } from '@congvu/schema/primitives/local-date';
import type { Form02Row } from './form-02.store.ts';
import { heading, labelled, letterhead, note, paragraph } from './form-blocks.ts';
import type { FormDocument } from './form-document.ts';
import { BLANK, day } from './written.ts';

/** The opinion of the Party committee where the person works, as it was recorded; null where there is none. */
export function partyOpinion(row: Form02Row, demonstration: boolean): FormDocument | null {
  if (row.partyOpinion === null) return null;
  // A day as PostgreSQL writes a date; midnight in Viet Nam stands for it.
  const on = row.partyOpinionOn as LocalDate | null;
  return {
    title: `Ý kiến cấp ủy năm ${row.year} - ${row.employeeName}`,
    changedAt: on === null ? row.openedAt : new Date(`${on}T00:00:00+07:00`),
    demonstration,
    blocks: [
      letterhead(row.agencyName === row.unitName ? null : row.agencyName, row.unitName),
      paragraph('Ý KIẾN NHẬN XÉT CỦA CẤP ỦY', { bold: true, align: 'center', after: 0 }),
      paragraph(`Về xếp loại chất lượng năm ${row.year}`, { bold: true, align: 'center', after: 10 }),
      labelled('Người được nhận xét', `${row.employeeName} (${row.employeeCode})`),
      labelled('Cấp ủy nơi công tác', row.partyBody ?? BLANK),
      labelled('Ngày nhận xét', day(on)),
      heading('NỘI DUNG'),
      paragraph(row.partyOpinion, { align: 'both' }),
      note(`Ghi lại từ phiếu xếp loại ${row.id}, bản số ${row.revision}.`),
    ],
  };
}
