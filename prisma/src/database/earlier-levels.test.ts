import { EARLIER_LAW, listRuleSets } from '@congvu/schema/rulesets';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { attemptWrite } from '../../../test/testkit/attempt-write.ts';
import { createTestDatabase, type TestDatabase } from '../../../test/testkit/database.ts';
import {
  createSmallOrganisation,
  type Person,
  type SmallOrganisation,
} from '../../../test/testkit/small-organisation.ts';

let test: TestDatabase;
let org: SmallOrganisation;
/** Of 2025, closed. */
let roundId: string;
beforeAll(async () => {
  test = await createTestDatabase();
  org = await createSmallOrganisation(test.ownerPool);
  const { rows } = await test.ownerPool.query<{ id: string }>(
    `INSERT INTO classification_round (agency_id, year, state, due_on, opened_by_name, closed_at)
     VALUES ($1, 2025, 'CLOSED', '2025-12-31', 'Nhân sự', now()) RETURNING id`,
    [org.units.department],
  );
  roundId = rows[0]?.id ?? '';
  // Who keeps staff has a post there himself.
  await test.ownerPool.query(
    `INSERT INTO assignment (employee_id, unit_id, post, title, group_code, subject_type, role, rule_set, valid_from)
     SELECT $1, unit_id, post, title, group_code, subject_type, role, rule_set, valid_from FROM assignment WHERE employee_id = $2`,
    [org.personnel.employeeId, org.staffA.employeeId],
  );
});
afterAll(() => test.drop());

const VALUES = {
  year: '2025',
  rule_set: `'ND90-2020/CIVIL_SERVANT'`,
  state: `'NOTIFIED'`,
  decided_level: `'GOOD'`,
  decided_on: `'2025-12-10'`,
  decided_at: `'2025-12-10'`,
  decided_by_id: 'NULL',
  decided_by_name: `'Giám đốc Sở'`,
  decision_number: `'61/QĐ-XL'`,
};
/** Puts a level of earlier law in in somebody's name; `more`: a column and its value. */
const bring = (by: Person, of: Person, over: Partial<Record<keyof typeof VALUES, string>> = {}, more = '') => {
  const cells = { ...VALUES, ...over };
  const [extra = '', value = ''] = more === '' ? [] : more.split('=');
  return attemptWrite(test.database, by, async (tx) => ({
    count: await tx.$executeRawUnsafe(
      `INSERT INTO congvu.classification (round_id, employee_id, agency_id, authority_id, unit_id, post, group_code, subject_type,
         rule_set_version, months, worked_months, ${Object.keys(cells).join(', ')}${extra && `, ${extra}`})
       SELECT $1::uuid, a.employee_id, $2::uuid, $2::uuid, a.unit_id, a.post, a.group_code, a.subject_type, 1,
         (SELECT jsonb_agg(m) FROM generate_series(1, 12) m), 0, ${Object.values(cells).join(', ')}${value && `, ${value}`}
       FROM congvu.assignment a WHERE a.employee_id = $3::uuid`,
      roundId,
      org.units.department,
      of.employeeId,
    ),
  }));
};

it('earlier law is the same in the database and in the rule sets', async () => {
  const codes = [...EARLIER_LAW, ...listRuleSets().map(({ code }) => code), 'QD366-2025/CADRE', 'H99/CIVIL_SERVANT'];
  const { rows } = await test.ownerPool.query<{ code: string }>(
    'SELECT code FROM unnest($1::text[]) code WHERE is_earlier_law(code) ORDER BY code',
    [codes],
  );
  expect(rows.map(({ code }) => code)).toEqual([...EARLIER_LAW].toSorted());
});

describe('a level of earlier law', () => {
  it.each([
    ['of a year of the new law', { year: '2026' }, ''],
    ['that somebody of the program would have decided', { decided_by_id: 'congvu.actor_user()' }, ''],
    ['that is not decided', { decided_at: 'NULL', decided_level: 'NULL', state: `'OPEN'` }, ''],
    ['that is still open to acts', { state: `'DECIDED'` }, ''],
    ['decided tomorrow', { decided_on: `congvu.today() + 1` }, ''],
    ['with a figure', {}, 'mean_numerator, mean_denominator=80, 1'],
    ['with a step', {}, `trace='[]'`],
    ['in another’s place', {}, 'revision=2'],
    ['under the new law', { rule_set: `'ND335-2025/CIVIL_SERVANT'` }, ''],
  ] as const)('%s is brought in by nobody', async (_what, over, more) => {
    expect(await bring(org.personnel, org.staffA, over, more)).toBe('FORBIDDEN');
  });

  it('is brought in by personnel alone, of others alone', async () => {
    expect(await bring(org.director, org.staffA)).toBe('FORBIDDEN');
    expect(await bring(org.headA, org.staffA)).toBe('FORBIDDEN');
    // A colleague does not even see where he works.
    expect(await bring(org.staffB, org.staffA)).toBe('nothing');
    expect(await bring(org.personnel, org.personnel)).toBe('FORBIDDEN');
    expect(await bring(org.personnel, org.staffA)).toBe('done');
  });

  it('is measured by no quota: the only one of a year may be outstanding', async () => {
    expect(await bring(org.personnel, org.staffB, { decided_level: `'OUTSTANDING'` })).toBe('done');
  });
});
