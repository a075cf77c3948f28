import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type ApiOffice, openApiOffice, type QueryData } from '../testing/api-office.ts';

let office: ApiOffice;
beforeAll(async () => {
  office = await openApiOffice();
});
afterAll(() => office?.close());

const READ = { 'x-purpose': 'STATISTICS' };
const UNIT = `u.path <@ (select path from unit where code = 'H99.01')`;
const SHEETS = `from period_sheet s join unit u on u.id = s.unit_id where ${UNIT} and s.period = '2026-10'`;
const PEOPLE = `from employee e join assignment a on a.employee_id = e.id and a.valid_from <= '2026-11-22'
  and coalesce(a.valid_to >= '2026-11-22', true) join unit u on u.id = a.unit_id where ${UNIT}`;
const TASKS = `from task t join unit u on u.id = t.unit_id where ${UNIT}`;
const LATE = `t.outcome = 'OPEN' and t.deadline < '2026-11-22'`;
const ofSheet = (condition: string) =>
  `exists (select 1 from period_sheet s where s.employee_id = e.id and s.period = '2026-10' and ${condition})`;
const IN = { unit: 'H99.01' };
const OCTOBER = { ...IN, period: '2026-10' };

/** A condition of each list and what it means, as the owner counts who is above every policy. */
const CASES: readonly (readonly [list: string, type: string, filter: object, counted: string])[] = [
  ['employees', 'EmployeeFilter', OCTOBER, `${PEOPLE} and ${ofSheet('true')}`],
  [
    'employees',
    'EmployeeFilter',
    { ...OCTOBER, level: ['OUTSTANDING'] },
    `${PEOPLE} and ${ofSheet("s.level = 'OUTSTANDING'")}`,
  ],
  [
    'employees',
    'EmployeeFilter',
    { ...OCTOBER, state: ['NOTIFIED'] },
    `${PEOPLE} and ${ofSheet("s.state = 'NOTIFIED'")}`,
  ],
  [
    'employees',
    'EmployeeFilter',
    { ...OCTOBER, total: { min: '85', max: '270/3' }, quality: { min: '9/10' } },
    `${PEOPLE} and ${ofSheet(`s.total_numerator / s.total_denominator between 85 and 90
      and s.quality_numerator / s.quality_denominator >= 0.9`)}`,
  ],
  [
    'employees',
    'EmployeeFilter',
    { ...OCTOBER, quantity: { max: '9/10' }, progress: { min: '1/2' } },
    `${PEOPLE} and ${ofSheet(`s.quantity_numerator / s.quantity_denominator <= 0.9
      and s.progress_numerator / s.progress_denominator >= 0.5`)}`,
  ],
  [
    'employees',
    'EmployeeFilter',
    { ...IN, overdue: true },
    `${PEOPLE} and exists (select 1 from task t where t.employee_id = e.id and ${LATE})`,
  ],
  [
    'employees',
    'EmployeeFilter',
    { ...IN, from: '2024-01-01' },
    `${PEOPLE} and (select min(b.valid_from) from assignment b where b.employee_id = e.id) >= '2024-01-01'`,
  ],
  ['periodSheets', 'PeriodSheetFilter', { ...OCTOBER, post: 'HEAD' }, `${SHEETS} and s.post = 'HEAD'`],
  [
    'periodSheets',
    'PeriodSheetFilter',
    { ...OCTOBER, total: { max: '80' }, general: { min: '20' }, resultPoints: { min: '40' } },
    `${SHEETS} and s.total_numerator / s.total_denominator <= 80 and coalesce(s.general, s.self_general) >= 20
     and s.result_numerator / s.result_denominator >= 40`,
  ],
  [
    'periodSheets',
    'PeriodSheetFilter',
    { ...IN, period: '2026-11', overdue: true },
    `from period_sheet s join unit u on u.id = s.unit_id
    where ${UNIT} and s.period = '2026-11' and exists (select 1 from task t where t.employee_id = s.employee_id
      and t.unit_id = s.unit_id and t.period = s.period and ${LATE})`,
  ],
  [
    'tasks',
    'TaskFilter',
    { ...IN, product: 'DC.02' },
    `${TASKS} and t.product_id in (select id from product where code = 'DC.02')`,
  ],
  [
    'tasks',
    'TaskFilter',
    { ...IN, deadlineFrom: '2026-10-05', deadlineTo: '2026-10-09' },
    `${TASKS} and t.deadline between '2026-10-05' and '2026-10-09'`,
  ],
  [
    'units',
    'UnitFilter',
    { under: 'H99.01', kind: ['DIRECT_UNIT'] },
    `from unit u where ${UNIT} and u.kind = 'DIRECT_UNIT'`,
  ],
  [
    'units',
    'UnitFilter',
    { under: 'H99.01', hasHead: true },
    `from unit u where ${UNIT} and exists (select 1 from assignment a where a.unit_id = u.id and a.post = 'HEAD'
      and a.valid_from <= '2026-11-22' and coalesce(a.valid_to >= '2026-11-22', true))`,
  ],
  [
    'classifications',
    'ClassificationFilter',
    { ...IN, decided: true },
    `from classification c join unit u on u.id = c.unit_id
    where ${UNIT} and c.current and c.decided_at is not null`,
  ],
  [
    'classifications',
    'ClassificationFilter',
    { ...IN, mean: { min: '88' } },
    `from classification c join unit u on u.id = c.unit_id where ${UNIT} and c.current
     and c.mean_numerator / c.mean_denominator >= 88`,
  ],
  [
    'unitResults',
    'UnitResultFilter',
    { ...IN, total: { min: '80' } },
    `from unit_result r join unit u on u.id = r.unit_id
    where ${UNIT} and r.current and r.total_numerator / r.total_denominator >= 80`,
  ],
];

describe('a condition narrows to exactly what it says', () => {
  test.each(CASES)('%s %s %j', async (list, type, filter, counted) => {
    const query = `query F($filter: ${type}) { ${list}(filter: $filter, first: 1) { totalCount } }`;
    const { data, errors } = await office.as('nhansu')(query, { filter }, READ);
    expect(errors).toEqual([]);
    const { rows } = await office.ownerPool.query<{ n: number }>(`select count(*)::int as n ${counted}`);
    expect(data[list].totalCount).toBe(rows[0]?.n);
  });

  test('and some of them leave something out and something in', async () => {
    const count = async (filter: object) => {
      const query = 'query F($filter: PeriodSheetFilter) { periodSheets(filter: $filter, first: 1) { totalCount } }';
      return (await office.as('nhansu')(query, { filter }, READ)).data.periodSheets.totalCount;
    };
    const [all, some] = [await count(OCTOBER), await count({ ...OCTOBER, total: { min: '85', max: '90' } })];
    expect(some).toBeGreaterThan(0);
    expect(some).toBeLessThan(all);
  });

  test('a name is found without tones, in the lists of work and of registers', async () => {
    const { rows } = await office.ownerPool.query<{ name: string; code: string; n: number }>(
      `select e.name, e.code, count(*)::int as n from period_sheet s join employee e on e.id = s.employee_id
       join unit u on u.id = s.unit_id where ${UNIT} group by e.id order by e.code limit 1`,
    );
    const search = (rows[0]?.name ?? '')
      .normalize('NFD')
      .replaceAll(/\p{M}/gu, '')
      .replaceAll('đ', 'd')
      .replaceAll('Đ', 'D');
    const query = `query F($search: String!) { periodSheets(filter: { search: $search }, first: 100) { edges { node { employee { code } } } }
      commendations(filter: { search: $search }, first: 1) { totalCount } findings(filter: { search: $search }, first: 1) { totalCount }
      petitions(filter: { search: $search }, first: 1) { totalCount } initiatives(filter: { search: $search }, first: 1) { totalCount }
      recommendations(filter: { search: $search }, first: 1) { totalCount } violations(filter: { search: $search }, first: 1) { totalCount }
      disciplineDecisions(filter: { search: $search }, first: 1) { totalCount } dataRequests(filter: { search: $search }, first: 1) { totalCount }
      coordinationRequests(filter: { search: $search }, first: 1) { totalCount } }`;
    const { data, errors } = await office.as('nhansu')(query, { search }, READ);
    expect(errors).toEqual([]);
    const codes = data.periodSheets.edges.map(
      ({ node }: { node: { employee: { code: string } } }) => node.employee.code,
    );
    expect(codes.filter((code: string) => code === rows[0]?.code)).toHaveLength(rows[0]?.n ?? -1);
  });
});

describe('a text is found with and without tones, in either case', () => {
  const count = async (list: string, type: string, search: string) => {
    const query = `query F($filter: ${type}) { ${list}(filter: $filter, first: 1) { totalCount } }`;
    const asking = office.as(list === 'grants' ? 'quantri' : 'nhansu');
    const { data, errors } = await asking(query, { filter: { search } }, READ);
    expect(errors).toEqual([]);
    return data[list].totalCount;
  };
  const withMarks = (column: string, from: string) =>
    office.ownerPool.query<{ text: string }>(
      `select ${column} as text from ${from} where ${column} ~ '[Đđạảấầẩậắằặẹẻẽếềểệỉịọỏốồổộớờởợụủứừửựỳỵỷ]'
       group by 1 order by length(${column}), 1 limit 1`,
    );
  const plainly = (text: string) =>
    text.normalize('NFD').replaceAll(/\p{M}/gu, '').replaceAll('đ', 'd').replaceAll('Đ', 'D');

  beforeAll(() =>
    office.ownerPool.query(
      `insert into unit_result (unit_id, authority_id, year, rule_set, rule_set_version, general_points, item_points)
       select u.id, u.parent_id, 2025, 'ND335-2025/ORGANISATION', 1, '{}', '[]' from unit u where u.code in ('H99.01', 'H99.02')`,
    ),
  );

  test.each([
    ['units', 'UnitFilter', 'name', 'unit'],
    ['unitResults', 'UnitResultFilter', 'name', 'unit_result r join unit u on u.id = r.unit_id'],
    ['grants', 'GrantFilter', 'display_name', 'role_grant g join user_account a on a.id = g.user_id'],
  ])('of %s (%s)', async (list, type, column, from) => {
    const { rows } = await withMarks(column, from);
    const text = rows[0]?.text ?? '';
    expect(text).not.toBe('');
    const plain = plainly(text);
    const found = await count(list, type, text);
    expect(found).toBeGreaterThan(0);
    for (const other of [plain, plain.toUpperCase(), text.normalize('NFD'), text.toUpperCase()])
      expect([other, await count(list, type, other)]).toEqual([other, found]);
    // "%" and "_" are letters of who asks.
    expect(await count(list, type, `${plain}%`)).toBe(0);
    expect(await count(list, type, plain.replace(/[a-z]/, '_'))).toBe(0);
  });

  test('of tasks by their titles', async () => {
    const { rows } = await withMarks('title', 'task');
    const text = rows[0]?.text ?? '';
    const { rows: counted } = await office.ownerPool.query<{ n: number }>(
      'select count(*)::int as n from task where title = $1',
      [text],
    );
    expect(counted[0]?.n).toBeGreaterThan(0);
    expect(await count('tasks', 'TaskFilter', plainly(text).toUpperCase())).toBeGreaterThanOrEqual(counted[0]?.n ?? 0);
  });

  test('of tokens by whose they are', async () => {
    const { rows } = await office.ownerPool.query<{ name: string }>(
      `insert into personal_token (user_id, name, prefix, secret_hash, scopes, expires_at)
       select a.id, 'Kịch bản', 'congvu_pat_x', sha256('x'), '{UNIT_READ}', now() + interval '1 day'
       from user_account a where a.user_name = 'nhansu' returning (select b.display_name from user_account b where b.id = user_id) as name`,
    );
    const query = 'query F($search: String!) { tokens(filter: { search: $search }, first: 1) { totalCount } }';
    const ask = async (search: string) => (await office.as('quantri')(query, { search }, READ)).data.tokens.totalCount;
    expect(await ask(plainly(rows[0]?.name ?? '').toLowerCase())).toBe(1);
    expect(await ask('khong co ai ten the nay')).toBe(0);
  });
});

describe('an order', () => {
  const read = async (
    list: string,
    type: string,
    filter: object,
    orderBy: string,
    direction: string,
    field: string,
  ) => {
    const { data, errors } = await office.as('nhansu')(
      `query O($filter: ${type}) { ${list}(filter: $filter, orderBy: ${orderBy}, direction: ${direction}, first: 100) {
        edges { node { id ${field} } } } }`,
      { filter },
      READ,
    );
    expect(errors).toEqual([]);
    return data[list].edges.map(({ node }: { node: object }) => node);
  };

  test.each([
    ['periodSheets', 'PeriodSheetFilter', 'TOTAL', 'score { display }'],
    ['periodSheets', 'PeriodSheetFilter', 'GENERAL', 'general'],
    ['periodSheets', 'PeriodSheetFilter', 'DELAYS', 'delays'],
  ])('of %s (%s) by %s runs either way', async (list, type, order, field) => {
    const down = await read(list, type, OCTOBER, order, 'DESC', field);
    const up = await read(list, type, OCTOBER, order, 'ASC', field);
    const figures = (nodes: readonly QueryData[]) =>
      nodes
        .map((node) => (field === 'score { display }' ? node.score?.display : node[field]))
        .filter((each) => each !== null)
        .map(Number);
    expect(figures(down).length).toBeGreaterThan(10);
    expect(figures(down)).toEqual(figures(down).toSorted((left, right) => right - left));
    expect(figures(up)).toEqual(figures(up).toSorted((left, right) => left - right));
  });

  test('of people by the day they joined, and of tasks by person, begins as it says', async () => {
    const people = await read('employees', 'EmployeeFilter', IN, 'JOINED', 'DESC', 'code');
    const { rows } = await office.ownerPool.query<{ code: string }>(
      `select e.code, e.id ${PEOPLE} order by (select min(b.valid_from) from assignment b where b.employee_id = e.id) desc, e.id desc limit 100`,
    );
    expect(people.map(({ code }: { code: string }) => code)).toEqual(rows.map(({ code }) => code));
    const tasks = await read('tasks', 'TaskFilter', OCTOBER, 'PERSON', 'ASC', 'employee { code } deadline');
    const seen = tasks.map(({ employee }: { employee: { code: string } }) => employee.code);
    // Nobody comes a second time.
    expect(seen.filter((code: string, index: number) => code !== seen[index - 1])).toHaveLength(new Set(seen).size);
  });
});

describe('a filter that cannot be meant', () => {
  test.each([
    ['figures without their month', 'employees', 'EmployeeFilter', { total: { min: '50' } }, 'INCONSISTENT'],
    [
      'a range from above to below',
      'periodSheets',
      'PeriodSheetFilter',
      { total: { min: '90', max: '80' } },
      'INCONSISTENT',
    ],
    ['a bound that is no number', 'periodSheets', 'PeriodSheetFilter', { general: { min: '1e3' } }, 'NOT_A_NUMBER'],
    ['a day that is none', 'tasks', 'TaskFilter', { deadlineFrom: '2026-02-30' }, 'NOT_A_DATE'],
    ['a month that is none', 'employees', 'EmployeeFilter', { period: '2026-13' }, 'NOT_A_PERIOD'],
  ])('is refused: %s', async (_name, list, type, filter, reason) => {
    const query = `query F($filter: ${type}) { ${list}(filter: $filter, first: 1) { totalCount } }`;
    const { errors } = await office.as('nhansu')(query, { filter }, READ);
    expect([errors[0]?.extensions.code, errors[0]?.extensions.reason]).toEqual(['BAD_REQUEST', reason]);
  });
});
