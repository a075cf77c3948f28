import { EXPORTED_REGISTERS } from '../register-export/exported-registers.ts';
import type { ExportedList } from './exported-list.ts';
import { LISTED_OFFICE } from './listed-office.ts';
import { LISTED_WORK } from './listed-work.ts';

/** Every root list that leaves as a file. */
export const EXPORTED_LISTS: readonly ExportedList[] = [...LISTED_WORK, ...EXPORTED_REGISTERS, ...LISTED_OFFICE];

/** Lists that do not, and why; a list in neither fails a test. */
export const NOT_EXPORTED: Readonly<Record<string, string>> = {
  jobs: 'Progress, which is over before a file of it is read.',
  reportRows: 'They leave with the figures they stand behind: /files/report/….xlsx.',
  siteAdapters: 'Programs, which leave as files of their own (`congvu adapter`).',
  adapterReports: 'About pages of other systems, for who mends an adapter.',
  shortlist: 'Leaves as a frozen summary, with its question and its sources.',
  summaries: 'Each leaves by itself, noted with its purpose: print, DOCX, XLSX.',
  calibrationSessions: 'What is proposed in one is hidden until each has submitted.',
  signs: 'They decide nothing and are no statement about anybody that may be passed on.',
  webhooks: 'Addresses of other systems.',
};

export function findExportedList(field: string): ExportedList | null {
  return EXPORTED_LISTS.find((list) => list.field === field) ?? null;
}
