import { builtInRuleSets } from '@congvu/schema/rulesets';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { hearOfLeader, proposeYear, ROUND } from '../testing/proposed-year.ts';
import { AGENCY, openYearOffice, YEAR, type YearOffice } from '../testing/year-office.ts';

/** A unit's year, from what its leaders say of it to the cap of its head; each test goes on where the one before ended. */
let office: YearOffice;
beforeAll(async () => {
  office = await openYearOffice((person) => (person.post === 'STAFF' ? 80 : 93));
  await proposeYear(office);
});
afterAll(() => office?.close());

const RESULT =
  '... on UnitResult { id state rowRevision proposal proposedLevel suggestion total decidedLevel explanation { step text } general { code name points } }';
const DECIDED = '... on DecidedClassifications { rows { classification { state } errors { code } } }';
const GENERAL = ['1', '2', '3'];
const points = (general: string, item: string) => {
  const rules = builtInRuleSets.get('ND335-2025/ORGANISATION');
  if (rules.kind !== 'ORGANISATION') throw new Error('a rule set of organisations');
  expect(rules.groups).toHaveLength(GENERAL.length);
  return {
    general: rules.groups.map(({ code }) => ({ group: code, points: general })),
    items: rules.items.map(({ code }) => ({ item: code, points: item })),
  };
};
const FACTS = {
  year: YEAR,
  tasksTotal: 100,
  tasksDone: 100,
  tasksLate: 15,
  tasksBeyond: 10,
  qualityMet: true,
  defectsRemedied: true,
  personnelWrongdoing: false,
  selfLevel: 'GOOD',
};

test('a unit’s year is evaluated by its leaders, with the proposal of the law’s conditions', async () => {
  const given = { ...FACTS, unit: 'H99.01.01', ...points('8', '7'), complaints: 'Một đơn phản ánh' };
  const foreign = await office.act('quanly', 'submitUnitResult', RESULT, { ...given, unit: 'H99.01.02' });
  expect(foreign.errors[0]?.extensions).toMatchObject({ code: 'FORBIDDEN' });
  const { result, errors } = await office.act('quanly', 'submitUnitResult', RESULT, given);
  expect(errors).toEqual([]);
  // 24 + 56 = 80, all done but 15 % late: the gap policy says COMPLETED (domain.md U5).
  expect(result).toMatchObject({
    __typename: 'UnitResult',
    state: 'SUBMITTED',
    total: '80',
    proposedLevel: 'COMPLETED',
  });
  expect(result.explanation.length).toBeGreaterThan(1);
  const stale = await office.act('quanly', 'submitUnitResult', RESULT, given);
  expect(stale.result.__typename).toBe('StaleRevisionError');
  const more = await office.act('quanly', 'submitUnitResult', RESULT, {
    ...given,
    revision: result.rowRevision,
    tasksLate: 101,
  });
  expect(more.result).toMatchObject({ fields: [{ path: '/tasksLate', code: 'INCONSISTENT' }] });
});

test('a unit’s year is decided by its recogniser, complaints verified, after those below it', async () => {
  const { unit } = await office.read(
    'lanhdao',
    `{ unit(code: "H99.01.01") { unitResult(year: ${YEAR}) { id rowRevision authority { code } } } }`,
  );
  const decision = {
    unitResult: unit.unitResult.id,
    revision: unit.unitResult.rowRevision,
    level: 'COMPLETED',
    decisionNumber: '7/QĐ',
    decidedOn: '2026-11-22',
  };
  expect(unit.unitResult.authority.code).toBe(AGENCY);
  const refused = await office.act('nhansu', 'decideUnitResult', RESULT, decision);
  expect(refused.errors[0]?.extensions).toMatchObject({ code: 'FORBIDDEN' });
  const unverified = await office.act('lanhdao', 'decideUnitResult', RESULT, decision);
  expect(unverified.result).toMatchObject({ __typename: 'EvidenceRequiredError' });
  const better = await office.act('lanhdao', 'decideUnitResult', RESULT, {
    ...decision,
    level: 'GOOD',
    verification: 'Không đúng',
    reason: 'x',
  });
  expect(better.result).toMatchObject({ __typename: 'OverrideRequiredError' });
  const { result } = await office.act('lanhdao', 'decideUnitResult', RESULT, {
    ...decision,
    verification: 'Đã xác minh, không đúng',
  });
  expect(result).toMatchObject({ __typename: 'UnitResult', state: 'DECIDED', decidedLevel: 'COMPLETED' });
  const given = { ...FACTS, unit: AGENCY, ...points('9', '8'), tasksLate: 0 };
  const agency = await office.act('nhansu', 'submitUnitResult', RESULT, given);
  expect(agency.result).toMatchObject({ __typename: 'UnitResult' });
  const early = await office.act(office.provinceHead, 'decideUnitResult', RESULT, {
    ...decision,
    unitResult: agency.result.id,
    revision: agency.result.rowRevision,
    level: 'GOOD',
  });
  expect(early.result).toMatchObject({ __typename: 'WrongStateError', message: expect.anything() });
});

async function decide(row: object) {
  const { result } = await office.act('lanhdao', 'decideClassifications', DECIDED, {
    decisionNumber: '9/QĐ-SNV',
    decidedOn: '2026-11-22',
    rows: [row],
  });
  return result.rows[0];
}

test('a unit’s decided level caps its head', async () => {
  await hearOfLeader(office, 'quanly');
  await office.act('nhansu', 'proposeLevels', '', ROUND);
  const row = await office.yearOf('nhansu', office.codeOf('quanly'));
  expect(row).toMatchObject({
    scoreLevel: 'OUTSTANDING',
    proposedLevel: 'COMPLETED',
    flags: expect.arrayContaining(['HEAD_CAP']),
  });
  const given = { classification: row.id, revision: row.rowRevision, level: 'GOOD', reason: 'Thành tích cá nhân' };
  expect(await decide(given)).toMatchObject({ errors: [{ code: 'HEAD_ABOVE_UNIT' }] });
  expect(await decide({ ...given, overrideDocument: '88/UBND-NV' })).toMatchObject({
    errors: [],
    classification: { state: 'DECIDED' },
  });
});
