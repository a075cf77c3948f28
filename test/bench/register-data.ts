import type pg from 'pg';
import { id, type ProvinceSize } from './province-data.ts';

/** What the registers of a province hold for one year. */
export const COUNTS = {
  inspections: 400,
  visits: 2_500,
  findings: 6_000,
  recommendations: 3_000,
  feedback: 20_000,
  requests: 10_000,
  decisions: 1_500,
  commendations: 12_000,
} as const;

/** What a province writes into its registers in a year, spread evenly over units, people and months. */
export async function loadRegisters(client: pg.Client, size: ProvinceSize): Promise<void> {
  await client.query("set session_replication_role = 'replica'");
  const offices = size.agencies * size.officesPerAgency;
  const people = offices * size.peoplePerOffice;
  const office = id('office', `n % ${offices} + 1`);
  const person = id('person', `n * 7 % ${people} + 1`);
  // The office of that very person, as a record has it.
  const home = id('office', `(n * 7 % ${people}) / ${size.peoplePerOffice} + 1`);
  const neighbour = id('office', `((n * 7 % ${people}) / ${size.peoplePerOffice} + 1) % ${offices} + 1`);
  await client.query(
    `insert into inspection (id, unit_id, kind, area, mode, title, topics, team_kind, decision_number, decided_on, state,
       started_on, ended_on, conclusion_number, concluded_on, recorded_by_name)
     select ${id('inspection', 'n')}, ${id('agency', `n % ${size.agencies} + 1`)}, ${pick('inspection_kind', INSPECTION_KINDS)},
       ${pick('inspection_area', AREAS)}, 'PLANNED', 'Kiểm tra ' || n, '{}', 'Đoàn kiểm tra', n || '/QĐ', ${DAY}, 'CONCLUDED',
       ${DAY}, ${DAY} + 5, n || '/KL', ${DAY} + 15, 'Thanh tra' from generate_series(1, ${COUNTS.inspections}) n`,
  );
  await client.query(
    `insert into inspection_visit (id, inspection_id, unit_id, unannounced, visited_on, state, recorded_by_name)
     select ${id('visit', 'n')}, ${id('inspection', `n % ${COUNTS.inspections} + 1`)}, ${office}, n % 5 = 0, ${DAY}, 'DONE', 'Thanh tra'
     from generate_series(1, ${COUNTS.visits}) n`,
  );
  await client.query(
    `insert into finding (id, inspection_id, unit_id, employee_id, topic, positive, description, evidence, found_on, issued_on,
       remedied_on, remedy_proof, recorded_by_name)
     select ${id('finding', 'n')}, ${id('inspection', `n % ${COUNTS.inspections} + 1`)}, ${home}, case when n % 2 = 0 then ${person} end,
       ${pick('finding_topic', TOPICS)}, n % 10 = 0, 'Nội dung ' || n, 'Biên bản ' || n, ${DAY}, ${DAY} + 10,
       case when n % 3 = 0 and n % 10 > 0 then ${DAY} + 20 end, case when n % 3 = 0 and n % 10 > 0 then 'Báo cáo ' || n end, 'Thanh tra'
     from generate_series(1, ${COUNTS.findings}) n`,
  );
  await client.query(
    `insert into recommendation (id, inspection_id, finding_id, kind, target_unit_id, target_employee_id, content, owner_unit_id,
       issued_on, due_on, state, done_on, closed_on, recorded_by_name)
     select ${id('recommendation', 'n')}, ${id('inspection', `n % ${COUNTS.inspections} + 1`)}, ${id('finding', 'n')},
       ${pick('recommendation_kind', RECOMMENDATIONS)}, case when n % 2 = 0 then ${home} end, case when n % 2 = 1 then ${person} end,
       'Kiến nghị ' || n, ${home}, ${DAY} + 10, ${DAY} + 25,
       (case n % 3 when 0 then 'CLOSED' when 1 then 'UNDER_WAY' else 'NOT_STARTED' end)::recommendation_state,
       case when n % 3 = 0 then ${DAY} + 20 end, case when n % 3 = 0 then ${DAY} + 22 end, 'Thanh tra'
     from generate_series(1, ${COUNTS.recommendations}) n`,
  );
  await client.query(
    `insert into feedback (id, number, unit_id, employee_id, kind, channel, topic, received_on, content, due_on, answered_on,
       answer_document, outcome, state, recorded_by_name)
     select ${id('feedback', 'n')}, 'PA-' || n, ${home}, case when n % 2 = 0 then ${person} end,
       (case n % 10 when 0 then 'COMPLAINT' when 1 then 'SUGGESTION' else 'REFLECTION' end)::feedback_kind, 'Cổng dịch vụ công',
       ${pick('finding_topic', TOPICS)}, ${DAY}, 'Nội dung ' || n, ${DAY} + 15,
       case when n % 4 > 0 then ${DAY} + 12 + n % 5 end, case when n % 4 > 0 then n || '/TL' end,
       (case when n % 4 > 0 then case when n % 3 = 0 then 'UPHELD' else 'NOT_UPHELD' end end)::feedback_outcome,
       (case when n % 4 > 0 then 'ANSWERED' else 'RECEIVED' end)::feedback_state, 'Một cửa'
     from generate_series(1, ${COUNTS.feedback}) n`,
  );
  await client.query(
    `insert into coordination_request (id, number, asking_unit_id, asked_unit_id, employee_id, subject, asked_on, due_on, answered_on,
       clear, state, recorded_by_name)
     select gen_random_uuid(), 'PH-' || n, ${neighbour}, ${home}, ${person}, 'Xin ý kiến ' || n, ${DAY}, ${DAY} + 7,
       case when n % 5 > 0 then ${DAY} + 4 + n % 6 end, case when n % 5 > 0 then n % 7 > 0 end,
       (case when n % 5 > 0 then 'ANSWERED' else 'OPEN' end)::coordination_state, 'Văn phòng'
     from generate_series(1, ${COUNTS.requests}) n`,
  );
  await loadDiscipline(client, person, home);
  await client.query(
    `insert into commendation (id, employee_id, unit_id, form, title, title_code, kind, decision_number, decided_on, issuer)
     select gen_random_uuid(), case when n % 20 > 0 then ${person} end, ${home}, 'Giấy khen', 'Giấy khen', 'GIAY_KHEN',
       'Theo công trạng', n || '/QĐ-KT', ${DAY}, 'Sở' from generate_series(1, ${COUNTS.commendations}) n`,
  );
  await client.query("set session_replication_role = 'origin'");
  await client.query('vacuum (analyze)');
}

async function loadDiscipline(client: pg.Client, person: string, home: string): Promise<void> {
  const count = COUNTS.decisions;
  await client.query(
    `insert into violation (id, employee_id, unit_id, act_from, discovered_on, due_on, related_to_duty, state, closed_on)
     select ${id('act', 'n')}, ${person}, ${home}, ${DAY} - 60, ${DAY} - 40, ${DAY} + 50, true, 'DECIDED', ${DAY} from generate_series(1, ${count}) n`,
  );
  await client.query(
    `insert into discipline_decision (id, employee_id, unit_id, violation_id, form, decision_number, decided_on, effective_from, effective_to,
       issuer, related_to_duty, source_certainty)
     select ${id('decision', 'n')}, ${person}, ${home}, ${id('act', 'n')}, ${pick('discipline_form', FORMS)}, n || '/QĐ-KL', ${DAY}, ${DAY},
       ${DAY} + 365, 'Sở', true, 'RECALLED' from generate_series(1, ${count}) n`,
  );
  await client.query(
    `insert into discipline_act (decision_id, violation_id) select ${id('decision', 'n')}, ${id('act', 'n')} from generate_series(1, ${count}) n`,
  );
  await client.query(
    `insert into discipline_effect (id, decision_id, kind, from_on, to_on, months, instrument, certainty)
     select gen_random_uuid(), ${id('decision', 'n')}, 'NO_PROMOTION', ${DAY}, ${DAY} + 365, 12, '172/2025/NĐ-CP', 'SECONDARY'
     from generate_series(1, ${count}) n`,
  );
}

/** A day of the year for the nth row; everything that follows from it lies before today, 22 November. */
const DAY = `(date '2026-01-05' + n % 290)`;

const INSPECTION_KINDS = ['INSPECTION', 'DUTY_CHECK', 'REFORM_CHECK', 'SELF_CHECK'];
const AREAS = ['PUBLIC_DUTY', 'CITIZEN_RECEPTION', 'ANTI_CORRUPTION', 'ADMINISTRATIVE_REFORM', 'SPECIALISED', 'OTHER'];
const TOPICS = [
  'WORKING_HOURS',
  'ATTITUDE',
  'CITIZEN_RECEPTION',
  'PETITIONS',
  'ADMINISTRATIVE_PROCEDURES',
  'DOCUMENT_HANDLING',
];
const RECOMMENDATIONS = ['RECTIFY', 'REMIND', 'CRITICISE', 'SELF_CRITICISM', 'CONSIDER_DISCIPLINE', 'AMEND_RULES'];
const FORMS = ['REPRIMAND', 'WARNING', 'DISMISSAL'];

function pick(type: string, words: readonly string[]): string {
  return `('{${words.join(',')}}'::text[])[n % ${words.length} + 1]::${type}`;
}
