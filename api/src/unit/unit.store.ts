import type { UnitKind } from '@congvu/schema/evaluation';
import type { Context } from '../context.ts';
import { loadOne } from '../sql/batch.ts';
import { batchById, batchByParent, childPage, listPage, query } from '../sql/list.ts';
import { isDescending, type OrderDirection } from '../sql/order-direction.ts';
import type { ListStatement, Page, PageArguments, PlacedRow } from '../sql/page.ts';
import { raw, type Sql, sql } from '../sql/sql.ts';
import { contains, isWritten } from '../sql/without-tones.ts';

export interface UnitRow {
  readonly id: string;
  readonly code: string;
  readonly name: string;
  readonly shortName: string;
  readonly level: number;
  readonly kind: UnitKind;
  readonly parentId: string | null;
  /** Ancestors and itself, separated by dots: what the scopes of permissions are compared with. */
  readonly pathText: string;
  readonly validFrom: string;
  readonly validTo: string | null;
}

export interface WorkGroupRow {
  readonly code: string;
  readonly name: string;
}

export const UNIT_COLUMNS = raw(`u.id, u.code, u.name, u.short_name as "shortName", u.level, u.kind,
  u.parent_id as "parentId",
  u.path_text as "pathText", u.valid_from::text as "validFrom", u.valid_to::text as "validTo"`);

/** The columns of `u` as one JSON value, for statements that bring a unit along. */
export const UNIT_JSON = `json_build_object('id', u.id, 'code', u.code, 'name', u.name, 'shortName', u.short_name,
  'level', u.level, 'kind', u.kind, 'parentId', u.parent_id, 'pathText', u.path_text, 'validFrom', u.valid_from, 'validTo', u.valid_to)`;

const FROM = raw('congvu.unit u');

export const unitById = batchById<UnitRow>('unitById', UNIT_COLUMNS, FROM, 'u.id');

/** The unit of a row that names it. Every signed-in actor sees units, so its absence is a fault of ours. */
export async function getUnit(context: Context, id: string): Promise<UnitRow> {
  const unit = await loadOne(context, unitById, id);
  if (unit === null) throw new Error('A record is visible whose unit is not.');
  return unit;
}

export async function findUnitByCode(context: Context, code: string): Promise<UnitRow | null> {
  const [unit] = await query<UnitRow>(context, sql`select ${UNIT_COLUMNS} from ${FROM} where u.code = ${code}`);
  return unit ?? null;
}

/** Whether the unit aliased `alias` is the one of this code or below it. */
export function isUnder(alias: string, code: string): Sql {
  return sql`${raw(alias)}.path <@ (select root.path from congvu.unit root where root.code = ${code})`;
}

/** The same for a table that holds a unit's id. */
export function isInUnitUnder(column: string, code: string): Sql {
  return sql`${raw(column)} in (select below.id from congvu.unit below where ${isUnder('below', code)})`;
}

export const groupsByUnit = batchByParent<WorkGroupRow & { readonly parent_id: string }>(
  'groupsByUnit',
  (unitIds) => sql`select g.unit_id as parent_id, g.code, g.name from congvu.work_group g
    where g.unit_id = any(${unitIds}::uuid[]) order by g.code`,
);

export interface UnitFilter {
  readonly under?: string | null | undefined;
  readonly search?: string | null | undefined;
  readonly level?: number | null | undefined;
  readonly openOn?: string | null | undefined;
  readonly kind?: readonly UnitKind[] | null | undefined;
  readonly hasHead?: boolean | null | undefined;
}
export const UNIT_ORDERS = ['CODE', 'NAME'] as const;
export type UnitOrder = (typeof UNIT_ORDERS)[number];

function unitList(
  context: Context,
  filter: UnitFilter,
  order: UnitOrder,
  direction?: OrderDirection | null,
): ListStatement {
  const conditions: Sql[] = [];
  if (filter.under) conditions.push(isUnder('u', filter.under));
  if (filter.search)
    conditions.push(sql`(${isWritten('u.name', filter.search)} or u.code ilike ${contains(filter.search)})`);
  if (typeof filter.level === 'number') conditions.push(sql`u.level = ${filter.level}`);
  if (filter.openOn) {
    conditions.push(
      sql`u.valid_from <= ${filter.openOn}::date and coalesce(u.valid_to >= ${filter.openOn}::date, true)`,
    );
  }
  if (filter.kind) conditions.push(sql`u.kind = any(${filter.kind}::congvu.unit_kind[])`);
  if (typeof filter.hasHead === 'boolean') {
    conditions.push(sql`exists (select 1 from congvu.assignment head where head.unit_id = u.id and head.post = 'HEAD'
      and head.valid_from <= ${context.today}::date and coalesce(head.valid_to >= ${context.today}::date, true))
      = ${filter.hasHead}`);
  }
  const key = order === 'NAME' ? 'u.name' : 'u.code';
  return {
    columns: UNIT_COLUMNS,
    from: FROM,
    conditions,
    order: [
      { expression: key, type: 'text' },
      { expression: 'u.id', type: 'uuid' },
    ],
    descending: isDescending(direction, false),
  };
}

export function listUnits(
  context: Context,
  filter: UnitFilter,
  order: UnitOrder,
  direction: OrderDirection | null | undefined,
  args: PageArguments,
): Promise<Page<UnitRow>> {
  return listPage<UnitRow & PlacedRow>(context, unitList(context, filter, order, direction), args);
}

export function listChildUnits(context: Context, parentId: string, args: PageArguments): Promise<Page<UnitRow>> {
  const list = unitList(context, {}, 'CODE');
  const below = { ...list, conditions: [raw('u.parent_id = parent.id')] };
  return childPage<UnitRow & PlacedRow>(context, 'unitsOfUnit', below, args, parentId);
}
