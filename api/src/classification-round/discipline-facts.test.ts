import { afterAll, beforeAll, expect, test } from 'vitest';
import type { AgencyPerson } from '../testing/closed-months.ts';
import { AGENCY, openYearOffice, YEAR, type YearOffice } from '../testing/year-office.ts';

/**
 * R-SP-6 on what is stored: an act of 2025 in this agency, a decision of April 2026. Whoever served here that day loses 2026;
 * whoever served elsewhere, and is back, lost the year of the act.
 */
let office: YearOffice;
let stayed: AgencyPerson;
let away: AgencyPerson;
let disciplinedThere: AgencyPerson;
const ROUND = { unit: AGENCY, year: YEAR };
/** Personnel of this agency alone, who sees no assignment elsewhere. */
const OWN_PERSONNEL = 'chuyenvien';

async function serveElsewhere({ employeeId }: AgencyPerson): Promise<void> {
  const { ownerPool } = office;
  const { rows } = await ownerPool.query<{ id: string }>(
    'select id from congvu.assignment where employee_id = $1 and valid_to is null',
    [employeeId],
  );
  await ownerPool.query("update congvu.assignment set valid_to = '2026-02-28' where id = $1", [rows[0]?.id]);
  const columns = 'post, title, group_code, subject_type, role, rule_set';
  await ownerPool.query(
    `insert into congvu.assignment (employee_id, unit_id, ${columns}, valid_from, valid_to)
     select a.employee_id, u.id, ${columns.replace('group_code', '(select o.group_code from congvu.assignment o where o.unit_id = u.id limit 1)')},
       '2026-03-01', '2026-05-31' from congvu.assignment a, congvu.unit u where a.id = $1 and u.code = 'H99.02.01'`,
    [rows[0]?.id],
  );
  await ownerPool.query(
    `insert into congvu.assignment (employee_id, unit_id, ${columns}, valid_from)
     select employee_id, unit_id, ${columns}, '2026-06-01' from congvu.assignment where id = $1`,
    [rows[0]?.id],
  );
}

/** A reprimand of April 2026 for an act of 2025, done in a unit of this agency or of another. */
async function discipline({ employeeId, unit }: AgencyPerson, actUnit = unit): Promise<void> {
  await office.ownerPool.query(
    `with act as (insert into congvu.violation (id, employee_id, unit_id, act_from, act_to, discovered_on, related_to_duty)
       select gen_random_uuid(), $1, u.id, '2025-11-20', '2025-12-20', '2026-02-10', true from congvu.unit u where u.code = $2
       returning *)
     insert into congvu.discipline_decision (id, employee_id, unit_id, form, decision_number, decided_on, effective_from,
       effective_to, issuer, related_to_duty, source_certainty, violation_id)
     select gen_random_uuid(), act.employee_id, (select u.id from congvu.unit u where u.code = $3), 'REPRIMAND', '5/QĐ-SNV',
       '2026-04-01', '2026-04-01', '2027-03-31', 'Giám đốc Sở', true, 'RECALLED', act.id from act`,
    [employeeId, actUnit, unit],
  );
}

beforeAll(async () => {
  office = await openYearOffice(() => 80);
  const accounts = ['nhansu', OWN_PERSONNEL];
  const staff = office.people.filter((person) => person.post === 'STAFF' && !accounts.includes(person.userName ?? ''));
  const found = staff.slice(0, 3);
  const [first, second, third] = found;
  if (first === undefined || second === undefined || third === undefined) throw new Error('The agency has staff.');
  [stayed, away, disciplinedThere] = [first, second, third];
  const ids = found.map((person) => person.employeeId);
  await office.ownerPool.query(
    "update congvu.discipline_decision set annulled_on = '2026-01-02' where employee_id = any($1)",
    [ids],
  );
  await office.ownerPool.query(
    `insert into congvu.role_grant (user_id, role, unit_id, valid_from, document)
     select u.id, 'HR', n.id, '2026-01-01', '2/QĐ' from congvu.user_account u, congvu.unit n where u.user_name = $1 and n.code = $2`,
    [OWN_PERSONNEL, AGENCY],
  );
  await serveElsewhere(away);
  for (const person of [stayed, away]) await discipline(person);
  await discipline(disciplinedThere, 'H99.02.01');
  const { errors } = await office.act('nhansu', 'openYear', '', ROUND);
  expect(errors).toEqual([]);
});
afterAll(() => office?.close());

test.each(['nhansu', OWN_PERSONNEL])(
  'an act counts by where the person served when it was decided: %s',
  async (userName) => {
    const { errors } = await office.act(userName, 'proposeLevels', '', ROUND);
    expect(errors).toEqual([]);
    const levels = await Promise.all(
      [stayed, away, disciplinedThere].map(async ({ code }) => (await office.yearOf('nhansu', code)).proposedLevel),
    );
    expect(levels).toEqual(['NOT_COMPLETED', 'GOOD', 'GOOD']);
  },
);
