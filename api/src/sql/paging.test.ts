import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { insertCommendation, unitIdOf } from '../../../test/testkit/register-rows.ts';
import { createPersonalTokenSecret } from '../identity/personal-token.ts';
import { type ApiOffice, openApiOffice } from '../testing/api-office.ts';

let office: ApiOffice;
let unitId: string;
let day = '2026-11-22';
beforeAll(async () => {
  office = await openApiOffice(() => new Date(`${day}T08:00:00+07:00`));
  unitId = await unitIdOf(office.ownerPool, 'H99.02');
});
afterAll(() => office?.close());

const READ = { 'x-purpose': 'COMMENDATION' };
const LIST = `query List($filter: CommendationFilter, $after: String, $before: String, $first: Int, $last: Int) {
  commendations(filter: $filter, first: $first, last: $last, after: $after, before: $before) {
    totalCount edges { node { title } } pageInfo { hasNextPage hasPreviousPage startCursor endCursor } } }`;
const of = (year: number) => ({ unit: 'H99.02', from: `${year}-01-01`, to: `${year}-12-31` });

/** A commendation of the unit as a collective on a day of a year that the seed has none of. */
function award(title: string, day: string): Promise<string> {
  return insertCommendation(
    office.ownerPool,
    { unitId, employeeId: null },
    { decided_on: day, title, title_code: null },
  );
}

async function page(variables: object) {
  const { data, errors } = await office.as('nhansu')(LIST, variables, READ);
  expect(errors).toEqual([]);
  const { edges, pageInfo, totalCount } = data.commendations;
  return { titles: edges.map(({ node }: { node: { title: string } }) => node.title), pageInfo, totalCount };
}

async function reasonOf(query: string, variables: object) {
  const { errors } = await office.as('nhansu')(query, variables, READ);
  return [errors[0]?.extensions.code, errors[0]?.extensions.reason];
}

describe('a list read page by page', () => {
  test('shows each row once while rows come and go, and goes on after a row that was deleted', async () => {
    for (const day of [1, 2, 3, 4, 5, 6, 7]) await award(`Ngày ${day}`, `2018-03-0${day}`);
    const filter = of(2018);
    const first = await page({ filter, first: 3 });
    expect(first.titles).toEqual(['Ngày 7', 'Ngày 6', 'Ngày 5']);
    // The row the cursor stands on goes, one comes before it and one behind it.
    await office.ownerPool.query(`delete from congvu.commendation where title = 'Ngày 5'`);
    await award('Muộn hơn', '2018-03-09');
    await award('Sớm hơn', '2018-03-03');
    const second = await page({ filter, first: 3, after: first.pageInfo.endCursor });
    expect(second.titles[0]).toBe('Ngày 4');
    expect(second.titles.slice(1).toSorted()).toEqual(['Ngày 3', 'Sớm hơn']);
    const third = await page({ filter, first: 3, after: second.pageInfo.endCursor });
    expect(third.titles).toEqual(['Ngày 2', 'Ngày 1']);
    expect(third.pageInfo.hasNextPage).toBe(false);
    const back = await page({ filter, last: 2, before: second.pageInfo.startCursor });
    expect(back.titles).toEqual(['Ngày 7', 'Ngày 6']);
    expect(back.pageInfo.hasPreviousPage).toBe(true);
  });

  test('refuses a cursor of another filter, order or list with the reason, and one made up', async () => {
    for (const day of [1, 2]) await award(`Khác ${day}`, `2017-03-0${day}`);
    const { pageInfo } = await page({ filter: of(2017), first: 1 });
    const cursor = pageInfo.endCursor;
    expect(await reasonOf(LIST, { filter: of(2016), first: 1, after: cursor })).toEqual([
      'BAD_REQUEST',
      'CURSOR_FOREIGN',
    ]);
    const employees = 'query E($after: String!) { employees(first: 1, after: $after) { totalCount } }';
    expect(await reasonOf(employees, { after: cursor })).toEqual(['BAD_REQUEST', 'CURSOR_FOREIGN']);
    const byName = await office.as('nhansu')('{ employees(first: 1) { pageInfo { endCursor } } }', {}, READ);
    const byCode = 'query E($after: String!) { employees(first: 1, after: $after, orderBy: CODE) { totalCount } }';
    expect(await reasonOf(byCode, { after: byName.data.employees.pageInfo.endCursor })).toEqual([
      'BAD_REQUEST',
      'CURSOR_FOREIGN',
    ]);
    const [tag] = cursor.split('.');
    const hostile = Buffer.from(JSON.stringify(["'; drop table unit; --", 'x'])).toString('base64url');
    expect(await reasonOf(LIST, { filter: of(2017), first: 1, after: `${tag}.${hostile}` })).toEqual([
      'BAD_REQUEST',
      undefined,
    ]);
  });

  test('below a parent refuses the cursor of another parent', async () => {
    const ask = (code: string, after: string | null) =>
      office.as('nhansu')(
        `query U($code: String!, $after: String) { unit(code: $code) {
          employees(first: 1, after: $after) { edges { node { code } } pageInfo { endCursor } } } }`,
        { code, after },
        READ,
      );
    const { data } = await ask('H99.02', null);
    const cursor = data.unit.employees.pageInfo.endCursor;
    const next = await ask('H99.02', cursor);
    expect(next.errors).toEqual([]);
    expect(next.data.unit.employees.edges[0].node.code).not.toBe(data.unit.employees.edges[0].node.code);
    expect((await ask('H99.03', cursor)).errors[0]?.extensions.reason).toBe('CURSOR_FOREIGN');
  });

  test('goes on where it stood on the next day', async () => {
    const ask = (after: string | null) =>
      office.as('nhansu')(
        'query E($after: String) { employees(first: 2, after: $after) { edges { node { code } } pageInfo { endCursor } } }',
        { after },
        READ,
      );
    const { data } = await ask(null);
    day = '2026-11-23';
    const next = await ask(data.employees.pageInfo.endCursor);
    day = '2026-11-22';
    expect(next.errors).toEqual([]);
    expect(next.data.employees.edges).toHaveLength(2);
  });

  test('is refused to a token revoked meanwhile', async () => {
    const { secret, prefix, secretHash } = createPersonalTokenSecret();
    await office.ownerPool.query(
      `insert into congvu.personal_token (user_id, name, prefix, secret_hash, scopes, expires_at)
       select id, 'phân trang', $1, $2, '{EMPLOYEE_READ}', now() + interval '1 year'
       from congvu.user_account where user_name = 'nhansu'`,
      [prefix, secretHash],
    );
    const ask = (after: string | null) =>
      office.withBearer(`Bearer ${secret}`)(
        'query E($after: String) { employees(first: 2, after: $after) { pageInfo { endCursor } } }',
        { after },
        READ,
      );
    const { data, errors } = await ask(null);
    expect(errors).toEqual([]);
    await office.ownerPool.query('update congvu.personal_token set revoked_at = now() where prefix = $1', [prefix]);
    const refused = await ask(data.employees.pageInfo.endCursor);
    expect([refused.status, refused.data]).toEqual([401, null]);
    expect(refused.errors[0]?.extensions.reason).toBe('TOKEN_REVOKED');
  });
});

describe('the total of a list', () => {
  test('is of the whole filter whatever the page, and only of what one may see', async () => {
    for (const day of [1, 2, 3]) await award(`Đếm ${day}`, `2015-03-0${day}`);
    expect((await page({ filter: of(2015), first: 1 })).totalCount).toBe(3);
    expect((await page({ filter: of(2014), first: 1 })).totalCount).toBe(0);
    const count = async (userName: string) => {
      const { data } = await office.as(userName)('{ employees(first: 1) { totalCount } }', {}, READ);
      return data.employees.totalCount;
    };
    const { rows } = await office.ownerPool.query<{ n: number }>('select count(*)::int as n from congvu.employee');
    const [all, own] = [await count('nhansu'), await count('chuyenvien')];
    expect(all).toBeLessThanOrEqual(rows[0]?.n ?? 0);
    expect(own).toBeGreaterThan(0);
    expect(own).toBeLessThan(all);
  });

  test('costs one statement more, below many parents too, and none where it is not asked for', async () => {
    const statements = async (fields: string) => {
      office.statements.length = 0;
      const { data, errors } = await office.as('nhansu')(
        `{ units(first: 20) { edges { node { code employees(first: 1) { ${fields} } } } } }`,
        {},
        READ,
      );
      expect(errors).toEqual([]);
      return { count: office.statements.length, edges: data.units.edges };
    };
    const without = await statements('pageInfo { hasNextPage }');
    const counted = await statements('totalCount pageInfo { hasNextPage }');
    expect(counted.count).toBe(without.count + 1);
    for (const { node } of counted.edges.slice(0, 5)) {
      const { rows } = await office.ownerPool.query<{ n: number }>(
        `select count(*)::int as n from congvu.assignment a join congvu.unit u on u.id = a.unit_id
         where u.path <@ (select path from congvu.unit where code = $1)
           and a.valid_from <= '2026-11-22' and coalesce(a.valid_to >= '2026-11-22', true)`,
        [node.code],
      );
      expect([node.code, node.employees.totalCount]).toEqual([node.code, rows[0]?.n]);
    }
  });
});
