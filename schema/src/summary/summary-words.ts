/** What a frozen summary answers. */
export const SUMMARY_KINDS = ['RANKING', 'SHORTLIST', 'COMPARISON', 'COMMENDATION', 'UNITS', 'CALIBRATION'] as const;
export type SummaryKind = (typeof SUMMARY_KINDS)[number];

/** How a summary was taken out: read on a screen, printed, or as a file. */
export const PULL_FORMATS = ['SCREEN', 'PRINT', 'DOCX', 'XLSX'] as const;
export type PullFormat = (typeof PULL_FORMATS)[number];
