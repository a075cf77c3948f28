import { strFromU8, unzipSync } from 'fflate';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import {
  insertCommendation,
  insertFeedback,
  insertInspection,
  insertVisit,
  unitIdOf,
} from '../../../test/testkit/register-rows.ts';
import { type ApiOffice, openApiOffice } from '../testing/api-office.ts';
import { EXPORTED_REGISTERS } from './exported-registers.ts';

let office: ApiOffice;
beforeAll(async () => {
  office = await openApiOffice();
});
afterAll(() => office?.close());

async function get(
  userName: string,
  register: string,
  filter: object | null,
  purpose = 'STATISTICS',
): Promise<Response> {
  const written = filter === null ? 'all' : Buffer.from(JSON.stringify(filter), 'utf8').toString('base64url');
  const authorization = `Bearer ${await office.tokenOf(userName)}`;
  return fetch(new URL(`/files/register/${register}/${written}.xlsx`, office.url), {
    headers: { authorization, 'x-purpose': purpose },
  });
}

/** All texts of a workbook and how many rows its sheet has, the heading among them. */
async function read(response: Response) {
  expect(response.status).toBe(200);
  const parts = unzipSync(new Uint8Array(await response.arrayBuffer()));
  const part = (path: string) => strFromU8(parts[path] ?? new Uint8Array());
  return { texts: part('xl/sharedStrings.xml'), rows: [...part('xl/worksheets/sheet1.xml').matchAll(/<row /g)].length };
}

describe('a register as a workbook', () => {
  test.each(EXPORTED_REGISTERS.filter(({ name }) => name !== 'candidates').map(({ name }) => [name]))(
    'of %s is made by its list',
    async (name) => {
      const userName = ['inspections', 'visits', 'findings', 'recommendations', 'feedback'].includes(name)
        ? 'thanhtra'
        : 'nhansu';
      const { rows } = await read(await get(userName, name, null));
      expect(rows).toBeGreaterThanOrEqual(1);
    },
  );

  test('of candidates takes what the list takes', async () => {
    const answer = await get('nhansu', 'candidates', { unit: 'H99.01', year: 2026, title: 'LDTT' }, 'COMMENDATION');
    const { rows, texts } = await read(answer);
    expect(rows).toBeGreaterThanOrEqual(1);
    expect(texts).toContain('Điều kiện còn thiếu');
    expect((await get('nhansu', 'candidates', { unit: 'H99.01' }, 'COMMENDATION')).status).toBe(400);
  });

  test('holds what the filter asks for, of more rows than a page of a list has, in few statements', async () => {
    const unitId = await unitIdOf(office.ownerPool, 'H99.02');
    for (let index = 0; index < 130; index += 1)
      await insertCommendation(
        office.ownerPool,
        { unitId, employeeId: null },
        { decided_on: '2021-05-04', title: `Tập thể ${index}`, title_code: null },
      );
    await read(await get('nhansu', 'commendations', null));
    office.statements.length = 0;
    const { rows, texts } = await read(
      await get('nhansu', 'commendations', { unit: 'H99.02', from: '2021-01-01', to: '2021-12-31' }),
    );
    expect(rows).toBe(131);
    expect(texts).toContain('Tập thể 129');
    // Naming the actor, unit, page, units of the rows, restrictions, access.
    expect(office.statements.length).toBeLessThanOrEqual(8);
    expect(
      (await read(await get('nhansu', 'commendations', { unit: 'H99.02', from: '2020-01-01', to: '2020-12-31' }))).rows,
    ).toBe(1);
  });

  test('notes each person it names with the copy, and leaves out who restricted exports', async () => {
    const unitId = await unitIdOf(office.ownerPool, 'H99.04');
    const { rows: people } = await office.ownerPool.query<{ id: string; name: string }>(
      `select e.id, e.name from congvu.employee e join congvu.assignment a on a.employee_id = e.id and a.valid_to is null
       join congvu.unit u on u.id = a.unit_id where u.code like 'H99.04%' order by e.code limit 2`,
    );
    for (const { id } of people)
      await insertCommendation(office.ownerPool, { unitId, employeeId: id }, { decided_on: '2020-05-04' });
    const filter = { unit: 'H99.04', from: '2020-01-01', to: '2020-12-31' };
    const both = await read(await get('nhansu', 'commendations', filter, 'COMMENDATION'));
    expect(both.rows).toBe(3);
    const { rows: noted } = await office.ownerPool.query(
      'select distinct kind, purpose::text from congvu.access_entry where employee_id = any($1)',
      [people.map(({ id }) => id)],
    );
    expect(noted).toContainEqual({ kind: 'commendation+file', purpose: 'COMMENDATION' });

    const [restricted, other] = people;
    const { rows: requests } = await office.ownerPool.query<{ id: string }>(
      `insert into congvu.data_request (employee_id, kind, subject, content, answer_due_on)
       values ($1, 'RESTRICTION', 'Khen thưởng', 'Không đưa vào tệp', '2026-11-24') returning id`,
      [restricted?.id],
    );
    await office.ownerPool.query(
      `insert into congvu.data_restriction (employee_id, request_id, scope, from_on, recorded_by_name)
       values ($1, $2, 'EXPORT', '2026-11-01', 'Bảo vệ dữ liệu')`,
      [restricted?.id, requests[0]?.id],
    );
    const one = await read(await get('nhansu', 'commendations', filter, 'COMMENDATION'));
    expect(one.texts).toContain(other?.name);
    expect(one.texts).not.toContain(restricted?.name);
    expect(one.texts).toContain('Không gồm 1 người hạn chế xuất dữ liệu');
  });

  test('of feedback holds neither sender nor content', async () => {
    const unitId = await unitIdOf(office.ownerPool, 'H99.02');
    await insertFeedback(office.ownerPool, { unitId }, { content: 'Tôi là Người gửi Bí Mật, xin phản ánh' });
    const { texts, rows } = await read(await get('thanhtra', 'feedback', { unit: 'H99.02' }));
    expect(rows).toBeGreaterThan(1);
    expect(texts).not.toContain('Bí Mật');
  });

  test('of visits holds none that its reader may not know of', async () => {
    const owner = office.ownerPool;
    const unitId = await unitIdOf(owner, 'H99.02');
    const inspectionId = await insertInspection(
      owner,
      { unitId: await unitIdOf(owner, 'H99') },
      { mode: 'UNANNOUNCED', title: 'Kiểm tra đột xuất bí mật' },
    );
    await insertVisit(
      owner,
      { unitId, inspectionId },
      { unannounced: true, visited_on: null, state: 'PLANNED', repeat_reason: 'Chưa ai biết' },
    );
    expect((await read(await get('nhansu', 'visits', null, 'INSPECTION'))).texts).not.toContain('Chưa ai biết');
    expect((await read(await get('thanhtra', 'visits', null, 'INSPECTION'))).texts).toContain('Chưa ai biết');
  });

  test.each([
    ['a filter its list does not know', 'nhansu', 'commendations', { colour: 'red' }, 400],
    ['a unit that is none', 'nhansu', 'commendations', { unit: 'H98' }, 404],
  ])('is refused for %s', async (_name, userName, register, filter, status) => {
    expect((await get(userName, register, filter)).status).toBe(status);
  });

  test('shows a manager nothing of discipline', async () => {
    expect((await read(await get('quanly', 'decisions', null))).rows).toBe(1);
  });
});
