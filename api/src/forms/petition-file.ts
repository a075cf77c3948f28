import type { LocalDate } from '@congvu/schema/primitives/local-date';
import { petitionOutcomeTexts, petitionStateTexts } from '@congvu/schema/texts';
import type { Form02Row, FormPetitionRow } from './form-02.store.ts';
import { heading, labelled, letterhead, note, paragraph } from './form-blocks.ts';
import type { FormDocument } from './form-document.ts';
import { BLANK, day } from './written.ts';

/** Hồ sơ kiến nghị of one petition: what was asked, its clock and what became of it (Nghị định 335/2025/NĐ-CP art. 22). */
export function petitionFile(row: Form02Row, petition: FormPetitionRow, demonstration: boolean): FormDocument {
  const resolvedAt = petition.resolvedAt === null ? null : new Date(petition.resolvedAt);
  return {
    title: `Hồ sơ kiến nghị năm ${row.year} - ${row.employeeName}`,
    changedAt: resolvedAt ?? new Date(petition.filedAt),
    demonstration,
    blocks: [
      letterhead(row.agencyName === row.unitName ? null : row.agencyName, row.unitName),
      paragraph('HỒ SƠ KIẾN NGHỊ', { bold: true, align: 'center', after: 0 }),
      paragraph(`Về kết quả xếp loại chất lượng năm ${row.year}`, { bold: true, align: 'center', after: 10 }),
      labelled('Người kiến nghị', `${row.employeeName} (${row.employeeCode})`),
      labelled('Kết quả bị kiến nghị', `phiếu xếp loại bản số ${row.revision}`),
      labelled('Ngày gửi', day(new Date(petition.filedAt))),
      // Days as PostgreSQL writes dates.
      labelled('Ngày nhận', day(petition.receivedOn as LocalDate)),
      labelled('Hạn giải quyết', day(petition.dueOn as LocalDate)),
      labelled('Trạng thái', petitionStateTexts[petition.state].vi),
      heading('NỘI DUNG KIẾN NGHỊ'),
      paragraph(petition.content, { align: 'both' }),
      heading('GIẢI QUYẾT'),
      labelled('Kết quả', petition.outcome === null ? BLANK : petitionOutcomeTexts[petition.outcome].vi),
      labelled('Văn bản', petition.documentNumber ?? BLANK),
      labelled('Ngày giải quyết', day(resolvedAt)),
      labelled('Người giải quyết', petition.resolvedBy ?? BLANK),
      paragraph(petition.resolution ?? BLANK, { align: 'both' }),
      note(`Mã kiến nghị ${petition.id}.`),
    ],
  };
}
