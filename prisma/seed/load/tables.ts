import { TableRows } from './copy-rows.ts';
import { createLeaderTables } from './leader-tables.ts';
import { createRegisterTables } from './register-tables.ts';

/** Every table the seed fills, parents before children, with the columns it gives; the database adds the rest. */
export function createTables() {
  return {
    units: new TableRows('unit', [
      'id',
      'code',
      'name',
      'short_name',
      'level',
      'kind',
      'path',
      'parent_id',
      'valid_from',
    ]),
    groups: new TableRows('work_group', ['code', 'name', 'unit_id']),
    employees: new TableRows('employee', ['id', 'code', 'name', 'search_key', 'sort_key', 'user_name', 'email']),
    assignments: new TableRows('assignment', [
      ...(['id', 'employee_id', 'unit_id', 'post', 'title', 'group_code', 'subject_type', 'role'] as const),
      ...(['rule_set', 'valid_from', 'valid_to'] as const),
    ]),
    users: new TableRows('user_account', ['id', 'issuer', 'subject', 'employee_id', 'user_name', 'display_name']),
    credentials: new TableRows('credential', ['user_id', 'user_name', 'hash']),
    grants: new TableRows('role_grant', [
      ...([
        'id',
        'user_id',
        'role',
        'kind',
        'unit_id',
        'valid_from',
        'valid_to',
        'document',
        'delegated_by_id',
        'review_due_on',
      ] as const),
    ]),
    catalogues: new TableRows('catalogue_version', [
      ...([
        'id',
        'code',
        'name',
        'decision_number',
        'decided_on',
        'valid_from',
        'standard_points',
        'certainty',
      ] as const),
    ]),
    products: new TableRows('product', [
      ...(['id', 'catalogue_id', 'code', 'name', 'search_key', 'complexity_group', 'points'] as const),
      ...(['coefficient_numerator', 'coefficient_denominator', 'unit_of_work', 'certainty'] as const),
    ]),
    plans: new TableRows('period_plan', [
      ...([
        'id',
        'unit_id',
        'period',
        'fixed_at',
        'fixed_by_id',
        'fixed_by_name',
        'closed_at',
        'closed_by_id',
      ] as const),
    ]),
    tasks: new TableRows('task', [
      ...(['id', 'employee_id', 'unit_id', 'product_id', 'title', 'quantity', 'coefficient_numerator'] as const),
      ...([
        'coefficient_denominator',
        'units_numerator',
        'units_denominator',
        'quality_requirement',
        'deadline',
      ] as const),
      ...([
        'responsibility',
        'origin',
        'outcome',
        'period',
        'errors',
        'delays',
        'submitted_on',
        'accepted_on',
      ] as const),
      ...(['taken_over_from_id', 'assigned_by_id', 'assigned_by_name', 'assigned_at', 'revision'] as const),
    ]),
    documents: new TableRows('document', [
      ...([
        'id',
        'unit_id',
        'key',
        'number',
        'issuer',
        'date',
        'deadline',
        'host',
        'recorded_by_id',
        'recorded_at',
      ] as const),
    ]),
    taskDocuments: new TableRows('task_document', ['task_id', 'document_id']),
    handlers: new TableRows('document_handler', ['document_id', 'position', 'name', 'role', 'employee_id']),
    events: new TableRows('task_event', [
      ...(['id', 'task_id', 'employee_id', 'kind', 'occurred_on', 'note', 'exempt', 'recorded_by_id'] as const),
      ...(['recorded_by_name', 'recorded_at'] as const),
    ]),
    causes: new TableRows('objective_cause', [
      ...([
        'id',
        'event_id',
        'employee_id',
        'state',
        'reason',
        'claimed_by_id',
        'claimed_by_name',
        'claimed_at',
      ] as const),
      ...(['decided_by_id', 'decided_by_name', 'decided_at'] as const),
    ]),
    sheets: new TableRows('period_sheet', [
      ...(['id', 'employee_id', 'unit_id', 'period', 'role', 'rule_set', 'rule_set_version', 'catalogue_id'] as const),
      ...(['agency_id', 'group_code', 'post', 'subject_type', 'family', 'sole'] as const),
      ...(['quantity_numerator', 'quantity_denominator', 'progress_numerator', 'progress_denominator'] as const),
      ...([
        'state',
        'revision',
        'self_general',
        'general',
        'organising',
        'cohesion',
        'unit_result',
        'score_state',
      ] as const),
      ...(['provisional', 'total_numerator', 'total_denominator', 'result_numerator', 'result_denominator'] as const),
      ...([
        'quality_numerator',
        'quality_denominator',
        'delays',
        'level',
        'display',
        'explanation',
        'task_ids',
      ] as const),
      ...(['self_scored_at', 'confirmed_by_id', 'confirmed_by_name', 'confirmed_at', 'updated_at'] as const),
    ]),
    criteria: new TableRows('sheet_criterion', ['sheet_id', 'code', 'position', 'self_points', 'confirmed_points']),
    revisions: new TableRows('sheet_revision', [
      ...(['sheet_id', 'revision', 'state', 'total_numerator', 'total_denominator', 'display', 'level'] as const),
      ...(['changed_by_id', 'changed_by_name', 'changed_at'] as const),
    ]),
    commendations: new TableRows('commendation', [
      ...([
        'id',
        'employee_id',
        'unit_id',
        'form',
        'title',
        'kind',
        'decision_number',
        'decided_on',
        'issuer',
      ] as const),
      ...(['reason', 'title_code', 'year', 'recorded_by_id', 'recorded_by_name'] as const),
    ]),
    violations: new TableRows('violation', [
      ...(['id', 'employee_id', 'unit_id', 'act_from', 'act_to', 'discovered_on', 'related_to_duty'] as const),
      ...(['summary', 'severity', 'state', 'due_on', 'closed_on', 'recommendation_id', 'recorded_by_id'] as const),
      'recorded_by_name',
    ]),
    disciplines: new TableRows('discipline_decision', [
      ...(['id', 'employee_id', 'unit_id', 'form', 'decision_number', 'decided_on', 'effective_from'] as const),
      ...(['effective_to', 'issuer', 'related_to_duty', 'summary', 'source_certainty', 'violation_id'] as const),
      ...(['recorded_by_id', 'recorded_by_name'] as const),
    ]),
    jobs: new TableRows('job', [
      ...(['id', 'kind', 'unit_id', 'period', 'state', 'total', 'done', 'created_by_id', 'created_by_name'] as const),
      ...(['created_at', 'started_at', 'finished_at'] as const),
    ]),
    results: new TableRows('period_result', [
      ...(['id', 'employee_id', 'period', 'unit_id', 'role', 'rule_set', 'rule_set_version', 'score_state'] as const),
      ...(['total_numerator', 'total_denominator', 'result_numerator', 'result_denominator'] as const),
      ...(['quality_numerator', 'quality_denominator', 'delays', 'level', 'display', 'worked_days'] as const),
      ...(['quantity_numerator', 'quantity_denominator', 'progress_numerator', 'progress_denominator'] as const),
      ...(['segments', 'explanation', 'task_ids', 'closed_at', 'closed_by_id', 'job_id'] as const),
    ]),
    absences: new TableRows('absence', [
      ...(['id', 'employee_id', 'kind', 'absent_from', 'absent_to', 'document', 'recorded_by_id'] as const),
      ...(['recorded_by_name', 'recorded_at'] as const),
    ]),
    charges: new TableRows('charge', ['id', 'assignment_id', 'unit_id', 'valid_from']),
    proposals: new TableRows('catalogue_proposal', [
      ...(['id', 'unit_id', 'name', 'complexity_group', 'points', 'unit_of_work', 'reason', 'state'] as const),
      ...(['proposed_by_id', 'proposed_by_name', 'proposed_at'] as const),
    ]),
    rounds: new TableRows('classification_round', [
      ...(['id', 'agency_id', 'year', 'state', 'due_on', 'opened_by_id', 'opened_by_name', 'opened_at'] as const),
      ...(['closed_at'] as const),
    ]),
    classifications: new TableRows('classification', [
      ...(['id', 'round_id', 'employee_id', 'agency_id', 'authority_id', 'unit_id', 'year', 'post'] as const),
      ...(['group_code', 'subject_type', 'rule_set', 'rule_set_version', 'state', 'months', 'worked_months'] as const),
      ...(['leave', 'mean_numerator', 'mean_denominator', 'mean_display', 'result_numerator'] as const),
      ...(['result_denominator', 'quality_numerator', 'quality_denominator', 'delays', 'self_level'] as const),
      ...(['self_rated_at', 'decided_level', 'not_classified', 'decision_number', 'decided_on'] as const),
      ...(['decided_by_name', 'decided_at', 'notified_at', 'published_at'] as const),
    ]),
    unitResults: new TableRows('unit_result', [
      ...(['id', 'unit_id', 'authority_id', 'year', 'rule_set', 'rule_set_version', 'general_points'] as const),
      ...(['item_points'] as const),
    ]),
    ...createRegisterTables(),
    ...createLeaderTables(),
    accesses: new TableRows('access_entry', [
      ...(['at', 'user_id', 'read_by', 'employee_id', 'purpose', 'kind', 'screen', 'request_id'] as const),
    ]),
  };
}

export type Tables = ReturnType<typeof createTables>;
