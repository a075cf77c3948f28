import { REPORT_SECTIONS, type ReportFigure } from '@congvu/schema/registers';
import { reportCodeText, reportFigureTexts, reportSectionTexts } from '@congvu/schema/texts';
import type { CellValue, Sheet } from '../sheets/workbook.ts';
import type { Report } from './report.service.ts';
import type { NamedReportRow } from './report.store.ts';
import type { UnitNames } from './report-paper.ts';

interface Said {
  readonly names: UnitNames;
  /** People whose rows are left out because they restricted exports. */
  readonly hidden: number;
}

/** The numbers on the first sheet, by unit on the second, then a sheet a register with the rows behind its numbers. */
export function reportSheets(
  report: Report,
  rows: readonly NamedReportRow[],
  { names, hidden }: Said,
): readonly Sheet[] {
  return [summary(report, rows, hidden), units(report, names), ...registers(report, rows)];
}

function summary({ span, figures }: Report, listed: readonly NamedReportRow[], hidden: number): Sheet {
  const byFigure = Map.groupBy(listed, ({ figure }) => figure);
  const section = new Map<string, string>(
    REPORT_SECTIONS.flatMap(({ key, figures: keys }) =>
      keys.map((figure) => [figure, reportSectionTexts[key].vi] as const),
    ),
  );
  const rows = figures.flatMap((figure): readonly (readonly CellValue[])[] => [
    [
      section.get(figure.key) ?? '',
      reportFigureTexts[figure.key].vi,
      '',
      figure.value,
      byFigure.get(figure.key)?.length ?? 0,
    ],
    ...figure.breakdown.map((part): readonly CellValue[] => [
      section.get(figure.key) ?? '',
      reportFigureTexts[figure.key].vi,
      reportCodeText(figure.key, part.code).vi,
      part.value,
      byFigure.get(figure.key)?.filter(({ code }) => code === part.code).length ?? 0,
    ]),
  ]);
  const about: readonly (readonly CellValue[])[] = [
    [span.unit.name, 'Từ ngày', { date: span.from }, null, null],
    [span.unit.name, 'Đến ngày', { date: span.to }, null, null],
    ...(hidden === 0 ? [] : [['', 'Người hạn chế xuất dữ liệu, không có trong các trang sau', '', hidden, null]]),
  ];
  return {
    name: 'Tổng hợp',
    columns: [
      { title: 'Mục', width: 32 },
      { title: 'Chỉ tiêu', width: 48 },
      { title: 'Phân loại', width: 40 },
      { title: 'Số lượng', width: 12 },
      // Fewer than counted where one may not see them all.
      { title: 'Số dòng trong tệp', width: 14 },
    ],
    rows: [...about, ...rows],
  };
}

function units({ figures, units: counts }: Report, names: UnitNames): Sheet {
  return {
    name: 'Theo đơn vị',
    columns: [
      { title: 'Đơn vị', width: 40 },
      { title: 'Chỉ tiêu', width: 48 },
      { title: 'Phân loại', width: 40 },
      { title: 'Số lượng', width: 12 },
    ],
    rows: figures.flatMap(({ key }) =>
      (counts.get(key) ?? []).map(({ unitId, code, value }) => [
        names.get(unitId) ?? '',
        reportFigureTexts[key].vi,
        reportCodeText(key, code).vi,
        value,
      ]),
    ),
  };
}

function registers({ figures }: Report, rows: readonly NamedReportRow[]): readonly Sheet[] {
  const byFigure = Map.groupBy(rows, ({ figure }) => figure);
  return REPORT_SECTIONS.flatMap(({ key, figures: keys }): readonly Sheet[] => {
    const wanted: readonly string[] = keys;
    const listed = figures
      .filter((figure) => wanted.includes(figure.key))
      .flatMap((figure: ReportFigure) => (byFigure.get(figure.key) ?? []).map(toRow));
    if (listed.length === 0) return [];
    return [
      {
        name: reportSectionTexts[key].vi,
        columns: [
          { title: 'Chỉ tiêu', width: 40 },
          { title: 'Phân loại', width: 30 },
          { title: 'Ngày', width: 12 },
          { title: 'Mã đơn vị', width: 14 },
          { title: 'Đơn vị', width: 36 },
          { title: 'Mã cán bộ', width: 14 },
          { title: 'Họ và tên', width: 26 },
          { title: 'Tên, số', width: 30 },
          { title: 'Nội dung, văn bản', width: 50 },
        ],
        rows: listed,
      },
    ];
  });
}

function toRow(row: NamedReportRow): readonly CellValue[] {
  return [
    reportFigureTexts[row.figure].vi,
    reportCodeText(row.figure, row.code).vi,
    { date: row.day },
    row.unitCode,
    row.unitName,
    row.employeeCode,
    row.employeeName,
    row.subject,
    row.detail,
  ];
}
