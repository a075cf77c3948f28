import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { newKey } from '../testing/api-office.ts';
import { putInDecidedYear } from '../testing/decided-year.ts';
import { csv, openFileOffice, workbook } from './testing/file-office.ts';

/** Levels that were decided on paper before the program came. Each test goes on where the one before ended. */
let files: Awaited<ReturnType<typeof openFileOffice>>;
const AGENCY = 'H99.01';
const DIVISION = 'H99.01.01';
/** Staff of the division, the head of the agency, a contract worker, one who left before 2024, somebody of another agency. */
let [first, second, third, fourth] = ['', '', '', ''];
let head = '';
const CONTRACT = 'E-THU-HD';
const RETIRED = 'E-THU-NGHI';
const LEFT = 'E-THU-DI';
let elsewhere = '';
let personnel = '';

beforeAll(async () => {
  files = await openFileOffice();
  const staff = await files.rows<{ code: string }>(
    `select e.code from congvu.employee e join congvu.assignment a on a.employee_id = e.id and a.valid_to is null
     join congvu.unit u on u.id = a.unit_id where u.code = $1 and a.post = 'STAFF' order by e.code limit 4`,
    [DIVISION],
  );
  [first = '', second = '', third = '', fourth = ''] = staff.map(({ code }) => code);
  const codes = async (condition: string) =>
    (
      await files.rows<{ code: string }>(
        `select e.code from congvu.employee e join congvu.assignment a on a.employee_id = e.id and a.valid_to is null
         join congvu.unit u on u.id = a.unit_id where ${condition} order by e.code limit 1`,
      )
    )[0]?.code ?? '';
  elsewhere = await codes("u.code = 'H99.02.01'");
  personnel = await codes("e.user_name = 'nhansu'");
  head = await codes("u.code = 'H99.01' and a.post = 'HEAD'");
  // Three people more, past the acts that would bring them in.
  await files.office.ownerPool.query(
    `with person (code, subject, since, until) as (values
       ($1, 'CONTRACT', date '2022-01-01', null::date), ($2, 'CIVIL_SERVANT', '2022-01-01', null),
       ($3, 'CIVIL_SERVANT', '2022-01-01', '2024-06-30')),
     made as (
       insert into congvu.employee (id, code, name, search_key, sort_key)
       select gen_random_uuid(), code, 'Người thử', 'nguoi thu', 'thu' from person returning id, code)
     insert into congvu.assignment (employee_id, unit_id, post, title, group_code, subject_type, role, rule_set, valid_from, valid_to)
     select m.id, u.id, 'STAFF', 'Thử', 'H99.01.CM', p.subject::congvu.subject_type, 'STAFF', 'ND335-2025/CIVIL_SERVANT',
       p.since, p.until
     from person p join made m on m.code = p.code join congvu.unit u on u.code = $4`,
    [CONTRACT, RETIRED, LEFT, DIVISION],
  );
  await files.office.ownerPool.query(
    `insert into congvu.service_end (employee_id, on_date, recorded_by_name)
     select id, '2024-03-31', 'Nhân sự' from congvu.employee where code = $1`,
    [RETIRED],
  );
});
afterAll(() => files?.close());

const COLUMNS = ['Mã cán bộ', 'Năm', 'Mức xếp loại', 'Số quyết định', 'Ngày quyết định', 'Cấp quyết định'];
const level = (employee: string, year: number, over: Partial<Record<string, string>> = {}) => {
  const cells = [employee, String(year), 'hoàn thành tốt nhiệm vụ', '61/QĐ-XL', `10/12/${year}`, 'Giám đốc Sở'];
  return COLUMNS.map((column, index) => over[column] ?? cells[index] ?? '');
};
const send = (...rows: readonly (readonly string[])[]) =>
  files.previewed({ register: 'EARLIER_LEVEL', unit: AGENCY, file: csv(COLUMNS, ...rows) });
const takeIn = async (...rows: readonly (readonly string[])[]) => files.takenIn((await send(...rows)).id);
/** Everything that is stored of years before the program. */
const stored = () =>
  files.rows(
    `select to_jsonb(c) - 'id' - 'round_id' as level, to_jsonb(r) - 'id' - 'opened_at' - 'closed_at' as round
     from congvu.classification_round r left join congvu.classification c on c.round_id = r.id where r.year < 2026
     order by r.year, c.employee_id`,
  );
const levelsOf = async (code: string) =>
  files.rows(
    `select c.year, c.decided_level as level, c.not_classified as "notClassified", c.decision_number as number,
       c.decided_on::text as "decidedOn", c.decided_by_name as issuer, c.decided_by_id as "decidedBy", c.rule_set as law, c.state,
       agency.code as agency, authority.code as authority, c.mean_numerator as mean, c.published_at as published
     from congvu.classification c join congvu.employee e on e.id = c.employee_id
     join congvu.unit agency on agency.id = c.agency_id join congvu.unit authority on authority.id = c.authority_id
     where e.code = $1 and c.year < 2026 order by c.year`,
    [code],
  );
/** What a shortlist knows of somebody's levels. */
const conditionOf = async (code: string) => {
  const { data, errors } = await files.office.as('lanhdao')(
    `{ shortlist(unit: "${DIVISION}", post: HEAD, within: "${DIVISION}", first: 100) {
      edges { node { employee { code } conditions { kind state found } } } } }`,
  );
  expect(errors).toEqual([]);
  const nodes: readonly { employee: { code: string }; conditions: readonly { kind: string; state: string }[] }[] =
    data.shortlist.edges.map(({ node }: { node: object }) => node);
  const found = nodes.find(({ employee }) => employee.code === code);
  return found?.conditions.find(({ kind }) => kind.includes('LEVEL'))?.state;
};

describe('a file of levels of earlier years', () => {
  test('names each bad row by row and column, takes in the good one, and the second time nothing', async () => {
    const rows = [
      level(first, 2025),
      level('KHONG-CO', 2025),
      level(second, 2026, { 'Ngày quyết định': '10/11/2026' }),
      level(second, 2019),
      level(second, 2025, { 'Mức xếp loại': 'hoàn thành nhiệm vụ nhưng còn hạn chế về năng lực' }),
      level(second, 2025, { 'Ngày quyết định': '23/11/2026' }),
      level(second, 2025, { 'Ngày quyết định': '31/12/2024' }),
      level(second, 2025, { 'Số quyết định': '', 'Cấp quyết định': '' }),
      level(first, 2025, { 'Mức xếp loại': 'GOOD' }),
      level(CONTRACT, 2025),
      level(RETIRED, 2025),
      level(LEFT, 2025),
      level(elsewhere, 2025),
      level(personnel, 2025),
    ];
    const expected = [
      [3, 'Mã cán bộ', 'EMPLOYEE_UNKNOWN'],
      [4, 'Năm', 'OUT_OF_RANGE'],
      [5, 'Năm', 'OUT_OF_RANGE'],
      [6, 'Mức xếp loại', 'UNKNOWN_VALUE'],
      [7, 'Ngày quyết định', 'INCONSISTENT'],
      [8, 'Ngày quyết định', 'INCONSISTENT'],
      [9, 'Số quyết định', 'REQUIRED'],
      [9, 'Cấp quyết định', 'REQUIRED'],
      [10, 'Mã cán bộ', 'DUPLICATE_RECORD'],
      [11, 'Năm', 'RULE_SET_UNKNOWN'],
      [12, 'Năm', 'NO_ASSIGNMENT'],
      [13, 'Năm', 'NO_ASSIGNMENT'],
      [14, 'Mã cán bộ', 'EMPLOYEE_UNKNOWN'],
      [15, 'Mã cán bộ', 'FORBIDDEN'],
    ];
    const preview = await send(...rows);
    expect(preview.problems.map(({ row, column, code }) => [row, column, code])).toEqual(expected);
    expect(preview.problems[2]?.text).toContain('2020');
    expect(preview.problems[3]?.text).toContain(
      'hoàn thành xuất sắc nhiệm vụ, hoàn thành tốt nhiệm vụ, hoàn thành nhiệm vụ, không hoàn thành nhiệm vụ, không xếp loại',
    );
    expect(preview.taken.preview).toEqual({ created: 1, changed: 0, unchanged: 0, bad: 13 });
    expect(await stored()).toEqual([]);
    expect((await files.takenIn(preview.id, 'ALL_OR_NONE')).taken).toMatchObject({ committed: 0, bad: 13 });
    expect(await stored()).toEqual([]);

    const taken = await files.takenIn(preview.id);
    expect(taken).toMatchObject({ state: 'DONE', taken: { committed: 1, bad: 13 } });
    expect(await levelsOf(first)).toEqual([
      {
        year: 2025,
        level: 'GOOD',
        notClassified: false,
        number: '61/QĐ-XL',
        decidedOn: '2025-12-10',
        issuer: 'Giám đốc Sở',
        decidedBy: null,
        law: 'ND90-2020/CIVIL_SERVANT',
        state: 'NOTIFIED',
        agency: AGENCY,
        authority: AGENCY,
        mean: null,
        published: null,
      },
    ]);
    const before = await stored();
    const again = await takeIn(...rows);
    expect(again.taken).toMatchObject({ committed: 0, preview: { created: 0, changed: 0, unchanged: 1 } });
    expect(await stored()).toEqual(before);
  });

  test('is shown as decided under the law of then, to the person too, with no act offered', async () => {
    const query = `{ employee(code: "${first}") { classification(year: 2025) { ruleSet state mean actions decision { level number } } } }`;
    const { data, errors } = await files.office.as('nhansu')(query, {}, { 'x-purpose': 'CLASSIFY' });
    expect(errors).toEqual([]);
    expect(data.employee.classification).toEqual({
      ruleSet: 'ND90-2020/CIVIL_SERVANT',
      state: 'NOTIFIED',
      mean: null,
      actions: [],
      decision: { level: 'GOOD', number: '61/QĐ-XL' },
    });
    const [self] = await files.rows<{ code: string }>(
      "select code from congvu.employee where user_name = 'chuyenvien'",
    );
    const { id } = await takeIn(level(self?.code ?? '', 2021));
    const own = await files.office.as('chuyenvien')(
      `{ employee(code: "${self?.code}") { classification(year: 2021) { actions decision { level } } } }`,
    );
    expect([own.errors, own.data.employee.classification]).toEqual([[], { actions: [], decision: { level: 'GOOD' } }]);
    expect((await files.undo(id)).answer).toMatchObject({ __typename: 'Job' });
  });

  test('is refused at its level where another stands, which is named', async () => {
    const before = await stored();
    const other = await takeIn(level(first, 2025, { 'Mức xếp loại': 'hoàn thành xuất sắc nhiệm vụ' }));
    expect(other.problems).toMatchObject([{ row: 2, path: '/level', code: 'DUPLICATE_RECORD' }]);
    expect(other.problems[0]?.text).toContain('61/QĐ-XL');
    expect((await takeIn(level(first, 2025, { 'Số quyết định': '62/QĐ-XL' }))).taken).toMatchObject({ bad: 1 });
    expect(await stored()).toEqual(before);
  });

  test('makes a shortlist’s condition of levels known, met or missing', async () => {
    expect([await conditionOf(second), await conditionOf(third)]).toEqual(['UNKNOWN', 'UNKNOWN']);
    const years = [2023, 2024, 2025];
    const taken = await takeIn(
      ...years.map((year) => level(second, year)),
      ...years.map((year) => level(third, year, { 'Mức xếp loại': 'không hoàn thành nhiệm vụ' })),
    );
    expect(taken.taken).toMatchObject({ committed: 6, bad: 0 });
    expect([await conditionOf(second), await conditionOf(third)]).toEqual(['MET', 'MISSING']);
    expect((await files.undo(taken.id)).answer).toMatchObject({ __typename: 'Job' });
    expect([await conditionOf(second), await conditionOf(third)]).toEqual(['UNKNOWN', 'UNKNOWN']);
  });

  test('measures what was decided then by no quota of today: everybody may have been outstanding', async () => {
    const best = { 'Mức xếp loại': 'OUTSTANDING' };
    const { id, taken } = await takeIn(level(second, 2024, best), level(third, 2024, best), level(fourth, 2024, best));
    expect(taken).toMatchObject({ committed: 3, bad: 0 });
    expect((await files.undo(id)).answer).toMatchObject({ __typename: 'Job' });
  });

  test('keeps years without a level, a head’s and those of somebody who went on in the year; a workbook’s dates are dates', async () => {
    const cells = (row: readonly string[]) =>
      row.map((cell, index) => (index === 1 ? Number(cell) : cell.replace(/^(..)\/(..)\/(....)$/, '$3-$2-$1')));
    const rows = [
      level(second, 2023, { 'Mức xếp loại': 'Không xếp loại' }),
      level(head, 2023),
      level(LEFT, 2024),
      level(RETIRED, 2024),
    ];
    const file = await workbook(COLUMNS, rows.map(cells));
    const preview = await files.previewed({ register: 'EARLIER_LEVEL', unit: AGENCY, file });
    expect(preview).toMatchObject({ problems: [], taken: { format: 'XLSX', preview: { created: 4 } } });
    await files.takenIn(preview.id, 'ALL_OR_NONE');
    expect(await levelsOf(second)).toMatchObject([{ level: null, notClassified: true }]);
    expect(await levelsOf(head)).toMatchObject([{ year: 2023, agency: AGENCY, authority: 'H99' }]);
    expect(await levelsOf(LEFT)).toMatchObject([{ year: 2024 }]);
    expect(await levelsOf(RETIRED)).toMatchObject([{ year: 2024 }]);
  });
});

describe('an import of earlier levels taken back', () => {
  test('leaves everything as it was, and keeps the round in which others’ levels stand', async () => {
    const before = await stored();
    const { id } = await takeIn(level(second, 2022), level(fourth, 2023), level(fourth, 2022));
    expect(await stored()).toHaveLength(before.length + 3);
    expect((await files.undo(id)).answer).toMatchObject({ __typename: 'Job' });
    expect(await stored()).toEqual(before);
  });

  test('is refused as a whole once a level stands in a frozen summary, and names the line', async () => {
    const { id } = await takeIn(level(third, 2022), level(fourth, 2022));
    await files.office.ownerPool.query(
      `insert into congvu.summary (unit_id, kind, title, purpose, question, inputs, versions, body, engine, inputs_sha256, body_sha256,
         shows_discipline, frozen_by_id, frozen_by_name)
       select u.id, 'UNITS', 'Thử', 'STATISTICS', '{}', '{}', jsonb_build_array(jsonb_build_object('entity', 'Classification', 'id', c.id,
         'revision', 1, 'employeeId', e.id, 'says', 'GOOD')), '{}', 'test', sha256(''), sha256(''), false, a.id, a.display_name
       from congvu.unit u, congvu.classification c join congvu.employee e on e.id = c.employee_id, congvu.user_account a
       where u.code = $1 and a.user_name = 'nhansu' and e.code = $2 and c.year = 2022`,
      [AGENCY, fourth],
    );
    const before = await stored();
    expect((await files.undo(id)).answer).toMatchObject({
      __typename: 'ImportUsedError',
      code: 'IMPORT_USED',
      line: 3,
      entity: 'classification',
    });
    expect(await stored()).toEqual(before);
  });
});

describe('a file of earlier levels', () => {
  test('asks as many statements for forty levels as for two', async () => {
    const { statements } = files.office;
    const codes = (
      await files.rows<{ code: string }>(
        `select e.code from congvu.employee e join congvu.assignment a on a.employee_id = e.id and a.valid_to is null
         join congvu.unit u on u.id = a.unit_id where u.code like 'H99.01.%' and a.subject_type = 'CIVIL_SERVANT'
           and e.code <> $1 order by e.code limit 40`,
        [personnel],
      )
    ).map(({ code }) => code);
    const asked = async (people: readonly string[]) => {
      statements.length = 0;
      expect((await send(...people.map((code) => level(code, 2021)))).taken.preview).toMatchObject({
        created: people.length,
        bad: 0,
      });
      return statements.filter((text) => /congvu.classification/.test(text)).length;
    };
    expect(codes.length).toBeGreaterThan(10);
    const two = await asked(codes.slice(0, 2));
    expect(two).toBeGreaterThan(2);
    expect(await asked(codes)).toBe(two);
  });

  test('is for who keeps staff and proposes levels there', async () => {
    for (const userName of ['quantri', 'quanly', 'lanhdao', 'chuyenvien']) {
      const { data, errors } = await files.office.as(userName)(
        'mutation M($input: PreviewImportInput!) { previewImport(input: $input) { __typename } }',
        { input: { idempotencyKey: newKey(), register: 'EARLIER_LEVEL', unit: AGENCY, upload: 'VXBsb2FkOng=' } },
      );
      expect([userName, data, errors[0]?.extensions.code]).toEqual([userName, null, 'FORBIDDEN']);
    }
  });

  test('changes nothing of a year that was entered otherwise', async () => {
    await putInDecidedYear(files.office.ownerPool, 'H99.02', 2024, {}, 'ND90-2020/CIVIL_SERVANT');
    const before = await stored();
    const sent = await files.previewed({
      register: 'EARLIER_LEVEL',
      unit: 'H99',
      file: csv(COLUMNS, level(elsewhere, 2024)),
    });
    expect(sent.problems).toMatchObject([{ path: '/level', code: 'DUPLICATE_RECORD' }]);
    await files.takenIn(sent.id);
    expect(await stored()).toEqual(before);
  });
});
