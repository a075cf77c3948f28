import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type ApiOffice, newKey, openApiOffice } from '../testing/api-office.ts';
import { type ClosingOffice, closingOffice } from './testing/closing-office.ts';

let office: ApiOffice;
let closing: ClosingOffice;
const PERIOD = '2026-10';

beforeAll(async () => {
  office = await openApiOffice();
  closing = closingOffice(office);
});
afterAll(async () => {
  await closing?.stop();
  await office?.close();
});

async function rows<Row>(text: string, values: readonly unknown[] = []): Promise<readonly Row[]> {
  const answer = await office.ownerPool.query(text, [...values]);
  return answer.rows as Row[];
}

const RESULTS = `select r.employee_id as id, r.revision, r.total_numerator::text || '/' || r.total_denominator as total,
    r.level, r.display, r.worked_days as days, r.task_ids as tasks, r.explanation, r.segments, r.job_id is null as correction
  from congvu.period_result r join congvu.unit u on u.id = r.unit_id
  where r.period = $1 and u.code = $2 order by r.employee_id, r.revision`;
interface Result {
  readonly id: string;
  readonly revision: number;
  readonly total: string;
  readonly days: number;
  readonly segments: readonly object[] | null;
}
const resultsOf = (unit: string, period = PERIOD) => rows<Result>(RESULTS, [period, unit]);

describe('closing a month', () => {
  test('freezes each confirmed sheet as it is, closes the unit, and does nothing the second time', async () => {
    const job = await closing.close('H99.01.01', PERIOD);
    expect(job).toMatchObject({ state: 'DONE', error: null, leftOpen: 0, reasons: [] });
    const results = await resultsOf('H99.01.01');
    const sheets = await rows(
      `select s.employee_id as id, 1 as revision, s.total_numerator::text || '/' || s.total_denominator as total, s.level,
         s.display, 22 as days, s.task_ids as tasks, s.explanation, null as segments, false as correction
       from congvu.period_sheet s join congvu.unit u on u.id = s.unit_id
       where s.period = $1 and u.code = 'H99.01.01' order by s.employee_id`,
      [PERIOD],
    );
    expect(results).toEqual(sheets);
    expect(job.total).toBe(sheets.length);
    // Components a and c stand in columns as in the explanation, whose lines name the rule of each step.
    const unlike = await rows(
      `select r.employee_id, step.name from congvu.period_result r join congvu.unit u on u.id = r.unit_id
       cross join lateral (values ('quantity', r.quantity_numerator, r.quantity_denominator),
         ('progress', r.progress_numerator, r.progress_denominator)) step (name, numerator, denominator)
       where r.period = $1 and u.code = 'H99.01.01' and r.score_state = 'SCORED' and not exists (
         select 1 from jsonb_array_elements(r.explanation -> 'lines') line where line ->> 0 like '%' || step.name
           and (line ->> 1)::numeric * step.denominator = step.numerator * (r.explanation ->> 'valueDenominator')::numeric)`,
      [PERIOD],
    );
    expect(unlike).toEqual([]);
    const plans = () => rows("select * from congvu.period_plan where period = '2026-10' order by id");
    const [before] = [await plans()];
    expect(before).toContainEqual(expect.objectContaining({ closed_at: new Date('2026-11-22T01:00:00Z') }));

    const again = await closing.close('H99.01.01', PERIOD);
    expect(again).toMatchObject({ state: 'DONE', done: job.total, leftOpen: 0 });
    expect(await resultsOf('H99.01.01')).toEqual(results);
    expect(await plans()).toEqual(before);
  });

  test('is one audit entry a batch, in the name of who asked, with a digest of the figures', async () => {
    const entries = await rows<{ actor_name: string; payload: string }>(
      "select actor_name, payload from congvu.audit_entry where action = 'closeMonth' order by sequence",
    );
    const batches = entries
      .map((entry) => ({ ...entry, ...JSON.parse(entry.payload) }))
      .filter((entry) => entry.figures);
    // Staff, deputies, head; twice.
    expect(batches.map(({ closed }) => closed)).toEqual([42, 3, 1, 0, 0, 0]);
    expect(new Set(entries.map((entry) => entry.actor_name)).size).toBe(1);
    for (const { figures } of batches) expect(figures).toMatch(/^[0-9a-f]{64}$/);
  });

  test('leaves open whoever is not confirmed, says why, and keeps the unit open', async () => {
    const [claimed] = await rows<{ employee_id: string }>(
      `with late as (
         insert into congvu.task_event (task_id, employee_id, kind, occurred_on, recorded_by_name)
         select t.id, t.employee_id, 'DELAY', '2026-11-20', 'Ai đó' from congvu.task t join congvu.unit u on u.id = t.unit_id
         where u.code = 'H99.01.01' and t.period = '2026-11' order by t.id limit 1 returning *)
       insert into congvu.objective_cause (event_id, employee_id, reason, claimed_by_name)
       select id, employee_id, 'Chờ ý kiến', 'Bản thân' from late returning employee_id`,
    );
    const job = await closing.close('H99.01.01', '2026-11');
    expect(job).toMatchObject({ state: 'DONE', leftOpen: job.total });
    const states = await rows<{ state: string; n: number }>(
      `select s.state, count(*)::integer as n from congvu.period_sheet s join congvu.unit u on u.id = s.unit_id
       where s.period = '2026-11' and u.code = 'H99.01.01' group by 1`,
    );
    const count = (reason: string) => job.reasons.find((each) => each.reason === reason)?.count ?? 0;
    expect(count('NOT_SELF_SCORED') + count('NOT_CONFIRMED') + count('CAUSES_UNDECIDED')).toBe(job.total);
    expect(count('NOT_CONFIRMED')).toBeLessThanOrEqual(states.find(({ state }) => state === 'SELF_SCORED')?.n ?? 0);
    expect(job.items.edges).toHaveLength(job.total);
    const [item] = await rows('select reason from congvu.job_item where employee_id = $1', [claimed?.employee_id]);
    expect(item).toEqual({ reason: 'CAUSES_UNDECIDED' });
    expect(await resultsOf('H99.01.01', '2026-11')).toEqual([]);
    expect(await rows("select 1 from congvu.period_plan where period = '2026-11' and closed_at is not null")).toEqual(
      [],
    );
  });

  test('carries open planned tasks over with one delay, also into the next month’s sheet', async () => {
    const [task] = await rows<{ id: string; employee_id: string }>(
      `update congvu.task set outcome = 'OPEN' where id = (
         select t.id from congvu.task t join congvu.unit u on u.id = t.unit_id
         join congvu.assignment a on a.employee_id = t.employee_id and a.post = 'STAFF' and a.valid_to is null
         where u.code = 'H99.01.02' and t.period = $1 and t.origin = 'PLANNED' and t.outcome = 'NOT_DONE' order by t.id limit 1)
       returning id, employee_id`,
      [PERIOD],
    );
    const job = await closing.close('H99.01.02', PERIOD);
    expect(job).toMatchObject({ state: 'DONE', leftOpen: 0 });
    const [old] = await rows('select outcome from congvu.task where id = $1', [task?.id]);
    expect(old).toEqual({ outcome: 'NOT_DONE' });
    const [carried] = await rows<{ id: string }>(
      `select t.id, t.period, t.origin, t.outcome, t.delays, t.deadline::text as deadline,
         (select count(*)::integer from congvu.task_event e where e.task_id = t.id and e.kind = 'DELAY') as events,
         (select t.id = any (s.task_ids) from congvu.period_sheet s
          where s.employee_id = t.employee_id and s.period = t.period and s.unit_id = t.unit_id) as counted
       from congvu.task t where t.carried_over_from_id = $1`,
      [task?.id],
    );
    expect(carried).toMatchObject({
      period: '2026-11',
      origin: 'PLANNED',
      outcome: 'OPEN',
      delays: 1,
      deadline: '2026-11-30',
      events: 1,
      counted: true,
    });
    const [person] = await rows<{ code: string }>('select code from congvu.employee where id = $1', [
      task?.employee_id,
    ]);
    const { data } = await office.as('nhansu')(
      `query Q($code: String!) { tasks(filter: { employee: $code, period: "2026-11", outcome: [OPEN] }, first: 100) {
        edges { node { carriedOverFrom { period outcome } } } } }`,
      { code: person?.code },
    );
    const froms = data.tasks.edges.map(
      ({ node }: { node: { carriedOverFrom: object | null } }) => node.carriedOverFrom,
    );
    expect(froms.filter((from: object | null) => from !== null)).toEqual([{ period: PERIOD, outcome: 'NOT_DONE' }]);
  });

  test('merges the parts of a month by working days, and leaves open who was away all month', async () => {
    const [moved, away] = await rows<{ id: string; sheet: string; total: number; of: number }>(
      `select s.employee_id as id, s.id as sheet, s.total_numerator::float as total, s.total_denominator::float as of
       from congvu.period_sheet s join congvu.unit u on u.id = s.unit_id
       where u.code = 'H99.01.03' and s.period = $1 and s.role = 'STAFF' order by s.id limit 2`,
      [PERIOD],
    );
    await rows(
      `with ended as (
         update congvu.assignment set valid_to = '2026-10-14' where employee_id = $1 returning *),
       moved as (
         insert into congvu.assignment (employee_id, unit_id, post, title, group_code, subject_type, role, rule_set, valid_from)
         select employee_id, (select id from congvu.unit where code = 'H99.01.04'), post, title, group_code, subject_type, role,
           rule_set, '2026-10-15' from ended returning *),
       task as (
         insert into congvu.task (employee_id, unit_id, product_id, title, quantity, coefficient_numerator, coefficient_denominator,
           units_numerator, units_denominator, quality_requirement, deadline, responsibility, origin, outcome, period, assigned_by_name)
         select m.employee_id, m.unit_id, (select id from congvu.product limit 1), 'Công văn', 1, 5, 1, 5, 1, 'Đúng', '2026-10-28',
           'LEAD', 'PLANNED', 'DONE', '2026-10', 'Ai đó' from moved m returning *)
       insert into congvu.period_sheet (employee_id, unit_id, period, role, rule_set, rule_set_version, state, revision, general,
         score_state, provisional, total_numerator, total_denominator, result_numerator, result_denominator, quality_numerator,
         quality_denominator, level, display, task_ids)
       select t.employee_id, t.unit_id, t.period, 'STAFF', 'ND335-2025/CIVIL_SERVANT', 1, 'CONFIRMED', 2, 20, 'SCORED', false,
         90, 1, 70, 1, 1, 1, 'OUTSTANDING', '90.00', array[t.id] from task t`,
      [moved?.id],
    );
    await rows(
      `with away as (
         update congvu.period_sheet set state = 'ASSIGNED', provisional = true, general = null where id = $2)
       insert into congvu.absence (employee_id, kind, absent_from, document, recorded_by_name)
       values ($1, 'MATERNITY', '2026-09-20', '12/QĐ', 'Nhân sự')`,
      [away?.id, away?.sheet],
    );
    const job = await closing.close('H99.01', PERIOD);
    expect(job.reasons).toEqual([expect.objectContaining({ reason: 'ABSENT_WHOLE_MONTH', count: 1 })]);
    const [result] = (await resultsOf('H99.01.04')).filter(({ id }) => id === moved?.id);
    // Working days of October 2026: 10 until the 14th, 12 from the 15th.
    const expected = (((moved?.total ?? 0) / (moved?.of ?? 1)) * 10 + 90 * 12) / 22;
    const [top = 0, bottom = 1] = (result?.total ?? '').split('/').map(Number);
    expect(top / bottom).toBeCloseTo(expected, 9);
    expect(result).toMatchObject({ days: 22, segments: [{ workingDays: 10 }, { workingDays: 12 }], explanation: null });
    // Nothing more is waited for, so every unit of the agency is closed.
    const open = await rows(
      `select u.code from congvu.unit u where u.path_text like (select path_text || '%' from congvu.unit where code = 'H99.01')
         and not exists (select 1 from congvu.period_plan p where p.unit_id = u.id and p.period = $1 and p.closed_at is not null)`,
      [PERIOD],
    );
    expect(open).toEqual([]);
  });

  test('does not freeze a figure that its own inputs do not give', async () => {
    const [sheet] = await rows<{ id: string; general: string }>(
      `update congvu.period_sheet set general = general - 1 where id = (
         select s.id from congvu.period_sheet s join congvu.unit u on u.id = s.unit_id
         where u.code = 'H99.02.01' and s.period = $1 and s.role = 'STAFF' and s.state = 'CONFIRMED' order by s.id limit 1) returning id`,
      [PERIOD],
    );
    const job = await closing.close('H99.02.01', PERIOD);
    expect(job.reasons).toContainEqual(expect.objectContaining({ reason: 'INPUTS_CHANGED', count: 1 }));
    expect(job.reasons).toContainEqual(expect.objectContaining({ reason: 'SUBORDINATES_PENDING' }));
    await rows('update congvu.period_sheet set general = general + 1 where id = $1', [sheet?.id]);
    const again = await closing.close('H99.02.01', PERIOD);
    expect(again).toMatchObject({ state: 'DONE', leftOpen: 0 });
  });
});

describe('asking for a closing', () => {
  const ask = (userName: string, period = '2026-08', unit = 'H99.03') =>
    office.as(userName)(
      'mutation M($input: CloseMonthInput!) { closeMonth(input: $input) { __typename ... on InvalidInputError { fields { path code } } } }',
      { input: { idempotencyKey: newKey(), unit, period } },
    );

  test.each(['chuyenvien', 'quanly', 'lanhdao', 'thanhtra'])('is refused to %s', async (userName) => {
    expect((await ask(userName)).errors[0]?.extensions.code).toBe('FORBIDDEN');
  });

  test('is refused for what is no month, for an unknown unit, and while the same is under way above or below', async () => {
    expect((await ask('nhansu', '2026')).data.closeMonth).toEqual({
      __typename: 'InvalidInputError',
      fields: [{ path: '/period', code: 'NOT_A_PERIOD' }],
    });
    expect((await ask('nhansu', '2026-08', 'H99.99.99')).errors[0]?.extensions.code).toBe('NOT_FOUND');
    expect((await ask('nhansu')).data.closeMonth.__typename).toBe('Job');
    expect((await ask('nhansu', '2026-08', 'H99')).data.closeMonth.__typename).toBe('JobRunningError');
    expect((await ask('nhansu', '2026-08', 'H99.03.01')).data.closeMonth.__typename).toBe('JobRunningError');
    await rows("update congvu.job set state = 'STOPPED' where period = '2026-08'");
  });
});
