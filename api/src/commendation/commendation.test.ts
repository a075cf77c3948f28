import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { employeeIdOf, insertInitiative } from '../../../test/testkit/register-rows.ts';
import type { ApiOffice } from '../testing/api-office.ts';
import { putInDecidedYear } from '../testing/decided-year.ts';
import {
  AGENCY,
  type CommendationOffice,
  GIVEN,
  openCommendationOffice,
  TITLE,
  YEAR,
} from './testing/commendation-office.ts';

/** K1–K8 and the bad input of section 8 on what is stored: a decided year of the Sở Nội vụ, personnel gives titles. */
let commended: CommendationOffice;
let office: CommendationOffice['office'];
let staff: CommendationOffice['staff'];
let act: CommendationOffice['act'];
let give: CommendationOffice['give'];
let read: CommendationOffice['read'];
let best: string;
let worst: string;
let round: string;

beforeAll(async () => {
  commended = await openCommendationOffice();
  ({ office, staff, act, give, read } = commended);
  best = staff[0]?.code ?? '';
  worst = staff[1]?.code ?? '';
});
afterAll(() => commended?.close());

describe('the round', () => {
  test('opens only when the agency’s year is decided, once, and not by others than personnel', async () => {
    const early = await act('nhansu', 'openCommendationRound', '... on YearNotDecidedError { unit year }', {
      unit: AGENCY,
      year: YEAR,
    });
    expect(early.result).toMatchObject({ __typename: 'YearNotDecidedError', unit: AGENCY, year: YEAR });
    expect((await give(best, 'LDTT')).result).toMatchObject({ code: 'YEAR_NOT_DECIDED' });

    await putInDecidedYear(office.ownerPool, AGENCY, YEAR, { [best]: 'OUTSTANDING', [worst]: 'NOT_COMPLETED' });
    expect((await give(best, 'LDTT')).result).toMatchObject({ code: 'ROUND_NOT_OPEN' });

    for (const userName of ['quanly', 'lanhdao', 'chuyenvien', 'thanhtra', 'quantri']) {
      const { errors } = await act(userName, 'openCommendationRound', '', { unit: AGENCY, year: YEAR });
      expect(errors[0]?.extensions.code).toBe('FORBIDDEN');
    }
    const input = { unit: AGENCY, year: YEAR, baseTitleQuotaPercent: 15, baseSalary: 2_340_000 };
    const opened = await act('nhansu', 'openCommendationRound', '... on CommendationRound { id state actions }', input);
    expect(opened.result).toMatchObject({ state: 'OPEN', actions: ['COMMEND', 'HOLD', 'CLOSE'] });
    round = opened.result.id;
    expect((await act('nhansu', 'openCommendationRound', '', input)).result).toMatchObject({ code: 'WRONG_STATE' });
  });
});

describe('a title', () => {
  test('is given with its bonus, once a year', async () => {
    const given = await give(best, 'LDTT');
    expect(given.errors).toEqual([]);
    expect(given.result).toMatchObject({
      titleCode: 'LDTT',
      year: YEAR,
      state: 'GIVEN',
      subject: 'PERSON',
      bonusMultiple: '0.30',
      bonusAmount: '702000',
      actions: ['REVOKE'],
    });
    expect((await give(best, 'LDTT')).result).toMatchObject({ code: 'ALREADY_COMMENDED' });
  });

  test('names each missing condition, and a document may allow it', async () => {
    const refused = await give(worst, 'LDTT');
    expect(refused.result).toMatchObject({ code: 'CONDITIONS_MISSING' });
    expect(refused.result.conditions).toHaveLength(1);
    expect(refused.result.conditions[0]).toMatch(/Xếp loại/);
    const allowed = await give(worst, 'LDTT', { overrideDocument: '5/TB-UBND' });
    expect(allowed.result.__typename).toBe('Commendation');
  });

  test('has a quota of those with the title below', async () => {
    const rows = staff.slice(2, 8).map(({ code }) => ({ employee: code }));
    const LDTT = { round, titleCode: 'LDTT', decisionNumber: '9/QĐ', decidedOn: '2026-01-20', issuer: 'Giám đốc Sở' };
    const many = await act(
      'nhansu',
      'recordCommendations',
      '... on CommendedRows { rows { index commendation { titleCode employee { code } } errors { path code } } }',
      {
        ...LDTT,
        rows: [...rows, { employee: 'nobody' }, { employee: best }, { unit: 'H99.01.01' }],
      },
    );
    expect(many.errors).toEqual([]);
    expect(many.result.rows.map((row: { errors: { code: string }[] }) => row.errors[0]?.code ?? 'OK')).toEqual([
      ...rows.map(() => 'OK'),
      'EMPLOYEE_UNKNOWN',
      'ALREADY_COMMENDED',
      'INCONSISTENT',
    ]);
    // Eight hold the title below: 15 % of them is one.
    expect((await give(best, 'CSTDCS')).result).toMatchObject({ __typename: 'Commendation', bonusAmount: '2340000' });
    const third = staff[2];
    if (third === undefined) throw new Error('The agency has staff.');
    expect((await give(third.code, 'CSTDCS')).result).toMatchObject({ code: 'CONDITIONS_MISSING' });
    const initiative = await insertInitiative(
      office.ownerPool,
      { employeeId: third.id, unitId: third.unitId },
      { year: YEAR },
    );
    const { data } = await read(
      'nhansu',
      `{ initiatives(first: 10, filter: { employee: "${third.code}" }) { edges { node { id code } } } }`,
    );
    const [{ node }] = data.initiatives.edges;
    expect(initiative).toBeTruthy();
    expect((await give(third.code, 'CSTDCS', { initiatives: [node.id] })).result).toMatchObject({
      code: 'QUOTA_EXCEEDED',
      limit: 1,
      outstanding: 2,
    });
    const other = await give(staff[3]?.code ?? '', 'CSTDCS', { initiatives: [node.id] });
    expect(other.result).toMatchObject({ fields: [{ path: '/initiatives', code: 'NOT_FOUND' }] });
  });

  test('is not given to whom a document holds back, until that is lifted', async () => {
    const held = staff[9]?.code ?? '';
    const put = await act('nhansu', 'holdCommendation', '... on CommendationHold { id actions }', {
      round,
      employee: held,
      reason: 'Đang xác minh đơn tố cáo',
      document: '3/TB',
      from: '2026-01-10',
    });
    expect(put.result).toMatchObject({ actions: ['LIFT'] });
    expect((await give(held, 'LDTT', { overrideDocument: '5/TB' })).result).toMatchObject({
      code: 'COMMENDATION_HELD',
      reason: 'Đang xác minh đơn tố cáo',
    });
    const lift = { hold: put.result.id, on: '2026-01-15', reason: 'Không có cơ sở' };
    expect((await act('lanhdao', 'liftHold', '', lift)).errors[0]?.extensions.code).toBe('FORBIDDEN');
    expect((await act('nhansu', 'liftHold', '... on CommendationHold { liftedOn }', lift)).result).toMatchObject({
      liftedOn: '2026-01-15',
    });
    expect((await act('nhansu', 'liftHold', '', lift)).result).toMatchObject({ code: 'WRONG_STATE' });
    expect((await give(held, 'LDTT')).result.__typename).toBe('Commendation');
  });

  test('on the spot needs no round; one of the year needs its year', async () => {
    const spot = await give(best, 'GIAY_KHEN', { year: null });
    expect(spot.result).toMatchObject({ titleCode: 'GIAY_KHEN', year: null, state: 'GIVEN' });
    expect((await give(best, 'LDTT', { year: null })).result).toMatchObject({
      fields: [{ path: '/year', code: 'INCONSISTENT' }],
    });
    expect((await give(best, 'NONE')).result).toMatchObject({
      fields: [{ path: '/titleCode', code: 'UNKNOWN_VALUE' }],
    });
    expect((await give(best, 'LDTT', { employee: null })).result).toMatchObject({
      fields: [{ path: '/unit', code: 'REQUIRED' }],
    });
    const own = await act('nhansu', 'recordCommendation', GIVEN, {
      ...TITLE,
      employee: await codeOf('nhansu'),
      title: 'Giấy khen',
      decisionNumber: '1/QĐ',
    });
    expect(own.errors[0]?.extensions.code).toBe('FORBIDDEN');
  });

  test('of a collective needs its members’ titles', async () => {
    const { result, errors } = await act('nhansu', 'recordCommendation', GIVEN, {
      ...TITLE,
      unit: 'H99.01.01',
      titleCode: 'TTLDTT',
      title: 'Tập thể lao động tiên tiến',
      year: YEAR,
      decisionNumber: '12/QĐ',
    });
    expect(errors).toEqual([]);
    expect(result).toMatchObject({ code: 'CONDITIONS_MISSING' });
    const flag = await act('nhansu', 'recordCommendation', `${GIVEN} ... on Commendation { employee { code } }`, {
      ...TITLE,
      unit: 'H99.01.01',
      titleCode: 'TTLDTT',
      title: 'Tập thể lao động tiên tiến',
      year: YEAR,
      decisionNumber: '12/QĐ',
      overrideDocument: '8/TB',
    });
    expect(flag.result).toMatchObject({ subject: 'COLLECTIVE', employee: null, unit: { code: 'H99.01.01' } });
  });
});

async function codeOf(userName: string): Promise<string> {
  const { rows } = await office.ownerPool.query(
    'select e.code from congvu.employee e join congvu.user_account u on u.employee_id = e.id where u.user_name = $1',
    [userName],
  );
  return rows[0].code;
}

/** The managing agency decides a year anew, lower: the old decision stays. */
async function supersedeBelow({ ownerPool }: ApiOffice, code: string): Promise<void> {
  const employeeId = await employeeIdOf(ownerPool, code);
  const client = await ownerPool.connect();
  try {
    await client.query('begin');
    await client.query(
      `update congvu.classification set current = false, state = 'SUPERSEDED' where employee_id = $1 and year = $2`,
      [employeeId, YEAR],
    );
    await client.query(
      `insert into congvu.classification (round_id, employee_id, agency_id, authority_id, unit_id, year, revision, post, group_code,
         subject_type, rule_set, rule_set_version, state, months, worked_months, proposal, decided_level, decision_number, decided_on,
         decided_by_name, decided_at, notified_at, supersedes_id)
       select round_id, employee_id, agency_id, authority_id, unit_id, year, 2, post, group_code, subject_type, rule_set, 1, 'NOTIFIED',
         months, 12, 'LEVEL', 'COMPLETED', '9/QĐ', '2026-11-01', 'Chủ tịch', '2026-11-01', '2026-11-02', id
       from congvu.classification where employee_id = $1 and year = $2 and revision = 1`,
      [employeeId, YEAR],
    );
    await client.query('commit');
  } finally {
    client.release();
  }
}

/** What is to be reviewed, and what rests on a title: given by a round with the office's own table, or in no round while it is in force. */
async function withOwnTitles(commendation: string) {
  const name = { vi: 'Danh hiệu của cơ quan', en: 'The office’s own title' };
  const own = { subject: 'PERSON', name, onTheSpot: false };
  const body = [
    { ...own, code: 'LDTT', conditions: [{ kind: 'LEVEL', levels: ['OUTSTANDING', 'GOOD', 'COMPLETED'] }] },
    {
      ...own,
      code: 'CSTDCS',
      conditions: [
        { kind: 'LEVEL', levels: ['OUTSTANDING'] },
        { kind: 'TITLE_SAME_YEAR', code: 'LDTT' },
      ],
    },
  ];
  const { result } = await act('quantri', 'publishRegisterTable', '... on RegisterTable { version }', {
    kind: 'COMMENDATION_TITLES',
    unit: AGENCY,
    version: 1,
    effectiveFrom: '2026-01-01',
    decisionNumber: '58/QĐ-SNV',
    body: JSON.stringify(body),
  });
  expect(result).toMatchObject({ version: 1 });
  const giveBy = (version: number | null) =>
    office.ownerPool.query(
      `update congvu.commendation_round r set titles_table_id = (select id from congvu.register_table
         where kind = 'COMMENDATION_TITLES' and version = $1 and agency_id = r.agency_id)
       where year = $2 and agency_id = (select id from congvu.unit where code = $3)`,
      [version, YEAR, AGENCY],
    );
  const look = async () => {
    const { data, errors } = await read(
      'nhansu',
      `{ commendations(first: 50, filter: { state: [TO_REVIEW] }) { edges { node { titleCode } } }
         node(id: "${commendation}") { ... on Commendation { dependents { titleCode } } } }`,
    );
    expect(errors).toEqual([]);
    return {
      toReview: data.commendations.edges.map((edge: { node: { titleCode: string } }) => edge.node.titleCode),
      dependents: data.node.dependents.map((each: { titleCode: string }) => each.titleCode),
    };
  };
  await giveBy(1);
  const ofRound = await look();
  await giveBy(null);
  const { rows } = await office.ownerPool.query<{ id: string; round_id: string }>(
    `select k.id, k.round_id from congvu.commendation k where k.round_id is not null and k.employee_id =
       (select employee_id from congvu.commendation where id = $1)`,
    [Buffer.from(commendation, 'base64').toString().split(':')[1]],
  );
  const place = (roundId: string | null) =>
    office.ownerPool.query('update congvu.commendation set round_id = $1 where id = any($2)', [
      roundId,
      rows.map(({ id }) => id),
    ]);
  await place(null);
  const inForce = await look();
  await place(rows[0]?.round_id ?? null);
  return { ofRound, inForce };
}

describe('what is given', () => {
  test('is to be looked at again when the year turns out lower, and revoked by a document alone, once', async () => {
    const { data } = await read(
      'nhansu',
      `{ commendations(first: 50, filter: { employee: "${best}", kind: ["LDTT"] }) { edges { node { id revision state dependents { titleCode } } } } }`,
    );
    const [{ node }] = data.commendations.edges;
    expect(node.state).toBe('GIVEN');
    expect(node.dependents).toEqual([]);
    await supersedeBelow(office, best);
    const again = await read(
      'nhansu',
      '{ commendations(first: 50, filter: { state: [TO_REVIEW] }) { edges { node { titleCode employee { code } } } } }',
    );
    const titles = again.data.commendations.edges.map((edge: { node: { titleCode: string } }) => edge.node.titleCode);
    expect(titles.toSorted()).toEqual(['CSTDCS', 'LDTT']);

    const byOwn = { toReview: ['CSTDCS'], dependents: ['CSTDCS'] };
    expect(await withOwnTitles(node.id)).toEqual({ ofRound: byOwn, inForce: byOwn });

    const revoke = {
      commendation: node.id,
      revision: node.revision,
      on: '2026-11-20',
      ground: 'DISHONEST',
      reason: 'Kê khai không trung thực',
    };
    const GONE =
      '... on Commendation { id state revocation { on ground document bonusReturned } revision } ... on EvidenceRequiredError { component }';
    expect((await act('lanhdao', 'revokeCommendation', '', revoke)).errors[0]?.extensions.code).toBe('FORBIDDEN');
    expect((await act('nhansu', 'revokeCommendation', GONE, revoke)).result).toMatchObject({ component: 'document' });
    const done = await act('nhansu', 'revokeCommendation', GONE, { ...revoke, document: '44/QĐ', bonusReturned: true });
    expect(done.result).toMatchObject({ state: 'REVOKED', revocation: { ground: 'DISHONEST', bonusReturned: true } });
    const second = await act('nhansu', 'revokeCommendation', GONE, {
      ...revoke,
      revision: done.result.revision,
      document: '45/QĐ',
    });
    expect(second.result).toMatchObject({ code: 'WRONG_STATE' });
    const stale = await act('nhansu', 'revokeCommendation', GONE, { ...revoke, document: '45/QĐ' });
    expect(stale.result).toMatchObject({ code: 'STALE_REVISION' });
  });

  test('a round that is closed gives no more', async () => {
    const { data } = await read(
      'nhansu',
      '{ commendationRounds(first: 5, filter: { unit: "H99.01" }) { edges { node { id revision } } } }',
    );
    const [{ node }] = data.commendationRounds.edges;
    const closed = await act('nhansu', 'closeCommendationRound', '... on CommendationRound { state actions }', {
      round: node.id,
      revision: node.revision,
    });
    expect(closed.result).toMatchObject({ state: 'CLOSED', actions: [] });
    expect((await give(staff[11]?.code ?? '', 'LDTT')).result).toMatchObject({ code: 'WRONG_STATE' });
  });
});

test('a list costs the same number of statements for one row as for many', async () => {
  const LIST = `query Q($n: Int!) { commendations(first: $n, filter: { collective: false }) { edges { node { title state employee { code name } unit { code } } } } }`;
  const counts: number[] = [];
  for (const n of [1, 100]) {
    office.statements.length = 0;
    const { errors } = await read('nhansu', LIST, { n });
    expect(errors).toEqual([]);
    counts.push(office.statements.filter((text) => !/name_actor|authenticate_subject/.test(text)).length);
  }
  // The page, the people, the units, the access entry.
  expect(counts).toEqual([4, 4]);
});
