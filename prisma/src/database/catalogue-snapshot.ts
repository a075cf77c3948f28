import type pg from 'pg';

/** What Prisma's comparison does not see, one line an object, in an order that does not depend on when it was made. */
const questions: readonly [title: string, sql: string][] = [
  [
    'policies (table: policy, command, roles, using, with check)',
    `SELECT format('%s: %s, %s, %s, using %s, check %s', tablename, policyname, cmd, array_to_string(roles, ' '), qual, with_check) AS line
     FROM pg_policies WHERE schemaname = 'congvu'`,
  ],
  [
    'triggers',
    `SELECT pg_get_triggerdef(t.oid) AS line FROM pg_trigger t JOIN pg_class c ON c.oid = t.tgrelid
     WHERE c.relnamespace = 'congvu'::regnamespace AND NOT t.tgisinternal`,
  ],
  [
    'checks and exclusions',
    `SELECT format('%s: %s %s', conrelid::regclass, conname, pg_get_constraintdef(oid)) AS line FROM pg_constraint
     WHERE connamespace = 'congvu'::regnamespace AND contype IN ('c', 'x')`,
  ],
  [
    'functions (by the hash of their source; those of extensions left out)',
    `SELECT format('%s(%s) %s%s, %s, source %s', p.proname, pg_get_function_identity_arguments(p.oid),
              CASE p.provolatile WHEN 'i' THEN 'immutable' WHEN 's' THEN 'stable' ELSE 'volatile' END,
              CASE WHEN p.prosecdef THEN ', security definer' ELSE '' END, coalesce(array_to_string(p.proconfig, ' '), 'no settings'),
              left(encode(sha256(convert_to(pg_get_functiondef(p.oid), 'UTF8')), 'hex'), 12)) AS line
     FROM pg_proc p WHERE p.pronamespace = 'congvu'::regnamespace
       AND NOT EXISTS (SELECT 1 FROM pg_depend d WHERE d.objid = p.oid AND d.deptype = 'e')`,
  ],
  [
    'execution',
    `SELECT format('%s: %s', p.proname, r.rolname) AS line FROM pg_proc p, pg_roles r
     WHERE p.pronamespace = 'congvu'::regnamespace AND r.rolname IN ('congvu_api', 'congvu_identity')
       AND has_function_privilege(r.oid, p.oid, 'EXECUTE')
       AND NOT EXISTS (SELECT 1 FROM pg_depend d WHERE d.objid = p.oid AND d.deptype = 'e')`,
  ],
  [
    'table grants',
    `SELECT format('%s: %s %s', table_name, grantee, string_agg(privilege_type, ' ' ORDER BY privilege_type)) AS line
     FROM information_schema.table_privileges
     WHERE table_schema = 'congvu' AND grantee IN ('congvu_api', 'congvu_identity', 'PUBLIC') GROUP BY table_name, grantee`,
  ],
  [
    'column grants beyond those of the table',
    `SELECT format('%s.%s: %s %s', g.table_name, g.column_name, g.grantee, g.privilege_type) AS line
     FROM information_schema.column_privileges g
     WHERE g.table_schema = 'congvu' AND g.grantee IN ('congvu_api', 'congvu_identity', 'PUBLIC')
       AND NOT EXISTS (
         SELECT 1 FROM information_schema.table_privileges t
         WHERE (t.table_schema, t.table_name, t.grantee, t.privilege_type) = (g.table_schema, g.table_name, g.grantee, g.privilege_type))`,
  ],
  [
    'roles (superuser, bypass row policies, create roles, create databases)',
    `SELECT format('%s: %s %s %s %s', rolname, rolsuper, rolbypassrls, rolcreaterole, rolcreatedb) AS line FROM pg_roles
     WHERE rolname IN ('congvu_api', 'congvu_identity')`,
  ],
  [
    'partial and expression indexes',
    `SELECT pg_get_indexdef(indexrelid) AS line FROM pg_index i JOIN pg_class c ON c.oid = i.indexrelid
     WHERE c.relnamespace = 'congvu'::regnamespace AND (i.indpred IS NOT NULL OR i.indexprs IS NOT NULL) AND NOT i.indisexclusion`,
  ],
];

/** The database's own description of what migrations wrote beyond tables. */
export async function describeCatalogue(owner: pg.Pool): Promise<string> {
  const sections: string[] = [];
  for (const [title, sql] of questions) {
    const { rows } = await owner.query<{ line: string }>(sql);
    const lines = rows.map((row) => row.line.replaceAll(/\s+/g, ' ')).toSorted();
    sections.push([`# ${title}`, ...lines].join('\n'));
  }
  return `${sections.join('\n\n')}\n`;
}
