import { TableRows } from './copy-rows.ts';

/** The tables of the registers that the seed fills, beside those of acts, decisions and commendations. */
export function createRegisterTables() {
  return {
    plansOfInspections: new TableRows('inspection_plan', [
      ...(['id', 'unit_id', 'year', 'state', 'share_percent', 'decision_number', 'issued_on'] as const),
      ...(['recorded_by_id', 'recorded_by_name'] as const),
    ]),
    inspections: new TableRows('inspection', [
      ...(['id', 'plan_id', 'unit_id', 'kind', 'area', 'mode', 'title', 'topics', 'team_kind'] as const),
      ...(['decision_number', 'decided_on', 'state', 'started_on', 'ended_on', 'draft_received_on'] as const),
      ...(['conclusion_due_on', 'conclusion_number', 'concluded_on', 'conclusion_received_on'] as const),
      ...(['implementing_due_on', 'implementing_document', 'implemented_on'] as const),
      ...(['recorded_by_id', 'recorded_by_name'] as const),
    ]),
    inspectionMembers: new TableRows('inspection_member', ['inspection_id', 'place', 'employee_id', 'name', 'role']),
    visits: new TableRows('inspection_visit', [
      ...(['id', 'inspection_id', 'unit_id', 'planned_from', 'planned_to', 'unannounced', 'visited_on'] as const),
      ...(['state', 'recorded_by_id', 'recorded_by_name'] as const),
    ]),
    findings: new TableRows('finding', [
      ...(['id', 'inspection_id', 'visit_id', 'unit_id', 'employee_id', 'topic', 'positive', 'description'] as const),
      ...(['quantity', 'severity', 'evidence', 'found_on', 'issued_on', 'remedied_on', 'remedy_proof'] as const),
      ...(['spread_on', 'recorded_by_id', 'recorded_by_name'] as const),
    ]),
    recommendations: new TableRows('recommendation', [
      ...(['id', 'inspection_id', 'finding_id', 'kind', 'target_unit_id', 'target_employee_id', 'content'] as const),
      ...(['owner_unit_id', 'issued_on', 'due_on', 'state', 'done_on', 'closed_on', 'closed_by_id'] as const),
      ...(['closed_by_name', 'recorded_by_id', 'recorded_by_name'] as const),
    ]),
    followUps: new TableRows('follow_up', ['recommendation_id', 'state', 'note', 'proof', 'at', 'by_id', 'by_name']),
    disciplineActs: new TableRows('discipline_act', ['decision_id', 'violation_id']),
    disciplineEffects: new TableRows('discipline_effect', [
      ...(['decision_id', 'kind', 'from_on', 'to_on', 'months', 'instrument', 'clause', 'certainty'] as const),
    ]),
    initiatives: new TableRows('initiative', [
      ...(['id', 'code', 'title', 'summary', 'unit_id', 'year', 'kind', 'level', 'influence', 'applied'] as const),
      ...(['state', 'decision_number', 'recognised_on', 'finding_id', 'recorded_by_id', 'recorded_by_name'] as const),
    ]),
    initiativeAuthors: new TableRows('initiative_author', ['initiative_id', 'employee_id', 'main']),
    commendationInitiatives: new TableRows('commendation_initiative', ['commendation_id', 'initiative_id']),
    feedback: new TableRows('feedback', [
      ...(['id', 'number', 'unit_id', 'employee_id', 'kind', 'channel', 'topic', 'received_on', 'content'] as const),
      ...(['due_on', 'assigned_unit_id', 'handler_id', 'assigned_on', 'answered_on', 'answer_document'] as const),
      ...(['outcome', 'state', 'recorded_by_id', 'recorded_by_name'] as const),
    ]),
    feedbackSenders: new TableRows('feedback_sender', ['feedback_id', 'name', 'contact']),
    coordination: new TableRows('coordination_request', [
      ...(['id', 'number', 'asking_unit_id', 'asked_unit_id', 'employee_id', 'subject', 'asked_on', 'due_on'] as const),
      ...(['answered_on', 'answer_document', 'clear', 'state', 'recorded_by_id', 'recorded_by_name'] as const),
    ]),
  };
}
