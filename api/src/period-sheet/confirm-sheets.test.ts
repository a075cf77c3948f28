import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type ApiOffice, newKey, openApiOffice } from '../testing/api-office.ts';
import { criteria } from '../testing/full-criteria.ts';

let office: ApiOffice;
beforeAll(async () => {
  office = await openApiOffice();
});
afterAll(() => office?.close());

const ROWS = `... on ConfirmedSheets { confirmed refused rows { index periodSheet { id state revision general score { total level } } errors { path code message } } }
  ... on RowsRefusedError { code message rows { index errors { path code } } }
  ... on InvalidInputError { fields { path code } } ... on IdempotencyConflictError { code }`;
const MANY = `mutation M($input: ConfirmPeriodSheetsInput!) { confirmPeriodSheets(input: $input) { __typename ${ROWS} } }`;
const ONE = `mutation M($input: ConfirmPeriodSheetInput!) { confirmPeriodSheet(input: $input) { __typename
  ... on PeriodSheet { id state revision general score { total level } }
  ... on DomainError { code } ... on InvalidInputError { fields { path code } } } }`;

interface Sheet {
  readonly id: string;
  readonly revision: number;
  readonly role: string;
  readonly state: string;
  readonly employee: string;
  readonly unit: string;
}

/** Open sheets of this month in the agency, in the order of their people, as personnel's own statement says. */
async function openSheets(unit: string): Promise<readonly Sheet[]> {
  const { rows } = await office.ownerPool.query<Sheet>(
    `select s.id, s.revision, s.role, s.state, e.code as employee, u.code as unit from congvu.period_sheet s
     join congvu.employee e on e.id = s.employee_id join congvu.unit u on u.id = s.unit_id
     where s.period = '2026-11' and s.provisional and u.path <@ (select path from congvu.unit where code = $1)
       and not exists (select 1 from congvu.user_account a where a.employee_id = e.id and a.user_name = 'lanhdao')
     order by s.role desc, e.code`,
    [unit],
  );
  return rows;
}

const globalId = (id: string) => Buffer.from(`PeriodSheet:${id}`).toString('base64');
const row = (sheet: Sheet, changes: object = {}) => ({
  sheet: globalId(sheet.id),
  revision: sheet.revision,
  criteria: criteria(),
  ...(sheet.role === 'LEADER' ? { organising: 100, cohesion: 100 } : {}),
  ...changes,
});

async function confirm(userName: string, rows: readonly object[], changes: object = {}) {
  const input = { idempotencyKey: newKey(), mode: 'GOOD_ONES', rows, ...changes };
  const { data, errors } = await office.as(userName)(MANY, { input });
  expect(errors).toEqual([]);
  return data.confirmPeriodSheets;
}

/** The code the mutation of one sheet answers to the same row: a member of its union, its fields, or a top-level error. */
async function codesOfOne(userName: string, given: object): Promise<readonly string[]> {
  const { data, errors } = await office.as(userName)(ONE, { input: { idempotencyKey: newKey(), ...given } });
  const top = errors[0]?.extensions;
  if (top !== undefined) return [String(top.reason ?? top.code)];
  const { code, fields } = data.confirmPeriodSheet;
  return fields?.map((each: { code: string }) => each.code) ?? (code ? [code] : []);
}

const count = async (table: string) =>
  (await office.ownerPool.query(`select count(*)::int as n from congvu.${table}`)).rows[0].n;

describe('sheets confirmed in one call', () => {
  test('answer for each bad row what the confirmation of one answers, and write the good ones', async () => {
    const [first, second, third, fourth] = (await openSheets('H99.01.01')).filter(({ role }) => role === 'STAFF');
    const [foreign] = await openSheets('H99.02.01');
    const { rows: own } = await office.ownerPool.query<Sheet>(
      `select s.id, s.revision, s.role from congvu.period_sheet s join congvu.user_account a on a.employee_id = s.employee_id
       where a.user_name = 'quanly' and s.period = '2026-11'`,
    );
    const { rows: done } = await office.ownerPool.query<Sheet>(
      `select s.id, s.revision, s.role from congvu.period_sheet s join congvu.unit u on u.id = s.unit_id
       where u.code = 'H99.01.01' and s.role = 'STAFF' and s.period = '2026-10' and not s.provisional order by s.id limit 1`,
    );
    if (!first || !second || !third || !fourth || !foreign || !own[0] || !done[0])
      throw new Error('The seed has these.');
    const bad = [
      row(second, { revision: 99 }),
      row(third, { criteria: criteria({ 'I.1': '5.5' }) }),
      row(third, { organising: 100, cohesion: 100 }),
      row(fourth, { criteria: criteria({ 'II.1': '1,5' }) }),
      row(fourth, { criteria: criteria().slice(1) }),
      row(foreign),
      row(own[0]),
      row(done[0]),
      row({ ...first, id: '0193f5a0-0000-7000-8000-00000000dead' }),
    ];
    const expected: (readonly string[])[] = [];
    for (const each of bad) expected.push(await codesOfOne('quanly', each));
    expect(expected.every((codes) => codes.length > 0)).toBe(true);
    const answer = await confirm('quanly', [...bad, row(first)]);
    expect(
      answer.rows.slice(0, -1).map((each: { errors: { code: string }[] }) => each.errors.map(({ code }) => code)),
    ).toEqual(expected);
    expect(answer).toMatchObject({ confirmed: 1, refused: bad.length });
    expect(answer.rows.at(-1)).toMatchObject({
      errors: [],
      periodSheet: { id: globalId(first.id), state: 'CONFIRMED', general: '59/2' },
    });
    expect(answer.rows[0].errors).toMatchObject([{ path: '/revision', code: 'STALE_REVISION' }]);
    expect(answer.rows[1].errors).toMatchObject([{ path: '/criteria/0/points', code: 'POINTS_ABOVE_MAXIMUM' }]);
    // What was given is in the sentence, and in nothing that is kept.
    expect(answer.rows[1].errors[0].message).toContain('5.5');
    const { rows: kept } = await office.ownerPool.query(
      `select outcome::text as outcome from congvu.idempotency_key order by created_at desc limit 1`,
    );
    expect(kept[0].outcome).toContain('POINTS_ABOVE_MAXIMUM');
    expect(kept[0].outcome).not.toContain('5.5');
    expect(kept[0].outcome).not.toContain('11/2');
  });

  test('are the same as confirmed one by one: figures, revisions, chain', async () => {
    const [one, other] = (await openSheets('H99.01.01')).filter(
      ({ role, state }) => role === 'STAFF' && state === 'ASSIGNED',
    );
    if (!one || !other) throw new Error('The seed has two.');
    const points = { criteria: criteria({ 'I.2': '4' }), opinion: 'Đồng ý' };
    await office.as('quanly')(ONE, { input: { idempotencyKey: newKey(), ...row(one, points) } });
    await confirm('quanly', [row(other, points)]);
    const said = async (id: string) => {
      const { rows } = await office.ownerPool.query(
        `select s.state, s.revision - $2::int as moved, s.general::text, s.provisional, s.confirmed_as, s.confirmed_by_name, s.opinion,
           s.confirmed_at, r.state as kept, r.snapshot -> 'criteria' as criteria,
           r.snapshot -> 'explanation' = s.explanation as explained, r.snapshot -> 'taskIds' = to_jsonb(s.task_ids) as tasks,
           r.changed_by_name, r.reason,
           (select regexp_replace(ae.payload, '"(total|level|revision)":[^,]*', '', 'g') from congvu.audit_entry ae
            where ae.entity_id = s.id::text order by ae.sequence desc limit 1) as payload
         from congvu.period_sheet s join congvu.sheet_revision r on r.sheet_id = s.id and r.revision = s.revision where s.id = $1`,
        [id, id === one.id ? one.revision : other.revision],
      );
      return rows[0];
    };
    const [alone, together] = [await said(one.id), await said(other.id)];
    expect(alone.explained).toBe(true);
    expect(together).toEqual(alone);
  });

  test('confirm a sheet named twice once, and answer the second as too late', async () => {
    const [sheet] = (await openSheets('H99.01.01')).filter(({ role }) => role === 'STAFF');
    if (!sheet) throw new Error('The seed has one.');
    const again = { ...sheet, revision: sheet.revision + 1 };
    const answer = await confirm('quanly', [row(sheet), row(sheet), row(again, { reason: 'Sửa' })]);
    expect(answer).toMatchObject({
      confirmed: 1,
      rows: [
        { errors: [] },
        { errors: [{ code: 'STALE_REVISION' }] },
        { errors: [{ path: '/sheet', code: 'INCONSISTENT' }] },
      ],
    });
  });

  test('leave nothing where all or none is asked and one is bad, and answer a repeated call as before', async () => {
    const [sheet, other] = (await openSheets('H99.01.01')).filter(({ role }) => role === 'STAFF');
    if (!sheet || !other) throw new Error('The seed has two.');
    const before = [
      await count('sheet_revision'),
      await count('audit_entry'),
      await count('idempotency_key'),
      await count('sheet_criterion'),
    ];
    const refused = await confirm('quanly', [row(sheet), row(other, { revision: 77 })], { mode: 'ALL_OR_NONE' });
    expect(refused).toMatchObject({
      __typename: 'RowsRefusedError',
      code: 'ROWS_REFUSED',
      rows: [{ index: 1, errors: [{ path: '/revision', code: 'STALE_REVISION' }] }],
    });
    expect([
      await count('sheet_revision'),
      await count('audit_entry'),
      await count('idempotency_key'),
      await count('sheet_criterion'),
    ]).toEqual(before);
    const key = newKey();
    const rows = [row(sheet), row(other, { criteria: criteria({ 'I.1': '9' }) })];
    const first = await confirm('quanly', rows, { idempotencyKey: key });
    expect(await confirm('quanly', rows, { idempotencyKey: key })).toEqual(first);
    expect(first).toMatchObject({ confirmed: 1, refused: 1 });
    expect(await confirm('quanly', [row(sheet)], { idempotencyKey: key })).toMatchObject({
      __typename: 'IdempotencyConflictError',
    });
  });

  test('are refused to who may not confirm them, row by row, and refuse more than 250', async () => {
    const [sheet] = await openSheets('H99.02');
    if (!sheet) throw new Error('The seed has one.');
    for (const userName of ['chuyenvien', 'nhansu', 'quanly']) {
      const answer = await confirm(userName, [row(sheet)]);
      expect([userName, answer.confirmed, answer.rows[0].errors.length]).toEqual([userName, 0, 1]);
    }
    const answer = await confirm(
      'quanly',
      Array.from({ length: 251 }, () => row(sheet)),
    );
    expect(answer).toMatchObject({ __typename: 'InvalidInputError', fields: [{ path: '/rows' }] });
  });

  test('bring a leader down with the subordinate confirmed beside him, in whatever order, by a fixed number of statements', async () => {
    const sheets = await openSheets('H99.01');
    const staff = sheets.filter(({ role }) => role === 'STAFF');
    const [leader] = sheets.filter(({ role, unit }) => role === 'LEADER' && staff.some((each) => each.unit === unit));
    const below = staff.find(({ unit }) => unit === leader?.unit);
    if (!leader || !below) throw new Error('The seed has a leader with staff.');
    const zero = criteria().map(({ code }) => ({ code, points: '0' }));
    await office.ownerPool.query(
      `update congvu.task set outcome = 'NOT_DONE' where period = '2026-11' and outcome = 'OPEN'
      and employee_id = (select employee_id from congvu.period_sheet where id = $1)`,
      [below.id],
    );
    const rows = [
      row(leader),
      ...staff
        .slice(0, 100)
        .filter(({ id }) => id !== below.id)
        .map((each) => row(each)),
      row(below, { criteria: zero }),
    ];
    office.statements.length = 0;
    const answer = await confirm('lanhdao', rows);
    const statements = [...office.statements];
    expect(answer.refused).toBe(0);
    const { rows: stored } = await office.ownerPool.query(
      `select s.id = $1 as leads, s.level, s.unit_result from congvu.period_sheet s where s.id in ($1, $2)`,
      [leader.id, below.id],
    );
    expect(stored).toContainEqual(expect.objectContaining({ leads: false, level: 'NOT_COMPLETED' }));
    expect(stored).toContainEqual(expect.objectContaining({ leads: true, unit_result: 50 }));
    const ofOurs = statements.filter(
      (text) => !/^(begin|commit|savepoint|release|set |select set_config)|name_actor|sign_in/i.test(text.trim()),
    );
    expect(ofOurs.length).toBeLessThanOrEqual(25);
  });
});
