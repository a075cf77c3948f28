import type pg from 'pg';

/**
 * Runs `load` with the tables stripped of foreign keys and secondary indexes, which are put back as they were: built once
 * over all rows instead of once a row. The owner's own policies are set aside as well, since COPY refuses a bound role.
 *
 * `load` learns which tables were truncated, for COPY's FREEZE: those that are append-only by a trigger were not.
 *
 * All in the caller's transaction, on empty tables: a failure leaves everything as it was, and what is put back is checked
 * against every row. Needs the owner.
 */
export async function loadInBulk(
  client: pg.ClientBase,
  tables: readonly string[],
  load: (emptied: ReadonlySet<string>) => Promise<void>,
): Promise<void> {
  const restoring = [...(await findIndexes(client, tables)), ...(await findForeignKeys(client, tables))];
  const forced = await findForced(client, tables);
  for (const { drop } of restoring.toReversed()) await client.query(drop);
  for (const table of forced) await client.query(`alter table ${table} no force row level security`);
  const emptied = await findTruncatable(client, tables);
  await client.query(`truncate ${emptied.join(', ')}`);
  await load(new Set(emptied));
  for (const { create } of restoring) await client.query(create);
  for (const table of forced) await client.query(`alter table ${table} force row level security`);
}

interface Restorable {
  readonly drop: string;
  readonly create: string;
}

/** Those of the tables and those that point at them from elsewhere, which would forbid the truncation. */
async function findForeignKeys(client: pg.ClientBase, tables: readonly string[]): Promise<readonly Restorable[]> {
  const found = await client.query<Restorable>(
    `select format('alter table %s drop constraint %I', conrelid::regclass, conname) as "drop",
            format('alter table %s add constraint %I %s', conrelid::regclass, conname, pg_get_constraintdef(oid)) as "create"
       from pg_constraint
      where contype = 'f' and (conrelid = any ($1::regclass[]) or confrelid = any ($1::regclass[]))
      order by conrelid::regclass::text, conname`,
    [tables],
  );
  return found.rows;
}

/** Indexes that no constraint stands on: primary keys, unique and exclusion constraints stay. */
async function findIndexes(client: pg.ClientBase, tables: readonly string[]): Promise<readonly Restorable[]> {
  const found = await client.query<Restorable>(
    `select format('drop index %s', indexrelid::regclass) as "drop", pg_get_indexdef(indexrelid) as "create"
       from pg_index
      where indrelid = any ($1::regclass[]) and not indisunique
        and not exists (select 1 from pg_constraint where conindid = indexrelid)
      order by indexrelid::regclass::text`,
    [tables],
  );
  return found.rows;
}

async function findTruncatable(client: pg.ClientBase, tables: readonly string[]): Promise<readonly string[]> {
  // Bit 5 of tgtype: the trigger fires on truncate.
  const found = await client.query<{ name: string }>(
    `select name from unnest($1::text[]) with ordinality as given (name, position)
      where not exists (select 1 from pg_trigger where tgrelid = name::regclass and tgtype & 32 <> 0)
      order by position`,
    [tables],
  );
  return found.rows.map((row) => row.name);
}

async function findForced(client: pg.ClientBase, tables: readonly string[]): Promise<readonly string[]> {
  const found = await client.query<{ name: string }>(
    'select oid::regclass::text as name from pg_class where oid = any ($1::regclass[]) and relforcerowsecurity order by 1',
    [tables],
  );
  return found.rows.map((row) => row.name);
}
