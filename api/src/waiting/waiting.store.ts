import type { Context } from '../context.ts';
import { listPage, query } from '../sql/list.ts';
import type { Page, PageArguments, PlacedRow } from '../sql/page.ts';
import { sql } from '../sql/sql.ts';
import type { WaitingFacts, WaitingKind } from './waiting-kind.ts';
import { waitingRows } from './waiting-rows.ts';

export interface WaitingRow extends WaitingFacts {
  /** GraphQL type and row of what is to be acted on. */
  readonly targetType: string;
  readonly targetId: string;
  /** Whose record the item shows; null where it shows nobody's. */
  readonly employeeId: string | null;
  /** The last day the law or the round gives; null where there is none. */
  readonly dueOn: string | null;
  /** Since when it waits; null where that is not recorded. */
  readonly since: Date | null;
}

export type WaitingCounts = Readonly<Partial<Record<WaitingKind, number>>>;

/** How many items of each kind wait. One statement. */
export async function countWaiting(context: Context): Promise<WaitingCounts> {
  const rows = await query<{ readonly kind: WaitingKind; readonly count: number }>(
    context,
    sql`select w.kind, count(*)::int as count from (${waitingRows(context)}) w group by w.kind`,
  );
  return Object.fromEntries(rows.map(({ kind, count }) => [kind, count]));
}

/** What waits, the most urgent first: by the last day where there is one, then by how long it waits. One statement. */
export function listWaiting(
  context: Context,
  kinds: readonly WaitingKind[] | null,
  args: PageArguments,
): Promise<Page<WaitingRow>> {
  return listPage<WaitingRow & PlacedRow>(
    context,
    {
      columns: sql`w.*`,
      from: sql`(${waitingRows(context)}) w`,
      conditions: kinds === null ? [] : [sql`w.kind = any(${kinds}::text[])`],
      order: [
        { expression: `coalesce(w."dueOn", '9999-12-31')`, type: 'text' },
        { expression: "coalesce(w.since, '-infinity')", type: 'timestamptz' },
        { expression: 'w.kind', type: 'text' },
        { expression: 'w."targetId"', type: 'uuid' },
        { expression: `coalesce(w.period, '')`, type: 'text' },
      ],
    },
    args,
  );
}
