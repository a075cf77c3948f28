import type { Level } from '@congvu/schema/evaluation';
import type { LocalDate } from '@congvu/schema/primitives/local-date';
import type { AnyRuleSet } from '@congvu/schema/rulesets';
import { citation, levelTexts } from '@congvu/schema/texts';
import { optionalExact } from '../scalar/exact.ts';
import type { Form02Row } from './form-02.store.ts';
import {
  type Block,
  heading,
  labelled,
  letterhead,
  note,
  notice,
  paragraph,
  signatures,
  table,
} from './form-blocks.ts';
import type { FormDocument } from './form-document.ts';
import { BLANK, day, displayed, exactBehind } from './written.ts';

/**
 * Mẫu 02, Phiếu xếp loại năm (Nghị định 335/2025/NĐ-CP Annex II; fields by domain.md 3.11).
 *
 * `showsDecision` is false for a person who was not told yet: his copy has the place for the decision, not the decision.
 */
export function form02(
  row: Form02Row,
  ruleSet: AnyRuleSet,
  showsDecision: boolean,
  demonstration: boolean,
): FormDocument {
  const decided = showsDecision && row.decidedAt !== null;
  return {
    title: `Phiếu xếp loại năm ${row.year} - ${row.employeeName}`,
    changedAt: lastChange(row, decided),
    demonstration,
    blocks: [
      letterhead(row.agencyName === row.unitName ? null : row.agencyName, row.unitName),
      paragraph('PHIẾU XẾP LOẠI CHẤT LƯỢNG', { bold: true, align: 'center', after: 0 }),
      paragraph(`Năm ${row.year}`, { bold: true, align: 'center', after: 8 }),
      ...notices(row, decided),
      labelled('Họ và tên', row.employeeName),
      labelled('Mã cán bộ, công chức, viên chức', row.employeeCode),
      labelled('Chức vụ, chức danh', titleIn(row) ?? BLANK),
      labelled(
        'Cơ quan, đơn vị',
        row.agencyName === row.unitName ? row.unitName : `${row.unitName}, ${row.agencyName}`,
      ),
      labelled('Nhóm vị trí có nhiệm vụ tương đồng', row.groupName),
      ...monthSection(row),
      ...selfSection(row),
      ...decisionSection(row, decided),
      signatures(
        {
          as: 'Người tự xếp loại',
          date: day(row.selfRatedAt),
          how: row.selfRatedAt === null ? null : '(Đã tự xếp loại trên hệ thống)',
          name: row.employeeName,
        },
        {
          as: 'Cấp có thẩm quyền xếp loại',
          date: day(decided ? (row.decidedOn as LocalDate | null) : null),
          how: decided ? '(Đã quyết định trên hệ thống)' : null,
          name: decided ? row.decidedBy : null,
        },
      ),
      ...smallPrint(row, ruleSet),
    ],
  };
}

/** The title of the last assignment of the year; null where one may not see it. */
export function titleIn({ year, unitId, assignments }: Form02Row): string | null {
  const during = assignments.filter(
    (each) => each.validFrom <= `${year}-12-31` && (each.validTo === null || each.validTo >= `${year}-01-01`),
  );
  return (during.findLast((each) => each.unitId === unitId) ?? during.at(-1))?.title ?? null;
}

/** When what is shown last came to be, of what the row keeps the time of. */
function lastChange(row: Form02Row, decided: boolean): Date {
  return (decided ? row.decidedAt : null) ?? row.selfRatedAt ?? row.openedAt;
}

function notices(row: Form02Row, decided: boolean): readonly Block[] {
  if (row.successor !== null || !row.current) {
    const { successor } = row;
    const by =
      successor === null
        ? ''
        : `: bản số ${row.revision} được thay thế bằng bản số ${successor.revision} ngày ${day(successor.decidedOn as LocalDate | null)}` +
          (successor.decisionNumber === null ? '' : ` theo Quyết định số ${successor.decisionNumber}`);
    return [notice(`KẾT QUẢ ĐÃ ĐƯỢC THAY THẾ${by}`)];
  }
  return decided ? [] : [notice('CHƯA CÓ QUYẾT ĐỊNH XẾP LOẠI: số liệu tạm tính')];
}

function monthSection(row: Form02Row): readonly Block[] {
  const mean = optionalExact(row.meanNumerator, row.meanDenominator);
  const exact = mean === null ? null : exactBehind(mean);
  return [
    heading('I. TỔNG ĐIỂM CÁC THÁNG TRONG NĂM'),
    table(
      [35, 35, 95],
      ['Tháng', 'Tổng điểm', 'Ghi chú'],
      row.months.map((month) => [
        { text: `Tháng ${month.period.slice(5)}`, align: 'center' },
        { text: displayed(month.display), align: 'center' },
        month.note ?? (month.total === null ? 'Không có điểm' : ''),
      ]),
    ),
    paragraph('', { after: 3 }),
    labelled('Điểm trung bình năm', `${displayed(row.meanDisplay)}${exact === null ? '' : ` (chính xác: ${exact})`}`),
    labelled('Số tháng thực tế làm việc', String(row.workedMonths)),
    labelled('Mức tương ứng với điểm', levelText(row.scoreLevel)),
  ];
}

function selfSection(row: Form02Row): readonly Block[] {
  return [
    heading('II. CÁ NHÂN TỰ XẾP LOẠI'),
    labelled('Mức tự xếp loại', levelText(row.selfLevel)),
    ...(row.selfNote === null ? [] : [paragraph(row.selfNote, { align: 'both' })]),
  ];
}

function decisionSection(row: Form02Row, decided: boolean): readonly Block[] {
  const blank = (text: string | null) => (decided ? (text ?? '–') : BLANK);
  const level = row.notClassified
    ? 'Không xếp loại'
    : row.decidedLevel === null
      ? null
      : levelTexts[row.decidedLevel].vi;
  const number =
    row.decisionNumber === null ? null : `số ${row.decisionNumber} ngày ${day(row.decidedOn as LocalDate | null)}`;
  return [
    heading('III. KẾT QUẢ XẾP LOẠI CỦA CẤP CÓ THẨM QUYỀN'),
    labelled('Cấp có thẩm quyền', `Người đứng đầu ${row.authorityName}`),
    labelled('Mức xếp loại', blank(level)),
    labelled('Quyết định', blank(number)),
    ...(decided && row.reason !== null ? [labelled('Lý do khác với đề xuất', row.reason)] : []),
    ...(decided && row.overrideDocument !== null ? [labelled('Văn bản làm căn cứ', row.overrideDocument)] : []),
    heading('IV. ĐỀ XUẤT PHƯƠNG ÁN XỬ LÝ'),
    paragraph(decided ? (row.handling ?? 'Không có.') : BLANK, { align: 'both' }),
    note('Sử dụng kết quả theo Điều 23 Nghị định 335/2025/NĐ-CP.'),
  ];
}

function smallPrint(row: Form02Row, ruleSet: AnyRuleSet): readonly Block[] {
  const source = ruleSet.sources[0];
  return [
    paragraph('', { after: 6 }),
    note('Các mục theo Mẫu 02 Phụ lục II Nghị định 335/2025/NĐ-CP; cách trình bày bảng của hệ thống Công vụ.'),
    note('Số liệu hiển thị được làm tròn đến hai chữ số thập phân; mức xếp theo giá trị chính xác.'),
    note(
      `Bộ quy tắc: ${ruleSet.name.vi}, phiên bản ${ruleSet.version}${source === undefined ? '' : ` (${citation(source, 'vi')})`}.`,
    ),
    note(`Mã phiếu ${row.id}, bản số ${row.revision}.`),
  ];
}

function levelText(level: Level | null): string {
  return level === null ? BLANK : levelTexts[level].vi;
}
