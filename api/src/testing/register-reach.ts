import type pg from 'pg';
import {
  employeeIdOf,
  insertCommendation,
  insertCoordination,
  insertDataRequest,
  insertDecision,
  insertFeedback,
  insertFinding,
  insertFollowUp,
  insertInitiative,
  insertInspection,
  insertRecommendation,
  insertViolation,
  insertVisit,
  unitIdOf,
} from '../../../test/testkit/register-rows.ts';

/** Units of five agencies: each test asker serves or reads in one of them at most, but for those of the whole province. */
const UNITS = ['H99.01.01', 'H99.02.01', 'H99.03.01', 'H99.04.01', 'H99.06.01'] as const;

/**
 * Every register filled in every one of those units, about one of its staff and once more about `about`, an asker: open and
 * sealed acts, findings issued and not, a visit to come that nobody was told of, feedback answered and not, a denunciation.
 * Answers the id of the first agency's commendation round.
 */
export async function fillRegisters(owner: pg.Pool, about: string): Promise<string> {
  const rounds: string[] = [];
  const asker = await employeeIdOf(owner, about);
  const province = await unitIdOf(owner, 'H99');
  for (const code of UNITS) {
    const unitId = await unitIdOf(owner, code);
    const { rows } = await owner.query<{ id: string }>(
      `select a.employee_id as id from congvu.assignment a
       where a.unit_id = $1 and a.post = 'STAFF' and a.valid_to is null and a.employee_id <> $2 order by a.employee_id limit 1`,
      [unitId, asker],
    );
    const [person] = rows;
    if (person === undefined) throw new Error(`${code} has staff`);
    const agencyId = await unitIdOf(owner, code.slice(0, 6));
    await fillFor(owner, { unitId, employeeId: person.id }, { province, agencyId });
    if (code === 'H99.01.01') await fillFor(owner, { unitId, employeeId: asker }, { province, agencyId });
    rounds.push(await openRound(owner, agencyId, person.id));
  }
  return rounds[0] ?? '';
}

/** The agency's round of titles, in which somebody waits. */
async function openRound(owner: pg.Pool, agencyId: string, employeeId: string): Promise<string> {
  const { rows } = await owner.query<{ id: string }>(
    `insert into congvu.commendation_round (agency_id, year, opened_by_id)
     select $1, 2026, id from congvu.user_account where user_name = 'nhansu' returning id`,
    [agencyId],
  );
  const id = rows[0]?.id ?? '';
  await owner.query(
    `insert into congvu.commendation_hold (round_id, employee_id, reason, document, from_on, recorded_by_name)
     values ($1, $2, 'Chờ xác minh', '60/SNV', '2026-11-20', 'Tổ chức cán bộ')`,
    [id, employeeId],
  );
  return id;
}

async function fillFor(
  owner: pg.Pool,
  of: { readonly unitId: string; readonly employeeId: string },
  { province, agencyId }: { readonly province: string; readonly agencyId: string },
): Promise<void> {
  const { unitId, employeeId } = of;
  await insertViolation(owner, of);
  await insertViolation(owner, of, { sealed: true });
  await insertDecision(owner, of);
  await insertDecision(owner, of, { form: 'PARTY_WARNING' });
  await insertCommendation(owner, of);
  await insertCommendation(owner, { unitId, employeeId: null });
  await insertInitiative(owner, of);
  const inspectionId = await insertInspection(owner, { unitId: province });
  const visitId = await insertVisit(owner, { unitId, inspectionId });
  const findingId = await insertFinding(owner, { ...of, inspectionId, visitId });
  await insertFinding(owner, { ...of, inspectionId, visitId }, { issued_on: null });
  const recommendationId = await insertRecommendation(owner, {
    unitId: agencyId,
    inspectionId,
    findingId,
    targetEmployeeId: employeeId,
  });
  await insertFollowUp(owner, { recommendationId });
  const secret = await insertInspection(
    owner,
    { unitId: province },
    { mode: 'UNANNOUNCED', state: 'PLANNED', started_on: null, ended_on: null },
  );
  await insertVisit(owner, { unitId, inspectionId: secret }, { unannounced: true, visited_on: null, state: 'PLANNED' });
  await insertFeedback(owner, of);
  await insertFeedback(owner, of, {
    state: 'ANSWERED',
    answered_on: '2026-11-10',
    answer_document: '9/TL',
    outcome: 'UPHELD',
  });
  await insertFeedback(owner, of, {
    kind: 'DENUNCIATION',
    state: 'ANSWERED',
    answered_on: '2026-11-10',
    answer_document: '10/TL',
    outcome: 'NOT_UPHELD',
  });
  await insertCoordination(owner, { askingUnitId: agencyId, askedUnitId: unitId, employeeId });
  await insertDataRequest(owner, { employeeId });
}

/** As SQL: whether the asker is given a permission over the units that `place` selects. */
export type Over = (permission: string, place: string) => string;

/** Whom the rules below are asked about: `me` is his employee as SQL, `home` his unit's code, `agency` that of its agency. */
export interface Reader {
  readonly me: string;
  readonly home: string;
  readonly agency: string;
  readonly over: Over;
}

interface Register {
  readonly table: string;
  /** The rows t that one may read, as the law and our decisions say it; null where a row has no type of its own. */
  readonly mayRead: (reader: Reader) => string;
}

const isIn = (agency: string, place: string) =>
  `exists (select from congvu.unit s where s.id in (${place}) and (s.code = '${agency}' or s.code like '${agency}.%'))`;

const visitIsOpen = ({ agency, over }: Reader, visit: string) =>
  `case when ${visit}.unannounced and ${visit}.visited_on is null
     then ${over('INSPECTION_MANAGE', `select ${visit}.unit_id`)} and not ${isIn(agency, `select ${visit}.unit_id`)}
     else ${over('INSPECTION_READ', `select ${visit}.unit_id`)} end`;

const findingIsOpen = ({ me, agency, over }: Reader, row: string) =>
  `(${row}.issued_on is not null and (${row}.employee_id = ${me} or ${over('INSPECTION_READ', `select ${row}.unit_id`)}))
   or (${row}.employee_id is distinct from ${me} and ${over('INSPECTION_MANAGE', `select ${row}.unit_id`)}
     and not ${isIn(agency, `select ${row}.unit_id`)})`;

const recommendationIsOpen = ({ me, over }: Reader, row: string) =>
  `(${me} in (${row}.target_employee_id, ${row}.owner_employee_id)
    or ${over('INSPECTION_READ', `${row}.target_unit_id, ${row}.owner_unit_id`)}
    or ${over('INSPECTION_READ', `select a.unit_id from congvu.assignment a where a.valid_to is null and a.employee_id in (${row}.target_employee_id, ${row}.owner_employee_id)`)}
    or ${over('INSPECTION_MANAGE', `select i.unit_id from congvu.inspection i where i.id = ${row}.inspection_id`)})`;

/** One entry a type of the registers; a new one is added here when its list appears. */
export const REGISTERS: Readonly<Record<string, Register>> = {
  Violation: {
    table: 'violation',
    mayRead: ({ me, over }) =>
      `(not t.sealed and (t.employee_id = ${me} or ${over('DISCIPLINE_READ', 'select t.unit_id')}))
       or (t.employee_id <> ${me} and ${over('STAFF_MANAGE', 'select t.unit_id')})`,
  },
  DisciplineDecision: {
    table: 'discipline_decision',
    mayRead: ({ me, over }) =>
      `t.employee_id = ${me} or (${over('DISCIPLINE_READ', 'select t.unit_id')}
        and (not t.party or ${over('PARTY_READ', 'select t.unit_id')}))`,
  },
  Commendation: {
    table: 'commendation',
    // A collective's is for everybody who works in the unit or above it.
    mayRead: ({ me, home, over }) =>
      `t.employee_id = ${me} or ${over('COMMENDATION_READ', 'select t.unit_id')}
       or (t.employee_id is null and (${over('UNIT_READ', 'select t.unit_id')} or ${isIn(home, 'select t.unit_id')}))`,
  },
  Initiative: {
    table: 'initiative',
    mayRead: ({ me, over }) =>
      `${over('COMMENDATION_READ', 'select t.unit_id')}
       or exists (select from congvu.initiative_author a where a.initiative_id = t.id and a.employee_id = ${me})`,
  },
  CommendationHold: {
    table: 'commendation_hold',
    mayRead: ({ me, over }) =>
      `t.employee_id = ${me}
       or ${over('STAFF_MANAGE', 'select r.agency_id from congvu.commendation_round r where r.id = t.round_id')}`,
  },
  // The identifier of an inspection or a visit, nothing else of it, stands in each finding and recommendation that came of it.
  Visit: {
    table: 'inspection_visit',
    mayRead: (reader) =>
      `${visitIsOpen(reader, 't')}
       or exists (select from congvu.finding f where f.visit_id = t.id and (${findingIsOpen(reader, 'f')}))`,
  },
  Inspection: {
    table: 'inspection',
    mayRead: (reader) =>
      `exists (select from congvu.inspection_visit v where v.inspection_id = t.id and ${visitIsOpen(reader, 'v')})
       or (not exists (select from congvu.inspection_visit v where v.inspection_id = t.id)
         and ${reader.over('INSPECTION_READ', 'select t.unit_id')})
       or exists (select from congvu.finding f where f.inspection_id = t.id and (${findingIsOpen(reader, 'f')}))
       or exists (select from congvu.recommendation r where r.inspection_id = t.id and ${recommendationIsOpen(reader, 'r')})`,
  },
  Finding: { table: 'finding', mayRead: (reader) => findingIsOpen(reader, 't') },
  Recommendation: { table: 'recommendation', mayRead: (reader) => recommendationIsOpen(reader, 't') },
  FollowUp: {
    table: 'follow_up',
    mayRead: (reader) =>
      `exists (select from congvu.recommendation r where r.id = t.recommendation_id and ${recommendationIsOpen(reader, 'r')})`,
  },
  Feedback: {
    table: 'feedback',
    mayRead: ({ me, over }) =>
      `case when t.employee_id = ${me} then t.answered_on is not null and t.kind <> 'DENUNCIATION'
       else coalesce(t.handler_id = ${me}, false) or ${over('FEEDBACK_MANAGE', 't.unit_id, t.assigned_unit_id')}
         or (t.kind <> 'DENUNCIATION' and ${over('INSPECTION_READ', 'select t.unit_id')}) end`,
  },
  CoordinationRequest: {
    table: 'coordination_request',
    mayRead: ({ me, over }) =>
      `coalesce(t.employee_id = ${me}, false) or ${over('TASK_READ', 't.asking_unit_id, t.asked_unit_id')}`,
  },
  DataRequest: { table: 'data_request', mayRead: ({ me }) => `t.employee_id = ${me}` },
};
