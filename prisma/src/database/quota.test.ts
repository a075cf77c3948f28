import { randomUUID } from 'node:crypto';
import { quotaLimit } from '@congvu/schema/classification';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { attemptWrite } from '../../../test/testkit/attempt-write.ts';
import { createTestDatabase, type TestDatabase } from '../../../test/testkit/database.ts';
import { actorOf, createSmallOrganisation, type SmallOrganisation } from '../../../test/testkit/small-organisation.ts';
import { openClassification, openRound } from '../../../test/testkit/year-records.ts';
import { type Transaction, translateDatabaseError } from './database.ts';

let test: TestDatabase;
let org: SmallOrganisation;
beforeAll(async () => {
  test = await createTestDatabase();
  org = await createSmallOrganisation(test.ownerPool);
});
afterAll(() => test.drop());

interface Agency {
  readonly id: string;
  readonly roundId: string;
  /** Rows of its people, all proposed OUTSTANDING or GOOD. */
  readonly rows: readonly string[];
}

/** An agency of its own below the province, headed by nobody, with `size` people; the director holds AUTHORITY over it. */
async function createAgency(size: number, columns: string, parameters = '', groups = 1): Promise<Agency> {
  const id = randomUUID();
  const label = `a${id.replaceAll('-', '')}`;
  const { ownerPool } = test;
  await ownerPool.query(
    `INSERT INTO unit (id, code, name, short_name, level, kind, path, parent_id, valid_from)
     VALUES ($1, $2, 'Sở thử', 'ST', 2, 'USING_AGENCY', $3, $4, '2025-07-01')`,
    [id, label, `t.${label}`, org.units.province],
  );
  await ownerPool.query(
    `INSERT INTO work_group (code, name, unit_id) SELECT $1 || g, 'Nhóm', $2::uuid FROM generate_series(1, $3) g`,
    [label, id, groups],
  );
  await ownerPool.query(
    `INSERT INTO role_grant (user_id, role, unit_id, valid_from, document) VALUES ($1, 'AUTHORITY', $2, '2026-01-01', '09/QĐ')`,
    [org.director.userId, id],
  );
  const roundId = await openRound(ownerPool, id, parameters);
  const { rows } = await ownerPool.query<{ id: string }>(
    `WITH person AS (
       INSERT INTO employee (code, name, search_key, sort_key) SELECT $2 || n, 'Người', 'nguoi', 'nguoi' FROM generate_series(1, $4) n
       RETURNING id, code)
     INSERT INTO classification (round_id, employee_id, agency_id, authority_id, unit_id, year, post, group_code, subject_type, rule_set,
       rule_set_version, months, worked_months, proposed_level, proposal)
     SELECT $1, p.id, $3, $3, $3, 2026, 'STAFF', $2 || (1 + row_number() OVER (ORDER BY p.code) % $5), 'CIVIL_SERVANT', 'R', 1,
       (SELECT jsonb_agg('{}'::jsonb) FROM generate_series(1, 12)), 12, 'GOOD', 'LEVEL' FROM person p
     RETURNING id`,
    [roundId, label, id, size, groups],
  );
  if (columns !== '') await ownerPool.query(`UPDATE classification SET ${columns} WHERE round_id = $1`, [roundId]);
  return { id, roundId, rows: rows.map((row) => row.id) };
}

const decision = (
  level: string,
  others = '',
) => `state = 'DECIDED', decided_level = '${level}', decision_number = '12/QĐ',
  decided_on = '2026-11-22', decided_by_id = congvu.actor_user(), decided_by_name = 'Đỗ Giám Đốc', decided_at = now()${others}`;

/** What comes of deciding rows in the director's name. */
const decide = (rows: readonly (string | undefined)[], level: string, others = '') =>
  attemptWrite(test.database, org.director, (tx) =>
    tx.$executeRawUnsafe(
      `UPDATE congvu.classification SET ${decision(level, others)} WHERE id = ANY ($1::uuid[])`,
      rows,
    ),
  );

describe('the limit', () => {
  it('is the one of @congvu/schema for every pool, basis, rate and choice', async () => {
    const { rows } = await test.ownerPool.query<{ line: string }>(
      `SELECT concat_ws(' ', n, b, r, m, quota_limit(n, b, r, m)) AS line
       FROM generate_series(0, 120) n, unnest(enum_range(NULL::quota_basis)) b, unnest('{20,25}'::int[]) r, unnest('{true,false}'::boolean[]) m`,
    );
    expect(rows.length).toBe(121 * 8);
    for (const { line } of rows) {
      const [pool, basis, rate, minOne, limit] = line.split(' ');
      const reading = {
        ratePercent: Number(rate),
        basis: basis as 'HTT_AND_ABOVE' | 'LITERAL_HTT_ONLY',
        minOne: minOne === 't',
      };
      expect(`${line}: ${quotaLimit(Number(pool), reading)}`).toBe(`${line}: ${limit}`);
    }
  });
});

describe('the quota', () => {
  it('lets the last within it pass and refuses the next, naming the group and the figures', async () => {
    const { rows, id } = await createAgency(12, '');
    expect(await decide(rows.slice(0, 2), 'OUTSTANDING')).toBe('done');
    const refused = await test.database
      .runAs(actorOf(org.director), () =>
        test.database.withActor((tx) =>
          tx.$executeRawUnsafe(
            `UPDATE congvu.classification SET ${decision('OUTSTANDING')} WHERE id = $1::uuid`,
            rows[2],
          ),
        ),
      )
      .catch((error: unknown) => translateDatabaseError(error));
    const group = `a${id.replaceAll('-', '')}1`;
    expect(refused).toEqual({ code: 'QUOTA_EXCEEDED', payload: { group, limit: 2, outstanding: 3 } });
    expect(await decide(rows.slice(2), 'GOOD')).toBe('done');
  });

  it('refuses a whole statement that decides one too many', async () => {
    const { rows } = await createAgency(12, '');
    expect(await decide(rows.slice(0, 3), 'OUTSTANDING')).toBe('QUOTA_EXCEEDED');
    expect(await decide(rows.slice(0, 2), 'OUTSTANDING')).toBe('done');
  });

  it('holds the agency’s limit where each group is within its own', async () => {
    // Q7 of domain.md 15.4 turned round: 6 + 6 give one each, but 11 of them give the agency one.
    const { rows } = await createAgency(
      12,
      `proposed_level = CASE WHEN group_code LIKE '%1' THEN 'GOOD' ELSE 'GOOD' END::congvu.level`,
      '',
      2,
    );
    const { rows: byGroup } = await test.ownerPool.query<{ ids: string[] }>(
      'SELECT array_agg(id) AS ids FROM classification WHERE id = ANY ($1) GROUP BY group_code ORDER BY group_code',
      [rows],
    );
    expect(byGroup.map(({ ids }) => ids.length)).toEqual([6, 6]);
    expect(await decide([byGroup[0]?.ids[0], byGroup[1]?.ids[0]], 'OUTSTANDING')).toBe('done');
    expect(await decide([byGroup[0]?.ids[1]], 'OUTSTANDING')).toBe('QUOTA_EXCEEDED');
  });

  it('takes a decision above it with an override document, which takes a place like any other', async () => {
    const { rows } = await createAgency(12, '');
    expect(await decide(rows.slice(0, 1), 'OUTSTANDING', `, override_document = '15/CV'`)).toBe('done');
    expect(await decide(rows.slice(1, 2), 'OUTSTANDING')).toBe('done');
    expect(await decide(rows.slice(2, 3), 'OUTSTANDING')).toBe('QUOTA_EXCEEDED');
    expect(await decide(rows.slice(2, 3), 'OUTSTANDING', `, override_document = '16/CV'`)).toBe('done');
  });

  it('refuses a decision that takes somebody out of the pool under those already outstanding, but for a document', async () => {
    const { rows } = await createAgency(12, '');
    expect(await decide(rows.slice(0, 2), 'OUTSTANDING')).toBe('done');
    expect(await decide(rows.slice(2, 3), 'COMPLETED')).toBe('QUOTA_EXCEEDED');
    expect(await decide(rows.slice(2, 3), 'COMPLETED', `, override_document = '17/CV'`)).toBe('done');
    // The limit is one now and stays one: nothing gets worse.
    expect(await decide(rows.slice(3, 4), 'NOT_COMPLETED')).toBe('done');
  });

  it('counts a tie left to the authority, not who is pending or not classified', async () => {
    const { rows } = await createAgency(12, '');
    const set = (ids: readonly (string | undefined)[], proposal: string) =>
      test.ownerPool.query(`UPDATE classification SET proposed_level = NULL, proposal = $2 WHERE id = ANY ($1)`, [
        ids,
        proposal,
      ]);
    await set(rows.slice(0, 2), 'AUTHORITY_DECIDES');
    expect(await decide(rows.slice(0, 2), 'OUTSTANDING')).toBe('done');
    const other = await createAgency(12, '');
    await test.ownerPool.query(
      `UPDATE classification SET proposed_level = NULL, proposal = 'NOT_CLASSIFIED' WHERE id = $1`,
      [other.rows[2]],
    );
    expect(await decide(other.rows.slice(0, 2), 'OUTSTANDING')).toBe('QUOTA_EXCEEDED');
  });

  it('leaves the agency’s head out unless the round counts him, and refuses parameters that those decided break', async () => {
    const { rows, roundId } = await createAgency(12, '');
    await test.ownerPool.query(`UPDATE classification SET post = 'HEAD' WHERE id = $1`, [rows[0]]);
    expect(await decide(rows.slice(1, 3), 'OUTSTANDING')).toBe('QUOTA_EXCEEDED');
    await test.ownerPool.query('UPDATE classification_round SET quota_include_head = true WHERE id = $1', [roundId]);
    expect(await decide(rows.slice(1, 3), 'OUTSTANDING')).toBe('done');
    await expect(
      test.ownerPool.query('UPDATE classification_round SET quota_include_head = false WHERE id = $1', [roundId]),
    ).rejects.toMatchObject({ code: 'CV020' });
    await test.ownerPool.query(
      `UPDATE classification_round SET rate_percent = 25, rate_document = '3/QĐ' WHERE id = $1`,
      [roundId],
    );
    await test.ownerPool.query('UPDATE classification_round SET quota_include_head = false WHERE id = $1', [roundId]);
  });

  it('is held when a replacement takes the place of what was decided', async () => {
    const { rows, roundId } = await createAgency(12, '');
    expect(await decide(rows.slice(0, 2), 'OUTSTANDING')).toBe('done');
    expect(await decide(rows.slice(2), 'GOOD')).toBe('done');
    const replace = (id: string | undefined, level: string) => (tx: Transaction) => replaceBy(tx, id, level);
    expect(await attemptWrite(test.database, org.director, replace(rows[2], 'OUTSTANDING'))).toBe('QUOTA_EXCEEDED');
    expect(await attemptWrite(test.database, org.director, replace(rows[0], 'GOOD'))).toBe('done');
    expect(await attemptWrite(test.database, org.director, replace(rows[2], 'OUTSTANDING'))).toBe('done');
    const { rows: kept } = await test.ownerPool.query(
      'SELECT state, count(*)::int AS count FROM classification WHERE round_id = $1 GROUP BY state ORDER BY state',
      [roundId],
    );
    expect(kept).toEqual([
      { state: 'DECIDED', count: 12 },
      { state: 'SUPERSEDED', count: 2 },
    ]);
  });

  it('is not decided at repeatable read, where waiting would show nothing new', async () => {
    const { rows } = await createAgency(6, '');
    const client = await test.ownerPool.connect();
    await client.query('BEGIN ISOLATION LEVEL REPEATABLE READ');
    await expect(
      client.query(`UPDATE classification SET ${decision('OUTSTANDING')} WHERE id = $1`, [rows[0]]),
    ).rejects.toMatchObject({ code: '0A000' });
    await client.query('ROLLBACK');
    client.release();
  });
});

/** The next revision of a row, decided at once, and the old one superseded: as resolving a petition does. */
async function replaceBy(tx: Transaction, id: string | undefined, level: string): Promise<void> {
  await tx.$executeRaw`UPDATE congvu.classification SET state = 'SUPERSEDED', current = false WHERE id = ${id}::uuid`;
  await tx.$executeRaw`INSERT INTO congvu.classification (round_id, employee_id, agency_id, authority_id, unit_id, year, revision, post,
      group_code, subject_type, rule_set, rule_set_version, months, worked_months, supersedes_id, state, decided_level, decision_number,
      decided_on, decided_by_id, decided_by_name, decided_at)
    SELECT round_id, employee_id, agency_id, authority_id, unit_id, year, revision + 1, post, group_code, subject_type, rule_set,
      rule_set_version, months, worked_months, id, 'DECIDED', ${level}::congvu.level, '20/QĐ', '2026-11-22', congvu.actor_user(), 'A', now()
    FROM congvu.classification WHERE id = ${id}::uuid`;
}

describe('twenty who decide at once', () => {
  it('break no quota of an agency of 500, and lose no place', { timeout: 60_000 }, async () => {
    const { rows, id, roundId } = await createAgency(500, `proposed_level = 'OUTSTANDING'`, '', 4);
    const clients = await Promise.all(
      Array.from({ length: 20 }, async () => {
        const client = new pg.Client({ connectionString: test.urls.apiUrl, options: '-c search_path=congvu,public' });
        await client.connect();
        await client.query('SELECT name_actor($1, NULL, NULL, NULL)', [org.director.userId]);
        return client;
      }),
    );
    const started = performance.now();
    const decideOne = async (client: pg.Client, row: string) => {
      const text = (level: string) => `UPDATE classification SET ${decision(level)} WHERE id = $1`;
      try {
        await client.query(text('OUTSTANDING'), [row]);
        return 'OUTSTANDING';
      } catch (error) {
        if ((error as { code?: string }).code !== 'CV020') throw error;
        await client.query(text('GOOD'), [row]);
        return 'GOOD';
      }
    };
    const outcomes: string[] = [];
    await Promise.all(
      clients.map(async (client, index) => {
        for (const row of rows.slice(index * 25, index * 25 + 25)) outcomes.push(await decideOne(client, row));
      }),
    );
    const milliseconds = Math.round(performance.now() - started);
    await Promise.all(clients.map((client) => client.end()));
    const limit = 4 * quotaLimit(125, { ratePercent: 20, basis: 'LITERAL_HTT_ONLY', minOne: false });
    expect(limit).toBe(80);
    expect(outcomes.filter((level) => level === 'OUTSTANDING').length).toBe(limit);
    const { rows: figures } = await test.ownerPool.query(
      'SELECT group_code IS NULL AS agency, count(*)::int AS members, (count(*) FILTER (WHERE outstanding))::int AS decided FROM quota_members($1, 2026) GROUP BY GROUPING SETS ((group_code), ()) ORDER BY 1, group_code',
      [id],
    );
    expect(figures).toEqual([
      ...Array.from({ length: 4 }, () => ({ agency: false, members: 125, decided: 20 })),
      { agency: true, members: 500, decided: 80 },
    ]);
    console.info(
      `500 people decided by 20 at once, one statement each: ${milliseconds} ms (round ${roundId.slice(0, 4)})`,
    );
  });
});

describe('batches decided at once', () => {
  it('of 20 people, four of them OUTSTANDING, fill the quota; those beyond it stay undecided', {
    timeout: 60_000,
  }, async () => {
    // Rows go round the groups: five of each in a batch, of whom one is to be OUTSTANDING; 20 places in each group of 125.
    const { rows, id } = await createAgency(500, `proposed_level = 'OUTSTANDING'`, '', 4);
    const batches = Array.from({ length: 25 }, (_, index) => rows.slice(index * 20, index * 20 + 20));
    const started = performance.now();
    const outcomes = await Promise.all(
      batches.map((batch) =>
        attemptWrite(test.database, org.director, (tx) =>
          tx.$executeRawUnsafe(
            `WITH given AS (
               SELECT c.id, row_number() OVER (PARTITION BY c.group_code ORDER BY c.id) = 1 AS best
               FROM congvu.classification c WHERE c.id = ANY ($1::uuid[]))
             UPDATE congvu.classification c SET ${decision('GOOD').replace("'GOOD'", "(CASE WHEN given.best THEN 'OUTSTANDING' ELSE 'GOOD' END)::congvu.level")}
             FROM given WHERE c.id = given.id`,
            batch,
          ),
        ),
      ),
    );
    const milliseconds = Math.round(performance.now() - started);
    expect(outcomes.filter((outcome) => outcome === 'done')).toHaveLength(20);
    expect(outcomes.filter((outcome) => outcome === 'QUOTA_EXCEEDED')).toHaveLength(5);
    const { rows: figures } = await test.ownerPool.query(
      `SELECT count(*) FILTER (WHERE decided)::int AS decided, count(*) FILTER (WHERE outstanding)::int AS outstanding FROM quota_members($1, 2026)`,
      [id],
    );
    expect(figures).toEqual([{ decided: 400, outstanding: 80 }]);
    console.info(`500 people in 25 batches at once: ${milliseconds} ms`);
  });
});

describe('figures of the quota', () => {
  it('tell counts of the whole agency to who scores in one office of it, and nothing to others', async () => {
    const { department, officeA } = org.units;
    const roundId = await openRound(test.ownerPool, department);
    for (const [person, columns] of [
      [org.headA, `proposed_level = 'OUTSTANDING', proposal = 'LEVEL', post = 'HEAD', unit_id = '${officeA}'`],
      [org.staffA, `proposed_level = 'GOOD', proposal = 'LEVEL'`],
      [org.staffB, `proposed_level = 'COMPLETED', proposal = 'LEVEL'`],
    ] as const)
      await openClassification(
        test.ownerPool,
        { roundId, agencyId: department, employeeId: person.employeeId, unitId: officeA },
        columns,
      );
    const ask = (person: typeof org.headA) =>
      test.database.runAs(actorOf(person), async () => {
        const { rows } = await test.database.pool.query('SELECT * FROM congvu.classification_quota($1, 2026)', [
          department,
        ]);
        return rows;
      });
    const all = [
      { group_code: 'CM', members: 3, pool: 2, maximum: 0, proposed: 1, decided: 0 },
      { group_code: null, members: 3, pool: 2, maximum: 0, proposed: 1, decided: 0 },
    ];
    expect(await ask(org.headA)).toEqual(all);
    expect(await ask(org.director)).toEqual(all);
    expect(await ask(org.staffA)).toEqual([]);
    expect(await ask(org.inspector)).toEqual([]);
  });
});
