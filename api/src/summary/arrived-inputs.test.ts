import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { insertRow } from '../../../test/testkit/insert-row.ts';
import {
  insertCommendation,
  insertDataRequest,
  insertDecision,
  insertFinding,
  insertInspection,
  insertViolation,
  unitIdOf,
} from '../../../test/testkit/register-rows.ts';
import { type ApiOffice, newKey, openApiOffice, type QueryData } from '../testing/api-office.ts';

/** A division's ranking frozen by its manager and its sở's by the leader; then records arrive about people of the division. */
let office: ApiOffice;
let unitId: string;
const PURPOSE = { 'x-purpose': 'APPOINTMENT' };
const DIVISION = 'H99.01.01';
const PERIOD = '2026-10';

interface Named {
  readonly id: string;
  readonly code: string;
}
let people: readonly Named[];
/** Of the manager, who reads nothing of discipline; of the leader, who does. */
let [ofManager, ofLeader] = ['', ''];

const SUPERSEDED = 'superseded { what was is at arrived employee { code } }';
const FREEZE = `mutation F($input: FreezeSummaryInput!) { freezeSummary(input: $input) { __typename
  ... on Summary { id showsDiscipline body { tables { title rows } } ${SUPERSEDED} } } }`;

async function freeze(userName: string, group: QueryData): Promise<QueryData> {
  const question = { unit: DIVISION, period: PERIOD, ...group };
  const { data, errors } = await office.as(userName)(
    FREEZE,
    {
      input: {
        idempotencyKey: newKey(),
        kind: 'RANKING',
        title: 'Xếp hạng',
        purpose: 'APPOINTMENT',
        question: { ranking: question },
      },
    },
    PURPOSE,
  );
  expect(errors).toEqual([]);
  expect(data.freezeSummary.superseded).toEqual([]);
  return data.freezeSummary;
}

/** What came since, as somebody is told it. */
async function told(userName: string, id: string): Promise<QueryData[]> {
  const { data, errors } = await office.as(userName)(
    `query S($id: ID!) { node(id: $id) { ... on Summary { recomputed { same } ${SUPERSEDED} } } }`,
    { id },
    PURPOSE,
  );
  expect(errors).toEqual([]);
  expect(data.node.recomputed.same).toBe(true);
  return data.node.superseded;
}
const kinds = async (userName: string, id: string) => (await told(userName, id)).map(({ what }) => what);

beforeAll(async () => {
  office = await openApiOffice();
  unitId = await unitIdOf(office.ownerPool, DIVISION);
  const { data } = await office.as('lanhdao')(
    `{ comparableGroups(unit: "${DIVISION}", period: "${PERIOD}") { scored agency { code } group { code } family { code } } }`,
    {},
    PURPOSE,
  );
  const [largest] = data.comparableGroups.toSorted((left: QueryData, right: QueryData) => right.scored - left.scored);
  const group = { agency: largest.agency.code, group: largest.group.code, family: largest.family.code };
  const [manager, leader] = [await freeze('quanly', group), await freeze('lanhdao', group)];
  ofManager = manager.id;
  ofLeader = leader.id;
  expect(manager.showsDiscipline).toBe(false);
  const codes = manager.body.tables
    .find(({ title }: QueryData) => title === 'Xếp hạng')
    .rows.map((row: string[]) => row[2]);
  const { rows } = await office.ownerPool.query<Named>(
    `select e.id, e.code from congvu.employee e join congvu.user_account a on a.employee_id = e.id
     where e.code = any($1) and a.user_name not in ('quanly', 'lanhdao', 'nhansu') order by e.code`,
    [codes],
  );
  people = rows;
});
afterAll(() => office?.close());

const nth = (index: number): Named => {
  const person = people[index];
  if (person === undefined) throw new Error(`The division ranks fewer than ${index + 1} people.`);
  return person;
};

describe('a record that came after a summary was frozen is shown on it', () => {
  test('a commendation, with its title, to who reads commendations there', async () => {
    await insertCommendation(office.ownerPool, { unitId, employeeId: nth(0).id }, { year: 2026 });
    for (const [userName, id] of [
      ['quanly', ofManager],
      ['lanhdao', ofManager],
      ['nhansu', ofLeader],
    ] as const) {
      expect(await told(userName, id)).toMatchObject([
        { what: 'Commendation', was: '', is: 'Giấy khen', arrived: true, employee: { code: nth(0).code } },
      ]);
    }
    // Of a year that the summary does not look at: nothing to it.
    await insertCommendation(office.ownerPool, { unitId, employeeId: nth(0).id }, { year: 2019 });
    expect(await kinds('lanhdao', ofLeader)).toEqual(['Commendation']);
  });

  test('a decision of discipline, to who may read it; to others that something came, of nobody', async () => {
    await insertDecision(office.ownerPool, { unitId, employeeId: nth(1).id });
    expect(await told('lanhdao', ofLeader)).toContainEqual({
      what: 'DisciplineDecision',
      was: '',
      is: 'REPRIMAND',
      at: expect.any(String),
      arrived: true,
      employee: { code: nth(1).code },
    });
    const manager = await told('quanly', ofManager);
    expect(manager.filter(({ what }) => what !== 'Commendation')).toEqual([
      { what: 'Withheld', was: '', is: null, at: expect.stringMatching(/T17:00:00/), arrived: true, employee: null },
    ]);
    expect(JSON.stringify(manager)).not.toMatch(new RegExp(`REPRIMAND|Discipline|${nth(1).code}`));
  });

  test('a decision of the Party, to who reads these too', async () => {
    await insertDecision(office.ownerPool, { unitId, employeeId: nth(2).id }, { form: 'PARTY_WARNING' });
    const ofThird = (rows: QueryData[]) => rows.filter(({ employee }) => employee?.code === nth(2).code);
    expect(ofThird(await told('nhansu', ofLeader))).toMatchObject([
      { what: 'DisciplineDecision', is: 'PARTY_WARNING' },
    ]);
    expect(ofThird(await told('quanly', ofManager))).toEqual([]);
  });

  test('an act under handling; a sealed one to nobody but personnel and who is told of blocks', async () => {
    await insertViolation(office.ownerPool, { unitId, employeeId: nth(3).id }, { sealed: true });
    const ofFourth = (rows: QueryData[]) => rows.filter(({ employee }) => employee?.code === nth(3).code);
    const before = (await kinds('quanly', ofManager)).filter((what) => what === 'Withheld').length;
    expect(ofFourth(await told('nhansu', ofLeader))).toMatchObject([{ what: 'Violation', is: 'OPEN' }]);
    expect(ofFourth(await told('lanhdao', ofLeader))).toMatchObject([{ what: 'Violation', was: '', is: null }]);
    expect(ofFourth(await told('quanly', ofManager))).toEqual([]);
    await office.ownerPool.query('update congvu.violation set sealed = false where employee_id = $1 and sealed', [
      nth(3).id,
    ]);
    expect(ofFourth(await told('lanhdao', ofLeader))).toMatchObject([{ what: 'Violation', is: 'OPEN' }]);
    expect((await kinds('quanly', ofManager)).filter((what) => what === 'Withheld')).toHaveLength(before + 1);
  });

  test('a finding once the unit is told of it, never a draft', async () => {
    const inspectionId = await insertInspection(office.ownerPool, { unitId });
    const id = await insertFinding(
      office.ownerPool,
      { unitId, inspectionId, employeeId: nth(0).id },
      { issued_on: null },
    );
    const before = await kinds('lanhdao', ofLeader);
    expect(before).not.toContain('Finding');
    await office.ownerPool.query("update congvu.finding set issued_on = '2026-11-21' where id = $1", [id]);
    expect(await told('lanhdao', ofLeader)).toContainEqual(
      expect.objectContaining({ what: 'Finding', was: '', is: 'OPEN', arrived: true }),
    );
    // Who heads the division is told of findings in it.
    expect(await kinds('quanly', ofManager)).toContain('Finding');
  });

  test('a restriction of somebody’s data, that there is something and no more', async () => {
    const before = (await kinds('lanhdao', ofLeader)).filter((what) => what === 'Withheld').length;
    const requestId = await insertDataRequest(office.ownerPool, { employeeId: nth(0).id });
    await insertRow(office.ownerPool, 'data_restriction', {
      employee_id: nth(0).id,
      request_id: requestId,
      scope: 'EXPORT',
      from_on: '2026-11-22',
      recorded_by_name: 'Dữ liệu',
    });
    expect((await kinds('lanhdao', ofLeader)).filter((what) => what === 'Withheld')).toHaveLength(before + 1);
    expect(await kinds('lanhdao', ofLeader)).not.toContain('DataRestriction');
  });

  test('a figure of somebody who had none', async () => {
    const { rows } = await office.ownerPool.query<{ number: string; id: string }>(
      `select s.number, v.id from congvu.summary s cross join lateral jsonb_to_recordset(s.versions) as v(entity text, id uuid, "employeeId" uuid)
       where v.entity = 'PeriodSheet' and v."employeeId" = $1`,
      [nth(0).id],
    );
    // As if the sheet had said nothing when the leader's summary was frozen.
    await office.ownerPool.query('alter table congvu.summary disable trigger user');
    await office.ownerPool.query(
      `update congvu.summary set versions = (
         select jsonb_agg(v) from jsonb_array_elements(versions) v where v ->> 'id' <> $1)`,
      [rows[0]?.id],
    );
    await office.ownerPool.query('alter table congvu.summary enable trigger user');
    expect(await told('lanhdao', ofLeader)).toContainEqual(
      expect.objectContaining({ what: 'PeriodSheet', was: '', arrived: true, employee: { code: nth(0).code } }),
    );
  });
});

test('what was entered before the freezing has not come since, and another person’s record is nothing to it', async () => {
  const elsewhere = await unitIdOf(office.ownerPool, 'H99.02.01');
  const { rows } = await office.ownerPool.query<{ id: string }>(
    `select a.employee_id as id from congvu.assignment a where a.unit_id = $1 and a.valid_to is null limit 1`,
    [elsewhere],
  );
  const before = await told('lanhdao', ofLeader);
  await insertCommendation(office.ownerPool, { unitId: elsewhere, employeeId: rows[0]?.id ?? null }, { year: 2026 });
  await insertCommendation(
    office.ownerPool,
    { unitId, employeeId: nth(3).id },
    { year: 2026, recorded_at: '2026-11-01T00:00:00Z' },
  );
  expect(await told('lanhdao', ofLeader)).toEqual(before);
  const { data } = await office.as('lanhdao')(
    '{ summaries(first: 50, filter: { unit: "H99.01", superseded: true }) { edges { node { id } } } }',
    {},
    PURPOSE,
  );
  expect(data.summaries.edges.map(({ node }: QueryData) => node.id)).toEqual(
    expect.arrayContaining([ofManager, ofLeader]),
  );
});
