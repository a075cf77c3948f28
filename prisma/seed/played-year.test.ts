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

test('leads one finding to an act that waits, another to a decision in force and a closed recommendation', async () => {
  const cases = await rows(
    `select v.state, r.state as recommendation, r.closed_by_name is not null as closed, d.form, d.effective_to >= $1::date as active,
            (select count(*)::int from follow_up f where f.recommendation_id = r.id and f.proof is not null) as proofs,
            f.remedied_on is not null as remedied
     from violation v join recommendation r on r.id = v.recommendation_id join finding f on f.id = r.finding_id
     left join discipline_act a on a.violation_id = v.id left join discipline_decision d on d.id = a.decision_id
     order by v.state`,
    [seededToday],
  );
  const open = { state: 'OPEN', recommendation: 'UNDER_WAY', closed: false, form: null, active: null, proofs: 0 };
  const closed = {
    state: 'DECIDED',
    recommendation: 'CLOSED',
    closed: true,
    form: 'REPRIMAND',
    active: true,
    proofs: 1,
  };
  expect(cases).toEqual([
    { ...open, remedied: false },
    { ...closed, remedied: true },
  ]);
  // Those in force: the one of always, and the case's. Each has its act and its windows.
  expect(await count(`discipline_decision where '${seededToday}' between effective_from and effective_to`)).toBe(2);
  expect(
    await count('discipline_decision d where not exists (select from discipline_act a where a.decision_id = d.id)'),
  ).toBe(0);
  expect(
    await count(`discipline_decision d where not exists (
      select from discipline_effect e where e.decision_id = d.id and e.kind = 'NO_PROMOTION' and e.to_on = d.effective_to)`),
  ).toBe(0);
  expect(await count(`violation where state = 'DECIDED' and closed_on is null`)).toBe(0);
});

test('leads a good practice to an initiative that waits for its title, and an older one to a title', async () => {
  const initiatives = await rows(
    `select i.state, i.year, i.finding_id is not null as found, c.title_code, c.year as title_year
     from initiative i left join commendation_initiative x on x.initiative_id = i.id left join commendation c on c.id = x.commendation_id
     order by i.state desc, i.year`,
  );
  expect(initiatives).toEqual([
    { state: 'RECOGNISED', year: 2025, found: false, title_code: 'CSTDCS', title_year: 2025 },
    { state: 'RECOGNISED', year: 2026, found: true, title_code: null, title_year: null },
    { state: 'PROPOSED', year: 2026, found: false, title_code: null, title_year: null },
  ]);
  expect(await count('commendation where employee_id is null')).toBe(1);
});

test('plans three visits, of which one is secret and of an agency where the inspector does not serve', async () => {
  const visits = await rows(
    `select u.code, v.unannounced, v.visited_on is not null as done from inspection_visit v join unit u on u.id = v.unit_id order by 1`,
  );
  expect(visits).toEqual([
    { code: 'H99.02', unannounced: false, done: true },
    { code: 'H99.03', unannounced: false, done: true },
    { code: 'H99.04', unannounced: true, done: false },
  ]);
  expect(await rows('select year, state from inspection_plan order by year')).toEqual([
    { year: 2026, state: 'ISSUED' },
    { year: 2027, state: 'DRAFT' },
  ]);
  expect(await count(`recommendation where state not in ('CLOSED', 'DONE') and due_on < '${seededToday}'`)).toBe(1);
  expect(await count('finding where not positive and issued_on is not null and remedied_on is null')).toBe(2);
});

test('holds six files of citizens, two late, and five requests between units, and numbers the next after them', async () => {
  expect(await count('feedback')).toBe(6);
  expect(await count(`feedback where coalesce(answered_on, '${seededToday}') > due_on`)).toBe(2);
  expect(await count(`feedback where kind = 'DENUNCIATION'`)).toBe(1);
  expect(await count(`feedback_sender where name !~ '^Người gửi [1-6]$'`)).toBe(0);
  expect(await count('coordination_request')).toBe(5);
  expect(await count('coordination_request where answered_on > due_on')).toBe(1);
  const [next] = await rows<{ number: string }>(
    `insert into feedback (unit_id, kind, channel, received_on, content, due_on, recorded_by_name)
     select unit_id, 'REFLECTION', 'Thư', '2026-11-22', 'x', '2026-12-01', 'x' from feedback limit 1 returning number`,
  );
  expect(next?.number).toBe('PA-2026-00007');
});

test('leaves the first sở, whose year tests play, as it is without the registers', async () => {
  const first = "join unit u on u.id = x.unit_id where u.path <@ 'H99.01'";
  for (const table of ['finding', 'feedback', 'inspection_visit', 'initiative']) {
    expect([table, await count(`${table} x ${first}`)]).toEqual([table, 0]);
  }
  expect(await count(`violation x ${first}`)).toBe(2);
  expect(await count(`violation x ${first} and x.state = 'OPEN'`)).toBe(0);
});

test('says of quantity and progress what the explanations say, as the migration reads them', async () => {
  const unlike = (table: string) =>
    count(`${table} where explanation is not null and (quantity_numerator, quantity_denominator, progress_numerator, progress_denominator)
      is distinct from ((explained_value(explanation, 'quantity')).numerator, (explained_value(explanation, 'quantity')).denominator,
        (explained_value(explanation, 'progress')).numerator, (explained_value(explanation, 'progress')).denominator)`);
  expect([await unlike('period_sheet'), await unlike('period_result')]).toEqual([0, 0]);
  expect(await count('period_sheet where quantity_numerator is not null')).toBeGreaterThan(10_000);
});

test('places each sheet as the database would', async () => {
  const unlike = `period_sheet s left join lateral (
      select a.group_code, a.post, a.subject_type from assignment a
      where a.employee_id = s.employee_id and a.unit_id = s.unit_id and a.valid_from <= period_end(s.period)
        and coalesce(a.valid_to, 'infinity') >= period_start(s.period) order by a.valid_from desc limit 1) w on true
    where (s.agency_id, s.group_code, s.post, s.subject_type, s.family) is distinct from
        (agency_of(s.unit_id), w.group_code, w.post, w.subject_type, rule_family(s.rule_set))
      or s.sole = exists (select 1 from period_sheet o where o.employee_id = s.employee_id and o.period = s.period and o.id <> s.id)`;
  expect(await count(unlike)).toBe(0);
  expect(await count('period_sheet where not sole')).toBe(2);
});

test('plans people for posts, and lays one calibration open while another waits for a unit', async () => {
  expect(await count('planning_entry')).toBe(12);
  // Of two the end of service is not stated.
  expect(await count('service_end')).toBe(10);
  expect(await rows(`select state from calibration_session order by state`)).toEqual([
    { state: 'OPEN' },
    { state: 'REVEALED' },
  ]);
  expect(await count(`calibration_unit where submitted_at is null`)).toBe(1);
  expect(
    await count(
      `calibration_proposal p join classification c on c.id = p.classification_id where c.unit_id <> p.unit_id or c.post = 'HEAD'`,
    ),
  ).toBe(0);
  expect(await count('calibration_change')).toBe(1);
  // Proposed for by calibration alone.
  expect(await count('classification where proposed_level is not null')).toBe(0);
  expect(await count(`role_grant where review_due_on < '2026-11-22'`)).toBe(1);
});
