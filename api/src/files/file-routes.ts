import { downloadForm01 } from '../forms/form-01.download.ts';
import { downloadNationalExport } from '../national-export/national-export.download.ts';
import type { FileRoute } from './download.ts';

/** What may be fetched below /files; an identifier is one the api gave out. */
export const fileRoutes: readonly FileRoute[] = [
  { path: /^\/files\/form-01\/([\w=-]{1,200})\.docx$/, permission: 'SCORE_READ', make: downloadForm01 },
  { path: /^\/files\/national-export\/([\w=-]{1,200})$/, permission: 'PERIOD_CLOSE', make: downloadNationalExport },
];
