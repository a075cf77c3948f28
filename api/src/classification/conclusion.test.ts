import { afterAll, beforeAll, expect, test } from 'vitest';
import type { AgencyPerson } from '../testing/closed-months.ts';
import { AGENCY, openYearOffice, YEAR, type YearOffice } from '../testing/year-office.ts';

/** What the authority concluded of a person forces the lowest level (art. 20(4)(b)(d)); each test goes on where the last ended. */
let office: YearOffice;
let person: AgencyPerson;
const ROUND = { unit: AGENCY, year: YEAR };
const CONCLUDED =
  '... on Classification { rowRevision concludedDegradation concludedCorruption concludedDocument proposedLevel }';
const DOCUMENT = '7-KL/ĐU';
const rowOf = () => office.yearOf('nhansu', person.code, 'explanation { step before after }');
const inputOf = (row: { id: string; rowRevision: number }) => ({
  classification: row.id,
  revision: row.rowRevision,
  degradation: true,
  corruptionInUnit: false,
  document: DOCUMENT,
});
const propose = async () => {
  const { errors } = await office.act('nhansu', 'proposeLevels', '', ROUND);
  expect(errors).toEqual([]);
};

beforeAll(async () => {
  office = await openYearOffice(() => 80);
  const accounts = ['chuyenvien', 'nhansu'];
  const found = office.people.find((each) => each.post === 'STAFF' && !accounts.includes(each.userName ?? ''));
  if (found === undefined) throw new Error('The agency has staff.');
  person = found;
  await office.act('nhansu', 'openYear', '', ROUND);
  await propose();
});
afterAll(() => office?.close());

test('is entered by the personnel body alone', async () => {
  const row = await rowOf();
  expect(row.proposedLevel).toBe('GOOD');
  for (const userName of ['lanhdao', 'quanly', 'chuyenvien']) {
    const refused = await office.act(userName, 'recordConclusion', CONCLUDED, inputOf(row));
    expect(refused.errors[0]?.extensions).toMatchObject({ code: 'FORBIDDEN' });
  }
  expect(await rowOf()).toEqual(row);
});

test('rests on a document, and on the row that was seen', async () => {
  const row = await rowOf();
  for (const conclusion of [{ degradation: true }, { degradation: false, corruptionInUnit: true }]) {
    const bare = await office.act('nhansu', 'recordConclusion', CONCLUDED, {
      ...inputOf(row),
      ...conclusion,
      document: null,
    });
    expect(bare.result).toMatchObject({ fields: [{ path: '/document', code: 'REQUIRED' }] });
  }
  const stale = await office.act('nhansu', 'recordConclusion', CONCLUDED, {
    ...inputOf(row),
    revision: row.rowRevision + 1,
  });
  expect(stale.result).toMatchObject({ __typename: 'StaleRevisionError' });
  expect(await rowOf()).toEqual(row);
});

test('forces the lowest level at the next proposal, and no earlier', async () => {
  const { result, errors } = await office.act('nhansu', 'recordConclusion', CONCLUDED, inputOf(await rowOf()));
  expect(errors).toEqual([]);
  expect(result).toMatchObject({
    concludedDegradation: true,
    concludedCorruption: false,
    concludedDocument: DOCUMENT,
    proposedLevel: 'GOOD',
  });
  await propose();
  const row = await rowOf();
  expect(row).toMatchObject({ proposedLevel: 'NOT_COMPLETED', flags: expect.arrayContaining(['FORCED']) });
  expect(row.explanation.at(-1)).toMatchObject({ step: 'forced', before: 'GOOD', after: 'NOT_COMPLETED' });
  const { rows } = await office.ownerPool.query<{ payload: string }>(
    "select payload from congvu.audit_entry where action = 'recordConclusion' and employee_id = $1",
    [person.employeeId],
  );
  expect(rows.map(({ payload }) => JSON.parse(payload))).toEqual([
    { year: YEAR, degradation: true, corruptionInUnit: false, document: DOCUMENT },
  ]);
});

test('counts for corruption in the unit against who leads it, not against its staff', async () => {
  const leader = await office.yearOf('nhansu', office.codeOf('quanly'));
  const staff = await rowOf();
  for (const row of [leader, staff]) {
    const { result } = await office.act('nhansu', 'recordConclusion', CONCLUDED, {
      ...inputOf(row),
      degradation: false,
      corruptionInUnit: true,
    });
    expect(result).toMatchObject({ concludedDegradation: false, concludedCorruption: true });
  }
  await propose();
  expect((await office.yearOf('nhansu', office.codeOf('quanly'))).flags).toContain('FORCED');
  expect(await rowOf()).toMatchObject({ proposedLevel: 'GOOD', flags: expect.not.arrayContaining(['FORCED']) });
});

test('is taken back without a document', async () => {
  const { result } = await office.act('nhansu', 'recordConclusion', CONCLUDED, {
    ...inputOf(await office.yearOf('nhansu', office.codeOf('quanly'))),
    degradation: false,
    document: null,
  });
  expect(result).toMatchObject({ concludedCorruption: false, concludedDocument: null });
  await propose();
  expect((await office.yearOf('nhansu', office.codeOf('quanly'))).flags).not.toContain('FORCED');
});

test('is refused after the decision', async () => {
  const meeting = {
    ...ROUND,
    heldOn: '2026-11-20',
    kind: 'ALL_STAFF',
    chair: 'Giám đốc',
    secretary: 'Thư ký',
    present: 190,
    absent: 10,
    content: 'Thống nhất mức xếp loại.',
  };
  await office.act('nhansu', 'recordMeeting', '', meeting);
  const before = await rowOf();
  const decided = await office.act('lanhdao', 'decideClassifications', '... on DecidedClassifications { decided }', {
    decisionNumber: '9/QĐ-SNV',
    decidedOn: '2026-11-22',
    rows: [{ classification: before.id, revision: before.rowRevision, level: before.proposedLevel }],
  });
  expect(decided.result).toMatchObject({ decided: 1 });
  const { result } = await office.act('nhansu', 'recordConclusion', CONCLUDED, inputOf(await rowOf()));
  expect(result).toMatchObject({ __typename: 'WrongStateError', code: 'WRONG_STATE' });
});
