import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { QueryData } from '../testing/api-office.ts';
import { AGENCY, openYearOffice, YEAR, type YearOffice } from '../testing/year-office.ts';

/** One calibration of three divisions, step by step; each test goes on where the one before ended. */
let office: YearOffice;
let session: string;
const UNITS = ['H99.01.01', 'H99.01.02', 'H99.01.03'] as const;
const [FIRST, SECOND, LATE] = UNITS;

const SESSION = '... on CalibrationSession { id state revision }';
const ROWS = `query R($id: ID!, $unit: String, $differsOnly: Boolean) { node(id: $id) { ... on CalibrationSession {
  id state revision revealReason lockDocument actions units { unit { code } late submittedBy proposals }
  rows(unit: $unit, differsOnly: $differsOnly, first: 100) { totalCount edges { node {
    classificationId unit { code } level classification { employee { code } } proposal { level reason proposedBy }
    change { before after reason authorisedBy document } changes { after } } } } } } }`;

beforeAll(async () => {
  office = await openYearOffice((_person, index) => 72 + (index % 15));
  const { errors } = await office.act('nhansu', 'openYear', '... on OpenedYear { added }', {
    unit: AGENCY,
    year: YEAR,
  });
  expect(errors).toEqual([]);
  await office.act('nhansu', 'proposeLevels', '', { unit: AGENCY, year: YEAR });
});
afterAll(() => office?.close());

function headOf(unit: string): string {
  const head = office.people.find((person) => person.unit === unit && person.post === 'HEAD');
  if (!head?.userName) throw new Error(`${unit} has no head with an account.`);
  return head.userName;
}

async function look(userName: string, variables: object = {}): Promise<QueryData> {
  return (await office.read(userName, ROWS, { id: session, ...variables })).node;
}
const rowsOf = (node: QueryData, unit: string): QueryData[] =>
  node.rows.edges.map((edge: QueryData) => edge.node).filter((row: QueryData) => row.unit.code === unit);

async function act(userName: string, name: string, input: object, answer = SESSION) {
  const { result, errors } = await office.act(userName, name, answer, { session, ...input });
  return { result, errors, codes: errors.map(({ extensions }) => extensions.code) };
}
const PROPOSED = '... on CalibratedRows { session { id } rows { index classificationId errors { path code } } }';

/** A unit proposes for its first two people that are not its head. */
async function propose(unit: string, level: string, reason: string | null = 'Kết quả nổi bật.') {
  const head = office.people.find((person) => person.unit === unit && person.post === 'HEAD');
  const own = rowsOf(await look(headOf(unit), { unit }), unit).filter(
    (row) => row.classification.employee.code !== head?.code,
  );
  const rows = own.slice(0, 2).map((row) => ({ classification: row.classificationId, level, reason }));
  const { result, errors } = await act(headOf(unit), 'proposeCalibrated', { unit, rows }, PROPOSED);
  expect(errors).toEqual([]);
  expect(result.rows.map((row: QueryData) => row.errors)).toEqual([[], []]);
  return rows.map(({ classification }) => classification);
}

describe('opening', () => {
  test('is refused without the right, for a unit elsewhere and for a single unit', async () => {
    const input = {
      unit: AGENCY,
      year: YEAR,
      title: 'Hiệu chỉnh năm 2026',
      units: [FIRST, SECOND],
      dueOn: '2026-11-30',
    };
    const open = (userName: string, change: object) =>
      office.act(userName, 'openCalibration', SESSION, { ...input, ...change });
    expect((await open('quanly', {})).errors[0]?.extensions.code).toBe('FORBIDDEN');
    expect((await open('chuyenvien', {})).errors[0]?.extensions.code).toBe('FORBIDDEN');
    expect((await open('nhansu', { units: [FIRST, 'H99.02.01'] })).result.fields).toMatchObject([
      { path: '/units/1', code: 'UNIT_UNKNOWN' },
    ]);
    expect((await open('nhansu', { units: [FIRST] })).result.__typename).toBe('InvalidInputError');
    expect((await open('nhansu', { dueOn: '2026-11-01' })).result.fields).toMatchObject([{ path: '/dueOn' }]);
    expect((await open('nhansu', { year: 2025 })).result.__typename).toBe('RoundNotOpenError');
    const { result } = await open('nhansu', {});
    expect(result).toMatchObject({ state: 'OPEN' });
    session = result.id;
    expect((await open('nhansu', {})).result).toMatchObject({ __typename: 'WrongStateError' });
  });

  test('shows who takes part to whom it concerns alone', async () => {
    const node = await look(headOf(FIRST));
    expect(node.units.map((each: QueryData) => each.unit.code)).toEqual([FIRST, SECOND]);
    expect((await look('nhansu')).actions).toContain('CANCEL');
    expect(node.actions).toEqual(expect.arrayContaining(['PROPOSE', 'SUBMIT']));
    for (const outsider of [headOf(LATE), 'chuyenvien', 'thanhtra']) {
      expect((await office.read(outsider, ROWS, { id: session })).node).toBeNull();
    }
    const listed = '{ calibrationSessions(first: 5, filter: { unit: "H99.01" }) { totalCount edges { node { id } } } }';
    expect((await office.read(headOf(SECOND), listed)).calibrationSessions.totalCount).toBe(1);
    expect((await office.read(headOf(LATE), listed)).calibrationSessions.totalCount).toBe(0);
  });
});

describe('before every unit has submitted', () => {
  let proposed: string[];

  test('a unit proposes for its own people, row by row, never for oneself and never for another unit', async () => {
    proposed = await propose(FIRST, 'OUTSTANDING');
    const other = rowsOf(await look(headOf(SECOND), { unit: SECOND }), SECOND)[0].classificationId;
    const head = office.people.find((person) => person.unit === FIRST && person.post === 'HEAD');
    const self = rowsOf(await look(headOf(FIRST)), FIRST).find(
      (row) => row.classification.employee.code === head?.code,
    ).classificationId;
    const row = (classification: string | undefined) => ({ classification, level: 'GOOD', reason: 'Theo biên bản.' });
    const { result } = await act(
      headOf(FIRST),
      'proposeCalibrated',
      { unit: FIRST, rows: [row(other), row(self), row(proposed[1]), row(proposed[1])] },
      PROPOSED,
    );
    expect(result.rows.map((each: QueryData) => each.errors[0]?.code ?? null)).toEqual([
      'NOT_FOUND',
      'FORBIDDEN',
      null,
      'INCONSISTENT',
    ]);
    const { codes } = await act(headOf(FIRST), 'proposeCalibrated', { unit: SECOND, rows: [row(other)] }, PROPOSED);
    expect(codes).toEqual(['FORBIDDEN']);
  });

  test.each([
    ['the other unit', () => headOf(SECOND)],
    ['who chairs', () => 'nhansu'],
    ['who decides', () => 'lanhdao'],
  ])('%s sees no proposal, no count and no difference', async (_name, who) => {
    const node = await look(who());
    expect(node.rows.edges.every((edge: QueryData) => edge.node.proposal === null)).toBe(true);
    expect(node.units.find((each: QueryData) => each.unit.code === FIRST).proposals).toBeNull();
    const before = (await look(who(), { differsOnly: true })).rows.totalCount;
    expect(before).toBe(0);
  });

  test('the unit itself sees its own', async () => {
    const node = await look(headOf(FIRST), { unit: FIRST });
    expect(node.units.find((each: QueryData) => each.unit.code === FIRST).proposals).toBe(2);
    expect(rowsOf(node, FIRST).filter((row) => row.proposal !== null)).toHaveLength(2);
  });

  test('nothing leads to a proposal by its id or by the chain', async () => {
    const { rows } = await office.ownerPool.query<{ id: string }>(
      'select id from congvu.calibration_proposal where session_id = $1',
      [Buffer.from(session, 'base64').toString().split(':')[1]],
    );
    const id = Buffer.from(`CalibrationProposal:${rows[0]?.id}`).toString('base64');
    for (const who of [headOf(SECOND), 'nhansu']) {
      const { data } = await office.as(who)('query N($id: ID!) { node(id: $id) { id } }', { id });
      expect(data?.node ?? null).toBeNull();
    }
    // Entries are of nobody, and say no level: neither the person nor another unit reads one in the chain.
    const { rows: entries } = await office.ownerPool.query<{ employee_id: string | null; payload: string }>(
      "select employee_id, payload from congvu.audit_entry where action = 'proposeCalibrated'",
    );
    expect(entries.length).toBeGreaterThanOrEqual(3);
    expect(entries.every((entry) => entry.employee_id === null && !/OUTSTANDING|GOOD/.test(entry.payload))).toBe(true);
  });

  test('an error tells the chair no more than who has not submitted', async () => {
    expect((await act('nhansu', 'revealCalibration', { reason: 'Cần họp sớm.' }, UNITS_MISSING)).result).toMatchObject({
      __typename: 'UnitsNotSubmittedError',
      units: [FIRST, SECOND],
    });
    const change = { after: 'COMPLETED', reason: 'Thử.', authorisedBy: 'Giám đốc', document: 'BB 1' };
    const [first, second] = await Promise.all(
      [proposed[0], rowsOf(await look('nhansu'), SECOND)[0].classificationId].map((classification) =>
        act('nhansu', 'changeCalibrated', { classification, ...change }, UNITS_MISSING),
      ),
    );
    expect(first?.result).toMatchObject({ __typename: 'UnitsNotSubmittedError' });
    expect(second?.result).toEqual(first?.result);
    const { revision } = await look('lanhdao');
    expect(
      (await act('lanhdao', 'lockCalibration', { revision, document: 'BB 1' }, UNITS_MISSING)).result,
    ).toMatchObject({ __typename: 'UnitsNotSubmittedError' });
  });

  test('a unit submits once, as it saw the session, and proposes no more', async () => {
    const { revision } = await look(headOf(FIRST));
    expect(
      (await act(headOf(FIRST), 'submitCalibration', { unit: FIRST, revision: revision + 7 })).result,
    ).toMatchObject({
      __typename: 'StaleRevisionError',
    });
    expect((await act(headOf(FIRST), 'submitCalibration', { unit: SECOND, revision })).codes).toEqual(['FORBIDDEN']);
    expect((await act(headOf(FIRST), 'submitCalibration', { unit: FIRST, revision })).result.state).toBe('OPEN');
    const again = { classification: proposed[0], level: 'GOOD', reason: null };
    expect(
      (await act(headOf(FIRST), 'proposeCalibrated', { unit: FIRST, rows: [again] }, PROPOSED)).result,
    ).toMatchObject({ __typename: 'WrongStateError' });
    // Having submitted shows nothing while another has not.
    expect((await look('nhansu')).units.find((each: QueryData) => each.unit.code === FIRST).proposals).toBeNull();
  });
});
const UNITS_MISSING = `${SESSION} ... on UnitsNotSubmittedError { units }`;

describe('the last day has passed', () => {
  beforeAll(async () => {
    await office.ownerPool.query("update congvu.calibration_session set due_on = '2026-11-20'");
  });

  test('the chair reveals with a reason; who had not submitted becomes late and sees nothing before', async () => {
    expect((await act(headOf(FIRST), 'revealCalibration', { reason: 'Đã hết hạn.' })).codes).toEqual(['FORBIDDEN']);
    const { result } = await act('nhansu', 'revealCalibration', { reason: 'Đã hết hạn nộp.' });
    expect(result).toMatchObject({ state: 'REVEALED' });
    const chair = await look('nhansu');
    expect(chair.revealReason).toBe('Đã hết hạn nộp.');
    expect(chair.units.map((each: QueryData) => [each.unit.code, each.late, each.proposals])).toEqual([
      [FIRST, false, 2],
      [SECOND, true, null],
    ]);
    expect(rowsOf(chair, FIRST).filter((row) => row.proposal !== null)).toHaveLength(2);
    const late = await look(headOf(SECOND));
    expect(rowsOf(late, FIRST).every((row) => row.proposal === null)).toBe(true);
    expect(late.units.find((each: QueryData) => each.unit.code === FIRST).proposals).toBeNull();
  });

  test('a unit joins late, proposes hidden and sees the others once it has submitted', async () => {
    expect((await act('nhansu', 'joinCalibration', { unit: LATE })).result).toMatchObject({ state: 'REVEALED' });
    expect((await act('nhansu', 'joinCalibration', { unit: LATE })).result.__typename).toBe('WrongStateError');
    await propose(LATE, 'OUTSTANDING');
    const before = await look(headOf(LATE));
    expect(rowsOf(before, FIRST).every((row) => row.proposal === null)).toBe(true);
    // Its draft is hidden from those who have submitted, too.
    expect(rowsOf(await look(headOf(FIRST)), LATE)).toEqual([]);
    expect(rowsOf(await look('nhansu'), LATE).every((row) => row.proposal === null)).toBe(true);
    expect((await act(headOf(LATE), 'submitCalibration', { unit: LATE, revision: before.revision })).errors).toEqual(
      [],
    );
    const after = await look(headOf(LATE));
    expect(after.units.find((each: QueryData) => each.unit.code === FIRST).proposals).toBe(2);
    // Proposals of people whom one may not see name nobody.
    const foreign = rowsOf(after, FIRST);
    expect(foreign).toHaveLength(2);
    expect(foreign.every((row) => row.classification === null && row.proposal !== null)).toBe(true);
    expect(rowsOf(await look('nhansu'), LATE).filter((row) => row.proposal !== null)).toHaveLength(2);
  });
});

describe('a revealed calibration', () => {
  let classification: string;

  test('is changed with a reason and who authorised it; before and after are kept', async () => {
    const row = rowsOf(await look('nhansu'), FIRST).find((each) => each.proposal?.level === 'OUTSTANDING');
    classification = row.classificationId;
    const change = {
      classification,
      after: 'GOOD',
      reason: 'Chưa bằng các đơn vị khác.',
      authorisedBy: 'Giám đốc Sở',
      document: 'BB 12',
    };
    expect((await act(headOf(FIRST), 'changeCalibrated', change)).codes).toEqual(['FORBIDDEN']);
    for (const [field, value] of [
      ['reason', ''],
      ['authorisedBy', ''],
    ] as const) {
      const { result } = await act('nhansu', 'changeCalibrated', { ...change, [field]: value });
      expect(result).toMatchObject({ __typename: 'InvalidInputError', fields: [{ path: `/${field}` }] });
    }
    expect((await act('nhansu', 'changeCalibrated', { ...change, after: 'OUTSTANDING' })).result.fields).toMatchObject([
      { path: '/after', code: 'INCONSISTENT' },
    ]);
    expect((await act('nhansu', 'changeCalibrated', change)).errors).toEqual([]);
    const back = { ...change, after: 'COMPLETED', reason: 'Theo kết luận họp.' };
    expect((await act('nhansu', 'changeCalibrated', back)).errors).toEqual([]);
    const after = rowsOf(await look('nhansu'), FIRST).find((each) => each.classificationId === classification);
    expect(after).toMatchObject({
      level: 'COMPLETED',
      proposal: { level: 'OUTSTANDING' },
      change: { before: 'GOOD', after: 'COMPLETED', authorisedBy: 'Giám đốc Sở' },
      changes: [{ after: 'GOOD' }, { after: 'COMPLETED' }],
    });
  });

  test('is locked by who decides the levels of that very agency, and then changes no more', async () => {
    const { revision } = await look('nhansu');
    expect((await act('nhansu', 'lockCalibration', { revision, document: 'BB 12' })).codes).toEqual(['FORBIDDEN']);
    expect((await act('chutich', 'lockCalibration', { revision, document: 'BB 12' })).codes).toEqual(['FORBIDDEN']);
    expect((await act('lanhdao', 'lockCalibration', { revision, document: 'BB 12' })).result).toMatchObject({
      state: 'LOCKED',
    });
    const now = (await look('nhansu')).revision;
    const change = { classification, after: 'GOOD', reason: 'Thử.', authorisedBy: 'Giám đốc', document: 'BB 1' };
    for (const [who, name, input] of [
      ['nhansu', 'changeCalibrated', change],
      ['nhansu', 'joinCalibration', { unit: 'H99.01.04' }],
      ['nhansu', 'cancelCalibration', { revision: now, reason: 'Thử.' }],
      ['nhansu', 'revealCalibration', { reason: 'Thử.' }],
      ['lanhdao', 'lockCalibration', { revision: now, document: 'BB 13' }],
      [headOf(SECOND), 'submitCalibration', { unit: SECOND, revision: now }],
    ] as const) {
      expect((await act(who, name, input)).result).toMatchObject({ __typename: 'SessionLockedError' });
    }
  });

  test('is frozen as a summary once it is locked, every change with its reason', async () => {
    const input = {
      kind: 'CALIBRATION',
      title: 'Kết quả hiệu chỉnh',
      purpose: 'CLASSIFY',
      question: { calibration: { session } },
    };
    const answer = '... on Summary { number recomputed { same } superseded { what } body { tables { rows } } }';
    const { result, errors } = await office.act('nhansu', 'freezeSummary', answer, input);
    expect(errors).toEqual([]);
    expect(result).toMatchObject({ __typename: 'Summary', recomputed: { same: true }, superseded: [] });
    expect(result.body.tables[0].rows.flat().join()).toContain(
      'HTT → HT: Theo kết luận họp. (Giám đốc Sở cho phép, BB 12)',
    );
  });

  test('says on the year what it came to, to who takes part, and decides nothing', async () => {
    const read = `query Y($id: ID!) { node(id: $id) { ... on Classification { employee { code } proposedLevel decision { level }
      calibration { before after reason authorisedBy session { id state } } } } }`;
    const { node } = await office.read('nhansu', read, { id: classification });
    expect(node).toMatchObject({
      decision: null,
      calibration: { before: 'GOOD', after: 'COMPLETED', authorisedBy: 'Giám đốc Sở', session: { state: 'LOCKED' } },
    });
    expect(node.proposedLevel).not.toBe('COMPLETED');
    const person = office.people.find(({ code }) => code === node.employee.code);
    const own = await office.read(person?.userName ?? 'nobody', read, { id: classification });
    expect(own.node.calibration).toBeNull();
  });
});
