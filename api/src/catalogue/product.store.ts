import { toSearchKey } from '@congvu/schema/person-name';
import type { Certainty } from '@congvu/schema/scoring';
import type { Context } from '../context.ts';
import { defineBatch } from '../sql/batch.ts';
import { batchById, childPage, listPage, query } from '../sql/list.ts';
import type { Page, PageArguments, PlacedRow } from '../sql/page.ts';
import { raw, type Sql, sql } from '../sql/sql.ts';
import { contains } from '../sql/without-tones.ts';

export interface CatalogueRow {
  readonly id: string;
  readonly code: string;
  readonly name: string;
  readonly decisionNumber: string;
  readonly decidedOn: string;
  readonly validFrom: string;
  readonly validTo: string | null;
  readonly certainty: Certainty;
  /** Decimal text. */
  readonly standardPoints: string;
}

export interface ProductRow {
  readonly id: string;
  readonly code: string;
  readonly name: string;
  readonly group: string;
  /** Decimal text. */
  readonly points: string;
  readonly coefficientNumerator: string;
  readonly coefficientDenominator: string;
  readonly unitOfWork: string | null;
  readonly certainty: Certainty;
  readonly catalogue: CatalogueRow;
}

const CATALOGUE_JSON = `json_build_object('id', c.id, 'code', c.code, 'name', c.name,
  'decisionNumber', c.decision_number, 'decidedOn', c.decided_on, 'validFrom', c.valid_from, 'validTo', c.valid_to,
  'certainty', c.certainty, 'standardPoints', c.standard_points::text)`;

export const PRODUCT_COLUMNS = raw(`p.id, p.code, p.name, p.complexity_group as "group", p.points::text as points,
  p.coefficient_numerator::text as "coefficientNumerator", p.coefficient_denominator::text as "coefficientDenominator",
  p.unit_of_work as "unitOfWork", p.certainty, ${CATALOGUE_JSON} as catalogue`);

export const PRODUCT_FROM = raw('congvu.product p join congvu.catalogue_version c on c.id = p.catalogue_id');

export const productById = batchById<ProductRow>('productById', PRODUCT_COLUMNS, PRODUCT_FROM, 'p.id');

/** Versions of the catalogue by their ids. */
export const catalogueById = defineBatch('catalogueById', async (context: Context, ids: readonly string[]) => {
  const rows = await query<{ readonly catalogue: CatalogueRow }>(
    context,
    sql`select ${raw(CATALOGUE_JSON)} as catalogue from congvu.catalogue_version c where c.id = any(${ids}::uuid[])`,
  );
  return new Map(rows.map(({ catalogue }) => [catalogue.id, catalogue]));
});

/** Newest first. */
export async function listCatalogueVersions(context: Context): Promise<readonly CatalogueRow[]> {
  const rows = await query<{ readonly catalogue: CatalogueRow }>(
    context,
    sql`select ${raw(CATALOGUE_JSON)} as catalogue from congvu.catalogue_version c order by c.valid_from desc, c.code`,
  );
  return rows.map(({ catalogue }) => catalogue);
}

/** Products of one version, by code. */
export function listProductsOfVersion(
  context: Context,
  catalogueId: string,
  args: PageArguments,
): Promise<Page<ProductRow>> {
  const list = {
    columns: PRODUCT_COLUMNS,
    from: PRODUCT_FROM,
    conditions: [raw('p.catalogue_id = parent.id')],
    order: [
      { expression: 'p.code', type: 'text' },
      { expression: 'p.id', type: 'uuid' },
    ],
  };
  return childPage<ProductRow & PlacedRow>(context, 'productsOfVersion', list, args, catalogueId);
}

/** Products of the versions in force on a day, by code. */
export function listProducts(
  context: Context,
  search: string | null,
  day: string,
  args: PageArguments,
): Promise<Page<ProductRow>> {
  const conditions: Sql[] = [sql`c.valid_from <= ${day}::date and coalesce(c.valid_to >= ${day}::date, true)`];
  if (search)
    conditions.push(sql`(p.search_key like ${contains(toSearchKey(search))} or p.code ilike ${contains(search)})`);
  const order = [
    { expression: 'p.code', type: 'text' },
    { expression: 'p.id', type: 'uuid' },
  ];
  return listPage<ProductRow & PlacedRow>(
    context,
    { columns: PRODUCT_COLUMNS, from: PRODUCT_FROM, conditions, order },
    args,
  );
}

/** A product by its code in the newest version in force on a day. */
export async function findProduct(context: Context, code: string, day: string): Promise<ProductRow | null> {
  const [product] = await query<ProductRow>(
    context,
    sql`select ${PRODUCT_COLUMNS} from ${PRODUCT_FROM} where p.code = ${code}
      and c.valid_from <= ${day}::date and coalesce(c.valid_to >= ${day}::date, true) order by c.valid_from desc limit 1`,
  );
  return product ?? null;
}
