import { PERMISSIONS, ROLE_PERMISSIONS, ROLES } from '@congvu/schema/permission';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createTestDatabase, type TestDatabase } from '../../../test/testkit/database.ts';
import { diffFromDatabase } from '../migrate/schema-diff.ts';
import { describeCatalogue } from './catalogue-snapshot.ts';

let test: TestDatabase;
beforeAll(async () => {
  test = await createTestDatabase();
});
afterAll(() => test.drop());

const names = async (sql: string) => (await test.ownerPool.query<{ name: string }>(sql)).rows.map((row) => row.name);
const ours = `c.relnamespace = 'congvu'::regnamespace AND c.relkind IN ('r', 'p') AND c.relname <> '_prisma_migrations'`;

describe('the migrated database', () => {
  it('is what prisma/models say', async () => {
    expect(await diffFromDatabase(test.urls.ownerUrl)).toBe('');
  });

  it('has the policies, triggers, checks, functions, roles and grants of the committed catalogue', async () => {
    // Prisma sees none of these. After a migration: vitest run catalogue -u, and read the difference as a reviewer.
    await expect(await describeCatalogue(test.ownerPool)).toMatchFileSnapshot(
      '../../migrations/catalogue.snapshot.txt',
    );
  });

  it('holds the roles of @congvu/schema/permission, neither more nor less', async () => {
    const { rows } = await test.ownerPool.query<{ role: string; permission: string }>(
      'SELECT role, permission FROM role_scope',
    );
    const held = rows.map(({ role, permission }) => `${role} ${permission}`).toSorted();
    expect(held).toEqual(
      ROLES.flatMap((role) => ROLE_PERMISSIONS[role].map((permission) => `${role} ${permission}`)).toSorted(),
    );
    expect(await names(`SELECT unnest(enum_range(NULL::permission))::text AS name`)).toEqual([...PERMISSIONS]);
  });
});

describe('every table', () => {
  it('forces row policies, on the owner too', async () => {
    expect(
      await names(
        `SELECT relname AS name FROM pg_class c WHERE ${ours} AND NOT (relrowsecurity AND relforcerowsecurity)`,
      ),
    ).toEqual([]);
  });

  it('that holds a person has a policy which asks who the actor is', async () => {
    // A person is a reference to employee or user, at any distance of not-null keys; a new table is asked the same question.
    const holders = await names(`
      WITH RECURSIVE holder (oid) AS (
        SELECT unnest(ARRAY['employee'::regclass, 'user_account'::regclass])
        UNION
        SELECT k.conrelid::regclass FROM pg_constraint k JOIN holder h ON k.confrelid = h.oid WHERE k.contype = 'f'
      )
      SELECT c.relname AS name FROM holder h JOIN pg_class c ON c.oid = h.oid
      UNION
      SELECT c.relname FROM pg_attribute a JOIN pg_class c ON c.oid = a.attrelid
      WHERE ${ours} AND a.attname IN ('employee_id', 'user_id', 'actor_user_id')
      ORDER BY 1`);
    expect(holders).toEqual(
      expect.arrayContaining(['employee', 'task', 'sheet_criterion', 'access_entry', 'audit_entry', 'idempotency_key']),
    );
    const open = await names(`
      SELECT tablename || ': ' || policyname AS name FROM pg_policies
      WHERE schemaname = 'congvu' AND 'congvu_api' = ANY (roles)
        AND tablename = ANY ('{${holders.join()}}')
        AND coalesce(qual, with_check) !~ 'actor_user|actor_employee|scopes|holds|task|sheet|document|audit_entry|discipline_decision|commendation|initiative|inspection|recommendation|feedback|calibrat|webhook'`);
    expect(open).toEqual([]);
    const readable = await names(`SELECT DISTINCT tablename AS name FROM pg_policies WHERE 'congvu_api' = ANY (roles)`);
    // Passwords and the keys of waiting writes are nobody's to read: no policy at all, and no grant.
    expect(holders.filter((table) => !readable.includes(table))).toEqual(['credential', 'offline_key']);
  });

  it('and every other object belongs to the owner; the api and the provider own nothing and bypass nothing', async () => {
    expect(
      await names(
        `SELECT relname AS name FROM pg_class WHERE relowner IN ('congvu_api'::regrole, 'congvu_identity'::regrole)`,
      ),
    ).toEqual([]);
    expect(
      await names(
        `SELECT proname AS name FROM pg_proc WHERE proowner IN ('congvu_api'::regrole, 'congvu_identity'::regrole)`,
      ),
    ).toEqual([]);
    expect(
      await names(
        `SELECT rolname AS name FROM pg_roles WHERE rolname IN ('congvu_api', 'congvu_identity') AND (rolsuper OR rolbypassrls OR rolcreaterole OR rolcreatedb)`,
      ),
    ).toEqual([]);
  });

  it('that grows only cannot be emptied or changed by the api', async () => {
    const writable = await names(`
      SELECT table_name || ' ' || privilege_type AS name FROM information_schema.table_privileges
      WHERE grantee = 'congvu_api' AND privilege_type IN ('DELETE', 'TRUNCATE', 'TRIGGER', 'REFERENCES')`);
    expect(writable).toEqual([]);
  });
});

describe('every SECURITY DEFINER function', () => {
  it('fixes its search path and is executable only by those named', async () => {
    expect(
      await names(`
        SELECT p.proname AS name FROM pg_proc p
        WHERE p.pronamespace = 'congvu'::regnamespace AND p.prosecdef
          AND (p.proconfig IS NULL OR NOT p.proconfig::text LIKE '%search_path=congvu%pg_temp%'
               OR has_function_privilege('public', p.oid, 'EXECUTE'))`),
    ).toEqual([]);
  });
});
