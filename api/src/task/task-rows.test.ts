import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type ApiOffice, newKey, openApiOffice } from '../testing/api-office.ts';

// The phòng of the demonstration's manager: quanly heads it, chuyenvien works in it.
const UNIT = 'H99.01.01';

let office: ApiOffice;
let people: readonly string[];

beforeAll(async () => {
  office = await openApiOffice();
  const { rows } = await office.ownerPool.query<{ code: string }>(
    `select e.code from congvu.employee e join congvu.assignment a on a.employee_id = e.id and a.valid_to is null
     join congvu.unit n on n.id = a.unit_id where n.code = $1 and a.post = 'STAFF' order by e.code`,
    [UNIT],
  );
  people = rows.map(({ code }) => code);
});
afterAll(() => office?.close());

const ANSWER = `refused rows { index task { id revision outcome delays submittedOn } errors { path code message } } }
  ... on RowsRefusedError { code rows { index errors { path code } } }
  ... on InvalidInputError { fields { path code } } ... on IdempotencyConflictError { code }`;
const MANY: Readonly<Record<string, string>> = {
  confirmTasks: `mutation M($input: ConfirmTasksInput!) { confirmTasks(input: $input) { __typename ... on ConfirmedTasks { written: confirmed ${ANSWER} } }`,
  decideObjectiveCauses: `mutation M($input: DecideObjectiveCausesInput!) { decideObjectiveCauses(input: $input) { __typename ... on DecidedCauses { written: decided ${ANSWER} } }`,
};
const ONE: Readonly<Record<string, string>> = {
  confirmTasks: 'confirmTask',
  decideObjectiveCauses: 'decideObjectiveCause',
};

async function callMany(name: string, rows: readonly object[], changes: object = {}, userName = 'quanly') {
  const input = { idempotencyKey: newKey(), mode: 'GOOD_ONES', rows, ...changes };
  const { data, errors } = await office.as(userName)(MANY[name] ?? '', { input });
  expect(errors).toEqual([]);
  return data[name];
}

/** What the mutation of one answers to the same row: its codes, from the union, its fields or the top level. */
async function codesOfOne(name: string, given: object, userName = 'quanly'): Promise<readonly string[]> {
  const one = ONE[name] ?? '';
  const type = `${one.charAt(0).toUpperCase()}${one.slice(1)}Input`;
  const query = `mutation M($input: ${type}!) { ${one}(input: $input) { __typename ... on Task { revision }
    ... on DomainError { code } ... on InvalidInputError { fields { path code } } } }`;
  const { data, errors } = await office.as(userName)(query, { input: { idempotencyKey: newKey(), ...given } });
  const top = errors[0]?.extensions;
  if (top !== undefined) return [String(top.reason ?? top.code)];
  const { code, fields } = data[one];
  return fields?.map((each: { code: string }) => each.code) ?? (code ? [code] : []);
}

async function expectAsOne(name: string, bad: readonly object[], good: object) {
  const expected: (readonly string[])[] = [];
  for (const each of bad) expected.push(await codesOfOne(name, each));
  expect(expected.filter((codes) => codes.length === 0)).toEqual([]);
  const answer = await callMany(name, [...bad, good]);
  const codes = answer.rows.map((each: { errors: { code: string }[] }) => each.errors.map(({ code }) => code));
  expect(codes).toEqual([...expected, []]);
  expect(answer).toMatchObject({ written: 1, refused: bad.length });
  return answer;
}

interface Task {
  readonly id: string;
  readonly revision: number;
}

/** New tasks of people of the unit, one after the other. */
async function assign(count: number, changes: object = {}, of = people): Promise<readonly Task[]> {
  const rows = Array.from({ length: count }, (_each, index) => ({
    employee: of[index % of.length],
    product: 'DC.02',
    quantity: '1',
    deadline: '2026-11-20',
    responsibility: 'LEAD',
    ...changes,
  }));
  const { data, errors } = await office.as('quanly')(
    `mutation M($input: AssignTasksInput!) { assignTasks(input: $input) { ... on AssignedTasks { rows { task { id revision } } } } }`,
    { input: { idempotencyKey: newKey(), unit: UNIT, rows } },
  );
  expect(errors).toEqual([]);
  return data.assignTasks.rows.map(({ task }: { task: Task }) => task);
}

const rawId = (id: string) => Buffer.from(id, 'base64').toString().split(':')[1] ?? '';
const globalId = (type: string, id: string) => Buffer.from(`${type}:${id}`).toString('base64');
const NOBODY = '0193f5a0-0000-7000-8000-00000000dead';
const done = ({ id, revision }: Task, changes: object = {}) => ({ task: id, revision, outcome: 'DONE', ...changes });

/** A delay of each task, claimed by its person to have had a cause outside his control: the causes' ids. */
async function claim(tasks: readonly Task[]): Promise<readonly string[]> {
  const { rows } = await office.ownerPool.query<{ id: string }>(
    `with late as (
       insert into congvu.task_event (task_id, employee_id, kind, occurred_on, recorded_by_name)
       select t.id, t.employee_id, 'DELAY', '2026-11-21', 'Người ghi' from unnest($1::uuid[]) with ordinality k (id, place)
       join congvu.task t on t.id = k.id order by k.place returning id, task_id, employee_id)
     insert into congvu.objective_cause (event_id, employee_id, reason, claimed_by_name)
     select late.id, late.employee_id, 'Chờ phối hợp', 'Người nêu' from late returning id`,
    [tasks.map(({ id }) => rawId(id))],
  );
  return rows.map(({ id }) => globalId('ObjectiveCause', id));
}

const count = async () => {
  const { rows } = await office.ownerPool.query(
    `select (select count(*)::int from congvu.task_event) as events, (select count(*)::int from congvu.audit_entry) as entries,
       (select count(*)::int from congvu.idempotency_key) as keys, (select sum(revision)::int from congvu.task) as revisions,
       (select count(*)::int from congvu.objective_cause where state <> 'CLAIMED') as decided`,
  );
  return rows[0];
};

/** Statements of the call itself, without signing in, naming the actor and the frame of the transaction. */
function ofOurs(): readonly string[] {
  return office.statements.filter(
    (text) => !/^(begin|commit|savepoint|release|set |select set_config)|name_actor|sign_in/i.test(text.trim()),
  );
}

async function taskIn(condition: string): Promise<Task> {
  const { rows } = await office.ownerPool.query<Task>(
    `select t.id, t.revision from congvu.task t join congvu.unit u on u.id = t.unit_id
     left join congvu.user_account a on a.employee_id = t.employee_id where ${condition} order by t.id limit 1`,
  );
  if (!rows[0]) throw new Error(`The seed has no task where ${condition}.`);
  return { id: globalId('Task', rows[0].id), revision: rows[0].revision };
}

describe('tasks confirmed in one call', () => {
  test('answer for each bad row what the confirmation of one answers, and write the good ones', async () => {
    const [good, stale, future, over] = await assign(4);
    if (!good || !stale || !future || !over) throw new Error('Four were assigned.');
    expect(await codesOfOne('confirmTasks', done(over, { outcome: 'NOT_DONE' }))).toEqual([]);
    const bad = [
      done(stale, { revision: 99 }),
      done(future, { submittedOn: '2026-11-23' }),
      done(future, { submittedOn: '2026-02-30' }),
      done(future, { note: 'a'.repeat(2_001) }),
      done({ ...over, revision: over.revision + 1 }),
      done(await taskIn("u.code = 'H99.02.01'")),
      done(await taskIn("a.user_name = 'quanly'")),
      done(await taskIn(`u.code = '${UNIT}' and a.user_name is distinct from 'quanly' and t.period = '2026-09'`)),
      done({ ...stale, id: globalId('Task', NOBODY) }),
      done({ ...stale, id: 'nonsense' }),
    ];
    const answer = await expectAsOne('confirmTasks', bad, done(good, { submittedOn: '2026-11-21' }));
    expect(answer.rows[0].errors).toMatchObject([{ path: '/revision', code: 'STALE_REVISION' }]);
    expect(answer.rows[1].errors).toMatchObject([{ path: '/submittedOn', code: 'OUT_OF_RANGE' }]);
    expect(answer.rows[4].errors).toMatchObject([{ path: '/task', code: 'WRONG_STATE' }]);
    expect(answer.rows.at(-1).task).toMatchObject({ id: good.id, outcome: 'DONE', delays: 1, revision: 2 });
  });

  test('are the same as confirmed one by one: columns, events, chain, figures', async () => {
    const [person = ''] = people;
    const tasks = await assign(4, {}, [person]);
    const [one, two, three, four] = tasks;
    if (!one || !two || !three || !four) throw new Error('Four were assigned.');
    const late = { submittedOn: '2026-11-21', note: 'Đã nhận' };
    await codesOfOne('confirmTasks', done(one, late));
    await codesOfOne('confirmTasks', done(two, { outcome: 'NOT_DONE', note: 'Không làm' }));
    await callMany('confirmTasks', [done(three, late), done(four, { outcome: 'NOT_DONE', note: 'Không làm' })]);
    const { rows } = await office.ownerPool.query(
      `select k.place, t.outcome, t.submitted_on::text, t.accepted_on::text, t.errors, t.delays, t.revision,
         (select json_agg(json_build_array(te.kind, te.occurred_on, te.note, te.exempt, te.recorded_by_name, te.recorded_by_id)
            order by te.recorded_at, te.id) from congvu.task_event te where te.task_id = t.id) as events,
         (select json_build_array(ae.entity, ae.employee_id, ae.payload) from congvu.audit_entry ae
            where ae.entity_id = t.id::text order by ae.sequence desc limit 1) as entry
       from unnest($1::uuid[]) with ordinality k (id, place) join congvu.task t on t.id = k.id order by k.place`,
      [tasks.map(({ id }) => rawId(id))],
    );
    const [first, second, third, fourth] = rows.map(({ place: _place, ...columns }) => columns);
    expect(first.events.map(([kind]: readonly string[]) => kind)).toEqual(['DELAY', 'ACCEPTANCE']);
    expect(first.entry).not.toBeNull();
    expect([third, fourth]).toEqual([first, second]);
    const { rows: sheets } = await office.ownerPool.query<{ delays: number; counted: number }>(
      `select s.delays, (select sum(t.delays)::int from congvu.task t where t.id = any(s.task_ids)) as counted
       from congvu.period_sheet s join congvu.employee e on e.id = s.employee_id where e.code = $1 and s.period = '2026-11'`,
      [person],
    );
    expect(sheets[0]?.delays).toBe(sheets[0]?.counted);
    expect(sheets[0]?.delays).toBeGreaterThanOrEqual(2);
  });

  test('meet what an earlier row of the call left', async () => {
    const [task] = await assign(1);
    if (!task) throw new Error('One was assigned.');
    const answer = await callMany('confirmTasks', [done(task), done(task), done({ ...task, revision: 2 })]);
    expect(answer).toMatchObject({
      written: 1,
      rows: [{ errors: [] }, { errors: [{ code: 'STALE_REVISION' }] }, { errors: [{ code: 'WRONG_STATE' }] }],
    });
  });

  test('leave nothing where all or none is asked and one is bad, and answer a repeated call as before', async () => {
    const [first, second] = await assign(2);
    if (!first || !second) throw new Error('Two were assigned.');
    const rows = [done(first), done(second, { revision: 77 })];
    const before = await count();
    expect(await callMany('confirmTasks', rows, { mode: 'ALL_OR_NONE' })).toMatchObject({
      __typename: 'RowsRefusedError',
      code: 'ROWS_REFUSED',
      rows: [{ index: 1, errors: [{ path: '/revision', code: 'STALE_REVISION' }] }],
    });
    expect(await count()).toEqual(before);
    const idempotencyKey = newKey();
    const answer = await callMany('confirmTasks', rows, { idempotencyKey });
    expect(answer).toMatchObject({ written: 1, refused: 1 });
    const after = await count();
    expect(await callMany('confirmTasks', rows, { idempotencyKey })).toEqual(answer);
    expect(await count()).toEqual(after);
    expect(await callMany('confirmTasks', [done(first)], { idempotencyKey })).toMatchObject({
      __typename: 'IdempotencyConflictError',
    });
  });

  test('are refused row by row to who may not confirm them, and refuse more than 250', async () => {
    const [task] = await assign(1, {}, people.slice(1));
    if (!task) throw new Error('One was assigned.');
    for (const [userName, code] of [
      ['nhansu', 'FORBIDDEN'],
      ['chuyenvien', 'NOT_FOUND'],
      ['quantri', 'NOT_FOUND'],
    ]) {
      const answer = await callMany('confirmTasks', [done(task)], {}, userName);
      expect([userName, answer.written, answer.rows[0].errors[0]?.code]).toEqual([userName, 0, code]);
    }
    const rows = Array.from({ length: 251 }, () => done(task));
    expect(await callMany('confirmTasks', rows)).toMatchObject({ fields: [{ path: '/rows' }] });
  });

  test('take at most 20 statements for 250', async () => {
    const tasks = await assign(250);
    office.statements.length = 0;
    expect(
      await callMany(
        'confirmTasks',
        tasks.map((task) => done(task)),
      ),
    ).toMatchObject({ written: 250, refused: 0 });
    expect(ofOurs().length).toBeLessThanOrEqual(20);
  });
});

describe('causes decided in one call', () => {
  const decide = (cause: string | undefined, changes: object = {}) => ({
    cause,
    revision: 1,
    confirm: true,
    ...changes,
  });

  test('answer for each bad row what the decision of one answers; the second of a task follows the first', async () => {
    const tasks = await assign(3);
    const [good, stale, over] = await claim(tasks);
    const [second] = await claim(tasks.slice(0, 1));
    expect(await codesOfOne('decideObjectiveCauses', decide(over, { confirm: false, note: 'Không đủ' }))).toEqual([]);
    const bad = [
      decide(stale, { revision: 99 }),
      decide(over, { revision: 2 }),
      decide(stale, { note: 'a'.repeat(2_001) }),
      decide(globalId('ObjectiveCause', NOBODY)),
    ];
    const answer = await expectAsOne('decideObjectiveCauses', bad, decide(good));
    expect(answer.rows[1].errors).toMatchObject([{ path: '/cause', code: 'WRONG_STATE' }]);
    expect(answer.rows.at(-1).task).toMatchObject({ id: tasks[0]?.id, delays: 1, revision: 2 });
    const rows = [decide(second), decide(second, { revision: 2 }), decide(stale, { confirm: false })];
    expect(await callMany('decideObjectiveCauses', rows)).toMatchObject({
      written: 2,
      rows: [{ errors: [{ code: 'STALE_REVISION' }] }, { task: { delays: 0, revision: 3 } }, { task: { delays: 1 } }],
    });
    const { rows: stored } = await office.ownerPool.query(
      `select c.state, c.decided_by_name is not null as named, te.exempt, c.note from congvu.objective_cause c
       join congvu.task_event te on te.id = c.event_id join unnest($1::uuid[]) with ordinality k (id, place) on k.id = c.id order by k.place`,
      [[good, second, stale, over].map((id) => rawId(id ?? ''))],
    );
    expect(stored).toEqual([
      { state: 'CONFIRMED', named: true, exempt: true, note: null },
      { state: 'CONFIRMED', named: true, exempt: true, note: null },
      { state: 'REFUSED', named: true, exempt: false, note: null },
      { state: 'REFUSED', named: true, exempt: false, note: 'Không đủ' },
    ]);
  });

  test('decide two causes of one task in one call, with an entry of the chain each', async () => {
    const tasks = await assign(1);
    const [first] = await claim(tasks);
    const [second] = await claim(tasks);
    const answer = await callMany('decideObjectiveCauses', [decide(first), decide(second, { revision: 2 })]);
    expect(answer).toMatchObject({ written: 2, rows: [{ task: { revision: 3, delays: 0 } }, { errors: [] }] });
    const { rows } = await office.ownerPool.query<{ payload: string }>(
      `select payload from congvu.audit_entry where entity_id = $1 and action = 'decideObjectiveCauses' order by sequence`,
      [rawId(tasks[0]?.id ?? '')],
    );
    expect(rows.map(({ payload }) => JSON.parse(payload))).toMatchObject([
      { state: 'CONFIRMED', revision: 2, delays: 1 },
      { state: 'CONFIRMED', revision: 3, delays: 0 },
    ]);
  });

  test('leave nothing where all or none is asked, answer a repeated call as before, and are refused to others', async () => {
    const tasks = await assign(2, {}, people.slice(1));
    const [first, second] = await claim(tasks);
    const rows = [decide(first), decide(second, { revision: 5 })];
    const before = await count();
    expect(await callMany('decideObjectiveCauses', rows, { mode: 'ALL_OR_NONE' })).toMatchObject({
      __typename: 'RowsRefusedError',
      rows: [{ index: 1 }],
    });
    expect(await count()).toEqual(before);
    for (const [userName, code] of [
      ['nhansu', 'FORBIDDEN'],
      ['chuyenvien', 'NOT_FOUND'],
    ]) {
      const answer = await callMany('decideObjectiveCauses', [decide(first)], {}, userName);
      expect([userName, answer.written, answer.rows[0].errors[0]?.code]).toEqual([userName, 0, code]);
    }
    const idempotencyKey = newKey();
    const answer = await callMany('decideObjectiveCauses', rows, { idempotencyKey });
    expect(answer).toMatchObject({ written: 1, refused: 1 });
    expect(await callMany('decideObjectiveCauses', rows, { idempotencyKey })).toEqual(answer);
  });

  test('take at most 20 statements for 250', async () => {
    const causes = await claim(await assign(250));
    office.statements.length = 0;
    expect(
      await callMany(
        'decideObjectiveCauses',
        causes.map((cause) => decide(cause)),
      ),
    ).toMatchObject({ written: 250 });
    expect(ofOurs().length).toBeLessThanOrEqual(20);
  });
});
