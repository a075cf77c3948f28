import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { newKey } from '../testing/api-office.ts';
import type { AgencyPerson } from '../testing/closed-months.ts';
import { hearOfLeader, proposeYear } from '../testing/proposed-year.ts';
import { type CastOffice, DISCIPLINED, NOBODY_SCORED, openCastOffice, UNRELATED } from '../testing/year-cast.ts';
import { YEAR, type YearOffice } from '../testing/year-office.ts';

/** The decision on the levels of a year that is proposed; each test goes on where the one before ended. */
let office: YearOffice;
let staff: readonly AgencyPerson[];
let at: CastOffice['at'];
beforeAll(async () => {
  ({ office, staff, at } = await openCastOffice());
  await proposeYear(office);
  await hearOfLeader(office, 'quanly');
});
afterAll(() => office?.close());

const DECIDED =
  '... on DecidedClassifications { decided refused rows { index classification { state } errors { path code message } } }';
const DECISION = { decisionNumber: '9/QĐ-SNV', decidedOn: '2026-11-22' };

async function decide(userName: string, rows: readonly object[], headers?: Record<string, string>) {
  return office.act(userName, 'decideClassifications', DECIDED, { ...DECISION, rows }, headers);
}

async function decideOne(userName: string, row: object) {
  const { result, errors } = await decide(userName, [row]);
  expect(errors).toEqual([]);
  return result.rows[0];
}

describe('a decision', () => {
  const rowOf = async (code: string) => {
    const row = await office.yearOf('nhansu', code);
    return { classification: row.id, revision: row.rowRevision, level: row.proposedLevel };
  };

  test('is made by the authority alone', async () => {
    const row = await rowOf(at(5).code);
    for (const userName of ['nhansu', 'quanly', 'chuyenvien']) {
      const refused = await decide(userName, [row]);
      expect(refused.errors[0]?.extensions).toMatchObject({ code: 'FORBIDDEN' });
    }
    const above = await decideOne(office.provinceHead, row);
    expect(above).toMatchObject({
      classification: null,
      errors: [{ path: '/rows/0/classification', code: 'FORBIDDEN' }],
    });
    const own = await decideOne('lanhdao', { ...(await rowOf(office.codeOf('lanhdao'))), level: 'GOOD' });
    expect(own).toMatchObject({ errors: [{ code: 'FORBIDDEN' }] });
  });

  test('gives a reason where it differs, and a document against the law', async () => {
    const forced = await rowOf(at(DISCIPLINED).code);
    expect(await decideOne('lanhdao', { ...forced, level: 'GOOD', reason: 'Đã khắc phục' })).toMatchObject({
      errors: [{ path: '/rows/0/level', code: 'FORCED_LEVEL' }],
    });
    const none = await rowOf(at(NOBODY_SCORED).code);
    expect(await decideOne('lanhdao', { ...none, level: 'GOOD', reason: 'Xét thực tế' })).toMatchObject({
      errors: [{ path: '/rows/0/overrideDocument', code: 'OVERRIDE_REQUIRED' }],
    });
    const ordinary = await rowOf(at(7).code);
    const other = ordinary.level === 'GOOD' ? 'COMPLETED' : 'GOOD';
    expect(await decideOne('lanhdao', { ...ordinary, level: other })).toMatchObject({
      errors: [{ path: '/rows/0/reason', code: 'REASON_REQUIRED' }],
    });
    const pending = await rowOf(office.codeOf('quanly'));
    expect(await decideOne('lanhdao', { ...pending, level: 'GOOD', reason: 'x' })).toMatchObject({
      errors: [{ path: '/rows/0/level', code: 'HEAD_ABOVE_UNIT' }],
    });
    expect(await decideOne('lanhdao', { ...ordinary, revision: ordinary.revision - 1 })).toMatchObject({
      errors: [{ path: '/rows/0/revision', code: 'STALE_REVISION' }],
    });
    const empty = await decide('lanhdao', [{ ...ordinary, level: null }]);
    expect(empty.result).toMatchObject({ fields: [{ path: '/rows/0/level', code: 'INCONSISTENT' }] });
    const future = await office.act('lanhdao', 'decideClassifications', DECIDED, {
      ...DECISION,
      decidedOn: '2026-12-01',
      rows: [ordinary],
    });
    expect(future.result).toMatchObject({ fields: [{ path: '/decidedOn', code: 'INCONSISTENT' }] });
  });

  test('answers for each row of many, and the same once more', async () => {
    const codes = [
      ...staff.filter((_person, index) => index !== NOBODY_SCORED).map((person) => person.code),
      office.codeOf('chuyenvien'),
    ];
    const rows = await Promise.all(codes.map(rowOf));
    const key = newKey();
    // Whose tie is left to the authority gets the lower level here.
    const good = rows.map((row) => ({ ...row, level: row.level ?? 'GOOD' }));
    const input = {
      idempotencyKey: key,
      ...DECISION,
      rows: [...good, { ...good[0], classification: 'bm9ib2R5' }, good[1]],
    };
    const { result, errors } = await office.act('lanhdao', 'decideClassifications', DECIDED, input);
    expect(errors).toEqual([]);
    const refusedRows = result.rows.filter((row: { errors: object[] }) => row.errors.length > 0);
    expect(
      refusedRows.map((row: { index: number; errors: { code: string }[] }) => [row.index, row.errors[0]?.code]),
    ).toEqual([
      [good.length, 'NOT_FOUND'],
      [good.length + 1, 'INCONSISTENT'],
    ]);
    expect(result).toMatchObject({ decided: good.length, refused: 2 });
    const again = await office.act('lanhdao', 'decideClassifications', DECIDED, input);
    expect(again.result).toEqual(result);
    const decidedAgain = await decideOne('lanhdao', { ...good[0], revision: null });
    expect(decidedAgain).toMatchObject({ errors: [{ code: 'WRONG_STATE' }] });
    const { rows: entries } = await office.ownerPool.query(
      `select count(*)::int as count, count(distinct employee_id)::int as people from congvu.audit_entry where idempotency_key = $1`,
      [key],
    );
    expect(entries[0]).toEqual({ count: good.length, people: good.length });
  });

  test('marks the act that forced the level, so that no other year counts it', async () => {
    const { rows } = await office.ownerPool.query<{ counted_year: number | null }>(
      "select counted_year from congvu.violation where employee_id = any($1) and act_from = '2026-02-03' order by related_to_duty desc",
      [[at(DISCIPLINED).employeeId, at(UNRELATED).employeeId]],
    );
    expect(rows.map((row) => row.counted_year)).toEqual([YEAR, null]);
  });

  test('that a year has no level is said in so many words', async () => {
    const row = await rowOf(at(NOBODY_SCORED).code);
    expect(await decideOne('lanhdao', { ...row, level: null, notClassified: true })).toMatchObject({
      classification: { state: 'DECIDED' },
      errors: [],
    });
  });
});
