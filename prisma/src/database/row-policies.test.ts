import pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createTestDatabase, type TestDatabase } from '../../../test/testkit/database.ts';
import {
  actorOf,
  createSmallOrganisation,
  type Person,
  type SmallOrganisation,
} from '../../../test/testkit/small-organisation.ts';
import { createYearRecords, openRound } from '../../../test/testkit/year-records.ts';

let test: TestDatabase;
let org: SmallOrganisation;
beforeAll(async () => {
  test = await createTestDatabase();
  org = await createSmallOrganisation(test.ownerPool);
  const roundId = await openRound(test.ownerPool, org.units.department);
  for (const person of [org.headA, org.staffA, org.staffB])
    await createYearRecords(test.ownerPool, org, roundId, person);
});
afterAll(() => test.drop());

/** Whose rows of a table the actor sees: the codes of the people, in order. */
async function peopleSeen(actor: Person, table: string): Promise<string> {
  const { owner, query } = ownersOf(table);
  return test.database.runAs(actorOf(actor), async () => {
    const seen = await test.database.pool.query<{ id: string }>(query);
    const { rows } = await test.ownerPool.query<{ code: string }>(
      `SELECT DISTINCT code FROM employee e LEFT JOIN user_account a ON a.employee_id = e.id WHERE ${owner} = ANY ($1) ORDER BY code`,
      [seen.rows.map((row) => row.id)],
    );
    return rows.map((row) => row.code).join(' ');
  });
}

function ownersOf(table: string): { owner: string; query: string } {
  const through: Record<string, string> = {
    employee: 'SELECT id FROM employee',
    objective_cause: 'SELECT employee_id AS id FROM objective_cause',
    task_document: 'SELECT t.employee_id AS id FROM task_document td JOIN task t ON t.id = td.task_id',
    document: 'SELECT h.employee_id AS id FROM document d JOIN document_handler h ON h.document_id = d.id',
    sheet_criterion: 'SELECT s.employee_id AS id FROM sheet_criterion c JOIN period_sheet s ON s.id = c.sheet_id',
    sheet_revision: 'SELECT s.employee_id AS id FROM sheet_revision r JOIN period_sheet s ON s.id = r.sheet_id',
    user_account: 'SELECT employee_id AS id FROM user_account',
    personal_token: 'SELECT user_id AS id FROM personal_token',
    idempotency_key: 'SELECT user_id AS id FROM idempotency_key',
    role_grant: 'SELECT user_id AS id FROM role_grant',
    classification_meeting:
      'SELECT c.employee_id AS id FROM classification_meeting m JOIN classification c ON c.meeting_id = m.id',
  };
  const ofUsers = ['personal_token', 'idempotency_key', 'role_grant'];
  return {
    owner: ofUsers.includes(table) ? 'a.id' : 'e.id',
    query: through[table] ?? `SELECT employee_id AS id FROM ${table}`,
  };
}

// Columns: the head of office A, a person of office A, a person of office B, the director, personnel, an inspector of A.
const cases: [
  table: string,
  headA: string,
  staffA: string,
  staffB: string,
  director: string,
  personnel: string,
  inspector: string,
][] = [
  ['employee', 'NVA TPA', 'NVA', 'NVB', 'GD NVA NVB TPA', 'GD NS NVA NVB TPA', 'NVA TPA TT'],
  ['assignment', 'NVA TPA', 'NVA', 'NVB', 'GD NVA NVB TPA', 'GD NVA NVB TPA', 'NVA TPA'],
  ['task', 'NVA TPA', 'NVA', 'NVB', 'NVA NVB TPA', 'NVA NVB TPA', 'NVA TPA'],
  ['task_event', 'NVA TPA', 'NVA', 'NVB', 'NVA NVB TPA', 'NVA NVB TPA', 'NVA TPA'],
  ['objective_cause', 'NVA TPA', 'NVA', 'NVB', 'NVA NVB TPA', 'NVA NVB TPA', 'NVA TPA'],
  ['task_document', 'NVA TPA', 'NVA', 'NVB', 'NVA NVB TPA', 'NVA NVB TPA', 'NVA TPA'],
  ['document', 'NVA TPA', 'NVA', 'NVB', 'NVA NVB TPA', 'NVA NVB TPA', 'NVA TPA'],
  ['document_handler', 'NVA TPA', 'NVA', 'NVB', 'NVA NVB TPA', 'NVA NVB TPA', 'NVA TPA'],
  ['period_sheet', 'NVA TPA', 'NVA', 'NVB', 'NVA NVB TPA', 'NVA NVB TPA', ''],
  ['sheet_criterion', 'NVA TPA', 'NVA', 'NVB', 'NVA NVB TPA', 'NVA NVB TPA', ''],
  ['sheet_revision', 'NVA TPA', 'NVA', 'NVB', 'NVA NVB TPA', 'NVA NVB TPA', ''],
  ['commendation', 'NVA TPA', 'NVA', 'NVB', 'NVA NVB TPA', 'NVA NVB TPA', ''],
  ['discipline_decision', 'TPA', 'NVA', 'NVB', 'NVA NVB TPA', 'NVA NVB TPA', ''],
  ['access_entry', 'TPA', 'NVA', 'NVB', '', 'NVA NVB TPA', 'NVA TPA'],
  ['user_account', 'TPA', 'NVA', 'NVB', 'GD', 'NS', 'TT'],
  ['personal_token', 'TPA', 'NVA', 'NVB', '', '', ''],
  ['idempotency_key', 'TPA', 'NVA', 'NVB', '', '', ''],
  ['role_grant', '', '', '', '', 'NS', 'TT'],
  // The year: absences are personnel's, levels also the scorer's, petitions the authority's and personnel's.
  ['absence', 'TPA', 'NVA', 'NVB', '', 'NVA NVB TPA', ''],
  ['charge', 'NVA TPA', 'NVA', 'NVB', 'NVA NVB TPA', 'NVA NVB TPA', 'NVA TPA'],
  ['violation', 'TPA', 'NVA', 'NVB', 'NVA NVB TPA', 'NVA NVB TPA', ''],
  ['period_result', 'NVA TPA', 'NVA', 'NVB', 'NVA NVB TPA', 'NVA NVB TPA', ''],
  ['job_item', 'TPA', 'NVA', 'NVB', '', 'NVA NVB TPA', ''],
  ['classification', 'NVA TPA', 'NVA', 'NVB', 'NVA NVB TPA', 'NVA NVB TPA', ''],
  ['classification_meeting', 'NVA TPA', 'NVA', 'NVB', 'NVA NVB TPA', 'NVA NVB TPA', ''],
  ['petition', 'TPA', 'NVA', 'NVB', 'NVA NVB TPA', 'NVA NVB TPA', ''],
];

describe.each(cases)('rows of %s', (table, ...expected) => {
  const actors = ['headA', 'staffA', 'staffB', 'director', 'personnel', 'inspector'] as const;
  it.each(actors.map((actor, index) => [actor, expected[index] ?? '']))('show %s only: %s', async (actor, seen) => {
    expect(await peopleSeen(org[actor], table)).toBe(seen);
  });

  it('show nothing where no actor is named', async () => {
    const { rows } = await bare(test.urls.apiUrl, `SELECT count(*)::int AS seen FROM ${table}`);
    expect(rows).toEqual([{ seen: 0 }]);
    const { rows: stored } = await test.ownerPool.query(`SELECT count(*)::int AS stored FROM ${table}`);
    expect(stored[0].stored).toBeGreaterThan(0);
  });
});

describe('a token', () => {
  it('narrows what its user sees of others to its scopes', async () => {
    const counts = (scopes: readonly string[]) =>
      test.database.runAs(actorOf(org.director, scopes), async () => [
        await test.database.prisma.task.count(),
        await test.database.prisma.periodSheet.count(),
      ]);
    expect(await counts(['TASK_READ'])).toEqual([3, 0]);
    expect(await counts(['SCORE_READ'])).toEqual([0, 3]);
    expect(await counts([])).toEqual([0, 0]);
  });

  it('gives nothing that its user does not hold', async () => {
    const seen = await test.database.runAs(actorOf(org.staffB, ['TASK_READ', 'DISCIPLINE_READ']), () =>
      test.database.prisma.disciplineDecision.count(),
    );
    expect(seen).toBe(1);
  });
});

describe('a grant', () => {
  it('ends after its last day, and when it is revoked', async () => {
    const tasksOf = (user: Person) => test.database.runAs(actorOf(user), () => test.database.prisma.task.count());
    expect(await tasksOf(org.inspector)).toBe(2);
    const end = (change: string) =>
      test.ownerPool.query(`UPDATE role_grant SET ${change} WHERE user_id = $1`, [org.inspector.userId]);
    // A new scope each time: connections that named this very actor keep him for some seconds.
    const seenWith = (scope: string) =>
      test.database.runAs(actorOf(org.inspector, ['TASK_READ', scope]), () => test.database.prisma.task.count());
    await end('valid_to = congvu.today()');
    expect(await seenWith('today')).toBe(2);
    await end('valid_to = congvu.today() - 1');
    expect(await seenWith('yesterday')).toBe(0);
    await end('valid_to = NULL, revoked_at = now()');
    expect(await seenWith('revoked')).toBe(0);
    await end('revoked_at = NULL');
  });
});

describe('a role by itself', () => {
  const readable = async (role: string) =>
    (
      await test.ownerPool.query<{ name: string }>(
        `SELECT table_name AS name FROM information_schema.table_privileges
         WHERE table_schema = 'congvu' AND grantee = $1 AND privilege_type = 'SELECT' ORDER BY 1`,
        [role],
      )
    ).rows.map((row) => row.name);

  it('congvu_api sees not one row of any table but the office while nobody is named', async () => {
    const seen: string[] = [];
    const tables = await readable('congvu_api');
    expect(tables.length).toBeGreaterThan(40);
    for (const table of tables) {
      const { rows } = await bare(test.urls.apiUrl, `SELECT count(*)::int AS count FROM ${table}`);
      if (rows[0].count > 0) seen.push(table);
    }
    expect(seen).toEqual([]);
    await test.ownerPool.query(`INSERT INTO office (name) VALUES ('Tỉnh An Bình')`);
    expect((await bare(test.urls.apiUrl, 'SELECT name FROM office')).rows).toEqual([{ name: 'Tỉnh An Bình' }]);
  });

  it('congvu_api finds nobody by the functions that pass the policies while nobody is named', async () => {
    for (const call of [
      `search_employees('hoa', 10)`,
      `identify('{NVA,NVB}', '{"",""}', '2026-11-22')`,
      `count_levels('${org.units.officeA}', '2026-11', NULL)`,
      `year_people('${org.units.department}', 2026)`,
      `year_results('${org.units.department}', 2026)`,
      `published_levels('${org.units.department}', 2026)`,
      `who_is_entitled('${org.units.officeA}', '2026-11-22')`,
      `delegations_of('${org.units.officeA}', NULL)`,
      `absences_of('${org.units.officeA}', '2026-01-01', '2026-12-31')`,
      `month_sheets('{${org.staffA.employeeId}}', '2026-11')`,
      `classification_quota('${org.units.department}', 2026)`,
      `month_quota('${org.units.officeA}', '2026-11')`,
      'audit_state()',
    ]) {
      expect((await bare(test.urls.apiUrl, `SELECT * FROM ${call}`)).rows).toEqual([]);
    }
    expect((await bare(test.urls.apiUrl, `SELECT account_of('${org.staffA.employeeId}') AS user`)).rows).toEqual([
      { user: null },
    ]);
    await expect(
      bare(test.urls.apiUrl, `SELECT * FROM append_audit('x', 'Task', '1', NULL, '{}', NULL)`),
    ).rejects.toMatchObject({ code: 'CV001' });
    for (const call of [`find_credential('nva')`, `held_roles('${org.headA.userId}', today())`]) {
      await expect(bare(test.urls.apiUrl, `SELECT * FROM ${call}`)).rejects.toMatchObject({ code: '42501' });
    }
  });

  it('congvu_identity reads its own state and finds a hash by name, and no person', async () => {
    expect(await readable('congvu_identity')).toEqual(['oidc_key', 'oidc_record']);
    expect((await bare(test.urls.identityUrl, `SELECT * FROM find_credential('nva')`)).rows).toEqual([
      { subject: 'nva', display_name: 'Nguyễn Thị Hòa', password_hash: 'scrypt$none' },
    ]);
    expect((await bare(test.urls.identityUrl, `SELECT * FROM find_credential('ai-do')`)).rows).toEqual([]);
    for (const sql of [
      'SELECT 1 FROM credential',
      'SELECT 1 FROM user_account',
      `SELECT name_actor('${org.headA.userId}', NULL, NULL, NULL)`,
    ]) {
      await expect(bare(test.urls.identityUrl, sql)).rejects.toMatchObject({ code: '42501' });
    }
  });
});

/** A role past the pool: a connection on which nobody was named. */
async function bare(url: string, text: string) {
  const client = new pg.Client({ connectionString: url, options: '-c search_path=congvu,public' });
  await client.connect();
  try {
    return await client.query(text);
  } finally {
    await client.end();
  }
}
