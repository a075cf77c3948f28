import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { withFormula } from './testing/changed-sheet.ts';
import { csv, openFileOffice, workbook } from './testing/file-office.ts';
import { PEOPLE_COLUMNS, personRow } from './testing/people-file.ts';

/** One kind of file after another, each on what the one before brought. */
let files: Awaited<ReturnType<typeof openFileOffice>>;
beforeAll(async () => {
  files = await openFileOffice();
});
afterAll(() => files?.close());

const UNITS = ['code', 'name', 'parent', 'validFrom', 'groups'];
const count = async (table: string, where: string) =>
  (await files.rows<{ count: number }>(`select count(*)::integer as count from congvu.${table} where ${where}`))[0]
    ?.count;

describe('a file of units', () => {
  test('is taken in parents first; a cycle and what hangs on nothing are named', async () => {
    const file = csv(
      UNITS,
      ['H99.01.90.1', 'Tổ Một', 'H99.01.90', '2026-11-01', ''],
      ['H99.01.90', 'Phòng Mới', 'H99.01', '01/11/2026', 'NHOM-90:Chuyên viên phòng mới; NHOM-91:Lãnh đạo phòng mới'],
      ['X.1', 'Vòng một', 'X.2', '2026-11-01', ''],
      ['X.2', 'Vòng hai', 'X.1', '2026-11-01', ''],
      ['Y.1', 'Không có cấp trên', 'Y', '2026-11-01', ''],
      ['H99.01.90', 'Trùng mã', 'H99.01', '2026-11-01', ''],
      ['H99.01.91', 'Nhóm của đơn vị khác', 'H99.01', '2026-11-01', 'NHOM-90:Lặp lại'],
    );
    const preview = await files.previewed({ register: 'UNIT', file });
    expect(preview.taken).toMatchObject({
      rows: 7,
      bad: 5,
      committed: 0,
      preview: { created: 2, bad: 5, unchanged: 0 },
    });
    expect(preview.problems.map(({ row, path, code }) => [row, path, code])).toEqual([
      [4, '/parent', 'UNIT_CYCLE'],
      [5, '/parent', 'UNIT_CYCLE'],
      [6, '/parent', 'UNIT_UNKNOWN'],
      [7, '/code', 'DUPLICATE_RECORD'],
      [8, '/groups', 'DUPLICATE_RECORD'],
    ]);
    expect(preview.problems[0]?.text).toBe(
      `Dòng 4, cột “parent”: ${preview.problems[0]?.text.split(': ').slice(1).join(': ')}`,
    );
    expect(await count('unit', "code like 'H99.01.90%'")).toBe(0);

    const taken = await files.takenIn(preview.id);
    expect(taken).toMatchObject({ state: 'DONE', taken: { committed: 2, bad: 5 } });
    expect(
      await files.rows(`select u.code, u.level, u.kind, above.code as parent, u.path <@ above.path as below
        from congvu.unit u join congvu.unit above on above.id = u.parent_id where u.code like 'H99.01.90%' order by 1`),
    ).toEqual([
      { code: 'H99.01.90', level: 3, kind: 'DIRECT_UNIT', parent: 'H99.01', below: true },
      { code: 'H99.01.90.1', level: 4, kind: 'DIRECT_UNIT', parent: 'H99.01.90', below: true },
    ]);
    expect(await count('work_group', "code in ('NHOM-90', 'NHOM-91')")).toBe(2);
    // The same file again: what is there is there.
    const again = await files.previewed({ register: 'UNIT', file });
    expect(again.taken.preview).toMatchObject({ created: 0, changed: 0, unchanged: 2 });
  });
});

describe('a workbook of people', () => {
  test('names each bad row by row and column, takes in the good ones, and the second time nothing', async () => {
    const rows: (string | number | { readonly date: string } | null)[][] = [
      personRow('M-01', 'Nguyễn Văn An', { account: 'm01', email: 'm01@example.vn', serviceEnd: '2040-01-31' }),
      personRow('M-02', 'Trần Thị Hường'),
      personRow('M-03', 'Lê Văn Cường', { from: '31/02/2026' }),
      personRow('M-04', ''),
      personRow('M-05', 'Phạm Thị Dung', { group: 'KHONG-CO' }),
      personRow('M-02', 'Người trùng mã'),
      personRow('M-06', 'Vũ Văn Em', { unit: 'H77' }),
      personRow('M-07', 'Đỗ Thị Phượng', { email: 'm01@example.vn' }),
      personRow('M-08', '=CMD()'),
      personRow('M-09', 'Hoàng Văn Giang', { subjectType: 'Công chức' }),
      personRow('M-10', 'Bùi Văn Hải'),
    ];
    const [day, number] = [rows[1], rows[9]];
    if (day !== undefined) day[7] = { date: '2026-11-03' };
    // 2026-11-02, as a day that lost its format.
    if (number !== undefined) number[7] = 46_328;
    const last = rows[10];
    if (last !== undefined) last[7] = 123;
    const file = await withFormula(await workbook(PEOPLE_COLUMNS, rows), 'B10');
    const preview = await files.previewed({ register: 'EMPLOYEE', file });
    expect(preview.taken).toMatchObject({
      format: 'XLSX',
      sheet: 'Danh sách',
      rows: 11,
      bad: 8,
      preview: { created: 3 },
    });
    expect(preview.problems.map(({ row, column, code }) => [row, column, code])).toEqual([
      [4, 'from', 'NOT_A_DATE'],
      [5, 'name', 'REQUIRED'],
      [6, 'group', 'GROUP_UNKNOWN'],
      [7, 'code', 'DUPLICATE_RECORD'],
      [8, 'unit', 'UNIT_UNKNOWN'],
      [9, 'email', 'DUPLICATE_RECORD'],
      [10, 'name', 'FORMULA_IN_CELL'],
      [12, 'from', 'NOT_A_DATE'],
    ]);
    // A day is told as a file writes it; what the cell held is not kept.
    expect(preview.problems[0]?.text).toContain(': Không phải là ngày hợp lệ; hãy viết như 01/11/2026.');
    expect(await count('employee', "code like 'M-%'")).toBe(0);
    expect(await count('import_row', `job_id = '${rowIdOf(preview.id)}'`)).toBe(0);

    const taken = await files.takenIn(preview.id);
    expect(taken.taken).toMatchObject({ committed: 3, bad: 8 });
    expect(
      await files.rows(`select e.code, e.search_key, a.title, a.role, a.rule_set, a.valid_from::text as from, s.on_date::text as ends,
          k.issuer, k.subject, k.user_name, (select count(*)::integer from congvu.role_grant g where g.user_id = k.id) as grants
        from congvu.employee e join congvu.assignment a on a.employee_id = e.id left join congvu.service_end s on s.employee_id = e.id
        left join congvu.user_account k on k.employee_id = e.id where e.code like 'M-%' order by 1`),
    ).toMatchObject([
      {
        code: 'M-01',
        search_key: 'nguyen van an',
        role: 'STAFF',
        from: '2026-11-02',
        ends: '2040-01-31',
        user_name: 'm01',
        grants: 0,
      },
      { code: 'M-02', from: '2026-11-03', user_name: null, ends: null },
      { code: 'M-09', from: '2026-11-02', user_name: null },
    ]);
    const again = await files.previewed({ register: 'EMPLOYEE', file });
    expect(again.taken.preview).toEqual({ created: 0, changed: 0, unchanged: 3, bad: 8 });
    const twice = await files.takenIn(again.id);
    expect(twice.taken).toMatchObject({ preview: { unchanged: 3, created: 0 } });
    expect(await count('employee', "code like 'M-%'")).toBe(3);
    // No cell of the file stands in what is kept of it.
    const kept = await files.rows('select detail from congvu.import_problem');
    const chained = await files.rows("select payload from congvu.audit_entry where action = 'importRecords'");
    expect(JSON.stringify([kept, chained])).not.toMatch(/Hường|Nguyễn|example/);
  });

  test('changes what it has otherwise, and leaves what it does not say', async () => {
    const file = csv(
      PEOPLE_COLUMNS,
      personRow('M-01', 'Nguyễn Văn Ân', { email: 'an@example.vn' }),
      personRow('M-02', 'Trần Thị Hường', { from: '2026-11-03', account: 'm02' }),
    );
    const { id, taken } = await files.previewed({ register: 'EMPLOYEE', file });
    expect(taken.preview).toEqual({ created: 0, changed: 2, unchanged: 0, bad: 0 });
    const done = await files.takenIn(id);
    expect(done.taken.preview).toMatchObject({ changed: 2 });
    expect(
      await files.rows("select name, sort_key, email, user_name from congvu.employee where code = 'M-01'"),
    ).toMatchObject([{ name: 'Nguyễn Văn Ân', email: 'an@example.vn' }]);
    expect(await count('user_account', "subject = 'm02'")).toBe(1);
    expect(await count('service_end', "on_date = '2040-01-31'")).toBe(1);
  });

  test('does not move anybody: a post that differs overlaps the one there', async () => {
    const file = csv(PEOPLE_COLUMNS, personRow('M-01', 'Nguyễn Văn Ân', { title: 'Chuyên viên chính' }));
    const { problems } = await files.previewed({ register: 'EMPLOYEE', file });
    expect(problems).toMatchObject([{ row: 2, path: '/from', code: 'ASSIGNMENT_OVERLAPS' }]);
    expect(problems[0]?.text).toContain('02/11/2026');
  });
});

describe('a file of posts', () => {
  const POSTS = ['employee', 'unit', 'post', 'title', 'group', 'subjectType', 'from', 'to'];
  const post = (employee: string, title: string, from: string, to = '') => [
    employee,
    'H99.01.90',
    'STAFF',
    title,
    'NHOM-90',
    'CIVIL_SERVANT',
    from,
    to,
  ];

  test('ends what lasts and gives the next; what else overlaps is named with its days', async () => {
    const file = csv(
      POSTS,
      post('M-01', 'Chuyên viên chính', '2026-11-16'),
      post('M-01', 'Chuyên viên cao cấp', '2026-11-18'),
      post('M-02', 'Chuyên viên', '2026-11-03'),
      post('M-09', 'Chuyên viên', '2026-10-01', '2026-11-05'),
      post('KHONG', 'Chuyên viên', '2026-11-16'),
    );
    const { id, problems, taken } = await files.previewed({ register: 'ASSIGNMENT', file });
    expect(problems.map(({ row, path, code }) => [row, path, code])).toEqual([
      [3, '/from', 'ASSIGNMENT_OVERLAPS'],
      [5, '/from', 'ASSIGNMENT_OVERLAPS'],
      [6, '/employee', 'EMPLOYEE_UNKNOWN'],
    ]);
    expect(taken.preview).toEqual({ created: 1, changed: 0, unchanged: 1, bad: 3 });
    await files.takenIn(id);
    expect(
      await files.rows(`select a.title, a.valid_from::text as from, a.valid_to::text as to from congvu.assignment a
        join congvu.employee e on e.id = a.employee_id where e.code = 'M-01' order by 2`),
    ).toEqual([
      { title: 'Chuyên viên', from: '2026-11-02', to: '2026-11-15' },
      { title: 'Chuyên viên chính', from: '2026-11-16', to: null },
    ]);
  });
});

describe('files of the catalogue, of tasks and of planning', () => {
  test('ask for products once', async () => {
    const heading = ['unit', 'code', 'name', 'group', 'points', 'unitOfWork', 'reason'];
    const file = csv(
      heading,
      ['H99.01.90', 'SP-90', 'Báo cáo quý', 'N2', '2,5', 'báo cáo', ''],
      ['H99.01.90', '', 'Tờ trình', 'N9', '1', '', ''],
    );
    const { id, problems } = await files.previewed({ register: 'CATALOGUE', file });
    expect(problems).toMatchObject([{ row: 3, path: '/group', code: 'UNKNOWN_VALUE' }]);
    await files.takenIn(id);
    expect(
      await files.rows(
        "select name, points::text, state, reason <> '' as told from congvu.catalogue_proposal where code = 'SP-90'",
      ),
    ).toEqual([{ name: 'Báo cáo quý', points: '2.500000', state: 'PROPOSED', told: true }]);
    expect((await files.previewed({ register: 'CATALOGUE', file })).taken.preview).toMatchObject({
      unchanged: 1,
      created: 0,
    });
  });

  test('give tasks, and confirm none', async () => {
    const [product] = await files.rows<{ code: string }>(
      `select p.code from congvu.product p join congvu.catalogue_version c on c.id = p.catalogue_id
       where c.valid_from <= '2026-11-22' and coalesce(c.valid_to >= '2026-11-22', true) order by 1 limit 1`,
    );
    const heading = ['employee', 'product', 'title', 'quantity', 'deadline', 'responsibility'];
    const task = (employee: string, code: string, deadline: string) => [
      employee,
      code,
      'Soạn báo cáo',
      '2',
      deadline,
      'Chủ trì',
    ];
    const file = csv(
      heading,
      task('M-02', product?.code ?? '', '2026-11-27'),
      task('M-09', product?.code ?? '', '2026-11-27'),
      task('M-02', product?.code ?? '', '2026-11-27'),
      task('M-02', 'KHONG-CO', '2026-11-27'),
      task('M-02', product?.code ?? '', '2026-10-27'),
    );
    const { id, problems } = await files.previewed({ register: 'TASK', file });
    expect(problems.map(({ row, code }) => [row, code])).toEqual([
      [4, 'DUPLICATE_RECORD'],
      [5, 'PRODUCT_UNKNOWN'],
      [6, 'DEADLINE_OUTSIDE_ASSIGNMENT'],
    ]);
    expect(await count('task', "title = 'Soạn báo cáo'")).toBe(0);
    await files.takenIn(id);
    expect(
      await files.rows(`select t.outcome, t.period, s.state from congvu.task t join congvu.period_sheet s
        on s.employee_id = t.employee_id and s.unit_id = t.unit_id and s.period = t.period where t.title = 'Soạn báo cáo'`),
    ).toEqual([
      { outcome: 'OPEN', period: '2026-11', state: 'ASSIGNED' },
      { outcome: 'OPEN', period: '2026-11', state: 'ASSIGNED' },
    ]);
    expect((await files.previewed({ register: 'TASK', file })).taken.preview).toMatchObject({
      unchanged: 2,
      created: 0,
    });
  });

  test('say who is planned for which post, and change an entry of the same decision', async () => {
    const heading = ['employee', 'unit', 'post', 'title', 'from', 'to', 'decisionNumber'];
    const entry = (to: string) =>
      csv(
        heading,
        ['M-02', 'H99.01.90', 'HEAD', 'Trưởng phòng', '2026-01-01', to, 'QH-1/QĐ'],
        ['M-02', 'H99.01.90', 'STAFF', '', '2026-01-01', '', 'QH-2/QĐ'],
      );
    const first = await files.previewed({ register: 'PLANNING', file: entry('2030-12-31') });
    expect(first.problems).toMatchObject([{ row: 3, path: '/post', code: 'UNKNOWN_VALUE' }]);
    await files.takenIn(first.id);
    expect((await files.previewed({ register: 'PLANNING', file: entry('2030-12-31') })).taken.preview).toMatchObject({
      unchanged: 1,
    });
    const other = await files.previewed({ register: 'PLANNING', file: entry('2031-12-31') });
    expect(other.taken.preview).toMatchObject({ changed: 1, created: 0 });
    await files.takenIn(other.id);
    expect(
      await files.rows(
        "select to_on::text as to, revision from congvu.planning_entry where decision_number = 'QH-1/QĐ'",
      ),
    ).toEqual([{ to: '2031-12-31', revision: 2 }]);
  });
});

function rowIdOf(globalId: string): string {
  return Buffer.from(globalId, 'base64').toString('utf8').split(':')[1] ?? '';
}
