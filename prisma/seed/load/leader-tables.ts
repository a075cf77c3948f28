import { TableRows } from './copy-rows.ts';

/** The tables of planning, calibration and tokens that the seed fills. */
export function createLeaderTables() {
  return {
    planning: new TableRows('planning_entry', [
      ...([
        'id',
        'employee_id',
        'unit_id',
        'post',
        'title',
        'from_on',
        'to_on',
        'decision_number',
        'ended_on',
      ] as const),
      ...(['recorded_by_id', 'recorded_by_name'] as const),
    ]),
    serviceEnds: new TableRows('service_end', ['employee_id', 'on_date', 'recorded_by_id', 'recorded_by_name']),
    calibrations: new TableRows('calibration_session', [
      ...(['id', 'agency_id', 'unit_id', 'year', 'title', 'state', 'due_on', 'opened_by_id'] as const),
      ...(['opened_by_name', 'opened_at', 'revealed_at'] as const),
    ]),
    calibrationUnits: new TableRows('calibration_unit', [
      ...(['session_id', 'unit_id', 'joined_at', 'submitted_at', 'submitted_by_id', 'submitted_by_name'] as const),
    ]),
    calibrationProposals: new TableRows('calibration_proposal', [
      ...(['id', 'session_id', 'unit_id', 'classification_id', 'level', 'reason', 'proposed_by_id'] as const),
      ...(['proposed_by_name', 'proposed_at'] as const),
    ]),
    calibrationChanges: new TableRows('calibration_change', [
      ...(['id', 'session_id', 'classification_id', 'before', 'after', 'reason', 'authorised_by', 'document'] as const),
      ...(['by_id', 'by_name', 'at'] as const),
    ]),
    tokens: new TableRows('personal_token', [
      ...(['id', 'user_id', 'name', 'prefix', 'secret_hash', 'scopes', 'created_at', 'expires_at'] as const),
    ]),
  };
}
