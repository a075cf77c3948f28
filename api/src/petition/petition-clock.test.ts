import { afterAll, beforeAll, expect, test } from 'vitest';
import { AGENCY, openYearOffice, YEAR, type YearOffice } from '../testing/year-office.ts';

/**
 * The clocks of petitions against the office's calendar, at hours the test chooses: public employees file within five days of the
 * publication (Luật 129/2025/QH15 art. 27; domain.md C4), civil servants without a limit (Nghị định 335/2025/NĐ-CP art. 22).
 */
let now = new Date('2026-12-15T10:00:00+07:00');
let office: YearOffice;
/** A public employee and a civil servant, each by user name and staff code. */
let publicEmployee: { readonly userName: string; readonly code: string };
let civilServant: { readonly userName: string; readonly code: string };

const PETITION = '... on Petition { id state receivedOn dueOn daysLeft overdue } ... on PetitionLateError { until }';

beforeAll(async () => {
  office = await openYearOffice(
    (person) => (person.post === 'STAFF' ? 80 : null),
    () => now,
  );
  const [first, second] = office.people.filter((person) => person.post === 'STAFF' && person.unit === 'H99.01.03');
  if (!first?.userName || !second?.userName) throw new Error('Two people of the unit have accounts.');
  publicEmployee = { userName: first.userName, code: first.code };
  civilServant = { userName: second.userName, code: second.code };
  const work =
    'update congvu.assignment set subject_type = $2, rule_set = $3 where employee_id = $1 and valid_to is null';
  await office.ownerPool.query(work, [first.employeeId, 'PUBLIC_EMPLOYEE', 'ND233-2026/PUBLIC_EMPLOYEE']);
  await office.ownerPool.query(work, [second.employeeId, 'CIVIL_SERVANT', 'ND335-2025/CIVIL_SERVANT']);

  const round = { unit: AGENCY, year: YEAR };
  const both = [publicEmployee.code, civilServant.code];
  const done = async (userName: string, name: string, input: object) => {
    const { result, errors } = await office.act(userName, name, '', input);
    expect([errors, result?.code]).toEqual([[], undefined]);
  };
  await done('nhansu', 'openYear', round);
  await done('nhansu', 'recordMeeting', {
    ...round,
    heldOn: '2026-12-10',
    kind: 'ALL_STAFF',
    chair: 'Giám đốc',
    secretary: 'Thư ký',
    present: 40,
    absent: 1,
    content: 'Thống nhất',
    employees: both,
  });
  await done('nhansu', 'proposeLevels', round);
  const rows = await Promise.all(both.map((code) => office.yearOf('nhansu', code)));
  await done('lanhdao', 'decideClassifications', {
    decisionNumber: '20/QĐ-SNV',
    decidedOn: '2026-12-15',
    rows: rows.map((row) => ({ classification: row.id, level: row.proposedLevel })),
  });
  await done('nhansu', 'notifyClassifications', round);
  now = new Date('2026-12-16T09:00:00+07:00');
  await done('nhansu', 'publishClassifications', round);
});
afterAll(() => office?.close());

async function file(person: { readonly userName: string; readonly code: string }, at: string, headers = {}) {
  now = new Date(at);
  const row = await office.yearOf(person.userName, person.code);
  const input = { classification: row.id, content: 'Đề nghị xem xét lại' };
  const { result, errors } = await office.act(person.userName, 'filePetition', PETITION, input, headers);
  expect(errors).toEqual([]);
  return result;
}

test('each stands under the rules of his own service', async () => {
  expect((await office.yearOf('nhansu', publicEmployee.code, 'ruleSet')).ruleSet).toBe('ND233-2026/PUBLIC_EMPLOYEE');
  expect((await office.yearOf('nhansu', civilServant.code, 'ruleSet')).ruleSet).toBe('ND335-2025/CIVIL_SERVANT');
});

test.each([
  ['vi', 'thời hạn kiến nghị đã hết'],
  ['en', 'petition'],
])('a public employee’s petition a minute late in Viet Nam is refused (%s)', async (language, words) => {
  // 21/12 is the fifth day after the publication; in UTC it is still the 21st.
  const late = await file(publicEmployee, '2026-12-22T00:01:00+07:00', { 'accept-language': language });
  expect(late).toMatchObject({ __typename: 'PetitionLateError', code: 'PETITION_LATE', until: '2026-12-21' });
  expect(late.message.toLowerCase()).toContain(words.toLowerCase());
  const { rows } = await office.ownerPool.query('select count(*)::int as count from congvu.petition');
  expect(rows[0].count).toBe(0);
});

test('in the last minute it is taken, and answered within ten working days', async () => {
  const filed = await file(publicEmployee, '2026-12-21T23:59:59+07:00');
  expect(filed).toMatchObject({ state: 'FILED', receivedOn: '2026-12-21', dueOn: '2027-01-05', daysLeft: 15 });
});

test('one filed on a holiday is received that day and counted from the next working day', async () => {
  const filed = await file(civilServant, '2027-01-01T09:00:00+07:00');
  expect(filed).toMatchObject({ receivedOn: '2027-01-01', dueOn: '2027-01-12', daysLeft: 11, overdue: false });
});

test('what is not answered in time is overdue', async () => {
  now = new Date('2027-01-13T00:00:30+07:00');
  const list = (overdue: boolean) =>
    office.read(
      'lanhdao',
      `{ petitions(first: 10, filter: { unit: "${AGENCY}", year: ${YEAR}, overdue: ${overdue} }) {
      edges { node { daysLeft overdue dueOn } } } }`,
    );
  expect((await list(true)).petitions.edges).toEqual([
    { node: { daysLeft: -8, overdue: true, dueOn: '2027-01-05' } },
    { node: { daysLeft: -1, overdue: true, dueOn: '2027-01-12' } },
  ]);
  expect((await list(false)).petitions.edges).toEqual([]);
});
