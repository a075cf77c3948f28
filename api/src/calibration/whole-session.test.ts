import { afterAll, beforeAll, expect, test } from 'vitest';
import { employeeIdOf, insertDecision, unitIdOf } from '../../../test/testkit/register-rows.ts';
import type { QueryData } from '../testing/api-office.ts';
import { AGENCY, openYearOffice, YEAR, type YearOffice } from '../testing/year-office.ts';

/**
 * A calibration from its opening to the paper of it, by the calendar: a unit that misses the day, one without a head, one that comes
 * late. Each test goes on where the one before ended.
 */
let office: YearOffice;
let now = new Date('2026-11-22T08:00:00+07:00');
let session: string;
const [FIRST, SLOW, HEADLESS, LATE] = ['H99.01.01', 'H99.01.02', 'H99.01.03', 'H99.01.04'] as const;
const DUE = '2026-11-25';

const SESSION = '... on CalibrationSession { id state revision }';
const REFUSED = `${SESSION} ... on UnitsNotSubmittedError { units }`;
const ROWS = `query R($id: ID!, $unit: String) { node(id: $id) { ... on CalibrationSession {
  state revision revealReason actions units { unit { code } late speaks submittedBy proposals }
  rows(unit: $unit, first: 100) { edges { node { classificationId unit { code } level classification { proposedLevel employee { code } }
    proposal { level proposedBy } changes { before after reason authorisedBy document } } } } } } }`;

/** The api's clock and the database's day, at eight in the morning. */
async function goTo(day: string): Promise<void> {
  now = new Date(`${day}T08:00:00+07:00`);
  await office.ownerPool.query(
    `create or replace function congvu.today() returns date language sql stable parallel safe return date '${day}'`,
  );
}

beforeAll(async () => {
  office = await openYearOffice(
    (_person, index) => 72 + (index % 15),
    () => now,
  );
  const opened = await office.act('nhansu', 'openYear', '... on OpenedYear { added }', { unit: AGENCY, year: YEAR });
  expect(opened.errors).toEqual([]);
  await office.act('nhansu', 'proposeLevels', '', { unit: AGENCY, year: YEAR });
  await office.ownerPool.query(
    `update congvu.assignment a set valid_to = '2026-11-20' from congvu.unit u
     where u.id = a.unit_id and u.code = $1 and a.post in ('HEAD', 'DEPUTY') and a.valid_to is null`,
    [HEADLESS],
  );
});
afterAll(() => office?.close());

function headOf(unit: string): string {
  const head = office.people.find((person) => person.unit === unit && person.post === 'HEAD');
  if (!head?.userName) throw new Error(`${unit} has no head with an account.`);
  return head.userName;
}
async function look(userName: string, unit: string | null = null): Promise<QueryData> {
  return (await office.read(userName, ROWS, { id: session, unit })).node;
}
async function rowsOf(userName: string, unit: string): Promise<QueryData[]> {
  const { rows } = await look(userName, unit);
  return rows.edges.map(({ node }: QueryData) => node).filter((row: QueryData) => row.unit.code === unit);
}
const CHAIR = ['revealCalibration', 'changeCalibrated', 'lockCalibration'];
async function act(userName: string, name: string, input: object, answer = CHAIR.includes(name) ? REFUSED : SESSION) {
  const { result, errors } = await office.act(userName, name, answer, { session, ...input });
  return { result, codes: errors.map(({ extensions }) => extensions.code) };
}
/** A level for the first of a unit's people that is not its head. Answers whose. */
async function propose(userName: string, unit: string, level: string): Promise<string> {
  const heads = office.people.filter(({ post }) => post !== 'STAFF').map(({ code }) => code);
  const row = (await rowsOf(userName, unit)).find((each) => !heads.includes(each.classification.employee.code));
  const rows = [{ classification: row.classificationId, level, reason: 'Kết quả nổi bật.' }];
  const answer = '... on CalibratedRows { rows { errors { code } } }';
  const { result } = await act(userName, 'proposeCalibrated', { unit, rows }, answer);
  expect(result.rows).toEqual([{ errors: [] }]);
  return row.classificationId;
}
const submit = async (userName: string, unit: string) =>
  act(userName, 'submitCalibration', { unit, revision: (await look(userName)).revision });
const speaksFor = async (userName: string) =>
  (await look(userName)).units.filter(({ speaks }: QueryData) => speaks).map(({ unit }: QueryData) => unit.code);

let [ofFirst, ofHeadless] = ['', ''];

test('it is opened; each unit speaks by its head, and one without a head by who is above it', async () => {
  const { result } = await act(
    'nhansu',
    'openCalibration',
    { session: undefined, unit: AGENCY, year: YEAR, title: 'Hiệu chỉnh', units: [FIRST, SLOW, HEADLESS], dueOn: DUE },
    SESSION,
  );
  expect(result.state).toBe('OPEN');
  session = result.id;
  expect(await speaksFor(headOf(FIRST))).toEqual([FIRST]);
  expect(await speaksFor(headOf(SLOW))).toEqual([SLOW]);
  expect(await speaksFor('lanhdao')).toEqual([HEADLESS]);
  expect(await speaksFor('nhansu')).toEqual([]);
});

test('what units propose is hidden from one another, from who chairs, and from who speaks for another unit', async () => {
  ofFirst = await propose(headOf(FIRST), FIRST, 'OUTSTANDING');
  ofHeadless = await propose('lanhdao', HEADLESS, 'OUTSTANDING');
  await propose(headOf(SLOW), SLOW, 'OUTSTANDING');
  const proposedAs = async (userName: string) =>
    (await look(userName)).rows.edges
      .filter(({ node }: QueryData) => node.proposal !== null)
      .map(({ node }: QueryData) => node.unit.code);
  expect(await proposedAs(headOf(FIRST))).toEqual([FIRST]);
  expect(await proposedAs('lanhdao')).toEqual([HEADLESS]);
  expect(await proposedAs('nhansu')).toEqual([]);
  // He speaks for the unit without a head and for no other.
  expect((await act('lanhdao', 'submitCalibration', { unit: FIRST, revision: 1 })).codes).toEqual(['FORBIDDEN']);
});

test('some submit; on the last day nothing is revealed, and nothing changed', async () => {
  expect((await submit(headOf(FIRST), FIRST)).result).toMatchObject({ state: 'OPEN' });
  expect((await submit('lanhdao', HEADLESS)).result).toMatchObject({ state: 'OPEN' });
  await goTo(DUE);
  expect((await look('nhansu')).actions).not.toContain('REVEAL');
  for (const reason of ['Cần họp ngay.', null]) {
    expect((await act('nhansu', 'revealCalibration', { reason })).result).toMatchObject({
      __typename: 'UnitsNotSubmittedError',
      units: [SLOW],
    });
  }
  expect((await look('nhansu')).units.map(({ proposals }: QueryData) => proposals)).toEqual([null, null, null]);
});

test('the day after it is revealed with a reason, and who missed the day is late and still hidden', async () => {
  await goTo('2026-11-26');
  expect((await look('nhansu')).actions).toContain('REVEAL');
  expect((await act('nhansu', 'revealCalibration', { reason: null })).result.__typename).toBe('ReasonRequiredError');
  expect((await act('nhansu', 'revealCalibration', { reason: 'Đã hết hạn nộp.' })).result).toMatchObject({
    state: 'REVEALED',
  });
  const chair = await look('nhansu');
  expect(chair.revealReason).toBe('Đã hết hạn nộp.');
  expect(chair.units.map(({ unit, late, proposals }: QueryData) => [unit.code, late, proposals])).toEqual([
    [FIRST, false, 1],
    [SLOW, true, null],
    [HEADLESS, false, 1],
  ]);
  expect((await rowsOf('nhansu', SLOW)).every(({ proposal }) => proposal === null)).toBe(true);
  expect((await rowsOf(headOf(SLOW), SLOW)).filter(({ proposal }) => proposal !== null)).toHaveLength(1);
  expect((await look(headOf(SLOW))).units[0].proposals).toBeNull();
});

const change = (classification: string, after: string) => ({
  classification,
  after,
  reason: 'Chưa bằng các đơn vị khác.',
  authorisedBy: 'Giám đốc Sở',
  document: 'BB 12',
});

test('what a unit proposed is changed with reason and authoriser, and so is what it left as the rules propose it', async () => {
  expect((await act('nhansu', 'changeCalibrated', change(ofFirst, 'GOOD'))).result).toMatchObject({
    state: 'REVEALED',
  });
  const left = (await rowsOf('nhansu', FIRST)).find(
    (row) => row.proposal === null && row.classification.proposedLevel !== null,
  );
  const rules = left.classification.proposedLevel;
  const after = rules === 'COMPLETED' ? 'GOOD' : 'COMPLETED';
  expect((await act('nhansu', 'changeCalibrated', change(left.classificationId, rules))).result).toMatchObject({
    fields: [{ path: '/after', code: 'INCONSISTENT' }],
  });
  expect((await act('nhansu', 'changeCalibrated', change(left.classificationId, after))).result).toMatchObject({
    state: 'REVEALED',
  });
  const changed = (await rowsOf('nhansu', FIRST)).filter(({ changes }) => changes.length > 0);
  expect(
    changed.map(({ classificationId, level, changes }) => [classificationId, level, changes[0].before]).toSorted(),
  ).toEqual(
    [
      [ofFirst, 'GOOD', 'OUTSTANDING'],
      [left.classificationId, after, rules],
    ].toSorted(),
  );
  expect(
    changed.every(({ changes }) => changes[0].authorisedBy === 'Giám đốc Sở' && changes[0].document === 'BB 12'),
  ).toBe(true);
});

test('of a unit that has not submitted nobody’s level is changed, whether it has a draft or not', async () => {
  const [drafted, left] = await rowsOf(headOf(SLOW), SLOW).then((rows) => [
    rows.find(({ proposal }) => proposal !== null),
    rows.find(({ proposal }) => proposal === null),
  ]);
  for (const { classificationId } of [drafted, left]) {
    expect((await act('nhansu', 'changeCalibrated', change(classificationId, 'COMPLETED'))).result).toMatchObject({
      __typename: 'UnitsNotSubmittedError',
      units: [SLOW],
    });
  }
});

test('a unit joins late, sees the others once it has submitted, and can be changed then', async () => {
  expect((await act('nhansu', 'joinCalibration', { unit: LATE })).result).toMatchObject({ state: 'REVEALED' });
  const own = await propose(headOf(LATE), LATE, 'OUTSTANDING');
  expect((await look(headOf(LATE))).units[0].proposals).toBeNull();
  expect((await submit(headOf(LATE), LATE)).codes).toEqual([]);
  expect((await look(headOf(LATE))).units[0].proposals).toBe(1);
  expect((await act('nhansu', 'changeCalibrated', change(own, 'GOOD'))).result).toMatchObject({ state: 'REVEALED' });
});

test('it is locked by who decides, though one has not submitted, and then changes no more', async () => {
  const { revision } = await look('lanhdao');
  expect((await act('lanhdao', 'lockCalibration', { revision, document: 'BB 12' })).result).toMatchObject({
    state: 'LOCKED',
  });
  for (const [userName, name, input] of [
    ['nhansu', 'changeCalibrated', change(ofFirst, 'COMPLETED')],
    [headOf(SLOW), 'submitCalibration', { unit: SLOW, revision: revision + 1 }],
  ] as const) {
    expect((await act(userName, name, input)).result.__typename).toBe('SessionLockedError');
  }
  // Nothing is decided by it.
  const { node } = await office.read(
    'nhansu',
    'query Y($id: ID!) { node(id: $id) { ... on Classification { decision { level } calibration { before after } } } }',
    { id: ofHeadless },
  );
  expect(node).toMatchObject({ decision: null, calibration: { after: 'OUTSTANDING' } });
});

test('its summary says before and after, and later what has changed and come since', async () => {
  const answer = '... on Summary { id superseded { what } body { tables { rows } } }';
  const { result, errors } = await office.act('nhansu', 'freezeSummary', answer, {
    kind: 'CALIBRATION',
    title: 'Kết quả hiệu chỉnh',
    purpose: 'CLASSIFY',
    question: { calibration: { session } },
  });
  expect(errors).toEqual([]);
  expect(result.superseded).toEqual([]);
  const says = result.body.tables[0].rows.flat().join();
  expect(says.includes('Chưa bằng các đơn vị khác. (Giám đốc Sở cho phép, BB 12)')).toBe(true);
  const code = (await rowsOf('nhansu', FIRST)).find(({ classificationId }) => classificationId === ofFirst)
    .classification.employee.code;
  await insertDecision(office.ownerPool, {
    unitId: await unitIdOf(office.ownerPool, FIRST),
    employeeId: await employeeIdOf(office.ownerPool, code),
  });
  await office.ownerPool.query('alter table congvu.classification disable trigger user');
  await office.ownerPool.query(
    `update congvu.classification c set proposed_level = 'NOT_COMPLETED' from congvu.employee e
     where e.id = c.employee_id and e.code = $1 and c.year = $2 and c.current`,
    [code, YEAR],
  );
  await office.ownerPool.query('alter table congvu.classification enable trigger user');
  const { node } = await office.read(
    'nhansu',
    'query S($id: ID!) { node(id: $id) { ... on Summary { recomputed { same } superseded { what is arrived employee { code } } } } }',
    { id: result.id },
  );
  expect(node.recomputed.same).toBe(true);
  expect(node.superseded).toEqual([
    { what: 'Classification', is: 'NOT_COMPLETED', arrived: false, employee: { code } },
    { what: 'DisciplineDecision', is: 'REPRIMAND', arrived: true, employee: { code } },
  ]);
});
