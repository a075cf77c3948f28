import { commendationsToReview } from '../commendation/commendation.store.ts';
import { sql } from '../sql/sql.ts';
import { type Branch, DECIDED_HERE, ledWith } from './branch.ts';

/**
 * What the registers leave to be done. Row policies say what is seen at all; of feedback an item names nobody, so that a
 * list of things to do betrays no denunciation. Whom a recommendation concerns is noted as read with the item.
 */
export const REGISTER_BRANCHES: readonly Branch[] = [
  {
    needs: 'STAFF_MANAGE',
    rows: () => sql`
      select 'VIOLATION_DUE', 'Violation', v.id, v.employee_id, null, null, 1, v.due_on, v.recorded_at
      from congvu.violation v join congvu.unit u on u.id = v.unit_id
      where v.state = 'OPEN' and v.employee_id is distinct from congvu.actor_employee()
        and u.path <@ (select congvu.scopes('STAFF_MANAGE'))`,
  },
  {
    needs: null,
    rows: () => sql`
      select 'RECOMMENDATION_DUE', 'Recommendation', rc.id, rc.target_employee_id, rc.content, null, 1, rc.due_on, rc.recorded_at
      from congvu.recommendation rc
      where rc.owner_employee_id = congvu.actor_employee() and rc.state in ('NOT_STARTED', 'UNDER_WAY')`,
  },
  {
    needs: 'TASK_CONFIRM',
    rows: () => sql`
      select 'RECOMMENDATION_DUE', 'Recommendation', rc.id, rc.target_employee_id, rc.content, null, 1, rc.due_on, rc.recorded_at
      from congvu.recommendation rc
      where rc.owner_unit_id in (${ledWith('TASK_CONFIRM')}) and rc.state in ('NOT_STARTED', 'UNDER_WAY')`,
  },
  {
    needs: 'INSPECTION_MANAGE',
    rows: () => sql`
      select 'RECOMMENDATION_TO_CLOSE', 'Recommendation', rc.id, rc.target_employee_id, rc.content, null, 1, rc.due_on,
        rc.done_on::timestamp at time zone 'Asia/Ho_Chi_Minh'
      from congvu.recommendation rc join congvu.inspection i on i.id = rc.inspection_id
      where rc.state = 'DONE' and congvu.manages_inspection(rc.inspection_id)
        and rc.owner_employee_id is distinct from congvu.actor_employee()
        and rc.target_employee_id is distinct from congvu.actor_employee()
        and (i.kind = 'SELF_CHECK' or coalesce(rc.owner_unit_id <> all ((select congvu.served_units())::uuid[]), true))`,
  },
  {
    needs: 'INSPECTION_MANAGE',
    rows: () => sql`
      select 'CONCLUSION_DUE', 'Inspection', i.id, null::uuid, i.title, null, 1, i.conclusion_due_on,
        i.ended_on::timestamp at time zone 'Asia/Ho_Chi_Minh'
      from congvu.inspection i join congvu.unit u on u.id = i.unit_id
      where i.state = 'ENDED' and i.conclusion_due_on is not null and u.path <@ (select congvu.scopes('INSPECTION_MANAGE'))`,
  },
  {
    needs: null,
    rows: () => sql`
      select 'FEEDBACK_DUE', 'Feedback', fb.id, null::uuid, fb.number, null, 1, fb.due_on, fb.recorded_at
      from congvu.feedback fb where fb.handler_id = congvu.actor_employee() and fb.answered_on is null`,
  },
  {
    needs: 'FEEDBACK_MANAGE',
    rows: () => sql`
      select 'FEEDBACK_DUE', 'Feedback', fb.id, null::uuid, fb.number, null, 1, fb.due_on, fb.recorded_at
      from congvu.feedback fb join congvu.unit u on u.id = coalesce(fb.assigned_unit_id, fb.unit_id)
      where fb.handler_id is null and fb.answered_on is null and u.path <@ (select congvu.scopes('FEEDBACK_MANAGE'))`,
  },
  {
    needs: null,
    rows: () => sql`
      select 'COORDINATION_DUE', 'CoordinationRequest', cr.id, null::uuid, cr.subject, null, 1, cr.due_on, cr.recorded_at
      from congvu.coordination_request cr where cr.employee_id = congvu.actor_employee() and cr.state = 'OPEN'`,
  },
  {
    needs: 'TASK_ASSIGN',
    rows: () => sql`
      select 'COORDINATION_DUE', 'CoordinationRequest', cr.id, null::uuid, cr.subject, null, 1, cr.due_on, cr.recorded_at
      from congvu.coordination_request cr
      where cr.employee_id is null and cr.state = 'OPEN' and cr.asked_unit_id in (${ledWith('TASK_ASSIGN')})`,
  },
  {
    needs: 'PRIVACY_MANAGE',
    rows: () => sql`
      select 'DATA_REQUEST_DUE', 'DataRequest', dr.id, dr.employee_id, null, null, 1,
        case dr.state when 'RECEIVED' then dr.answer_due_on else coalesce(dr.extended_to, dr.carry_out_due_on) end, dr.received_at
      from congvu.data_request dr
      where dr.state in ('RECEIVED', 'ACCEPTED') and dr.employee_id is distinct from congvu.actor_employee()`,
  },
  {
    needs: 'PRIVACY_MANAGE',
    rows: () => sql`
      select 'RETENTION_TO_DECIDE', 'RetentionProposal', rp.id, null::uuid, null, null, 1, null::date, null::timestamptz
      from congvu.retention_proposal rp
      where rp.state = 'PROPOSED' and rp.proposed_by_id is distinct from congvu.actor_user()`,
  },
  {
    needs: 'STAFF_MANAGE',
    rows: ({ today }) => sql`
      select 'COMMENDATION_TO_REVIEW', 'Commendation', k.id, k.employee_id, k.title, k.year::text, 1, null::date, k.recorded_at
      from (${commendationsToReview()}) k where k.year >= extract(year from ${today}::date) - 1`,
  },
  {
    needs: 'CLASSIFICATION_DECIDE',
    rows: ({ today }) => sql`
      select 'UNIT_RESULT_TO_REVIEW', 'UnitResult', ur.id, null::uuid, u.name, ur.year::text, 1, null::date, null::timestamptz
      from congvu.unit_result ur join congvu.unit u on u.id = ur.unit_id
      where ur.current and ur.decided_at is not null and ur.year >= extract(year from ${today}::date) - 1
        and ur.authority_id in (${DECIDED_HERE})
        and exists (select 1 from congvu.discipline_decision dd join congvu.discipline_act da on da.decision_id = dd.id
          join congvu.violation v on v.id = da.violation_id join congvu.unit place on place.id = v.unit_id
          where dd.recorded_at > ur.decided_at and dd.annulled_on is null and place.path <@ u.path
            and extract(year from coalesce(v.act_to, v.act_from)) = ur.year)`,
  },
];
