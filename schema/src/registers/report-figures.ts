/** Every figure of the periodic report, in its order. What each counts is said by `reportFigureTexts`; its rows are the records. */
export const REPORT_FIGURE_KEYS = [
  'inspections.ended',
  'inspections.kind',
  'conclusions.issued',
  'review.collectives',
  'review.people',
  'discipline.recommended',
  'findings',
  'findings.good',
  'followUp.done',
  'followUp.open',
  'followUp.overdue',
  'coverage.units',
  'coverage.visited',
  'coverage.never',
  'discipline',
  'commendation',
  'levels',
  'feedback.received',
  'feedback.answered',
  'feedback.inTime',
  'feedback.late',
  'feedback.upheld',
  'coordination.asked',
  'coordination.inTime',
  'coordination.late',
  'coordination.unclear',
] as const;
export type ReportFigureKey = (typeof REPORT_FIGURE_KEYS)[number];

/** One number and what it consists of. The codes are words of the register: areas of inspections, topics, forms, levels. */
export interface ReportFigure {
  readonly key: ReportFigureKey;
  readonly value: number;
  readonly breakdown: readonly { readonly code: string; readonly value: number }[];
}
/** Those that are left out count as 0. */
export type ReportFigures = readonly ReportFigure[];

export const REPORT_SECTION_KEYS = [
  'inspections',
  'findings',
  'coverage',
  'discipline',
  'commendation',
  'levels',
  'feedback',
  'coordination',
] as const;
export type ReportSectionKey = (typeof REPORT_SECTION_KEYS)[number];

export interface ReportSection {
  readonly key: ReportSectionKey;
  readonly figures: readonly ReportFigureKey[];
}

/** Which figures stand together, as a table of the report and a sheet of its file. */
export const REPORT_SECTIONS: readonly ReportSection[] = [
  {
    key: 'inspections',
    figures: [
      'inspections.ended',
      'inspections.kind',
      'conclusions.issued',
      'review.collectives',
      'review.people',
      'discipline.recommended',
    ],
  },
  { key: 'findings', figures: ['findings', 'findings.good', 'followUp.done', 'followUp.open', 'followUp.overdue'] },
  { key: 'coverage', figures: ['coverage.units', 'coverage.visited', 'coverage.never'] },
  { key: 'discipline', figures: ['discipline'] },
  { key: 'commendation', figures: ['commendation'] },
  { key: 'levels', figures: ['levels'] },
  {
    key: 'feedback',
    figures: ['feedback.received', 'feedback.answered', 'feedback.inTime', 'feedback.late', 'feedback.upheld'],
  },
  {
    key: 'coordination',
    figures: ['coordination.asked', 'coordination.inTime', 'coordination.late', 'coordination.unclear'],
  },
];

/** Units stand there whether or not anything happened. */
const STANDING: readonly ReportFigureKey[] = ['coverage.units', 'coverage.never'];

/** Whether nothing at all happened in the period; an empty report is an answer, not an error. */
export function isEmptyReport(figures: ReportFigures): boolean {
  return figures.every(({ key, value }) => value === 0 || STANDING.includes(key));
}
