import { ROLE_PERMISSIONS, type Role } from '@congvu/schema/permission';
import { afterAll, afterEach, beforeAll, describe, expect, test, vi } from 'vitest';
import { seededToday } from '../../test/testkit/database.ts';
import { schema } from './schema.ts';
import type * as SqlModule from './sql/sql.ts';
import { type ApiOffice, newKey, openApiOffice } from './testing/api-office.ts';
import { everyRelation } from './testing/every-relation.ts';
import { fillRegisters, REGISTERS } from './testing/register-reach.ts';

/**
 * The real resolvers and stores, asked for every list and relation of the schema without a filter argument, once as they
 * are and once with the stores' own conditions taken away. What comes back from the database is looked at row by row, not
 * only what is answered: the row policies alone must hold, whatever a query forgets.
 */
const filters = vi.hoisted(() => ({ removed: false }));

vi.mock('./sql/sql.ts', async (importOriginal) => {
  const original = await importOriginal<typeof SqlModule>();
  // A comparison with a value of the request is true for every row; pages are longer than anybody may ask.
  const COMPARISON =
    /[\w.]+ <@ \(select root\.path from congvu\.unit root where root\.code = \$\d+\)|[\w.]+ = (?:any\(\$\d+::[\w.]+\[\]\)|\$\d+(?:::[\w.]+)?)/g;
  return {
    ...original,
    all: (conditions: Parameters<typeof original.all>[0]) =>
      filters.removed ? original.raw('true') : original.all(conditions),
    toStatement: (piece: Parameters<typeof original.toStatement>[0]) => {
      const { text, values } = original.toStatement(piece);
      if (!filters.removed) return { text, values };
      return { text: text.replace(COMPARISON, '(true or $&)').replace(/limit (?!1\b)\d+/g, 'limit 101'), values };
    },
  };
});

interface Asker {
  readonly name: string;
  readonly userName: string;
  readonly role: Role;
  /** Units of the role; one's own record is one's own beside it. */
  readonly units: readonly string[];
  readonly tokenScopes?: readonly string[];
}

let office: ApiOffice;
/** Moves on with each asker, so that asking for every relation twice is not too much for one minute. */
let minutes = 0;
let titleRound = '';
const heads: { HEAD?: string; STAFF?: string } = {};

beforeAll(async () => {
  office = await openApiOffice(() => new Date(Date.parse(`${seededToday}T08:00:00+07:00`) + minutes * 60_000));
  await openYears();
  await rememberHandlers();
  titleRound = await fillRegisters(office.ownerPool, 'chuyenvien');
  const { rows } = await office.ownerPool.query<{ user_name: string; post: 'HEAD' | 'STAFF' }>(
    `select distinct on (a.post) u.user_name, a.post from congvu.user_account u
     join congvu.assignment a on a.employee_id = u.employee_id join congvu.unit n on n.id = a.unit_id
     where n.code = 'H99.02.01' and a.valid_to is null and a.post in ('HEAD', 'STAFF') order by a.post, u.user_name`,
  );
  for (const { post, user_name } of rows) heads[post] = user_name;
  await office.ownerPool.query(
    `insert into congvu.role_grant (id, user_id, role, unit_id, valid_from, document)
     select gen_random_uuid(), u.id, 'HR', n.id, '2026-01-01', '12/QĐ' from congvu.user_account u, congvu.unit n
     where u.user_name = $1 and n.code = 'H99.03'`,
    [heads.STAFF],
  );
});
afterAll(() => office?.close());

/** Every account has somebody of another sở in mind for one handler of a page. */
async function rememberHandlers(): Promise<void> {
  await office.ownerPool.query(
    `insert into congvu.handler_choice (user_id, host, handler, employee_id, chosen_at)
     select u.id, 'localhost:4100', u.user_name, (
       select a.employee_id from congvu.assignment a join congvu.unit n on n.id = a.unit_id
       where n.code like 'H99.04%' order by a.employee_id limit 1), now() from congvu.user_account u`,
  );
}

/** A closed month and an open year of everybody, as closing and opening leave them. */
async function openYears(): Promise<void> {
  await office.ownerPool.query(
    `insert into congvu.period_result (id, employee_id, period, unit_id, role, rule_set, rule_set_version, score_state, worked_days)
     select gen_random_uuid(), a.employee_id, '2026-10', a.unit_id, a.role, a.rule_set, 1, 'INSUFFICIENT_DATA', 22
     from congvu.assignment a where a.valid_to is null`,
  );
  await office.ownerPool.query(
    `insert into congvu.classification_round (id, agency_id, year, due_on, opened_by_name)
     select gen_random_uuid(), id, 2026, '2026-12-14', 'Tổ chức cán bộ' from congvu.unit where kind = 'USING_AGENCY'`,
  );
  await office.ownerPool.query(
    `insert into congvu.classification (id, round_id, employee_id, agency_id, authority_id, unit_id, year, post, group_code,
       subject_type, rule_set, rule_set_version, months, worked_months)
     select gen_random_uuid(), r.id, a.employee_id, r.agency_id, r.agency_id, a.unit_id, 2026, a.post, a.group_code,
       a.subject_type, a.rule_set, 1, (select jsonb_agg(jsonb_build_object('period', '2026-' || lpad(m::text, 2, '0'), 'total', null, 'display', null, 'resultId', null, 'ruleSet', null, 'note', 'NOT_CLOSED')) from generate_series(1, 12) m), 12
     from congvu.assignment a join congvu.classification_round r on r.agency_id = congvu.agency_of(a.unit_id)
     where a.valid_to is null`,
  );
}

afterEach(() => {
  filters.removed = false;
  vi.restoreAllMocks();
});

const ASKERS: readonly (() => Asker)[] = [
  () => ({ name: 'an employee', userName: 'chuyenvien', role: 'EMPLOYEE', units: [] }),
  () => ({ name: 'the manager of another phòng', userName: heads.HEAD ?? '', role: 'MANAGER', units: ['H99.02.01'] }),
  () => ({ name: 'an inspector', userName: 'thanhtra', role: 'INSPECTOR', units: ['H99'] }),
  () => ({ name: 'personnel of a subtree', userName: heads.STAFF ?? '', role: 'HR', units: ['H99.03'] }),
  () => ({
    name: 'a token narrowed to one scope',
    userName: 'nhansu',
    role: 'HR',
    units: ['H99'],
    tokenScopes: ['EMPLOYEE_READ'],
  }),
];

/** Tables of persons: the permission by which one reads them of others. */
const TABLES = {
  Employee: ['employee', 'EMPLOYEE_READ'],
  Task: ['task', 'TASK_READ'],
  TaskEvent: ['task_event', 'TASK_READ'],
  ObjectiveCause: ['objective_cause', 'TASK_READ'],
  PeriodSheet: ['period_sheet', 'SCORE_READ'],
  PeriodResult: ['period_result', 'SCORE_READ'],
  Classification: ['classification', 'CLASSIFICATION_READ'],
} as const;

/** Identifiers of all rows that are not the asker's own and not his to read, worked out past the row policies. */
async function foreignRows(asker: Asker): Promise<ReadonlyMap<string, string>> {
  const foreign = new Map<string, string>();
  for (const [type, [table, permission]] of Object.entries(TABLES)) {
    const held = ROLE_PERMISSIONS[asker.role].some((each) => each === permission);
    const units = held && (asker.tokenScopes?.includes(permission) ?? true) ? asker.units : [];
    const person = table === 'employee' ? 't.id' : 't.employee_id';
    const place =
      table === 'employee'
        ? 'select a.unit_id from congvu.assignment a where a.employee_id = t.id'
        : table === 'task_event'
          ? 'select task.unit_id from congvu.task where task.id = t.task_id'
          : table === 'objective_cause'
            ? 'select task.unit_id from congvu.task_event e join congvu.task on task.id = e.task_id where e.id = t.event_id'
            : 'select t.unit_id';
    const { rows } = await office.ownerPool.query<{ id: string }>(
      `select t.id from congvu.${table} t
       where ${person} is distinct from (select employee_id from congvu.user_account where user_name = $1)
         and not exists (select from congvu.unit u join congvu.unit root on u.path <@ root.path
                         where root.code = any($2) and u.id in (${place}))`,
      [asker.userName, units],
    );
    for (const { id } of rows) foreign.set(id, type);
  }
  for (const [id, type] of await foreignRegisters(asker)) foreign.set(id, type);
  return foreign;
}

/** The same of the registers, whose rules ask more than one's units. */
async function foreignRegisters(asker: Asker): Promise<readonly (readonly [id: string, type: string])[]> {
  const me = `(select employee_id from congvu.user_account where user_name = '${asker.userName}')`;
  const { rows: own } = await office.ownerPool.query<{ home: string; agency: string }>(
    `select h.code as home, n.code as agency from congvu.assignment a join congvu.unit h on h.id = a.unit_id
     join congvu.unit n on n.id = congvu.agency_of(a.unit_id) where a.employee_id = ${me} and a.valid_to is null`,
  );
  const over = (permission: string, place: string) => {
    const held = ROLE_PERMISSIONS[asker.role].some((each) => each === permission);
    const units = held && (asker.tokenScopes?.includes(permission) ?? true) ? asker.units : [];
    return `exists (select from congvu.unit u join congvu.unit root on u.path <@ root.path
      where root.code = any('{${units.join(',')}}'::text[]) and u.id in (${place}))`;
  };
  const reader = { me, home: own[0]?.home ?? '', agency: own[0]?.agency ?? '', over };
  const foreign: (readonly [string, string])[] = [];
  for (const [type, { table, mayRead }] of Object.entries(REGISTERS)) {
    const { rows } = await office.ownerPool.query<{ id: string }>(
      `select t.id from congvu.${table} t where not coalesce(${mayRead(reader)}, false)`,
    );
    // Each asker has something in each register that is not for him, or this proves nothing; the inspector of all has
    // hidden visits, drafts and denunciations about no more than his own agency.
    foreign.push(...rows.map(({ id }) => [id, type] as const));
  }
  return foreign;
}

async function askAs({ userName, tokenScopes }: Asker) {
  const session = office.as(userName);
  const headers = { 'x-purpose': 'INSPECTION' };
  if (tokenScopes === undefined) return (query: string) => session(query, {}, headers);
  const { data } = await session(
    `mutation M($input: CreatePersonalTokenInput!) { createPersonalToken(input: $input) {
      ... on CreatedPersonalToken { secret } } }`,
    { input: { idempotencyKey: newKey(), name: 'Hẹp', scopes: tokenScopes, expiresOn: '2026-12-31' } },
  );
  const narrowed = office.withBearer(`Bearer ${data.createPersonalToken.secret}`);
  return (query: string) => narrowed(query, {}, headers);
}

/** Every row that any statement brought from now on. */
function watchRows(): unknown[] {
  const seen: unknown[] = [];
  const { pool } = office.database;
  const query = pool.query.bind(pool);
  vi.spyOn(pool, 'query').mockImplementation((async (...args: Parameters<typeof query>) => {
    const answer = await query(...args);
    for (const row of answer.rows) seen.push(row);
    return answer;
  }) as typeof pool.query);
  return seen;
}

/** Rows each asker's operations brought with the conditions in place. */
const read: Record<string, number> = {};

const UUID = /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/g;

describe.each([false, true])('with the stores’ conditions removed: %s,', (removed) => {
  test.each(ASKERS.map((asker, index) => [asker().name, index] as const))(
    '%s meets nothing foreign',
    async (_n, index) => {
      const asker = ASKERS[index]?.();
      if (asker === undefined) throw new Error('There is such an asker.');
      const foreign = await foreignRows(asker);
      expect(foreign.size).toBeGreaterThan(0);
      const { rows: own } = await office.ownerPool.query<{ code: string; unit: string; url: string }>(
        `select e.code, n.code as unit from congvu.user_account u join congvu.employee e on e.id = u.employee_id
       join congvu.assignment a on a.employee_id = e.id join congvu.unit n on n.id = a.unit_id where u.user_name = $1`,
        [asker.userName],
      );
      const me = own[0] ?? { code: 'AB0001', unit: 'H99' };
      const relations = everyRelation(schema, {
        'Query.employee': `code: "${me.code}"`,
        'Query.unit': `code: "${me.unit}"`,
        'Query.identify': `keys: ["${me.code}", "Nguyễn Thị Hương", "AB0001", "AB0900"]`,
        'Query.documentTasks': 'documents: [{ host: "localhost", number: "1/QĐ" }]',
        'Query.handlerChoices': 'host: "localhost:4100"',
        'Query.siteAdapter': 'name: "vnpt-ioffice"',
        'SiteAdapter.version': 'version: 1',
        'Query.ranking': `unit: "${me.unit}", period: "2026-10", group: "${me.unit.slice(0, 6)}.CM"`,
        'Query.comparableGroups': `unit: "${me.unit}", period: "2026-10"`,
        'Query.shortlist': `unit: "${me.unit}", post: HEAD, first: 4`,
        'Query.appointmentConditions': `unit: "${me.unit}", post: HEAD`,
        'Query.comparison': `employees: ["${me.code}", "AB0002"], period: "2026-10", byLevel: true`,
        'Query.unitComparison': `unit: "${me.unit}", period: "2026-10"`,
        'Query.commendationStanding': `unit: "${me.unit}", year: 2026`,
        'Query.signs': `unit: "${me.unit}", period: "2026-10", first: 4`,
        'Query.scorePreview': `input: { employee: "${me.code}", period: "2026-11", criteria: [] }`,
        'Query.taskPreview': `input: { employee: "${me.code}", product: "DC.02", quantity: "1", deadline: "2026-11-28" }`,
        'Query.quota': `unit: "${me.unit}", period: "2026", employee: "${me.code}"`,
        'Query.publishedLevels': `unit: "${me.unit}", year: 2026, first: 4`,
        'Query.job': `id: "${Buffer.from('Job:00000000-0000-4000-8000-000000000000').toString('base64')}"`,
        'Query.simulate': `input: { unit: "${me.unit}", period: "2026-10" }`,
        'Query.commendationHolds': `round: "${Buffer.from(`CommendationRound:${titleRound}`).toString('base64')}", first: 4`,
        'Query.candidates': `unit: "H99.03", year: 2026, title: "LDTT", first: 4`,
        'Query.collectiveCandidates': `unit: "H99.03", year: 2026, title: "TTLDTT"`,
        'Query.importColumns': 'register: DISCIPLINE',
        'Query.inspectionCoverage': 'unit: "H99", year: 2026',
        'Query.proposeRotation': 'unit: "H99", from: 2027, years: 1, sharePercent: 30',
        'Query.periodicReport': `unit: "${me.unit}", from: "2026-01-01", to: "2026-12-31"`,
        'Query.reportRows': `unit: "${me.unit}", from: "2026-01-01", to: "2026-12-31", figure: "findings", first: 4`,
        'Employee.periodSheet': 'period: "2026-10"',
        'Employee.periodResult': 'period: "2026-10"',
        'Employee.classification': 'year: 2026',
        'Unit.classificationRound': 'year: 2026',
        'Unit.unitResult': 'year: 2026',
      });
      minutes += 1;
      const ask = await askAs(asker);
      filters.removed = removed;
      let rows = 0;
      for (const { relation, query } of relations) {
        const seen = watchRows();
        const { data, errors } = await ask(query);
        vi.restoreAllMocks();
        rows += seen.length;
        for (const error of errors)
          expect(['FORBIDDEN', 'NOT_FOUND'], `${relation}: ${error.message}`).toContain(error.extensions.code);
        for (const part of [seen, data]) {
          const met = [...new Set(JSON.stringify(part).match(UUID))].flatMap((id) => foreign.get(id) ?? []);
          expect([relation, met]).toEqual([relation, []]);
          // Who sent what a citizen said stands in no list and no row that a list brought.
          expect([relation, JSON.stringify(part).includes('Người gửi')]).toEqual([relation, false]);
        }
      }
      // Without this the rewriting of statements could have come to nothing unseen.
      read[asker.name] ??= rows;
      if (removed) expect(rows).toBeGreaterThan(1.5 * (read[asker.name] ?? 0));
    },
    300_000,
  );
});
