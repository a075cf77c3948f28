import { REPORT_SECTIONS, type ReportFigure } from '@congvu/schema/registers';
import { reportCodeText, reportFigureTexts, reportSectionTexts } from '@congvu/schema/texts';
import { type Block, heading, letterhead, note, paragraph, signatures, table } from '../forms/form-blocks.ts';
import type { FormDocument } from '../forms/form-document.ts';
import { BLANK, day } from '../forms/written.ts';
import type { Report } from './report.service.ts';

/** Names of units by their ids. */
export type UnitNames = ReadonlyMap<string, string>;

interface Said {
  readonly names: UnitNames;
  readonly superior: string | null;
  readonly madeAt: Date;
  readonly demonstration: boolean;
}

/** Figures that are also told by unit. Source: the reports of provinces (domain.md 10). */
const TOLD_BY_UNIT: readonly string[] = ['discipline', 'commendation', 'levels'];

/** The report in the layout of Nghị định 30/2020/NĐ-CP: its text, then a table a register. */
export function reportPaper(report: Report, { names, superior, madeAt, demonstration }: Said): FormDocument {
  const { unit, from, to } = report.span;
  const title = 'BÁO CÁO';
  const about = `Kết quả thanh tra, kiểm tra công vụ; kỷ luật, khen thưởng; xếp loại chất lượng; phản ánh, kiến nghị và phối hợp từ ngày ${day(from)} đến ngày ${day(to)}`;
  return {
    title: `${title} ${unit.name} ${day(from)} - ${day(to)}`,
    changedAt: madeAt,
    demonstration,
    blocks: [
      letterhead(superior, unit.name),
      paragraph(`Số: ${BLANK}`, { after: 6 }),
      paragraph(title, { bold: true, align: 'center', after: 0 }),
      paragraph(about, { bold: true, align: 'center', after: 10 }),
      ...report.paragraphs.flatMap(({ heading: text, text: said }): Block[] => [
        ...(text === null ? [] : [heading(text)]),
        paragraph(said, { align: 'both' }),
      ]),
      ...(report.isEmpty ? [] : tables(report, names)),
      paragraph('', { after: 10 }),
      signatures(
        { as: 'Người lập báo cáo', date: day(null), how: null, name: null },
        { as: 'Thủ trưởng đơn vị', date: day(null), how: null, name: null },
      ),
      note(
        `Số liệu của hệ thống tính đến ngày ${day(madeAt)}. Số liệu gồm cả hồ sơ người lập không được xem; không nêu tên ai.`,
      ),
    ],
  };
}

function tables(report: Report, names: UnitNames): readonly Block[] {
  return REPORT_SECTIONS.flatMap(({ key, figures }): readonly Block[] => {
    const keys: readonly string[] = figures;
    const told = report.figures.filter((figure) => keys.includes(figure.key) && figure.value > 0);
    if (told.length === 0) return [];
    return [
      heading(`Phụ lục. ${reportSectionTexts[key].vi}`),
      table([120, 45], ['Chỉ tiêu', 'Số lượng'], told.flatMap(rowsOf)),
      ...told.filter((figure) => TOLD_BY_UNIT.includes(figure.key)).flatMap((figure) => byUnit(report, figure, names)),
      paragraph('', { after: 4 }),
    ];
  });
}

function rowsOf({ key, value, breakdown }: ReportFigure) {
  const number = (count: number, bold: boolean) => ({ text: String(count), align: 'right' as const, bold });
  return [
    [{ text: reportFigureTexts[key].vi, bold: true }, number(value, true)],
    ...(breakdown.length < 2 ? [] : breakdown).map((part) => [
      `– ${reportCodeText(key, part.code).vi}`,
      number(part.value, false),
    ]),
  ];
}

function byUnit(report: Report, { key }: ReportFigure, names: UnitNames): readonly Block[] {
  const counts = report.units.get(key) ?? [];
  if (counts.length === 0) return [];
  const rows = counts.map(({ unitId, code, value }) => [
    names.get(unitId) ?? '',
    reportCodeText(key, code).vi,
    { text: String(value), align: 'right' as const },
  ]);
  rows.sort(([left], [right]) => String(left).localeCompare(String(right), 'vi'));
  return [paragraph('', { after: 4 }), table([75, 60, 30], ['Đơn vị', reportFigureTexts[key].vi, 'Số lượng'], rows)];
}
