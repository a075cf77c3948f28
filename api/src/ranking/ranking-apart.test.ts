import { afterAll, beforeAll, expect, test } from 'vitest';
import { type ApiOffice, newKey, openApiOffice } from '../testing/api-office.ts';

const QUERY = `{ ranking(unit: "H99.01", period: "2026-10", group: "H99.01.CM") { total wholeGroup withoutDataCount withoutData { code }
  apart(first: 100) { totalCount edges { node { reason employee { code } } } }
  distribution { scored } rows(first: 100) { totalCount edges { node { rank total employee { code } assignment { unit { code } } } } } } }`;

let office: ApiOffice;
let mover: string;
beforeAll(async () => {
  office = await openApiOffice();
  const { rows } = await office.ownerPool.query<{ code: string }>(
    `select e.code from congvu.employee e join congvu.period_sheet s on s.employee_id = e.id join congvu.unit u on u.id = s.unit_id
     where s.period = '2026-10' and s.group_code = 'H99.01.CM' and u.code = 'H99.01.01'
     order by s.total_order desc, e.code limit 1`,
  );
  mover = rows[0]?.code ?? '';
});
afterAll(() => office?.close());

const read = async (userName = 'lanhdao') => {
  const { data, errors } = await office.as(userName)(QUERY);
  expect(errors).toEqual([]);
  return data.ranking;
};
type Ranking = Awaited<ReturnType<typeof read>>;
const codesOf = (ranking: Ranking): readonly string[] =>
  ranking.rows.edges.map(({ node }: { node: { employee: { code: string } } }) => node.employee.code);

test('who worked in two units is ranked only once the month is closed, and by what the closing says', async () => {
  const before = await read();
  expect(codesOf(before)).toContain(mover);
  await office.ownerPool.query(
    `insert into congvu.period_sheet (employee_id, unit_id, period, role, rule_set, rule_set_version, task_ids)
     select s.employee_id, (select id from congvu.unit where code = 'H99.01.02'), s.period, s.role, s.rule_set, s.rule_set_version, '{}'
     from congvu.period_sheet s join congvu.employee e on e.id = s.employee_id where s.period = '2026-10' and e.code = $1`,
    [mover],
  );
  const moved = await read();
  expect(codesOf(moved)).not.toContain(mover);
  expect([moved.total, moved.distribution.scored]).toEqual([before.total - 1, before.total - 1]);
  expect(moved.apart.edges.map(({ node }: { node: object }) => node)).toEqual([
    { reason: 'MOVED_IN_MONTH', employee: { code: mover } },
  ]);
  expect([moved.apart.totalCount, moved.withoutDataCount, moved.withoutData]).toEqual([1, 1, [{ code: mover }]]);
  await office.ownerPool.query(
    `insert into congvu.period_result (id, employee_id, period, revision, unit_id, role, rule_set, rule_set_version, score_state,
       total_numerator, total_denominator, result_numerator, result_denominator, quality_numerator, quality_denominator, delays, level, display, worked_days)
     select gen_random_uuid(), s.employee_id, s.period, 1, s.unit_id, s.role, s.rule_set, 1, 'SCORED', 51, 1, 30, 1, 1, 1, 0, 'COMPLETED', '51.00', 22
     from congvu.period_sheet s join congvu.employee e on e.id = s.employee_id join congvu.unit u on u.id = s.unit_id
     where s.period = '2026-10' and e.code = $1 and u.code = 'H99.01.01'`,
    [mover],
  );
  const closed = await read();
  expect([closed.total, closed.distribution.scored, closed.apart.totalCount]).toEqual([before.total, before.total, 0]);
  const { data } = await office.as('lanhdao')(
    '{ ranking(unit: "H99.01", period: "2026-10", group: "H99.01.CM", filter: { total: { min: "51", max: "51" } }) { rows(first: 9) { edges { node { total general employee { code } } } } } }',
  );
  expect(data.ranking.rows.edges.map(({ node }: { node: object }) => node)).toContainEqual({
    total: '51',
    general: '21',
    employee: { code: mover },
  });
});

test('who ranks but reads no scores is told figures of the group and no row, nobody apart, no length', async () => {
  const create = `mutation M($input: CreatePersonalTokenInput!) { createPersonalToken(input: $input) { ... on CreatedPersonalToken { secret } } }`;
  const input = {
    idempotencyKey: newKey(),
    name: 'Hẹp',
    scopes: ['RANKING_READ', 'EMPLOYEE_READ', 'UNIT_READ'],
    expiresOn: '2026-12-31',
  };
  const { secret } = (await office.as('lanhdao')(create, { input })).data.createPersonalToken;
  const { data, errors } = await office.withBearer(`Bearer ${secret}`)(QUERY, {}, { 'x-purpose': 'RANKING' });
  expect(errors).toEqual([]);
  const whole = await read();
  expect(data.ranking).toMatchObject({
    total: whole.total,
    distribution: whole.distribution,
    rows: { totalCount: 0, edges: [] },
    apart: { totalCount: 0, edges: [] },
  });
  expect(whole.rows.totalCount).toBe(whole.total);
});
