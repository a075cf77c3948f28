import type { NamedPerson, PullFormat, SummaryBody, VersionedInput } from '@congvu/schema/summary';
import type { Context } from '../context.ts';
import type { Download, FileRoute } from '../files/download.ts';
import { DOCX, toDocx } from '../forms/form-document.ts';
import { withoutRestricted } from '../restriction/export-restriction.ts';
import { toXlsx, XLSX } from '../sheets/workbook.ts';
import { loadOne } from '../sql/batch.ts';
import { query } from '../sql/list.ts';
import { sql } from '../sql/sql.ts';
import { getActor } from '../task/task-change.ts';
import { getUnit } from '../unit/unit.store.ts';
import { assertPullable, findSummary } from './freeze.service.ts';
import { receiptBySummary, supersededBySummary } from './summary.store.ts';
import { type FiledSummary, summaryPaper, summarySheets } from './summary-paper.ts';

/** A summary as a paper and as a workbook; taking it out is kept with its purpose, and noted of everybody named. */
export const summaryRoutes: readonly FileRoute[] = [
  {
    path: /^\/files\/summary\/([\w=-]{1,200})\.docx$/,
    permission: 'RANKING_READ',
    make: async (context, id = '') => {
      const filed = await file(context, id, 'DOCX');
      return download(filed, 'docx', DOCX, await toDocx(summaryPaper(filed)));
    },
  },
  {
    path: /^\/files\/summary\/([\w=-]{1,200})\.xlsx$/,
    permission: 'RANKING_READ',
    make: async (context, id = '') => {
      const filed = await file(context, id, 'XLSX');
      return download(filed, 'xlsx', XLSX, await toXlsx(summarySheets(filed), filed.summary.frozenAt));
    },
  },
];

function download({ summary }: FiledSummary, ending: string, mediaType: string, body: Uint8Array): Download {
  return { fileName: `${summary.number} ${summary.title}.${ending}`, mediaType, body };
}

/** Errors: NOT_FOUND, PURPOSE_REQUIRED, SUMMARY_ALTERED. */
async function file(context: Context, globalId: string, format: PullFormat): Promise<FiledSummary> {
  const { summary, content } = await findSummary(context, globalId);
  const purpose = assertPullable(context, summary, content);
  const versions = content.versions as readonly VersionedInput[];
  const people = await peopleOf(context, versions, content.inputs);
  const { allowed, hidden } = await withoutRestricted(context, [...people.keys()]);
  for (const id of people.keys()) {
    context.access.note('summary', id);
    context.access.note('file', id);
  }
  const left = new Set([...people].filter(([id]) => !allowed.has(id)).map(([, code]) => code));
  const actor = getActor(context);
  await context.database.withActor((tx) =>
    tx.summaryPull.create({
      data: { summaryId: summary.id, at: context.now, byId: actor.userId, byName: actor.displayName, purpose, format },
      select: { id: true },
    }),
  );
  const [unit, receipt, superseded] = await Promise.all([
    getUnit(context, summary.unitId),
    loadOne(context, receiptBySummary, summary.id),
    loadOne(context, supersededBySummary, summary.id),
  ]);
  return {
    summary,
    // What was frozen, as its digest has just said.
    body: withoutCodes(content.body as SummaryBody, left),
    unit: unit.name,
    hidden,
    superseded: superseded?.length ?? 0,
    sequence: receipt?.sequence ?? null,
    demonstration: context.facts.demonstration,
  };
}

/** Row ids and codes of everybody a summary names, of whom one may see the record. */
async function peopleOf(
  context: Context,
  versions: readonly VersionedInput[],
  inputs: unknown,
): Promise<ReadonlyMap<string, string>> {
  const ids = versions.flatMap(({ employeeId }) => (employeeId === null ? [] : [employeeId]));
  const {
    rows = [],
    apart = [],
    candidates = [],
  } = inputs as Readonly<Record<string, readonly NamedPerson[] | undefined>>;
  const codes = [...rows, ...apart, ...candidates].map(({ code }) => code).filter((code) => typeof code === 'string');
  const found = await query<{ readonly id: string; readonly code: string }>(
    context,
    sql`select e.id, e.code from congvu.employee e where e.id = any(${ids}::uuid[]) or e.code = any(${codes}::text[])`,
  );
  return new Map(found.map(({ id, code }) => [id, code]));
}

/** The body without the rows of these people. */
function withoutCodes(body: SummaryBody, codes: ReadonlySet<string>): SummaryBody {
  if (codes.size === 0) return body;
  return {
    ...body,
    tables: body.tables.map((table) => {
      const place = table.columns.findIndex(({ key }) => key === 'code');
      return place === -1 ? table : { ...table, rows: table.rows.filter((row) => !codes.has(row[place] ?? '')) };
    }),
  };
}
