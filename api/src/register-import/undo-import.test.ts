import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { csv, openFileOffice } from './testing/file-office.ts';

let files: Awaited<ReturnType<typeof openFileOffice>>;
beforeAll(async () => {
  files = await openFileOffice();
  const { id } = await files.previewed({
    register: 'UNIT',
    file: csv(UNITS, ['H99.01.80', 'Phòng Thử', 'H99.01', '2026-11-01', 'NHOM-80:Chuyên viên']),
  });
  await files.takenIn(id);
});
afterAll(() => files?.close());

const UNITS = ['code', 'name', 'parent', 'validFrom', 'groups'];
const PEOPLE = ['code', 'name', 'unit', 'post', 'title', 'group', 'subjectType', 'from', 'account', 'serviceEnd'];
const person = (code: string, name: string, account = '', serviceEnd = '') => [
  code,
  name,
  'H99.01.80',
  'STAFF',
  'Chuyên viên',
  'NHOM-80',
  'CIVIL_SERVANT',
  '2026-11-02',
  account,
  serviceEnd,
];
const takeIn = async (register: string, ...lines: readonly (readonly string[])[]) =>
  files.takenIn((await files.previewed({ register, file: csv(...lines) })).id);
/** Everything an import of people could leave behind. */
const traces = (codes: string) =>
  files.rows(
    `select e.code, e.name, e.withdrawn_at is not null as withdrawn, count(a.id)::integer as posts, k.user_name as account,
       s.on_date::text as ends
     from congvu.employee e left join congvu.assignment a on a.employee_id = e.id left join congvu.user_account k on k.employee_id = e.id
     left join congvu.service_end s on s.employee_id = e.id where e.code like $1 group by e.id, k.user_name, s.on_date order by 1`,
    [codes],
  );

describe('an import taken back', () => {
  test('leaves everything as it was: what was made goes, what was changed is as before', async () => {
    await takeIn('EMPLOYEE', PEOPLE, person('U-01', 'Nguyễn Văn An', '', '2040-01-31'));
    const before = await traces('U-%');
    const units = await files.rows('select code, name from congvu.unit order by 1');
    const second = await takeIn(
      'EMPLOYEE',
      PEOPLE,
      person('U-01', 'Nguyễn Văn Ân', 'u01', '2041-01-31'),
      person('U-02', 'Trần Thị Bình', 'u02', '2042-01-31'),
    );
    expect(second.taken.preview).toMatchObject({ created: 1, changed: 1 });
    expect(await traces('U-%')).toMatchObject([
      { code: 'U-01', name: 'Nguyễn Văn Ân', account: 'u01', ends: '2041-01-31' },
      { code: 'U-02', posts: 1, account: 'u02', ends: '2042-01-31' },
    ]);
    expect((await files.undo(second.id)).answer).toMatchObject({ __typename: 'Job' });
    expect(await traces('U-%')).toEqual(before);
    const after = await files.follow(second.id);
    expect(after.taken).toMatchObject({ committed: 0, undoneAt: expect.any(String) });
    expect((await files.undo(second.id)).answer).toMatchObject({ __typename: 'WrongStateError', state: 'UNDONE' });
    expect(await files.rows('select code, name from congvu.unit order by 1')).toEqual(units);
    // One entry says so, by whom and of which import.
    const entries = await files.rows(
      "select actor_name <> '' as named, payload from congvu.audit_entry where action = 'undoImport'",
    );
    expect(entries).toHaveLength(1);
    // The same file makes the same people again.
    const again = await takeIn('EMPLOYEE', PEOPLE, person('U-02', 'Trần Thị Bình', 'u02', '2042-01-31'));
    expect(again.taken).toMatchObject({ committed: 1, bad: 0 });
    expect(await traces('U-02')).toMatchObject([{ posts: 1, account: 'u02' }]);
  });

  test('withdraws whom somebody has looked at, and the same code brings him back', async () => {
    const { id } = await takeIn('EMPLOYEE', PEOPLE, person('U-11', 'Lê Văn Cường'));
    const { data } = await files.office.as('nhansu')(
      '{ employee(code: "U-11") { name periodSheets(first: 1) { edges { node { id } } } commendations(first: 1) { edges { node { id } } } } }',
    );
    expect(data.employee.name).toBe('Lê Văn Cường');
    await files.office.ownerPool.query(
      `insert into congvu.access_entry (employee_id, kind, user_id, read_by, purpose, screen, request_id)
       select e.id, 'sheet', a.id, a.display_name, 'EVALUATE', 'test', 'test' from congvu.employee e, congvu.user_account a
       where e.code = 'U-11' and a.user_name = 'nhansu'`,
    );
    expect((await files.undo(id)).answer).toMatchObject({ __typename: 'Job' });
    expect(await traces('U-11')).toMatchObject([{ withdrawn: true, posts: 0 }]);
    const seen = await files.office.as('nhansu')('{ employee(code: "U-11") { name } }');
    expect(seen.data?.employee ?? null).toBeNull();
    await takeIn('EMPLOYEE', PEOPLE, person('U-11', 'Lê Văn Cương'));
    expect(await traces('U-11')).toMatchObject([{ name: 'Lê Văn Cương', withdrawn: false, posts: 1 }]);
  });

  test('is refused as a whole once somebody has work by it, and names the line', async () => {
    const { id } = await takeIn('EMPLOYEE', PEOPLE, person('U-21', 'Một'), person('U-22', 'Hai'));
    const [product] = await files.rows<{ code: string }>(
      `select p.code from congvu.product p join congvu.catalogue_version c on c.id = p.catalogue_id
       where c.valid_from <= '2026-11-22' and coalesce(c.valid_to >= '2026-11-22', true) order by 1 limit 1`,
    );
    const heading = ['employee', 'product', 'title', 'quantity', 'deadline', 'responsibility'];
    const tasks = await takeIn('TASK', heading, [
      'U-22',
      product?.code ?? '',
      'Việc thử',
      '1',
      '2026-11-27',
      'Chủ trì',
    ]);
    const before = await traces('U-2%');
    expect((await files.undo(id)).answer).toMatchObject({
      __typename: 'ImportUsedError',
      code: 'IMPORT_USED',
      line: 3,
    });
    expect(await traces('U-2%')).toEqual(before);
    // The tasks themselves were not touched yet: they go, and the sheet is worked out without them.
    expect((await files.undo(tasks.id)).answer).toMatchObject({ __typename: 'Job' });
    expect(await files.rows("select 1 from congvu.task where title = 'Việc thử'")).toEqual([]);
  });

  // Seven imports one behind another: beside other builds on two cores it took half a minute.
  test('takes back units with their groups, posts with the ones they ended, entries of planning and products asked for', {
    timeout: 120_000,
  }, async () => {
    const units = await takeIn(
      'UNIT',
      UNITS,
      ['H99.01.81', 'Phòng Hai', 'H99.01', '2026-11-01', 'NHOM-81:A; NHOM-82:B'],
      ['H99.01.81.1', 'Tổ', 'H99.01.81', '2026-11-01', ''],
    );
    expect(units.taken.committed).toBe(2);
    expect((await files.undo(units.id)).answer).toMatchObject({ __typename: 'Job' });
    expect(await files.rows("select code from congvu.unit where code like 'H99.01.81%'")).toEqual([]);
    expect(await files.rows("select code from congvu.work_group where code in ('NHOM-81', 'NHOM-82')")).toEqual([]);

    await takeIn('EMPLOYEE', PEOPLE, person('U-31', 'Ba'));
    const posts = await takeIn(
      'ASSIGNMENT',
      ['employee', 'unit', 'post', 'title', 'group', 'subjectType', 'from'],
      ['U-31', 'H99.01.80', 'STAFF', 'Chuyên viên chính', 'NHOM-80', 'CIVIL_SERVANT', '2026-11-16'],
    );
    expect((await files.undo(posts.id)).answer).toMatchObject({ __typename: 'Job' });
    expect(
      await files.rows(`select a.title, a.valid_to from congvu.assignment a join congvu.employee e on e.id = a.employee_id
        where e.code = 'U-31'`),
    ).toEqual([{ title: 'Chuyên viên', valid_to: null }]);

    const heading = ['employee', 'unit', 'post', 'title', 'from', 'to', 'decisionNumber'];
    const entry = (to: string) => ['U-31', 'H99.01.80', 'HEAD', '', '2026-01-01', to, 'QH-80/QĐ'];
    await takeIn('PLANNING', heading, entry('2030-12-31'));
    const changed = await takeIn('PLANNING', heading, entry('2031-12-31'));
    expect((await files.undo(changed.id)).answer).toMatchObject({ __typename: 'Job' });
    expect(
      await files.rows("select to_on::text as to from congvu.planning_entry where decision_number = 'QH-80/QĐ'"),
    ).toEqual([{ to: '2030-12-31' }]);

    const asked = await takeIn(
      'CATALOGUE',
      ['unit', 'name', 'group', 'points'],
      ['H99.01.80', 'Sản phẩm thử', 'N2', '2'],
    );
    expect((await files.undo(asked.id)).answer).toMatchObject({ __typename: 'Job' });
    expect(await files.rows("select 1 from congvu.catalogue_proposal where name = 'Sản phẩm thử'")).toEqual([]);
  });

  test('is its sender’s own matter', async () => {
    const { id } = await takeIn('EMPLOYEE', PEOPLE, person('U-41', 'Bốn'));
    const { errors } = await files.office.as('quanly')(
      'mutation M($input: UndoImportInput!) { undoImport(input: $input) { __typename } }',
      { input: { idempotencyKey: crypto.randomUUID(), job: id } },
    );
    expect(['NOT_FOUND', 'FORBIDDEN']).toContain(errors[0]?.extensions.code);
    expect(await traces('U-41')).toHaveLength(1);
  });
});
