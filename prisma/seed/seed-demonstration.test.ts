import { scryptSync } from 'node:crypto';
import { type LocalDate, toLocalDate } from '@congvu/schema/primitives/local-date';
import { compare, rational } from '@congvu/schema/primitives/rational';
import { getRuleSet } from '@congvu/schema/rulesets';
import { decodeExplanation, type ScoreItem, scorePeriod } from '@congvu/schema/scoring';
import { afterAll, beforeAll, expect, test } from 'vitest';
import {
  createSeededDatabase,
  createTestDatabase,
  seededToday,
  type TestDatabase,
} from '../../test/testkit/database.ts';
import { demonstrationAccounts } from './accounts.ts';
import { demonstrationPeople } from './people.ts';
import { seedDemonstration } from './seed-demonstration.ts';

/** A Saturday on which the month before has no settled sheet yet. */
const newYear = '2027-01-02' as LocalDate;

let seeded: TestDatabase;
beforeAll(async () => {
  seeded = await createSeededDatabase();
}, 120_000);
afterAll(() => seeded?.drop());

async function rows<Row>(text: string, values: unknown[] = []): Promise<readonly Row[]> {
  return (await seeded.ownerPool.query(text, values)).rows as readonly Row[];
}

async function count(text: string): Promise<number> {
  const [row] = await rows<{ count: string }>(`select count(*) from ${text}`);
  return Number(row?.count);
}

test('holds about 1,200 people in 34 units on three levels and twelve months of about twenty tasks each', async () => {
  expect(await count('unit')).toBe(34);
  expect(await count('(select distinct level from unit) levels')).toBe(3);
  expect(await count('employee')).toBe(1200);
  expect(await count('(select distinct period from task) periods')).toBe(12);
  expect(await count('task')).toBeGreaterThan(270_000);
});

test('scores no month before the decree took effect, and provisionally whoever has scored himself in the current one', async () => {
  const periods = await rows<{ period: string; scored: boolean }>(
    `select period, bool_or(score_state = 'SCORED') as scored from period_sheet group by period order by period`,
  );
  expect(periods[0]).toEqual({ period: '2026-01', scored: true });
  expect(await count(`period_sheet where period = '2026-11' and state not in ('ASSIGNED', 'SELF_SCORED')`)).toBe(0);
  expect(await count(`period_sheet where period = '2026-11' and (state = 'SELF_SCORED') <> (level is not null)`)).toBe(
    0,
  );
  expect(await count(`period_sheet where period = '2026-11' and state = 'SELF_SCORED'`)).toBeGreaterThan(400);
  expect(await count(`period_sheet where period < '2026-11' and level is null`)).toBe(0);
});

test('shows people at every level', async () => {
  const levels = await rows<{ level: string }>('select distinct level::text from period_sheet where level is not null');
  expect(levels.map((row) => row.level).sort()).toEqual(['COMPLETED', 'GOOD', 'NOT_COMPLETED', 'OUTSTANDING']);
});

interface StoredSheet {
  readonly id: string;
  readonly role: 'STAFF' | 'LEADER';
  readonly general: string;
  readonly unit_result: 50 | 100;
  readonly organising: 50 | 100;
  readonly cohesion: 50 | 100;
  readonly total_numerator: string;
  readonly total_denominator: string;
  readonly display: string;
  readonly explanation: unknown;
  readonly task_ids: readonly string[];
}

interface StoredTask {
  readonly id: string;
  readonly units_numerator: string;
  readonly units_denominator: string;
  readonly origin: ScoreItem['origin'];
  readonly outcome: ScoreItem['outcome'];
  readonly errors: number;
  readonly delays: number;
}

test('stores scores that the rule set gives again from the stored tasks and criteria, line by line', async () => {
  const ruleSet = getRuleSet('ND335-2025/CIVIL_SERVANT');
  const sheets = await rows<StoredSheet>(
    `select s.*, coalesce(s.general, s.self_general) as general, s.task_ids::text[] as task_ids from period_sheet s
      where total_numerator is not null and hashtext(id::text) % (case role when 'LEADER' then 4 else 60 end) = 0 order by id`,
  );
  const tasks = await rows<StoredTask>(
    `select id, units_numerator, units_denominator, origin, outcome, errors, delays from task
      where id = any ($1::uuid[])`,
    [sheets.flatMap((sheet) => sheet.task_ids)],
  );
  const byId = new Map(tasks.map((task) => [task.id, task]));
  expect(sheets.length).toBeGreaterThan(300);
  for (const sheet of sheets) {
    const items = sheet.task_ids.map((id) => toItem(byId.get(id)));
    const shared = { general: rational(Math.round(Number(sheet.general) * 4), 4), items };
    const { unit_result: unitResult, organising, cohesion } = sheet;
    const score = scorePeriod(
      ruleSet,
      sheet.role === 'STAFF'
        ? { role: 'STAFF', ...shared }
        : { role: 'LEADER', ...shared, unitResult, organising, cohesion },
    );
    if (score.state !== 'SCORED') throw new Error(`sheet ${sheet.id} has no score`);
    const stored = rational(BigInt(sheet.total_numerator), BigInt(sheet.total_denominator));
    expect(compare(score.total, stored)).toBe(0);
    expect(sheet.display).toBe(score.display);
    expect(decodeExplanation(ruleSet, sheet.explanation)).toMatchObject({ ok: true, value: score.explanation });
  }
});

function toItem(task: StoredTask | undefined): ScoreItem {
  if (task === undefined) throw new Error('a sheet rests on a task that is not there');
  const { origin, outcome, errors, delays } = task;
  return {
    units: rational(BigInt(task.units_numerator), BigInt(task.units_denominator)),
    origin,
    outcome,
    errors,
    delays,
  };
}

test('keeps counted errors and delays equal to the events that no confirmed cause exempts', async () => {
  const wrong = `task t left join (
    select task_id, count(*) filter (where kind = 'MAJOR_ERROR') as errors, count(*) filter (where kind = 'DELAY') as delays
      from task_event where not exempt and undone_at is null group by task_id) e on e.task_id = t.id
    where (t.errors, t.delays) <> (coalesce(e.errors, 0), coalesce(e.delays, 0))`;
  expect(await count(wrong)).toBe(0);
  expect(
    await count(`task_event e left join objective_cause c on c.event_id = e.id
    where e.exempt <> (coalesce(c.state::text, '') = 'CONFIRMED')`),
  ).toBe(0);
  expect(await count(`objective_cause where state = 'CONFIRMED'`)).toBeGreaterThan(0);
});

test('counts as planned exactly what was assigned before the plan was fixed', async () => {
  const wrong = `task t join period_plan p on p.unit_id = t.unit_id and p.period = t.period
    where t.origin <> 'TAKEN_OVER' and (t.origin = 'PLANNED') <> (t.assigned_at < p.fixed_at)`;
  expect(await count(wrong)).toBe(0);
  expect(await count(`task where assigned_at > timestamptz '${seededToday} 23:59+07'`)).toBe(0);
  expect(await count(`task where accepted_on > date '${seededToday}'`)).toBe(0);
});

test('sets a leader back to 50 exactly where somebody of his unit is below 50', async () => {
  const wrong = `period_sheet s join assignment a on a.employee_id = s.employee_id
    where s.unit_result is not null and a.post = 'HEAD' and (s.unit_result = 50) <> exists (
      select 1 from period_sheet below join unit u on u.id = below.unit_id join unit own on own.id = s.unit_id
       where u.path <@ own.path and below.period = s.period and below.id <> s.id and below.level = 'NOT_COMPLETED')`;
  expect(await count(wrong)).toBe(0);
  expect(await count('period_sheet where unit_result = 50')).toBeGreaterThan(0);
});

test('has one decision in force, related to duty, in the phòng of the manager', async () => {
  const found = await rows<{ code: string; related_to_duty: boolean }>(
    `select e.code, d.related_to_duty from discipline_decision d join employee e on e.id = d.employee_id
      where $1::date between effective_from and effective_to`,
    [seededToday],
  );
  expect(found).toEqual([{ code: demonstrationPeople[6]?.code, related_to_duty: true }]);
});

test('has two people of one name in one unit', () => {
  const names = demonstrationPeople.filter((person) => person.unitCode === 'H99.01.01').map((person) => person.name);
  expect(names.filter((name) => name === 'Nguyễn Thị Hương')).toHaveLength(2);
});

test.each(demonstrationAccounts)('lets $userName in with the password that start prints', async (account) => {
  const [credential] = await rows<{ hash: string }>('select hash from credential where user_name = $1', [
    account.userName,
  ]);
  const [scheme, N, r, p, salt = '', hash = ''] = credential?.hash.split('$') ?? [];
  const expected = Buffer.from(hash, 'base64url');
  const options = { N: Number(N), r: Number(r), p: Number(p) };
  expect(scheme).toBe('scrypt');
  expect(scryptSync(account.password, Buffer.from(salt, 'base64url'), expected.length, options)).toEqual(expected);
});

test('puts back every index, foreign key and forced policy that the loading set aside', async () => {
  const plain = await createTestDatabase();
  const shape = `select string_agg(line, E'\\n' order by line) as shape from (
      select pg_get_indexdef(indexrelid) from pg_index where indrelid::regclass::text !~ '^pg_'
      union all select conrelid::regclass || conname || pg_get_constraintdef(oid) from pg_constraint where conrelid <> 0
      union all select relname || relrowsecurity || relforcerowsecurity from pg_class where relkind = 'r'
    ) as lines (line)`;
  const [before] = (await plain.ownerPool.query(shape)).rows as { shape: string }[];
  await plain.drop();
  const [after] = await rows<{ shape: string }>(shape);
  expect(after?.shape.split('\n')).toEqual(before?.shape.split('\n'));
});

test('changes nothing where the database already belongs to an office', async () => {
  expect(await seedDemonstration(seeded.urls.ownerUrl, { today: seededToday })).toBeNull();
  expect(await count('office')).toBe(1);
});

test('writes nothing later than its day, also where a month has just begun', async () => {
  const fresh = await createTestDatabase();
  try {
    await seedDemonstration(fresh.urls.ownerUrl, { today: newYear });
    const later = await fresh.ownerPool.query(
      `select (select max(submitted_on) from task) as submitted, (select max(accepted_on) from task) as accepted,
              (select max(occurred_on) from task_event) as occurred, (select max(confirmed_at) from period_sheet) as confirmed,
              (select max(closed_at) from period_plan) as closed, (select max(decided_on) from commendation) as commended,
              (select max(decided_on) from discipline_decision) as disciplined, (select max(recognised_on) from initiative) as recognised,
              (select max(visited_on) from inspection_visit) as visited, (select max(issued_on) from finding) as issued,
              (select max(received_on) from feedback) as received, (select max(asked_on) from coordination_request) as asked,
              (select max(published_at) from classification) as published, (select max(closed_at) from classification_round) as kept`,
    );
    for (const instant of Object.values(later.rows[0] as Record<string, Date>)) {
      expect(toLocalDate(instant) <= newYear).toBe(true);
    }
  } finally {
    await fresh.drop();
  }
}, 120_000);
