import type { LocalDate } from '@congvu/schema/primitives/local-date';
import { expectOk } from '@congvu/schema/primitives/result';
import {
  builtInTable,
  parseRegisterTable,
  REGISTER_TABLE_KINDS,
  type RegisterTableKind,
  type TableOf,
} from '@congvu/schema/registers';
import type { Context } from '../context.ts';
import { defineBatch, loadOne } from '../sql/batch.ts';
import { query } from '../sql/list.ts';
import { sql } from '../sql/sql.ts';

/** A table an office published. */
export interface RegisterTableRow {
  readonly id: string;
  readonly kind: RegisterTableKind;
  readonly version: number;
  readonly agencyId: string | null;
  readonly agencyPath: string | null;
  readonly effectiveFrom: LocalDate;
  readonly effectiveTo: LocalDate | null;
  readonly decisionNumber: string;
  readonly publishedAt: Date;
  readonly body: unknown;
}

/** A table with the row it comes from: null and version 0 for the built-in one. */
export interface LoadedTable<Kind extends RegisterTableKind> {
  readonly id: string | null;
  readonly version: number;
  readonly table: TableOf<Kind>;
}

/** An office publishes a handful in years: they are read together, once a request. */
const allPublished = defineBatch('publishedRegisterTables', async (context: Context, keys: readonly 'all'[]) => {
  const rows = await query<RegisterTableRow>(
    context,
    sql`select r.id, r.kind, r.version::int as version, r.agency_id as "agencyId", u.path_text as "agencyPath",
        r.effective_from::text as "effectiveFrom", r.effective_to::text as "effectiveTo",
        r.decision_number as "decisionNumber", r.published_at as "publishedAt", r.body
      from congvu.register_table r left join congvu.unit u on u.id = r.agency_id
      order by r.kind, u.path_text nulls first, r.version`,
  );
  return new Map(keys.map((key) => [key, rows]));
});

export async function listRegisterTables(context: Context): Promise<readonly RegisterTableRow[]> {
  return (await loadOne(context, allPublished, 'all')) ?? [];
}

/**
 * The table in force for a unit on a day: the nearest agency's newest, else everybody's, else the built-in one. `unitPath` null
 * asks for everybody's.
 */
export async function loadRegisterTable<Kind extends RegisterTableKind>(
  context: Context,
  kind: Kind,
  unitPath: string | null,
  on: LocalDate,
): Promise<LoadedTable<Kind>> {
  return (await loadRegisterTables(context, kind))(unitPath, on);
}

/** As above, for whoever asks for many units and days. */
export async function loadRegisterTables<Kind extends RegisterTableKind>(
  context: Context,
  kind: Kind,
): Promise<(unitPath: string | null, on: LocalDate) => LoadedTable<Kind>> {
  const rows = (await listRegisterTables(context)).filter((row) => row.kind === kind);
  // Read once each: whoever asks for a file's rows asks thousands of times.
  const read = new Map<string, LoadedTable<Kind>>();
  return (unitPath, on) => {
    const nearest = findNearest(rows, unitPath, on);
    if (nearest === null) return { id: null, version: 0, table: builtInTable(kind) };
    const { id, version } = nearest;
    const loaded = read.get(id) ?? { id, version, table: readTable(kind, nearest) };
    read.set(id, loaded);
    return loaded;
  };
}

/** Of one kind's rows the one that holds for a unit on a day: the nearest agency's, of those the highest version. */
export function findNearest<
  Row extends Pick<RegisterTableRow, 'agencyPath' | 'effectiveFrom' | 'effectiveTo' | 'version'>,
>(rows: readonly Row[], unitPath: string | null, on: LocalDate): Row | null {
  const inForce = rows.filter(
    (row) => governs(row, unitPath) && row.effectiveFrom <= on && (row.effectiveTo === null || on <= row.effectiveTo),
  );
  return inForce.toSorted((left, right) => depth(right) - depth(left) || right.version - left.version)[0] ?? null;
}

/** The table of a row that names it; null names the built-in one. */
export async function getRegisterTable<Kind extends RegisterTableKind>(
  context: Context,
  kind: Kind,
  id: string | null,
): Promise<TableOf<Kind>> {
  if (id === null) return builtInTable(kind);
  const row = (await listRegisterTables(context)).find((each) => each.id === id && each.kind === kind);
  // Everybody signed in reads the tables, and none is ever deleted.
  if (row === undefined) throw new Error('A record names a table that is not there.');
  return readTable(kind, row);
}

/** The id of a version published for a unit or one above it, the nearest where several have it; null where there is none. */
export async function findTableVersion(
  context: Context,
  kind: RegisterTableKind,
  unitPath: string,
  version: number,
): Promise<string | null> {
  const rows = (await listRegisterTables(context)).filter(
    (row) => row.kind === kind && row.version === version && governs(row, unitPath),
  );
  return rows.toSorted((left, right) => depth(right) - depth(left))[0]?.id ?? null;
}

/** A published body was checked when it was published, so one that cannot be read is a fault of ours. */
function readTable<Kind extends RegisterTableKind>(kind: Kind, row: RegisterTableRow): TableOf<Kind> {
  const { decisionNumber: number, effectiveFrom, effectiveTo } = row;
  return expectOk(parseRegisterTable(kind, row.body, { number, effectiveFrom, effectiveTo }));
}

/** A kind and its built-in table, or an office's row: what the list shows. */
export type ShownTable = { readonly kind: RegisterTableKind; readonly row: RegisterTableRow | null };

export async function listShownTables(
  context: Context,
  kind: RegisterTableKind | null,
): Promise<readonly ShownTable[]> {
  const published = context.actor === null ? [] : await listRegisterTables(context);
  return REGISTER_TABLE_KINDS.filter((each) => kind === null || each === kind).flatMap((each) => [
    { kind: each, row: null },
    ...published.filter((row) => row.kind === each).map((row) => ({ kind: each, row })),
  ]);
}

function governs({ agencyPath }: Pick<RegisterTableRow, 'agencyPath'>, unitPath: string | null): boolean {
  if (agencyPath === null) return true;
  return unitPath !== null && (unitPath === agencyPath || unitPath.startsWith(`${agencyPath}.`));
}

/** How near an agency is: everybody's table is the farthest. */
function depth({ agencyPath }: Pick<RegisterTableRow, 'agencyPath'>): number {
  return agencyPath === null ? 0 : agencyPath.split('.').length;
}
