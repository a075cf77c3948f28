import { builtInRuleSets } from '@congvu/schema/rulesets';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { newKey } from '../testing/api-office.ts';
import { csv, openFileOffice, workbook } from './testing/file-office.ts';
import { UNIT_YEAR_COLUMNS, unitYearRow } from './testing/unit-year-file.ts';

/** Seven phòng of one agency whose years come from files. Each test goes on where the one before ended. */
let files: Awaited<ReturnType<typeof openFileOffice>>;
const AGENCY = 'H99.01';
/** The import of the first one’s year. */
let brought = '';
const UNITS = ['81', '82', '83', '84', '85', '86', '87'].map((part) => `${AGENCY}.${part}`);
const [FIRST = '', SECOND = '', THIRD = '', FOURTH = '', FIFTH = '', SIXTH = '', LAST = ''] = UNITS;

beforeAll(async () => {
  files = await openFileOffice();
  const heading = ['code', 'name', 'parent', 'validFrom'];
  const { id } = await files.previewed({
    register: 'UNIT',
    file: csv(heading, ...UNITS.map((code) => [code, `Phòng ${code}`, AGENCY, '2026-01-01'])),
  });
  expect((await files.takenIn(id)).taken.committed).toBe(7);
});
afterAll(() => files?.close());

const send = (...rows: readonly (readonly string[])[]) =>
  files.previewed({ register: 'UNIT_RESULT', unit: AGENCY, file: csv(UNIT_YEAR_COLUMNS, ...rows) });
const takeIn = async (...rows: readonly (readonly string[])[]) => files.takenIn((await send(...rows)).id);
/** All that is stored of a unit's year but its key. */
const storedOf = async (unit: string) => {
  const [row] = await files.rows<{ stored: Record<string, unknown> }>(
    `select to_jsonb(r) - 'id' - 'unit_id' as stored from congvu.unit_result r join congvu.unit u on u.id = r.unit_id
     where u.code = $1 and r.year = 2026 and r.current`,
    [unit],
  );
  return row?.stored ?? null;
};
const act = async (userName: string, name: string, input: object) => {
  const type = `${name.charAt(0).toUpperCase()}${name.slice(1)}Input`;
  const { data, errors } = await files.office.as(userName)(
    `mutation M($input: ${type}!) { ${name}(input: $input) { __typename ... on UnitResult { id rowRevision state }
      ... on DomainError { code message } } }`,
    { input: { idempotencyKey: newKey(), ...input } },
  );
  expect(errors).toEqual([]);
  return data[name];
};
const decide = async (unit: string, level: string, more: object = {}) => {
  const [row] = await files.rows<{ id: string; revision: number }>(
    `select r.id, r.row_revision as revision from congvu.unit_result r join congvu.unit u on u.id = r.unit_id
     where u.code = $1 and r.year = 2026 and r.current`,
    [unit],
  );
  return act('lanhdao', 'decideUnitResult', {
    unitResult: Buffer.from(`UnitResult:${row?.id}`).toString('base64'),
    revision: row?.revision,
    level,
    decisionNumber: '7/QĐ-SNV',
    decidedOn: '2026-11-22',
    ...more,
  });
};

describe('a file of units’ years', () => {
  test('names each bad row by row and column, takes in the good one, and the second time nothing', async () => {
    const rows = [
      unitYearRow(FIRST),
      unitYearRow('H77'),
      unitYearRow(SECOND, { 'Điểm nhóm tiêu chí chung 2': '10,5' }),
      unitYearRow(SECOND, { 'Điểm tiêu chí b': '', 'Điểm tiêu chí h': '101' }),
      unitYearRow(THIRD, { 'Điểm tiêu chí a': '14,5' }),
      unitYearRow(SECOND, { 'Nhiệm vụ hoàn thành': '101' }),
      unitYearRow(SECOND, { Năm: '2025' }),
      unitYearRow(FIRST),
      unitYearRow(SECOND, { 'Mức tự xếp loại': 'khá' }),
      unitYearRow('H99.02.01'),
    ];
    const expected = [
      [3, 'Mã đơn vị', 'UNIT_UNKNOWN'],
      [4, 'Điểm nhóm tiêu chí chung 2', 'POINTS_ABOVE_MAXIMUM'],
      [5, 'Điểm tiêu chí h', 'OUT_OF_RANGE'],
      [6, null, 'INCONSISTENT'],
      [7, 'Nhiệm vụ hoàn thành', 'INCONSISTENT'],
      [8, 'Năm', 'OUT_OF_RANGE'],
      [9, 'Mã đơn vị', 'DUPLICATE_RECORD'],
      [10, 'Mức tự xếp loại', 'UNKNOWN_VALUE'],
      [11, 'Mã đơn vị', 'UNIT_UNKNOWN'],
    ];
    const preview = await send(...rows);
    expect(preview.problems.map(({ row, column, code }) => [row, column, code])).toEqual(expected);
    expect(preview.problems[3]?.text).toBe('Dòng 6: Tổng điểm các tiêu chí vượt điểm tối đa của cả nhóm.');
    expect(preview.taken.preview).toEqual({ created: 1, changed: 0, unchanged: 0, bad: 9 });
    expect(await storedOf(FIRST)).toBeNull();

    const none = await files.takenIn(preview.id, 'ALL_OR_NONE');
    expect(none.taken).toMatchObject({ committed: 0, bad: 9 });
    expect(await storedOf(FIRST)).toBeNull();

    const taken = await files.takenIn(preview.id);
    expect(taken).toMatchObject({ state: 'DONE', taken: { committed: 1, bad: 9 } });
    brought = taken.id;
    const first = await storedOf(FIRST);
    const again = await takeIn(...rows);
    expect(again.taken).toMatchObject({ committed: 0, preview: { created: 0, changed: 0, unchanged: 1 } });
    expect(await storedOf(FIRST)).toEqual(first);
    // A step is one entry of the chain, which names the register and no unit.
    const { data } = await files.office.as('nhansu')(
      `query Q($id: ID!) { job(id: $id) { import { problems(first: 3) { edges { node { text } } } } } }`,
      { id: taken.id },
      { 'accept-language': 'en' },
    );
    expect(data.job.import.problems.edges[0].node.text).toMatch(/^Row 3, column “Mã đơn vị”: /);
  });

  test('a row left empty where an item applies is named at the item', async () => {
    const { problems } = await send(unitYearRow(SECOND, { 'Điểm tiêu chí b': '' }));
    expect(problems).toMatchObject([{ row: 2, path: '/b', code: 'CRITERION_MISSING' }]);
  });

  test('stores what the screen stores of the same figures', async () => {
    const rules = builtInRuleSets.get('ND335-2025/ORGANISATION');
    if (rules.kind !== 'ORGANISATION') throw new Error('A rule set of organisations.');
    const points = ['9.5', '9.25', '9.25'];
    await act('nhansu', 'submitUnitResult', {
      unit: SECOND,
      year: 2026,
      general: rules.groups.map(({ code }, index) => ({ group: code, points: points[index] })),
      items: rules.items.map(({ code }) => ({ item: code, points: '8' })),
      ...{ tasksTotal: 100, tasksDone: 100, tasksLate: 0, tasksBeyond: 30 },
      ...{ qualityMet: true, defectsRemedied: true, personnelWrongdoing: false, selfLevel: 'OUTSTANDING' },
    });
    const byScreen = await storedOf(SECOND);
    expect(byScreen).toMatchObject({ state: 'SUBMITTED', proposed_level: 'OUTSTANDING', display: '92.00' });
    expect(await storedOf(FIRST)).toEqual(byScreen);
    // And so the file finds there what was typed.
    expect((await send(unitYearRow(SECOND))).taken.preview).toMatchObject({ unchanged: 1, changed: 0 });
  });

  test('works a year out anew, and taken back leaves every column as it was', async () => {
    const before = await storedOf(SECOND);
    const over = {
      'Điểm tiêu chí g': '',
      'Nhiệm vụ chậm': '10',
      'Sai phạm công tác cán bộ': 'x',
      'Đơn thư, phản ánh': 'Một đơn phản ánh',
      'Mức tự xếp loại': 'GOOD',
    };
    const changed = await takeIn(unitYearRow(SECOND, over), unitYearRow(THIRD));
    expect(changed.taken.preview).toMatchObject({ created: 1, changed: 1 });
    expect(await storedOf(SECOND)).toMatchObject({
      complaints: 'Một đơn phản ánh',
      personnel_wrongdoing: true,
      proposed_level: 'NOT_COMPLETED',
      self_level: 'GOOD',
      row_revision: 2,
    });
    expect((await files.undo(changed.id)).answer).toMatchObject({ __typename: 'Job' });
    expect(await storedOf(SECOND)).toEqual({ ...before, row_revision: 3 });
    expect(await storedOf(THIRD)).toBeNull();
  });

  test('comes as a workbook, whose points are numbers', async () => {
    const cells = unitYearRow(THIRD).map((cell) => (/^[\d,]+$/.test(cell) ? Number(cell.replace(',', '.')) : cell));
    const file = await workbook(UNIT_YEAR_COLUMNS, [cells]);
    const preview = await files.previewed({ register: 'UNIT_RESULT', unit: AGENCY, file });
    expect(preview).toMatchObject({ problems: [], taken: { format: 'XLSX', preview: { created: 1 } } });
    await files.takenIn(preview.id, 'ALL_OR_NONE');
    const [first, third] = [await storedOf(FIRST), await storedOf(THIRD)];
    expect(third).toEqual({ ...first });
  });

  test('asks as many statements for sixty years as for two', async () => {
    const { statements } = files.office;
    const asked = async (years: number) => {
      statements.length = 0;
      // A row for each year from the next on, of one unit.
      const rows = Array.from({ length: years }, (_, index) => unitYearRow(LAST, { Năm: String(2027 + index) }));
      expect((await send(...rows)).taken.preview).toMatchObject({ created: years, bad: 0 });
      return statements.filter((text) => /unit_result|open_findings|pg_advisory_xact_lock|congvu.unit /.test(text))
        .length;
    };
    const two = await asked(2);
    expect(two).toBeGreaterThan(4);
    expect(await asked(60)).toBe(two);
  });

  test('is for who proposes levels there', async () => {
    for (const userName of ['quantri', 'quanly', 'chuyenvien']) {
      const { data, errors } = await files.office.as(userName)(
        'mutation M($input: PreviewImportInput!) { previewImport(input: $input) { __typename } }',
        { input: { idempotencyKey: newKey(), register: 'UNIT_RESULT', unit: AGENCY, upload: 'VXBsb2FkOng=' } },
      );
      expect([data, errors[0]?.extensions.code]).toEqual([null, 'FORBIDDEN']);
    }
  });
});

describe('a year that was used since', () => {
  test('counted in the quota of its authority keeps the import that brought it', async () => {
    const { id } = await takeIn(unitYearRow(FOURTH), unitYearRow(FIFTH), unitYearRow(SIXTH));
    // Six of them are in the pool, so one may be OUTSTANDING.
    expect(await decide(FIRST, 'OUTSTANDING')).toMatchObject({ state: 'DECIDED' });
    const { answer } = await files.undo(id);
    expect(answer).toMatchObject({
      __typename: 'ImportUsedError',
      code: 'IMPORT_USED',
      line: 2,
      entity: 'unit_result',
    });
    expect(await storedOf(SIXTH)).toMatchObject({ state: 'SUBMITTED' });
  });

  test('decided is as it was decided: the same file changes nothing', async () => {
    const decided = await storedOf(FIRST);
    expect((await takeIn(unitYearRow(FIRST))).taken).toMatchObject({ committed: 0, bad: 0, preview: { unchanged: 1 } });
    expect(await storedOf(FIRST)).toEqual(decided);
  });

  test('decided is refused at its unit where a file says otherwise, and keeps the import that brought it', async () => {
    const decided = await storedOf(FIRST);
    const other = await takeIn(unitYearRow(FIRST, { 'Điểm tiêu chí a': '7' }));
    expect(other.problems).toMatchObject([{ row: 2, path: '/unit', code: 'WRONG_STATE' }]);
    expect((await files.undo(brought)).answer).toMatchObject({ __typename: 'ImportUsedError', line: 2 });
    expect(await storedOf(FIRST)).toEqual(decided);
  });

  test('frozen in a summary stays', async () => {
    // Of a level no quota counts, so that nothing but the summary stands against the undoing.
    const { id } = await takeIn(unitYearRow(LAST, { 'Sai phạm công tác cán bộ': 'có' }));
    await files.office.ownerPool.query(
      `insert into congvu.summary (unit_id, kind, title, purpose, question, inputs, versions, body, engine, inputs_sha256, body_sha256,
         shows_discipline, frozen_by_id, frozen_by_name)
       select u.id, 'UNITS', 'Thử', 'STATISTICS', '{}', '{}', jsonb_build_array(jsonb_build_object('entity', 'UnitResult', 'id', r.id,
         'revision', 1, 'employeeId', null, 'says', 'NOT_COMPLETED')), '{}', 'test', sha256(''), sha256(''), false, a.id, a.display_name
       from congvu.unit u join congvu.unit_result r on r.unit_id = u.id, congvu.user_account a
       where u.code = $1 and a.user_name = 'nhansu'`,
      [LAST],
    );
    expect((await files.undo(id)).answer).toMatchObject({ __typename: 'ImportUsedError', line: 2 });
    expect(await storedOf(LAST)).toMatchObject({ proposed_level: 'NOT_COMPLETED' });
  });
});
