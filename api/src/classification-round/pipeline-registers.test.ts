import { afterAll, beforeAll, expect, test } from 'vitest';
import { insertDecision, insertViolation, unitIdOf } from '../../../test/testkit/register-rows.ts';
import type { AgencyPerson } from '../testing/closed-months.ts';
import { AGENCY, openYearOffice, YEAR, type YearOffice } from '../testing/year-office.ts';

/** What the register of discipline says of a year: forced levels with their decision, procedures, corruption in a led unit. */
let office: YearOffice;
let disciplined: AgencyPerson;
let pending: AgencyPerson;
let sealed: AgencyPerson;
let annulled: AgencyPerson;
let head: AgencyPerson;
const MONTH = '2026-10';
const ROUND = { unit: AGENCY, year: YEAR };
const STEPS = 'explanation { step text decision { decisionNumber } violation { corruption } }';

async function of(person: AgencyPerson) {
  return { employeeId: person.employeeId, unitId: await unitIdOf(office.ownerPool, person.unit) };
}

beforeAll(async () => {
  office = await openYearOffice(() => 80);
  const used = ['nhansu', 'chuyenvien', 'quanly', 'lanhdao'];
  // A ranking of the month lists who has a score.
  const { rows: scored } = await office.ownerPool.query<{ employee_id: string }>(
    'select employee_id from congvu.period_sheet where period = $1 and display is not null',
    [MONTH],
  );
  const { rows } = await office.ownerPool.query<{ employee_id: string }>(
    'select employee_id from congvu.discipline_decision',
  );
  const free = office.people.filter(
    (person) => !used.includes(person.userName ?? '') && !rows.some((row) => row.employee_id === person.employeeId),
  );
  const leader = free.find((person) => person.post === 'HEAD' && person.unit !== AGENCY);
  const isScored = (person: AgencyPerson) => scored.some((row) => row.employee_id === person.employeeId);
  const staff = free
    .filter((person) => person.post === 'STAFF' && person.unit === leader?.unit && isScored(person))
    .slice(0, 4);
  const [first, second, third, fourth] = staff;
  if (!leader || !first || !second || !third || !fourth) throw new Error('A phòng of the agency has a head and staff.');
  [head, disciplined, pending, sealed, annulled] = [leader, first, second, third, fourth];
  const { ownerPool } = office;
  const act = {
    ...(await of(disciplined)),
    violationId: await insertViolation(ownerPool, await of(disciplined), { corruption: true }),
  };
  await insertDecision(ownerPool, act, { decision_number: '41/QĐ-SNV' });
  // A second act under the same decision counts too.
  const other = await insertViolation(ownerPool, await of(disciplined), { state: 'DECIDED' });
  await ownerPool.query(
    `insert into congvu.discipline_act (decision_id, violation_id)
     select id, $1 from congvu.discipline_decision where decision_number = '41/QĐ-SNV'`,
    [other],
  );
  await insertViolation(ownerPool, await of(pending));
  await insertViolation(ownerPool, await of(sealed), { sealed: true });
  await insertDecision(ownerPool, await of(annulled), {
    annulled_on: '2026-11-15',
    annul_document: '2/QĐ',
    annul_reason: 'Sai',
  });
  const opened = await office.act('nhansu', 'openYear', '', ROUND);
  expect(opened.errors).toEqual([]);
  const proposed = await office.act('nhansu', 'proposeLevels', '', ROUND);
  expect(proposed.errors).toEqual([]);
});
afterAll(() => office?.close());

test('a decision forces the level, and the step names it', async () => {
  const year = await office.yearOf('nhansu', disciplined.code, STEPS);
  expect(year).toMatchObject({ proposedLevel: 'NOT_COMPLETED', flags: expect.arrayContaining(['FORCED']) });
  expect(year.explanation).toContainEqual(
    expect.objectContaining({ step: 'forced', decision: { decisionNumber: '41/QĐ-SNV' } }),
  );
  expect((await office.yearOf('nhansu', annulled.code)).flags).not.toContain('FORCED');
});

test('who leads a unit handled for corruption falls with it, and the step names the act', async () => {
  const year = await office.yearOf('nhansu', head.code, STEPS);
  expect(year).toMatchObject({ proposedLevel: 'NOT_COMPLETED', flags: expect.arrayContaining(['FORCED']) });
  expect(year.explanation).toContainEqual(expect.objectContaining({ violation: { corruption: true } }));
});

test('a procedure lowers nothing, and is told to who reads discipline; a sealed one to nobody', async () => {
  const year = await office.yearOf('nhansu', pending.code, STEPS);
  expect(year).toMatchObject({ proposedLevel: 'GOOD', flags: expect.arrayContaining(['PENDING_PROCEDURE']) });
  expect(year.explanation.map((line: { step: string }) => line.step)).toContain('pendingProcedure');
  expect((await office.yearOf('nhansu', sealed.code)).flags).not.toContain('PENDING_PROCEDURE');
  const asManager = await office.yearOf(head.userName ?? '', pending.code, STEPS);
  expect(asManager.flags).not.toContain('PENDING_PROCEDURE');
  expect(asManager.explanation.map((line: { step: string }) => line.step)).not.toContain('pendingProcedure');
});

test('the ranking shows blocks of the register to who may know', async () => {
  const GROUPS = `query G($unit: String!, $period: Period!) { comparableGroups(unit: $unit, period: $period) { group { code } } }`;
  const RANKING = `query R($unit: String!, $period: Period!, $group: String) { ranking(unit: $unit, period: $period, group: $group) {
    rows(first: 100) { edges { node { employee { code } blocks { kind until } } } } } }`;
  const ask = async (userName: string) => {
    const asked = { unit: pending.unit, period: MONTH };
    const { comparableGroups } = await office.read(userName, GROUPS, asked);
    const blocks = new Map<string, readonly { readonly kind: string }[]>();
    for (const { group } of comparableGroups) {
      const { ranking } = await office.read(userName, RANKING, { ...asked, group: group.code });
      for (const { node } of ranking.rows.edges) blocks.set(node.employee.code, node.blocks);
    }
    return blocks;
  };
  const known = await ask('lanhdao');
  expect(known.get(pending.code)).toEqual([{ kind: 'PENDING_PROCEDURE', until: null }]);
  expect(known.get(disciplined.code)).toEqual([{ kind: 'ACTIVE_DISCIPLINE', until: '2027-11-10' }]);
  expect(known.get(annulled.code)).toEqual([]);
  const asManager = await ask(head.userName ?? '');
  expect([...asManager.values()].flat().filter(({ kind }) => kind !== 'NOT_COMPLETED')).toEqual([]);
});
