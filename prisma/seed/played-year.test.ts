import { add, compare, divide, multiply, rational, whole } from '@congvu/schema/primitives/rational';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createTestDatabase, seededToday, type TestDatabase } from '../../test/testkit/database.ts';
import { seedDemonstration } from './seed-demonstration.ts';

let seeded: TestDatabase;
beforeAll(async () => {
  seeded = await createTestDatabase();
  await seedDemonstration(seeded.urls.ownerUrl, { today: seededToday });
}, 240_000);
afterAll(() => seeded?.drop());

async function rows<Row>(text: string, values: unknown[] = []): Promise<readonly Row[]> {
  return (await seeded.ownerPool.query(text, values)).rows as readonly Row[];
}
const count = async (text: string) => Number((await rows<{ count: string }>(`select count(*) from ${text}`))[0]?.count);

test('freezes each person’s closed months, as his sheets say, from January to September', async () => {
  const wrong = `(select employee_id, period from period_result
    except select employee_id, period from period_sheet where period <= '2026-09'
    union all (select employee_id, period from period_sheet where period <= '2026-09'
    except select employee_id, period from period_result)) different`;
  expect(await count(wrong)).toBe(0);
  expect(await count('period_result')).toBeGreaterThan(10_000);
  const unlike = `period_result r join period_sheet s on s.id = (r.segments -> 0 ->> 'sheetId')::uuid
    where jsonb_array_length(r.segments) = 1 and (r.total_numerator, r.total_denominator, r.level, r.display, r.delays, r.unit_id)
      is distinct from (s.total_numerator, s.total_denominator, s.level, s.display, s.delays, s.unit_id)`;
  expect(await count(unlike)).toBe(0);
  expect(
    await count(`job where state = 'DONE' and total = (select count(*) from period_result r where r.job_id = job.id)`),
  ).toBe(9);
  // Closed plans and results belong together.
  expect(await count(`period_plan where (closed_at is not null) <> (period <= '2026-09')`)).toBe(0);
});

test('weighs the month of the transfer by working days, and gives it to the new unit', async () => {
  const [moved] = await rows<{
    segments: { sheetId: string; workingDays: number; total: string }[];
    numerator: string;
    denominator: string;
    unit: string;
    period: string;
  }>(`select segments, total_numerator as numerator, total_denominator as denominator, u.code as unit, period
    from period_result r join unit u on u.id = r.unit_id where jsonb_array_length(segments) > 1`);
  expect(moved).toMatchObject({ unit: 'H99.03.01', period: '2026-06' });
  const [first, second] = moved?.segments ?? [];
  if (moved === undefined || first === undefined || second === undefined) throw new Error('two segments');
  expect([first.workingDays, second.workingDays]).toEqual([8, 14]);
  const part = ({ total, workingDays }: typeof first) => {
    const [numerator = '0', denominator = '1'] = total.split('/');
    return multiply(rational(BigInt(numerator), BigInt(denominator)), whole(workingDays));
  };
  const mean = divide(add(part(first), part(second)), whole(22));
  expect(compare(mean, rational(BigInt(moved.numerator), BigInt(moved.denominator)))).toBe(0);
  expect(
    await count(`(select employee_id from period_sheet group by employee_id, period having count(*) > 1) twice`),
  ).toBe(1);
  expect(await count(`(select employee_id from assignment group by employee_id having count(*) > 1) moved`)).toBe(1);
});

test('gives no work, sheet or result to who was away all month', async () => {
  const absences = await rows<{ kind: string; months: number }>(
    `select kind, (select count(*)::int from generate_series(1, 12) m
       where not exists (select from task t where t.employee_id = a.employee_id and t.period = '2026-' || lpad(m::text, 2, '0'))
         and m <= 11) as months
     from absence a order by kind`,
  );
  expect(absences).toEqual([
    { kind: 'UNPAID', months: 2 },
    { kind: 'MATERNITY', months: 7 },
  ]);
  const wrong = `period_sheet s join absence a on a.employee_id = s.employee_id
    where a.absent_from <= period_start(s.period) and a.absent_to >= period_end(s.period)`;
  expect(await count(wrong)).toBe(0);
});

test('has one agency’s year open, some of whose people have rated themselves, and nothing decided', async () => {
  const states = await rows<{ state: string; people: number }>(
    'select state, count(*)::int as people from classification group by state order by state',
  );
  expect(states.map(({ state }) => state)).toEqual(['OPEN', 'SELF_RATED']);
  expect(states.every(({ people }) => people > 20)).toBe(true);
  const people = `assignment a join unit u on u.id = a.unit_id where u.code like 'H99.02%' and a.valid_to is null`;
  expect(states.reduce((sum, state) => sum + state.people, 0)).toBe(await count(people));
  expect(
    await count(`classification c join unit u on u.id = c.authority_id where u.code = 'H99' and c.post = 'HEAD'`),
  ).toBe(1);
  // The mean of the months it states.
  const [row] = await rows<{ mean: string; months: string }>(
    `select round(avg(total), 9)::text as months, round(mean, 9)::text as mean from (
       select c.id, c.mean_numerator / c.mean_denominator as mean,
         split_part(m ->> 'total', '/', 1)::numeric / coalesce(nullif(split_part(m ->> 'total', '/', 2), ''), '1')::numeric as total
       from classification c, jsonb_array_elements(c.months) m where m ->> 'total' is not null) t group by id, mean order by id limit 1`,
  );
  expect(row?.mean).toBe(row?.months);
  expect(await count(`classification where leave = 'SICK_OR_MATERNITY'`)).toBe(1);
  expect(await count(`unit_result where state = 'DRAFT'`)).toBe(4);
  expect(await count('charge')).toBe(4);
  expect(await count('catalogue_proposal')).toBe(3);
  expect(
    await count(`role_grant where kind = 'DELEGATION' and date '${seededToday}' between valid_from and valid_to`),
  ).toBe(1);
  expect(await count('discipline_decision where violation_id is null')).toBe(0);
});
