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
    'select state, count(*)::int as people from classification where year = 2026 group by state order by state',
  );
  expect(states.map(({ state }) => state)).toEqual(['OPEN', 'SELF_RATED']);
  expect(states.every(({ people }) => people > 20)).toBe(true);
  const people = `assignment a join unit u on u.id = a.unit_id where u.code like 'H99.02%' and a.valid_to is null`;
  expect(states.reduce((sum, state) => sum + state.people, 0)).toBe(await count(people));
  expect(
    await count(
      `classification c join unit u on u.id = c.authority_id where u.code = 'H99' and c.post = 'HEAD' and c.year = 2026`,
    ),
  ).toBe(1);
  expect(await count('classification where decided_at is not null and year = 2026')).toBe(0);
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

test('holds the levels of the three years before the decree, under the law of then and without a figure', async () => {
  const years = await rows<{ year: number; people: number; agencies: number }>(
    `select year, count(*)::int as people, count(distinct agency_id)::int as agencies from classification
     where rule_set = 'ND90-2020/CIVIL_SERVANT' group by year order by year`,
  );
  expect(years.map(({ year, agencies }) => [year, agencies])).toEqual([
    [2023, 10],
    [2024, 10],
    [2025, 10],
  ]);
  expect(years.every(({ people }) => people > 800 && people < 1200)).toBe(true);
  const figures = `classification where year < 2026 and (rule_set <> 'ND90-2020/CIVIL_SERVANT' or subject_type <> 'CIVIL_SERVANT'
    or mean_numerator is not null or proposal is not null or decided_at is null or not current)`;
  expect(await count(figures)).toBe(0);
  expect(await count(`classification_round where (year < 2026) <> (state = 'CLOSED')`)).toBe(0);
  const levels = await rows<{ level: string | null; share: number }>(
    `select decided_level as level, (count(*) * 100 / sum(count(*)) over ())::int as share from classification where year < 2026
     group by decided_level order by share desc`,
  );
  expect(levels.map(({ level }) => level).slice(0, 2)).toEqual(['GOOD', 'OUTSTANDING']);
  expect(levels.map(({ level }) => level).toSorted()).toEqual(
    ['COMPLETED', 'GOOD', 'NOT_COMPLETED', 'OUTSTANDING', null].toSorted(),
  );
  // Some came later, and of some nothing is kept.
  expect(
    await count(
      `employee e where not exists (select from classification c where c.employee_id = e.id and c.year < 2026)`,
    ),
  ).toBeGreaterThan(20);
});

test('keeps each earlier year within its quota, and contradicts neither a title nor a discipline of that year', async () => {
  const over = `(select r.id from classification_round r join classification c on c.round_id = r.id and c.current
    where r.year < 2026 and not (c.post = 'HEAD' and c.unit_id = c.agency_id)
    group by r.id, grouping sets ((c.group_code), ())
    having count(*) filter (where c.decided_level = 'OUTSTANDING')
      > quota_limit((count(*) filter (where c.decided_level in ('OUTSTANDING', 'GOOD')))::integer, 'LITERAL_HTT_ONLY', 20, false)) over_it`;
  expect(await count(over)).toBe(0);
  expect(
    await count(`commendation k join classification c on c.employee_id = k.employee_id and c.year = k.year
      where k.title_code is not null and c.decided_level not in ('OUTSTANDING', 'GOOD')`),
  ).toBe(0);
  const disciplined = await rows<{ level: string }>(
    `select c.decided_level as level from discipline_decision d join classification c
       on c.employee_id = d.employee_id and c.year = extract(year from d.effective_from)
     where d.related_to_duty and c.year < 2026`,
  );
  expect(disciplined).toEqual([{ level: 'NOT_COMPLETED' }, { level: 'NOT_COMPLETED' }]);
});

test('leaves a post with two who meet every condition, one who misses one and one of whom one is unknown', async () => {
  const facts = await rows<{ code: string; years: string[]; service: number | null }>(
    `select e.code, array_agg(c.decided_level::text order by c.year) as years,
       (select (extract(year from age(s.on_date, $1)) * 12)::int from service_end s where s.employee_id = e.id) as service
     from planning_entry p join unit u on u.id = p.unit_id join employee e on e.id = p.employee_id
     left join classification c on c.employee_id = e.id and c.year < 2026
     where u.code = 'H99.01.03' and p.post = 'HEAD' and p.ended_on is null group by e.id, e.code order by e.code`,
    [seededToday],
  );
  expect(facts).toHaveLength(4);
  for (const { years } of facts) {
    expect(years).toHaveLength(3);
    expect(years).not.toContain('NOT_COMPLETED');
    expect(years.at(-1)).toMatch(/^(GOOD|OUTSTANDING)$/);
  }
  expect(facts.map(({ service }) => (service === null ? null : service >= 60)).toSorted()).toEqual([
    false,
    null,
    true,
    true,
  ]);
});

test('plans people for posts, and lays one calibration open while another waits for a unit', async () => {
  expect(await count('planning_entry')).toBe(13);
  // Of two the end of service is not stated.
  expect(await count('service_end')).toBe(11);
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
