import { downloadDossier } from '../dossier/dossier.download.ts';
import { downloadForm01 } from '../forms/form-01.download.ts';
import { downloadForm02 } from '../forms/form-02.download.ts';
import { downloadMinutes } from '../forms/minutes.download.ts';
import { downloadExport } from '../list-export/export.download.ts';
import { downloadNationalExport } from '../national-export/national-export.download.ts';
import { downloadOwnData } from '../personal-record/own-data.download.ts';
import { downloadReceipt } from '../receipt/receipt.download.ts';
import { registerRoutes } from '../register-export/register-export.download.ts';
import { downloadTemplate } from '../register-import/import-template.download.ts';
import { downloadReport, downloadReportRows } from '../report/report.download.ts';
import { summaryRoutes } from '../summary/summary.download.ts';
import type { FileRoute } from './download.ts';

/** What may be fetched below /files; an identifier is one the api gave out. */
export const fileRoutes: readonly FileRoute[] = [
  { path: /^\/files\/form-01\/([\w=-]{1,200})\.docx$/, permission: 'SCORE_READ', make: downloadForm01 },
  { path: /^\/files\/form-02\/([\w=-]{1,200})\.docx$/, permission: 'CLASSIFICATION_READ', make: downloadForm02 },
  { path: /^\/files\/minutes\/([\w=-]{1,200})\.docx$/, permission: 'CLASSIFICATION_READ', make: downloadMinutes },
  // A staff code has no slash; whatever else it is, the database is asked for it.
  { path: /^\/files\/dossier\/([^/]{1,64})\/(\d{4})\.zip$/, permission: 'SCORE_READ', make: downloadDossier },
  { path: /^\/files\/receipt\/([\w=-]{1,200})\.json$/, permission: 'SCORE_READ', make: downloadReceipt },
  { path: /^\/files\/own-data\.zip$/, permission: 'SCORE_READ', make: downloadOwnData },
  {
    path: /^\/files\/report\/([^/]{1,64})\/(\d{4}-\d{2}-\d{2})\/(\d{4}-\d{2}-\d{2})\.docx$/,
    permission: 'REPORT_READ',
    make: downloadReport,
  },
  {
    path: /^\/files\/report\/([^/]{1,64})\/(\d{4}-\d{2}-\d{2})\/(\d{4}-\d{2}-\d{2})\.xlsx$/,
    permission: 'REPORT_READ',
    make: downloadReportRows,
  },
  { path: /^\/files\/import-template\/([\w-]{1,40})\.(csv|xlsx)$/, permission: 'UNIT_READ', make: downloadTemplate },
  ...registerRoutes,
  // The list it was made of asks for its own right.
  { path: /^\/files\/export\/([\w=-]{1,200})\.(csv|xlsx|jsonl)$/, permission: null, make: downloadExport },
  ...summaryRoutes,
  { path: /^\/files\/national-export\/([\w=-]{1,200})$/, permission: 'PERIOD_CLOSE', make: downloadNationalExport },
];
