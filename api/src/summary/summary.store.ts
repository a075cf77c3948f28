import { addDays, type LocalDate, startOfDay } from '@congvu/schema/primitives/local-date';
import type { PullFormat, SummaryKind } from '@congvu/schema/summary';
import type { Purpose } from '../access/purpose.ts';
import type { Context } from '../context.ts';
import { filterUnit } from '../query-arguments.ts';
import { defineBatch } from '../sql/batch.ts';
import { batchById, batchByParent, childPage, listPage, query } from '../sql/list.ts';
import type { ListStatement, Page, PageArguments, PlacedRow } from '../sql/page.ts';
import { raw, type Sql, sql } from '../sql/sql.ts';
import { isInUnitUnder } from '../unit/unit.store.ts';

/** A frozen summary without what it says, which is long. */
export interface SummaryRow {
  readonly id: string;
  readonly number: string;
  readonly unitId: string;
  readonly kind: SummaryKind;
  readonly title: string;
  readonly purpose: Purpose;
  readonly engine: string;
  /** Hexadecimal. */
  readonly inputsSha256: string;
  /** Hexadecimal. */
  readonly bodySha256: string;
  readonly showsDiscipline: boolean;
  readonly frozenAt: Date;
  readonly frozenById: string;
  readonly frozenBy: string;
}

const COLUMNS = raw(`s.id, s.number, s.unit_id as "unitId", s.kind, s.title, s.purpose, s.engine,
  encode(s.inputs_sha256, 'hex') as "inputsSha256", encode(s.body_sha256, 'hex') as "bodySha256",
  s.shows_discipline as "showsDiscipline", s.frozen_at as "frozenAt", s.frozen_by_id as "frozenById",
  s.frozen_by_name as "frozenBy"`);
const FROM = raw('congvu.summary s');

export const summaryById = batchById<SummaryRow>('summaryById', COLUMNS, FROM, 's.id');

/** What a summary was made of and what was made of it, as stored. */
export interface SummaryContent {
  readonly id: string;
  readonly question: unknown;
  readonly inputs: unknown;
  readonly versions: unknown;
  readonly body: unknown;
}

/** Read only where a summary is opened. */
export const contentBySummary = batchById<SummaryContent>(
  'contentBySummary',
  raw('s.id, s.question, s.inputs, s.versions, s.body'),
  FROM,
  's.id',
);

export interface SummaryFilter {
  readonly unit?: string | null | undefined;
  readonly kind?: readonly SummaryKind[] | null | undefined;
  /** Days in Viet Nam, both inclusive. */
  readonly from?: LocalDate | null;
  readonly to?: LocalDate | null;
  readonly superseded?: boolean | null | undefined;
}

export async function listSummaries(
  context: Context,
  filter: SummaryFilter,
  args: PageArguments,
): Promise<Page<SummaryRow>> {
  await filterUnit(filter.unit, context);
  const conditions: Sql[] = [];
  if (filter.unit) conditions.push(isInUnitUnder('s.unit_id', filter.unit));
  if (filter.kind) conditions.push(sql`s.kind = any(${filter.kind}::congvu.summary_kind[])`);
  if (filter.from) conditions.push(sql`s.frozen_at >= ${startOfDay(filter.from)}::timestamptz`);
  if (filter.to) conditions.push(sql`s.frozen_at < ${startOfDay(addDays(filter.to, 1))}::timestamptz`);
  if (typeof filter.superseded === 'boolean') {
    conditions.push(sql`exists (select from congvu.superseded_inputs(array[s.id])) = ${filter.superseded}`);
  }
  const list: ListStatement = {
    columns: COLUMNS,
    from: FROM,
    conditions,
    order: [
      { expression: 's.frozen_at', type: 'timestamptz' },
      { expression: 's.id', type: 'uuid' },
    ],
    descending: true,
  };
  return listPage<SummaryRow & PlacedRow>(context, list, args);
}

/** An input of a summary that says something else now, or that came since. */
export interface SupersededRow {
  readonly parent_id: string;
  /** "Withheld" of what the asker may not know. */
  readonly entity: string;
  readonly employeeId: string | null;
  /** Empty where it came since, and where he may not read it. */
  readonly was: string;
  /** Null where it is there no more, and where he may not read it. */
  readonly is: string | null;
  /** Of what is withheld its day alone. */
  readonly at: Date | null;
  readonly arrived: boolean;
}

/** What says something else now and what came since, by person; that there is something is told to all who may read the summary. */
export const supersededBySummary = batchByParent<SupersededRow>(
  'supersededBySummary',
  (
    ids,
  ) => sql`select i.summary_id as parent_id, i.entity, i.employee_id as "employeeId", coalesce(i.was, '') as was, i."is", i.at,
      i.arrived
    from congvu.superseded_inputs(${ids}::uuid[]) i left join congvu.employee e on e.id = i.employee_id
    order by i.summary_id, i.entity = 'Withheld', e.sort_key nulls first, i.entity, i.at, i.input_id`,
);

/** The entry of the chain that says what was frozen. */
export interface SummaryReceipt {
  readonly sequence: string;
  /** Exactly as hashed. */
  readonly text: string;
  /** Hexadecimal. */
  readonly previousHash: string;
  readonly hash: string;
  /** Base64, one line. */
  readonly signature: string;
  readonly keyId: string;
  readonly at: Date;
}

export const receiptBySummary = defineBatch('receiptBySummary', async (context: Context, ids: readonly string[]) => {
  const rows = await query<SummaryReceipt & { readonly summaryId: string }>(
    context,
    sql`select r.summary_id as "summaryId", r.sequence::text as sequence, r.text, r.previous_hash as "previousHash", r.hash,
        r.signature, r.key_id as "keyId", r.at
      from congvu.summary_receipt(${ids}::uuid[]) r`,
  );
  return new Map(rows.map((row) => [row.summaryId, row]));
});

/** Somebody took a summary out. */
export interface PullRow {
  readonly at: Date;
  readonly by: string;
  readonly purpose: Purpose;
  readonly format: PullFormat;
}

/** Who took a summary out, newest first: all for who may see who looked at records there, else one's own. */
export function listPulls(context: Context, summaryId: string, args: PageArguments): Promise<Page<PullRow>> {
  const list: ListStatement = {
    columns: raw('p.at, p.by_name as by, p.purpose, p.format'),
    from: raw('congvu.summary_pull p'),
    conditions: [raw('p.summary_id = parent.id')],
    order: [
      { expression: 'p.at', type: 'timestamptz' },
      { expression: 'p.id', type: 'uuid' },
    ],
    descending: true,
  };
  return childPage<PullRow & PlacedRow>(context, 'pullsOfSummary', list, args, summaryId);
}
