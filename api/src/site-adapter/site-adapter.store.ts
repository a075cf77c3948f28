import type { Context } from '../context.ts';
import { defineBatch } from '../sql/batch.ts';
import { batchById, batchByParent, childPage, listPage, query } from '../sql/list.ts';
import type { ListStatement, Page, PageArguments, PlacedRow } from '../sql/page.ts';
import { raw, sql } from '../sql/sql.ts';

export interface SiteAdapterRow {
  readonly id: string;
  readonly name: string;
  /** Of the latest version. */
  readonly title: string;
  readonly latestVersion: number;
  readonly createdAt: Date;
}

const COLUMNS = raw(
  `sa.id, sa.name, latest.title, latest.version::int as "latestVersion", sa.created_at as "createdAt"`,
);
const FROM = raw(`congvu.site_adapter sa cross join lateral (
  select v.version, v.content ->> 'title' as title from congvu.site_adapter_version v
  where v.adapter_id = sa.id order by v.version desc limit 1) latest`);

export const siteAdapterById = batchById<SiteAdapterRow>('siteAdapterById', COLUMNS, FROM, 'sa.id');

/** Null also for who keeps no adapters. */
export async function findSiteAdapter(context: Context, name: string): Promise<SiteAdapterRow | null> {
  const [row] = await query<SiteAdapterRow>(context, sql`select ${COLUMNS} from ${FROM} where sa.name = ${name}`);
  return row ?? null;
}

export function listSiteAdapters(context: Context, args: PageArguments): Promise<Page<SiteAdapterRow>> {
  const order = [{ expression: 'sa.name', type: 'text' }];
  const list: ListStatement = { columns: COLUMNS, from: FROM, conditions: [], order };
  return listPage<SiteAdapterRow & PlacedRow>(context, list, args);
}

export interface AdapterVersionRow {
  readonly id: string;
  readonly version: number;
  readonly content: unknown;
  readonly note: string;
  readonly createdAt: Date;
  readonly createdBy: string;
}

const VERSION_COLUMNS = raw(
  `v.id, v.version, v.content, v.note, v.created_at as "createdAt", v.created_by_name as "createdBy"`,
);
const VERSION_FROM = raw('congvu.site_adapter_version v');

/** Versions of an adapter, newest first. */
export function listVersions(
  context: Context,
  adapterId: string,
  args: PageArguments,
): Promise<Page<AdapterVersionRow>> {
  const list: ListStatement = {
    columns: VERSION_COLUMNS,
    from: VERSION_FROM,
    conditions: [raw('v.adapter_id = parent.id')],
    order: [{ expression: 'v.version', type: 'integer' }],
    descending: true,
  };
  return childPage<AdapterVersionRow & PlacedRow>(context, 'versionsOfAdapter', list, args, adapterId);
}

/** One version of each adapter by its number. */
export function versionByAdapter(version: number) {
  return batchByParent<AdapterVersionRow & { readonly parent_id: string }>(
    `versionByAdapter ${version}`,
    (adapterIds) => sql`select v.adapter_id as parent_id, ${VERSION_COLUMNS} from ${VERSION_FROM}
      where v.adapter_id = any(${adapterIds}::uuid[]) and v.version = ${version}`,
  );
}

export interface SavedPageRow {
  readonly name: string;
  readonly html: string;
  readonly expected: unknown;
}

export const savedPagesByVersion = batchByParent<SavedPageRow & { readonly parent_id: string }>(
  'savedPagesByVersion',
  (versionIds) => sql`select p.version_id as parent_id, p.name, p.html, p.expected from congvu.site_adapter_page p
    where p.version_id = any(${versionIds}::uuid[]) order by p.version_id, p.position`,
);

export interface PublicationRow {
  readonly id: string;
  readonly version: number;
  /** Null: everyone. */
  readonly unitId: string | null;
  readonly publishedAt: Date;
  readonly publishedBy: string;
  readonly withdrawnAt: Date | null;
  readonly withdrawnBy: string | null;
}

/** Those in force, then the newest that were withdrawn, 100 in all. */
export const publicationsByAdapter = batchByParent<PublicationRow & { readonly parent_id: string }>(
  'publicationsByAdapter',
  (adapterIds) => sql`select k.adapter_id as parent_id, p.* from unnest(${adapterIds}::uuid[]) as k (adapter_id)
    cross join lateral (
      select p.id, p.version, p.unit_id as "unitId", p.published_at as "publishedAt", p.published_by_name as "publishedBy",
        p.withdrawn_at as "withdrawnAt", p.withdrawn_by_name as "withdrawnBy"
      from congvu.site_adapter_publication p where p.adapter_id = k.adapter_id
      order by p.withdrawn_at desc nulls first, p.published_at desc, p.id limit 100) p`,
);

/** How many reports on an adapter nobody has closed, by its name: also of a built-in one of that name. */
export const openReportsByName = defineBatch(
  'openReportsByName',
  async (context: Context, names: readonly string[]) => {
    const rows = await query<{ readonly name: string; readonly count: number }>(
      context,
      sql`select r.adapter as name, count(*)::int as count from congvu.adapter_report r
      where r.adapter = any(${names}::text[]) and r.closed_at is null group by r.adapter`,
    );
    return new Map(rows.map(({ name, count }) => [name, count]));
  },
);

export interface PublishedAdapterRow {
  readonly name: string;
  readonly version: number;
  readonly content: unknown;
  readonly publishedAt: Date;
}

/** What was published to the asking person's units, one version a name (decisions/0010). */
export function listPublishedAdapters(context: Context): Promise<readonly PublishedAdapterRow[]> {
  return query<PublishedAdapterRow>(
    context,
    sql`select p.name, p.version, p.content, p.published_at as "publishedAt"
      from congvu.published_adapters(${context.today}::date) p`,
  );
}
