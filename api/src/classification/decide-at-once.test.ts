import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { newKey } from '../testing/api-office.ts';
import { proposeYear, staffRows } from '../testing/proposed-year.ts';
import { AGENCY, openYearOffice, YEAR, type YearOffice } from '../testing/year-office.ts';

/** Many decide at once, all of them too generously: no group and not the agency ever has more OUTSTANDING than the quota. */
let office: YearOffice;
let rows: readonly { readonly id: string; readonly code: string }[];

const CLIENTS = 20;
const DECIDED =
  '... on DecidedClassifications { decided refused rows { index classification { id } errors { path code message } } }';

const decide = (decisions: readonly object[], headers = {}, idempotencyKey = newKey()) =>
  office.act(
    'lanhdao',
    'decideClassifications',
    DECIDED,
    { idempotencyKey, decisionNumber: '9/QĐ-SNV', decidedOn: '2026-11-22', rows: decisions },
    headers,
  );

beforeAll(async () => {
  // Everybody above 90, but for one who has no month.
  office = await openYearOffice((person, index) =>
    person.post === 'STAFF' && person.userName === 'chuyenvien' ? null : 91 + (index % 9),
  );
  await proposeYear(office);
  rows = (await staffRows(office)).map(({ id, employee: { code } }) => ({ id, code }));
});
afterAll(() => office?.close());

/** Counted past the api: [group or null, pool, outstanding]. */
async function standings() {
  const { rows: counts } = await office.ownerPool.query<{ group: string | null; pool: number; outstanding: number }>(
    `select group_code as "group", count(*) filter (where pooled)::int as pool, count(*) filter (where outstanding)::int as outstanding
     from congvu.quota_members((select id from congvu.unit where code = $1), $2) group by grouping sets ((group_code), ())`,
    [AGENCY, YEAR],
  );
  return counts;
}

test('of two who decide one row at once, one does', async () => {
  const row = { classification: rows.at(-1)?.id, level: 'COMPLETED', reason: 'Theo biên bản' };
  const answers = await Promise.all([decide([row]), decide([row]), decide([row])]);
  const outcomes = answers.map(({ result }) => result.rows[0].errors[0]?.code ?? 'DECIDED');
  expect(outcomes.toSorted()).toEqual(['DECIDED', 'WRONG_STATE', 'WRONG_STATE']);
});

test('twenty at once who would make everybody outstanding stay within the quota', async () => {
  const mine = rows.slice(0, -2).filter((row) => row.code !== office.codeOf('chuyenvien'));
  const answers = await Promise.all(
    Array.from({ length: CLIENTS }, (_, client) =>
      decide(
        mine
          .filter((_row, index) => index % CLIENTS === client)
          .map((row) => ({ classification: row.id, level: 'OUTSTANDING', reason: 'Thành tích đột xuất' })),
      ),
    ),
  );
  expect(answers.flatMap(({ errors }) => errors)).toEqual([]);
  const codes = answers.flatMap(({ result }) =>
    result.rows.flatMap((row: { errors: { code: string }[] }) => row.errors.map((error) => error.code)),
  );
  // Somebody of the demonstration is under a discipline that forces the lowest level.
  expect(new Set(codes).difference(new Set(['FORCED_LEVEL']))).toEqual(new Set(['QUOTA_EXCEEDED']));
  const decided = answers.reduce((sum, { result }) => sum + result.decided, 0);
  expect(decided + codes.length).toBe(mine.length);
  const counts = await standings();
  expect(counts.find(({ group }) => group === null)?.outstanding).toBe(decided);
  for (const { group, pool, outstanding } of counts) {
    expect([group, outstanding <= Math.floor(pool / 6)]).toEqual([group, true]);
  }
  // Nobody was refused while there was room: the agency's limit is used up, or that of each group whose staff were decided.
  const isFull = ({ pool, outstanding }: { pool: number; outstanding: number }) => outstanding === Math.floor(pool / 6);
  const groups = new Set(office.people.filter((person) => person.post === 'STAFF').map((person) => person.group));
  const ofStaff = counts.filter(({ group }) => group !== null && groups.has(group));
  expect(ofStaff.length).toBeGreaterThan(1);
  expect(counts.some((count) => count.group === null && isFull(count)) || ofStaff.every(isFull)).toBe(true);
});

test('the database refuses what the api would let through', async () => {
  const { rows: free } = await office.ownerPool.query<{ id: string }>(
    `select id from congvu.classification where year = $1 and current and decided_at is null and post = 'STAFF' limit 1`,
    [YEAR],
  );
  const raise = office.ownerPool.query(
    `update congvu.classification set state = 'DECIDED', decided_level = 'OUTSTANDING', decided_at = now(), decided_by_name = 'x',
       decided_on = '2026-11-22', decision_number = '1' where id = $1`,
    [free[0]?.id],
  );
  await expect(raise).rejects.toMatchObject({ code: 'CV020' });
});

describe('bad input in both languages', () => {
  const undecided = async () => {
    const found = await office.read(
      'nhansu',
      `{ classifications(first: 3, filter: { unit: "${AGENCY}", year: ${YEAR}, post: STAFF, state: [MEETING_HELD], level: [OUTSTANDING, GOOD] }) { edges { node { id } } } }`,
    );
    return found.classifications.edges[0].node.id as string;
  };
  const withoutMonths = async () => (await office.yearOf('nhansu', office.codeOf('chuyenvien'))).id as string;
  const headOfOffice = async () => (await office.yearOf('nhansu', office.codeOf('quanly'))).id as string;

  test.each([
    [
      'a level above the quota',
      undecided,
      { level: 'OUTSTANDING', reason: 'x' },
      'QUOTA_EXCEEDED',
      '/rows/0/level',
      'hoàn thành xuất sắc',
      'outstanding',
    ],
    [
      'another level without a reason',
      undecided,
      { level: 'NOT_COMPLETED' },
      'REASON_REQUIRED',
      '/rows/0/reason',
      'lý do',
      'reason',
    ],
    [
      'a level for whom nothing was scored',
      withoutMonths,
      { level: 'GOOD', reason: 'x' },
      'OVERRIDE_REQUIRED',
      '/rows/0/overrideDocument',
      'văn bản',
      'document',
    ],
    [
      'a head whose unit is not decided',
      headOfOffice,
      { level: 'GOOD', reason: 'x' },
      'WRONG_STATE',
      '/rows/0/classification',
      'trạng thái',
      'state',
    ],
    [
      'a row decided already',
      async () => rows.at(-1)?.id ?? '',
      { level: 'GOOD', reason: 'x' },
      'WRONG_STATE',
      '/rows/0/classification',
      'trạng thái',
      'state',
    ],
  ] as const)('%s', async (_name, find, decision, code, path, vi, en) => {
    const before = await office.ownerPool.query('select count(*)::int as count from congvu.audit_entry');
    const classification = await find();
    for (const [language, words] of [
      ['vi', vi],
      ['en', en],
    ] as const) {
      const { result, errors } = await decide([{ classification, ...decision }], { 'accept-language': language });
      expect(errors).toEqual([]);
      const [error] = result.rows[0].errors;
      expect(error).toMatchObject({ code, path });
      expect(error.message.toLowerCase()).toContain(words);
    }
    const after = await office.ownerPool.query('select count(*)::int as count from congvu.audit_entry');
    expect(after.rows).toEqual(before.rows);
  });
});
