import type { Context } from '../context.ts';
import { batchById, listPage } from '../sql/list.ts';
import type { ListStatement, Page, PageArguments, PlacedRow } from '../sql/page.ts';
import { raw } from '../sql/sql.ts';

export const ADAPTER_REPORT_STATES = ['OPEN', 'CLOSED'] as const;
export type AdapterReportState = (typeof ADAPTER_REPORT_STATES)[number];

export interface AdapterReportRow {
  readonly id: string;
  readonly adapter: string;
  readonly version: number;
  readonly host: string;
  readonly path: string;
  readonly kind: 'LIST' | 'DETAIL';
  readonly day: string;
  readonly found: number;
  readonly read: number;
  readonly secret: number;
  readonly extensionVersion: string;
  readonly count: number;
  readonly firstAt: Date;
  readonly lastAt: Date;
  readonly closedAt: Date | null;
  readonly closedBy: string | null;
}

const COLUMNS = raw(`r.id, r.adapter, r.version, r.host, r.path, r.kind, r.day::text as day, r.found, r.read, r.secret,
  r.extension_version as "extensionVersion", r.count, r.first_at as "firstAt", r.last_at as "lastAt",
  r.closed_at as "closedAt", r.closed_by_name as "closedBy"`);
const FROM = raw('congvu.adapter_report r');

export const adapterReportById = batchById<AdapterReportRow>('adapterReportById', COLUMNS, FROM, 'r.id');

/** Reports, the one counted up last first. */
export function listAdapterReports(
  context: Context,
  state: AdapterReportState | null,
  args: PageArguments,
): Promise<Page<AdapterReportRow>> {
  const list: ListStatement = {
    columns: COLUMNS,
    from: FROM,
    conditions: state === null ? [] : [raw(state === 'OPEN' ? 'r.closed_at is null' : 'r.closed_at is not null')],
    order: [
      { expression: 'r.last_at', type: 'timestamptz' },
      { expression: 'r.id', type: 'uuid' },
    ],
    descending: true,
  };
  return listPage<AdapterReportRow & PlacedRow>(context, list, args);
}
