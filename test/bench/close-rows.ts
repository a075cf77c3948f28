import { randomUUID } from 'node:crypto';
import { rational, toText } from '@congvu/schema/primitives/rational';
import { getRuleSet } from '@congvu/schema/rulesets';
import { encodeExplanation, type ScoreItem, scorePeriod } from '@congvu/schema/scoring';
import { TableRows } from '../../prisma/seed/load/copy-rows.ts';

export const PERIOD = '2026-10';
const TASKS = 20;
/** People of one phòng: a head, a deputy, staff. */
export const OFFICE_SIZE = 50;
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

/** The rows of an office before they are loaded, a table each. */
export function createTables() {
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
export type Tables = ReturnType<typeof createTables>;

/** A person with his place, his month's tasks and the sheet confirmed on them: the same for the same number. */
export function addPerson(tables: Tables, unitId: string, productId: string, number: number): void {
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
