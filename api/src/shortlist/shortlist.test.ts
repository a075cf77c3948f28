import { afterAll, beforeAll, expect, test } from 'vitest';
import { employeeIdOf, insertDecision, unitIdOf } from '../../../test/testkit/register-rows.ts';
import { type ApiOffice, newKey, openApiOffice } from '../testing/api-office.ts';
import { putInDecidedYear } from '../testing/decided-year.ts';

const QUERY = `query S($unit: String!, $post: Post!, $on: LocalDate, $within: String, $state: [ShortlistState!], $search: String, $first: Int, $last: Int, $after: String) {
  shortlist(unit: $unit, post: $post, on: $on, within: $within, state: $state, search: $search, first: $first, last: $last, after: $after) {
    totalCount within { code } counts { state count } table { unit { code } post version source { certainty } conditions { kind text source { certainty } } }
    pageInfo { endCursor hasNextPage }
    edges { node { state employee { code name } unit { code } post latestLevel serviceEnd plannedUntil
      conditions { kind state needed found source { instrument certainty } } } } } }`;

interface Node {
  readonly state: string;
  readonly employee: { readonly code: string; readonly name: string };
  readonly serviceEnd: string | null;
  readonly conditions: readonly { readonly kind: string; readonly state: string; readonly found: string }[];
}

let office: ApiOffice;
/** Codes of people of the division: one who meets everything, one under discipline, one not in the plan, one whose end is unknown. */
let ready: string;
let disciplined: string;
let unplanned: string;
let unknown: string;

beforeAll(async () => {
  office = await openApiOffice();
  const owner = office.ownerPool;
  const { rows } = await owner.query<{ code: string }>(
    `select e.code from congvu.employee e join congvu.assignment a on a.employee_id = e.id and a.valid_to is null
     join congvu.unit u on u.id = a.unit_id where u.code = 'H99.01.01' and a.post = 'STAFF'
       and not exists (select from congvu.discipline_decision d where d.employee_id = e.id)
       and not exists (select from congvu.violation v where v.employee_id = e.id) order by e.sort_key, e.id`,
  );
  [ready = '', disciplined = '', unplanned = '', unknown = ''] = rows.map(({ code }) => code);
  for (const year of [2023, 2024, 2025]) await putInDecidedYear(owner, 'H99.01', year);
  const planned = [ready, disciplined, unknown];
  await owner.query(
    `insert into congvu.planning_entry (employee_id, unit_id, post, from_on, to_on, decision_number, recorded_by_name)
     select e.id, u.id, 'HEAD', '2025-01-01', '2030-12-31', '9/QĐ', 'Nhân sự' from congvu.employee e, congvu.unit u
     where e.code = any($1) and u.code = 'H99.01.01'`,
    [planned],
  );
  await owner.query(
    `insert into congvu.service_end (employee_id, on_date, recorded_by_name)
     select id, '2035-06-30', 'Nhân sự' from congvu.employee where code = any($1)`,
    [[ready, disciplined, unplanned]],
  );
  const unitId = await unitIdOf(owner, 'H99.01.01');
  const employeeId = await employeeIdOf(owner, disciplined);
  await insertDecision(owner, { unitId, employeeId }, { effective_to: '2027-09-30' });
});
afterAll(() => office?.close());

const ask = (variables: object, userName = 'lanhdao', headers = {}) =>
  office.as(userName)(QUERY, { unit: 'H99.01.01', post: 'HEAD', first: 100, ...variables }, headers);
const nodesOf = (answer: { data: { shortlist: { edges: readonly { node: Node }[] } } }): readonly Node[] =>
  answer.data.shortlist.edges.map(({ node }) => node);
const stateOf = (node: Node | undefined, kind: string) => node?.conditions.find((each) => each.kind === kind)?.state;

test('names for each person what is met, missing or unknown, all met first and by name inside', async () => {
  const { data, errors } = await ask({ within: 'H99.01.01' });
  expect(errors).toEqual([]);
  const nodes = nodesOf({ data });
  const find = (code: string) => nodes.find(({ employee }) => employee.code === code);
  expect(find(ready)?.state).toBe('ALL_MET');
  expect(nodes[0]?.employee.code).toBe(ready);
  expect(stateOf(find(disciplined), 'NO_ACTIVE_DISCIPLINE')).toBe('MISSING');
  expect(stateOf(find(unplanned), 'PLANNED')).toBe('MISSING');
  expect(find(unknown)?.state).toBe('SOMETHING_UNKNOWN');
  expect(stateOf(find(unknown), 'SERVICE_MONTHS')).toBe('UNKNOWN');
  const order = ['ALL_MET', 'SOMETHING_UNKNOWN', 'SOMETHING_MISSING'];
  const places = nodes.map(({ state }) => order.indexOf(state));
  expect(places).toEqual(places.toSorted());
  const counts = data.shortlist.counts.map(({ state, count }: { state: string; count: number }) => [state, count]);
  expect(counts).toEqual(order.map((state) => [state, expect.any(Number)]));
  expect(counts.reduce((sum: number, [, count]: [string, number]) => sum + count, 0)).toBe(data.shortlist.totalCount);
  expect(data.shortlist.table).toMatchObject({ post: 'HEAD', version: 0, source: { certainty: 'RECALLED' } });
  for (const { source } of data.shortlist.table.conditions) expect(source.certainty).toBe('RECALLED');
});

test('a filter hides people and changes no count; the agency is looked at unless stated', async () => {
  const all = await ask({});
  expect(all.data.shortlist.within).toEqual({ code: 'H99.01' });
  const met = await ask({ state: ['ALL_MET'] });
  expect(nodesOf(met).map(({ employee }) => employee.code)).toEqual([ready]);
  expect(met.data.shortlist.counts).toEqual(all.data.shortlist.counts);
  const page = await ask({ first: 2 });
  const next = await ask({ first: 2, after: page.data.shortlist.pageInfo.endCursor });
  expect([...nodesOf(page), ...nodesOf(next)]).toEqual(nodesOf(all).slice(0, 4));
  const foreign = await ask({ first: 2, post: 'DEPUTY', after: page.data.shortlist.pageInfo.endCursor });
  expect(foreign.errors[0]?.extensions).toMatchObject({ reason: 'CURSOR_FOREIGN' });
});

test('is judged on the day asked for', async () => {
  const later = await ask({ within: 'H99.01.01', on: '2027-10-01' });
  const find = (answer: typeof later, code: string) => nodesOf(answer).find(({ employee }) => employee.code === code);
  expect(stateOf(find(later, disciplined), 'NO_ACTIVE_DISCIPLINE')).toBe('MET');
  const tooLate = await ask({ within: 'H99.01.01', on: '2031-06-30' });
  expect(stateOf(find(tooLate, ready), 'SERVICE_MONTHS')).toBe('MISSING');
  expect(stateOf(find(tooLate, ready), 'PLANNED')).toBe('MISSING');
  expect((await ask({ on: '2027-02-30' })).errors[0]?.extensions).toMatchObject({ reason: 'NOT_A_DATE' });
});

test('tells the day of retirement to personnel alone, and what one may not know is unknown', async () => {
  const find = (answer: Parameters<typeof nodesOf>[0], code: string) =>
    nodesOf(answer).find(({ employee }) => employee.code === code);
  expect(find(await ask({ within: 'H99.01.01' }), ready)?.serviceEnd).toBeNull();
  const personnel = await ask({ within: 'H99.01.01' }, 'nhansu', { 'x-purpose': 'APPOINTMENT' });
  expect(personnel.errors).toEqual([]);
  expect(find(personnel, ready)?.serviceEnd).toBe('2035-06-30');
  const head = await ask({ within: 'H99.01.01' }, 'quanly');
  expect(head.errors).toEqual([]);
  // A head of a division reads no discipline: of others he learns of none, neither that there is nor that there is not.
  expect(stateOf(find(head, disciplined), 'NO_ACTIVE_DISCIPLINE')).toBe('UNKNOWN');
  expect(stateOf(find(head, ready), 'NO_ACTIVE_DISCIPLINE')).toBe('UNKNOWN');
  expect(nodesOf(await ask({ within: 'H99.02' }, 'quanly'))).toEqual([]);
});

test('is refused without RANKING_READ, for a post nobody is appointed to, and where an office left the conditions empty', async () => {
  for (const userName of ['chuyenvien', 'thanhtra', 'quantri'])
    expect((await ask({}, userName)).errors[0]?.extensions.code).toBe('FORBIDDEN');
  expect((await ask({ unit: 'H99.99' })).errors[0]?.extensions.code).toBe('NOT_FOUND');
  const staff = await ask({ post: 'STAFF' }, 'lanhdao', { 'accept-language': 'en' });
  expect(staff.errors[0]?.extensions).toMatchObject({
    code: 'BAD_REQUEST',
    reason: 'POST_WITHOUT_CONDITIONS',
    post: 'STAFF',
    unit: 'H99.01.01',
  });
  const publish = `mutation M($input: PublishRegisterTableInput!) { publishRegisterTable(input: $input) { __typename } }`;
  const body = JSON.stringify([
    { post: 'HEAD', conditions: [{ kind: 'TO_CONFIRM', text: { vi: 'Có bằng phù hợp', en: 'Has a fitting degree' } }] },
    { post: 'DEPUTY', conditions: [] },
  ]);
  const input = {
    idempotencyKey: newKey(),
    kind: 'APPOINTMENT_CONDITIONS',
    unit: 'H99.01',
    version: 1,
    effectiveFrom: '2026-11-01',
    decisionNumber: '8/QĐ',
    body,
  };
  expect((await office.as('quantri')(publish, { input })).data.publishRegisterTable.__typename).toBe('RegisterTable');
  expect((await ask({ post: 'DEPUTY' })).errors[0]?.extensions).toMatchObject({ reason: 'POST_WITHOUT_CONDITIONS' });
  const own = await ask({ within: 'H99.01.01' });
  expect(own.data.shortlist.table).toMatchObject({
    version: 1,
    conditions: [{ kind: 'TO_CONFIRM', text: 'Có bằng phù hợp', source: { certainty: 'PRACTICE' } }],
  });
  for (const node of nodesOf(own)) expect(node.state).toBe('SOMETHING_UNKNOWN');
  const conditions = `query C($on: LocalDate) { appointmentConditions(unit: "H99.01.01", post: HEAD, on: $on) { version on conditions { kind } } }`;
  expect((await office.as('lanhdao')(conditions)).data.appointmentConditions).toMatchObject({
    version: 1,
    on: '2026-11-22',
  });
  expect((await office.as('lanhdao')(conditions, { on: '2026-10-31' })).data.appointmentConditions.version).toBe(0);
});

test('costs the same statements for one person and for a hundred, and notes whom it named', async () => {
  const countOf = async (first: number) => {
    office.statements.length = 0;
    expect((await ask({ first })).errors).toEqual([]);
    return office.statements.filter(
      (text) => /congvu\./.test(text) && !/name_actor|authenticate|access_entry|record_access/.test(text),
    ).length;
  };
  const one = await countOf(1);
  expect(one).toBeGreaterThan(3);
  expect(one).toBeLessThanOrEqual(7);
  expect(await countOf(100)).toBe(one);
  const { rows } = await office.ownerPool.query<{ count: number }>(
    `select count(*)::int from congvu.access_entry a join congvu.user_account u on u.id = a.user_id where u.user_name = 'lanhdao' and a.kind like '%shortlist%'`,
  );
  expect(rows[0]?.count).toBeGreaterThan(100);
});
