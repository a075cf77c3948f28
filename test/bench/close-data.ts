import { randomUUID } from 'node:crypto';
import { rational, toText } from '@congvu/schema/primitives/rational';
import { getRuleSet } from '@congvu/schema/rulesets';
import { encodeExplanation, type ScoreItem, scorePeriod } from '@congvu/schema/scoring';
import type pg from 'pg';
import { loadInBulk } from '../../prisma/seed/load/bulk-load.ts';
import { copyRows, TableRows } from '../../prisma/seed/load/copy-rows.ts';

export const PERIOD = '2026-10';
const TASKS = 20;
/** People of one phòng: a head, a deputy, staff. */
const OFFICE_SIZE = 50;
const OFFICES_PER_DEPARTMENT = 20;
const ruleSet = getRuleSet('ND335-2025/CIVIL_SERVANT');

/** Whole and fractional coefficients of the example catalogue. */
const COEFFICIENTS = [
  [1, 1],
  [8, 5],
  [5, 1],
  [12, 1],
  [14, 1],
  [16, 1],
  [5, 2],
] as const;

export interface CloseOffice {
  readonly rootId: string;
  /** Somebody of personnel over everything. */
  readonly userId: string;
}

/**
 * A province of so many people with 20 tasks each in one month, every sheet confirmed with the score scorePeriod gives: the
 * month as it stands the evening before it is closed. Loaded by COPY, as owner, into an empty migrated database.
 */
export async function loadOffice(client: pg.Client, people: number): Promise<CloseOffice> {
  const { rootId, productId, userId } = await createFrame(client);
  const tables = createTables();
  const units = createUnits(tables, rootId, Math.ceil(people / OFFICE_SIZE));
  await client.query('begin');
  const names = [tables.employees, tables.assignments, tables.tasks, tables.sheets].map((each) => each.table);
  // COPY refuses a bound role; loadInBulk sets the others' policies aside, and empties what it loads.
  await client.query('alter table unit no force row level security');
  await copy(client, tables.units);
  await client.query('alter table unit force row level security');
  await loadInBulk(client, names, async () => {
    for (let person = 0; person < people; person += 1) {
      addPerson(tables, units[Math.floor(person / OFFICE_SIZE)] ?? rootId, productId, person);
      if (person % 2_000 === 1_999 || person === people - 1) {
        for (const table of [tables.employees, tables.assignments, tables.tasks, tables.sheets])
          await copy(client, table);
      }
    }
  });
  await client.query('commit');
  await client.query('vacuum (analyze)');
  return { rootId, userId };
}

function copy(client: pg.Client, rows: TableRows<string>): Promise<void> {
  return copyRows(client, rows, rows.takeChunks(), false);
}

async function createFrame(client: pg.Client) {
  const [rootId, productId, userId] = [randomUUID(), randomUUID(), randomUUID()];
  await client.query(
    `insert into unit (id, code, name, short_name, level, kind, path, valid_from)
     values ($1, 'T', 'Tỉnh', 'T', 1, 'MANAGING_AGENCY', 't', '2026-01-01')`,
    [rootId],
  );
  await client.query(`insert into work_group (code, name, unit_id) values ('CM', 'Chuyên môn', $1)`, [rootId]);
  await client.query(
    `with version as (
       insert into catalogue_version (code, name, decision_number, decided_on, valid_from, standard_points, certainty)
       values ('DM-1', 'Danh mục', '01/QĐ', '2026-01-01', '2026-01-01', 5, 'PRACTICE') returning id)
     insert into product (id, catalogue_id, code, name, search_key, complexity_group, points, coefficient_numerator,
       coefficient_denominator, certainty)
     select $1, id, 'DC.02', 'Công văn', 'cong van', 'N2', 25, 5, 1, 'PRACTICE' from version`,
    [productId],
  );
  await client.query(
    `insert into user_account (id, issuer, subject, user_name, display_name) values ($1, 'bench', 'ns', 'nhansu', 'Nhân sự')`,
    [userId],
  );
  await client.query(
    `insert into role_grant (user_id, role, unit_id, valid_from, document) values ($1, 'HR', $2, '2026-01-01', '02/QĐ')`,
    [userId, rootId],
  );
  return { rootId, productId, userId };
}

function createTables() {
  return {
    units: new TableRows('unit', [
      'id',
      'code',
      'name',
      'short_name',
      'level',
      'kind',
      'path',
      'parent_id',
      'valid_from',
    ]),
    employees: new TableRows('employee', ['id', 'code', 'name', 'search_key', 'sort_key', 'user_name']),
    assignments: new TableRows('assignment', [
      ...(['id', 'employee_id', 'unit_id', 'post', 'title', 'group_code', 'subject_type', 'role', 'rule_set'] as const),
      'valid_from',
    ]),
    tasks: new TableRows('task', [
      ...(['id', 'employee_id', 'unit_id', 'product_id', 'title', 'quantity', 'coefficient_numerator'] as const),
      ...([
        'coefficient_denominator',
        'units_numerator',
        'units_denominator',
        'quality_requirement',
        'deadline',
      ] as const),
      ...([
        'responsibility',
        'origin',
        'outcome',
        'period',
        'errors',
        'delays',
        'assigned_by_name',
        'assigned_at',
      ] as const),
    ]),
    sheets: new TableRows('period_sheet', [
      ...([
        'id',
        'employee_id',
        'unit_id',
        'period',
        'role',
        'rule_set',
        'rule_set_version',
        'state',
        'revision',
      ] as const),
      ...(['self_general', 'general', 'organising', 'cohesion', 'unit_result', 'score_state', 'provisional'] as const),
      ...(['total_numerator', 'total_denominator', 'result_numerator', 'result_denominator'] as const),
      ...([
        'quality_numerator',
        'quality_denominator',
        'delays',
        'level',
        'display',
        'explanation',
        'task_ids',
      ] as const),
      ...(['confirmed_by_name', 'confirmed_at'] as const),
    ]),
  };
}
type Tables = ReturnType<typeof createTables>;

function createUnits(tables: Tables, rootId: string, offices: number): readonly string[] {
  let department = { id: '', path: '' };
  return Array.from({ length: offices }, (_, office) => {
    const number = Math.floor(office / OFFICES_PER_DEPARTMENT);
    if (office % OFFICES_PER_DEPARTMENT === 0) {
      department = { id: randomUUID(), path: `t.s${number}` };
      addUnit(tables, department.id, `T.S${number}`, department.path, rootId, 2);
    }
    const id = randomUUID();
    addUnit(tables, id, `T.S${number}.P${office}`, `${department.path}.p${office}`, department.id, 3);
    return id;
  });
}

function addUnit(tables: Tables, id: string, code: string, path: string, parentId: string, level: number): void {
  tables.units.add({
    id,
    code,
    name: `Đơn vị ${code}`,
    short_name: code,
    level,
    kind: level === 2 ? 'USING_AGENCY' : 'DIRECT_UNIT',
    path,
    parent_id: parentId,
    valid_from: '2026-01-01',
  });
}

function addPerson(tables: Tables, unitId: string, productId: string, number: number): void {
  const id = randomUUID();
  const place = number % OFFICE_SIZE;
  const role = place < 2 ? 'LEADER' : 'STAFF';
  const code = `NV${String(number).padStart(6, '0')}`;
  tables.employees.add({
    id,
    code,
    name: `Người ${code}`,
    search_key: code,
    sort_key: code,
    user_name: code.toLowerCase(),
  });
  tables.assignments.add({
    id: randomUUID(),
    employee_id: id,
    unit_id: unitId,
    post: place === 0 ? 'HEAD' : place === 1 ? 'DEPUTY' : 'STAFF',
    title: 'Chuyên viên',
    group_code: 'CM',
    subject_type: 'CIVIL_SERVANT',
    role,
    rule_set: ruleSet.code,
    valid_from: '2026-01-01',
  });
  const tasks = Array.from({ length: TASKS }, (_, task) => makeTask(number, task));
  for (const task of tasks) addTask(tables, task, { id, unitId, productId });
  addSheet(tables, tasks, { id, unitId, role, number });
}

function makeTask(person: number, task: number) {
  const seed = (person * 31 + task * 17) % 97;
  const [top, bottom] = COEFFICIENTS[seed % COEFFICIENTS.length] ?? [1, 1];
  const item: ScoreItem = {
    units: rational(top, bottom),
    origin: seed % 10 === 0 ? 'UNPLANNED' : 'PLANNED',
    outcome: seed % 13 === 0 ? 'NOT_DONE' : 'DONE',
    errors: seed % 11 === 0 ? 1 : 0,
    delays: seed % 7 === 0 ? 1 : 0,
  };
  return { id: randomUUID(), task, top, bottom, item };
}
type Task = ReturnType<typeof makeTask>;

function addTask(
  tables: Tables,
  { id, task, top, bottom, item }: Task,
  of: { id: string; unitId: string; productId: string },
) {
  tables.tasks.add({
    id,
    employee_id: of.id,
    unit_id: of.unitId,
    product_id: of.productId,
    title: `Công văn số ${task} về việc triển khai nhiệm vụ`,
    quantity: 1,
    coefficient_numerator: top,
    coefficient_denominator: bottom,
    units_numerator: top,
    units_denominator: bottom,
    quality_requirement: 'Đúng nội dung, đúng thể thức',
    deadline: '2026-10-20',
    responsibility: 'LEAD',
    origin: item.origin,
    outcome: item.outcome,
    period: PERIOD,
    errors: item.errors,
    delays: item.delays,
    assigned_by_name: 'Trưởng phòng',
    assigned_at: `2026-10-01T01:00:${String(task).padStart(2, '0')}Z`,
  });
}

function addSheet(
  tables: Tables,
  tasks: readonly Task[],
  of: { id: string; unitId: string; role: 'LEADER' | 'STAFF'; number: number },
): void {
  // High enough that nobody is below 50, so that every leader's figure for his unit is 100.
  const points = 26 + (of.number % 8) / 2;
  const general = rational(points * 2, 2);
  const items = tasks.map(({ item }) => item);
  const leader = { unitResult: 100, organising: 100, cohesion: 100 } as const;
  const input = of.role === 'LEADER' ? { role: of.role, general, items, ...leader } : { role: of.role, general, items };
  const score = scorePeriod(ruleSet, input);
  if (score.state !== 'SCORED' || score.level === 'NOT_COMPLETED')
    throw new Error('every month here is scored above 50');
  const parts = (value: typeof score.total) => [...toText(value).split('/'), '1'];
  tables.sheets.add({
    id: randomUUID(),
    employee_id: of.id,
    unit_id: of.unitId,
    period: PERIOD,
    role: of.role,
    rule_set: ruleSet.code,
    rule_set_version: ruleSet.version,
    state: 'CONFIRMED',
    revision: 2,
    self_general: points,
    general: points,
    organising: of.role === 'LEADER' ? 100 : null,
    cohesion: of.role === 'LEADER' ? 100 : null,
    unit_result: of.role === 'LEADER' ? 100 : null,
    score_state: 'SCORED',
    provisional: false,
    total_numerator: parts(score.total)[0] ?? null,
    total_denominator: parts(score.total)[1] ?? null,
    result_numerator: parts(score.resultPoints)[0] ?? null,
    result_denominator: parts(score.resultPoints)[1] ?? null,
    quality_numerator: parts(score.quality)[0] ?? null,
    quality_denominator: parts(score.quality)[1] ?? null,
    delays: items.reduce((sum, item) => sum + item.delays, 0),
    level: score.level,
    display: score.display,
    explanation: JSON.stringify(encodeExplanation(score)),
    task_ids: tasks.map(({ id }) => id),
    confirmed_by_name: 'Trưởng phòng',
    confirmed_at: '2026-11-02T02:00:00Z',
  });
}
