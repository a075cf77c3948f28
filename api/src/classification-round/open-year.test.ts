import { afterAll, beforeAll, expect, test } from 'vitest';
import { closeMonths, everyMonth, peopleOfAgency } from '../testing/closed-months.ts';
import { AGENCY, openYearOffice, YEAR, type YearOffice } from '../testing/year-office.ts';

/** Whom an agency takes into its year: who came from another brings his months, also where its personnel sees no other agency. */
let office: YearOffice;
let moved: { readonly employeeId: string; readonly code: string };
let late: { readonly employeeId: string; readonly code: string };
const OPENED = '... on OpenedYear { added refreshed leftOut { employee { code } reason } }';
const ROUND = { unit: AGENCY, year: YEAR };
/** Personnel of this agency alone. */
const OWN_PERSONNEL = 'chuyenvien';

async function transfer(employeeId: string, unit: string, on: string): Promise<void> {
  await office.ownerPool.query(
    'update congvu.assignment set valid_to = $2::date - 1 where employee_id = $1 and valid_to is null',
    [employeeId, on],
  );
  await office.ownerPool.query(
    `insert into congvu.assignment (employee_id, unit_id, post, title, group_code, subject_type, role, rule_set, valid_from)
     select $1, u.id, 'STAFF', 'Chuyên viên', (select a.group_code from congvu.assignment a where a.unit_id = u.id limit 1),
       'CIVIL_SERVANT', 'STAFF', 'ND335-2025/CIVIL_SERVANT', $3::date from congvu.unit u where u.code = $2`,
    [employeeId, unit, on],
  );
}

beforeAll(async () => {
  office = await openYearOffice(() => 80);
  await office.ownerPool.query(
    `insert into congvu.role_grant (user_id, role, unit_id, valid_from, document)
     select u.id, 'HR', n.id, '2026-01-01', '2/QĐ' from congvu.user_account u, congvu.unit n where u.user_name = $1 and n.code = $2`,
    [OWN_PERSONNEL, AGENCY],
  );
  const others = (await peopleOfAgency(office.ownerPool, 'H99.02')).filter((person) => person.post === 'STAFF');
  const [first, second] = others;
  if (first === undefined || second === undefined) throw new Error('The other agency has staff.');
  [moved, late] = [first, second];
  await transfer(moved.employeeId, 'H99.01.01', '2026-06-01');
  const months = { ...everyMonth(82, 5), '06': 92, '07': 92, '08': 92, '09': 92, '10': 92 };
  await closeMonths(office.ownerPool, YEAR, new Map([[moved.employeeId, months]]));
});
afterAll(() => office?.close());

test('a transferred person is the new agency’s, with the months of both', async () => {
  const { result, errors } = await office.act(OWN_PERSONNEL, 'openYear', OPENED, ROUND);
  expect(errors).toEqual([]);
  expect(result).toMatchObject({ added: office.people.length + 1, leftOut: [] });
  const row = await office.yearOf(
    OWN_PERSONNEL,
    moved.code,
    'mean agency { code } unit { code } months { period total result { unit { code } } }',
  );
  // Five months of 82 and five of 92 (domain.md A2, R-SP-8).
  expect(row).toMatchObject({ mean: '87', workedMonths: 12, agency: { code: AGENCY }, unit: { code: 'H99.01.01' } });
  expect(row.months[0]).toMatchObject({ period: '2026-01', total: '82' });
  const all = await office.yearOf('nhansu', moved.code, 'months { result { unit { code } } }');
  expect(all.months[0].result.unit.code).toMatch(/^H99\.02/);
  expect(all.months[9].result.unit.code).toBe('H99.01.01');
});

test('opening again adds who came, takes up what was closed, and leaves who stands elsewhere', async () => {
  const other = await office.act('nhansu', 'openYear', OPENED, { unit: 'H99.02', year: YEAR });
  expect(other.errors).toEqual([]);
  await transfer(late.employeeId, 'H99.01.02', '2026-11-10');
  const november = new Map([[moved.employeeId, { '11': 100 }]]);
  await closeMonths(office.ownerPool, YEAR, november);
  const { result } = await office.act(OWN_PERSONNEL, 'openYear', OPENED, ROUND);
  expect(result).toMatchObject({ added: 0, refreshed: 1 });
  expect(result.leftOut).toEqual([{ employee: { code: late.code }, reason: 'CLASSIFIED_ELSEWHERE' }]);
  const row = await office.yearOf('nhansu', moved.code, 'mean');
  expect(row.mean).toBe('970/11');
  expect((await office.yearOf('nhansu', late.code, 'agency { code }')).agency.code).toBe('H99.02');
});

test('personnel of one agency opens no other’s year', async () => {
  const refused = await office.act(OWN_PERSONNEL, 'openYear', OPENED, { unit: 'H99.03', year: YEAR });
  expect(refused.errors[0]?.extensions).toMatchObject({ code: 'FORBIDDEN' });
});
