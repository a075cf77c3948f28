import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { newKey } from '../testing/api-office.ts';
import { holdLock } from '../testing/hold-lock.ts';
import { csv, openFileOffice } from './testing/file-office.ts';
import { UNIT_YEAR_COLUMNS, unitYearRow } from './testing/unit-year-file.ts';

/** Thirty phòng of one agency. Each test has a year of its own, so that one quota is nothing to the next. */
let files: Awaited<ReturnType<typeof openFileOffice>>;
const AGENCY = 'H99.01';
const UNITS = Array.from({ length: 30 }, (_, index) => `${AGENCY}.${60 + index}`);
const [FIRST = '', ...OTHERS] = UNITS.slice(0, 6);

beforeAll(async () => {
  files = await openFileOffice();
  const heading = ['code', 'name', 'parent', 'validFrom'];
  const { id } = await files.previewed({
    register: 'UNIT',
    file: csv(heading, ...UNITS.map((code) => [code, `Phòng ${code}`, AGENCY, '2026-01-01'])),
  });
  expect((await files.takenIn(id)).taken.committed).toBe(30);
});
afterAll(() => files?.close());

const previewOf = (rows: readonly (readonly string[])[]) =>
  files.previewed({ register: 'UNIT_RESULT', unit: AGENCY, file: csv(UNIT_YEAR_COLUMNS, ...rows) });
const takeIn = async (year: number, units: readonly string[]) => {
  const preview = await previewOf(units.map((unit) => unitYearRow(unit, { Năm: String(year) })));
  const taken = await files.takenIn(preview.id);
  expect(taken.taken).toMatchObject({ committed: units.length, bad: 0 });
  return taken.id;
};
const storedIn = (year: number) =>
  files.rows<{ unit: string; state: string; level: string | null }>(
    `select u.code as unit, r.state::text, r.decided_level::text as level from congvu.unit_result r
     join congvu.unit u on u.id = r.unit_id where r.year = $1 and r.current and u.code = any($2) order by u.code`,
    [year, UNITS],
  );
/** Decides the first one's year OUTSTANDING: of six such in the pool one may be. */
const decide = async (year: number) => {
  const [row] = await files.rows<{ id: string; revision: number }>(
    `select r.id, r.row_revision as revision from congvu.unit_result r join congvu.unit u on u.id = r.unit_id
     where u.code = $1 and r.year = $2 and r.current`,
    [FIRST, year],
  );
  const { data, errors } = await files.office.as('lanhdao')(
    `mutation M($input: DecideUnitResultInput!) { decideUnitResult(input: $input) { __typename ... on UnitResult { state }
      ... on DomainError { code } } }`,
    {
      input: {
        ...{ idempotencyKey: newKey(), level: 'OUTSTANDING', decisionNumber: '7/QĐ-SNV', decidedOn: '2026-11-22' },
        unitResult: Buffer.from(`UnitResult:${row?.id}`).toString('base64'),
        revision: row?.revision,
      },
    },
  );
  return data?.decideUnitResult ?? errors[0]?.extensions.code;
};
/** The lock of the authority's year, which both a decision and an undoing take. */
const holdYear = (year: number) =>
  holdLock(
    files.office.ownerPool,
    `select pg_advisory_xact_lock(hashtextextended('unit results ' || u.id || ' ' || $2::int, 0)) from congvu.unit u where u.code = $1`,
    [AGENCY, year],
  );
/** Both at once, the first one first: who comes first to the lock gets it first. */
async function race<One, Other>(year: number, first: () => Promise<One>, second: () => Promise<Other>) {
  const lock = await holdYear(year);
  try {
    const one = first();
    await lock.untilWaiting(1);
    const other = second();
    await lock.untilWaiting(2);
    await lock.release();
    return await Promise.all([one, other]);
  } finally {
    await lock.release();
  }
}

describe('a decision and an undoing of the same moment', () => {
  test('the decision first: it counted the file’s years, and they stay', async () => {
    await takeIn(2031, [FIRST]);
    const file = await takeIn(2031, OTHERS);
    const [decided, undone] = await race(
      2031,
      () => decide(2031),
      () => files.undo(file),
    );
    expect(decided).toEqual({ __typename: 'UnitResult', state: 'DECIDED' });
    expect(undone.answer).toMatchObject({ __typename: 'ImportUsedError', code: 'IMPORT_USED', line: 2 });
    expect((await storedIn(2031)).map(({ unit }) => unit)).toEqual([FIRST, ...OTHERS]);
  });

  test('the undoing first: all of the file’s years are gone, and the decision counts without them', async () => {
    await takeIn(2032, [FIRST]);
    const file = await takeIn(2032, OTHERS);
    const [undone, decided] = await race(
      2032,
      () => files.undo(file),
      () => decide(2032),
    );
    expect(undone.answer).toMatchObject({ __typename: 'Job' });
    expect(decided).toEqual({ __typename: 'QuotaExceededError', code: 'QUOTA_EXCEEDED' });
    expect(await storedIn(2032)).toEqual([{ unit: FIRST, state: 'SUBMITTED', level: null }]);
  });

  test('of a year the file itself brought: once decided it stays', async () => {
    const file = await takeIn(2033, [FIRST, ...OTHERS]);
    const [decided, undone] = await race(
      2033,
      () => decide(2033),
      () => files.undo(file),
    );
    expect(decided.state).toBe('DECIDED');
    expect(undone.answer).toMatchObject({ __typename: 'ImportUsedError', line: 2 });
    expect(await storedIn(2033)).toHaveLength(6);
  });

  test('of a year the file itself brought: once gone it is decided by nobody', async () => {
    const file = await takeIn(2034, [FIRST, ...OTHERS]);
    const [undone, decided] = await race(
      2034,
      () => files.undo(file),
      () => decide(2034),
    );
    expect(undone.answer).toMatchObject({ __typename: 'Job' });
    expect(decided).toBe('NOT_FOUND');
    expect(await storedIn(2034)).toEqual([]);
  });

  test('a decision that was asked for before the file was sent, and came to its turn after it, counted it', async () => {
    await takeIn(2035, [FIRST]);
    const file = await takeIn(2035, OTHERS);
    expect((await decide(2035)).state).toBe('DECIDED');
    // The clock of this office stands still: as if the file had been sent a second after the decision was asked for.
    await files.office.ownerPool.query(
      "update congvu.job set created_at = created_at + interval '1 second' where id = $1",
      [Buffer.from(file, 'base64').toString().split(':')[1]],
    );
    expect((await files.undo(file)).answer).toMatchObject({ __typename: 'ImportUsedError', line: 2 });
    expect(await storedIn(2035)).toHaveLength(6);
  });
});

test('a file of many years is stopped after a batch, resumed to its end and taken back', {
  timeout: 120_000,
}, async () => {
  const years = Array.from({ length: 40 }, (_, index) => String(2040 + index));
  const rows = UNITS.flatMap((unit) => years.map((year) => unitYearRow(unit, { Năm: year })));
  const preview = await previewOf(rows);
  expect(preview.taken.preview).toMatchObject({ created: 1_200, bad: 0 });
  const count = async () => {
    const [row] = await files.rows<{ count: number }>(
      'select count(*)::int as count from congvu.unit_result where year >= 2040',
    );
    return row?.count;
  };
  const command = async (name: 'stopJob' | 'resumeJob', job: string) => {
    const { data } = await files.office.as('nhansu')(
      `mutation M($input: JobCommandInput!) { ${name}(input: $input) { __typename ... on Job { stopRequested } } }`,
      { input: { idempotencyKey: newKey(), job } },
    );
    expect(data[name].__typename).toBe('Job');
  };
  const lock = await holdLock(files.office.ownerPool, 'lock table congvu.import_row');
  const { answer } = await files.importFile(preview.id);
  try {
    // Its first batch is written and not committed.
    await lock.untilWaiting();
    await command('stopJob', answer.id);
  } finally {
    await lock.release();
  }
  expect(await files.follow(answer.id)).toMatchObject({ state: 'STOPPED', taken: { committed: 1_000, bad: 0 } });
  expect(await count()).toBe(1_000);
  await command('resumeJob', answer.id);
  expect(await files.follow(answer.id)).toMatchObject({ state: 'DONE', taken: { committed: 1_200, bad: 0 } });
  expect(await count()).toBe(1_200);
  // Nothing was taken in twice: the same file finds all of it there.
  expect((await previewOf(rows)).taken.preview).toMatchObject({ created: 0, changed: 0, unchanged: 1_200 });
  expect((await files.undo(answer.id)).answer).toMatchObject({ __typename: 'Job' });
  expect(await count()).toBe(0);
});
