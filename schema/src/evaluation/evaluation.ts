// The door of this domain: what other packages may use of it.

export {
  isPost,
  POSTS,
  type Post,
  SCORING_ROLES,
  type ScoringRole,
  SUBJECT_TYPES,
  type SubjectType,
  scoringRoleOf,
} from './assignment.ts';
export {
  type AssignTaskRow,
  type AssignTasks,
  assignTaskRowShape,
  assignTasksShape,
  type HandOverTask,
  handOverTaskShape,
  MOST_TASK_ROWS,
  type NotifySheets,
  notifySheetsShape,
} from './bulk-input.ts';
export {
  type BulkInput,
  type ConfirmPeriodSheetRow,
  type ConfirmTaskRow,
  confirmPeriodSheetRowShape,
  confirmPeriodSheetsShape,
  confirmTaskRowShape,
  confirmTasksShape,
  type DecideObjectiveCauseRow,
  decideObjectiveCauseRowShape,
  decideObjectiveCausesShape,
  MOST_BULK_ROWS,
  type TransferEmployeeRow,
  transferEmployeeRowShape,
  transferEmployeesShape,
} from './bulk-rows.ts';
export {
  DISCIPLINE_FORMS,
  type DisciplineForm,
  type RecordDisciplineDecision,
  recordDisciplineDecisionShape,
} from './discipline-input.ts';
export {
  type EndGrant,
  endGrantShape,
  type GiveGrant,
  GRANTED_ROLES,
  giveGrantShape,
  REVIEW_OUTCOMES,
  type ReviewGrants,
  type ReviewOutcome,
  reviewGrantsShape,
} from './grant-input.ts';
export { LONGEST_TEXT } from './input-field.ts';
export { compareLevels, LEVELS, type Level } from './level.ts';
export { parseInput, toPointer } from './parse-input.ts';
export {
  advanceSheet,
  canAdvanceSheet,
  isProvisional,
  SHEET_ACTIONS,
  SHEET_STATES,
  type SheetAction,
  type SheetState,
} from './period-sheet.ts';
export { type PublishRuleSet, publishRuleSetShape } from './rule-set-input.ts';
export {
  type ConfirmPeriodSheet,
  type CriterionPoints,
  checkCriteria,
  confirmPeriodSheetShape,
  type ScorePreviewInput,
  type SelfScore,
  scorePreviewShape,
  selfScoreShape,
} from './sheet-input.ts';
export {
  ABSENCE_KINDS,
  type AbsenceKind,
  DELEGATION_KINDS,
  type Delegate,
  type DelegationKind,
  delegateShape,
  type MergeUnits,
  mergeUnitsShape,
  type RecordAbsence,
  type RevokeAbsence,
  type RevokeDelegation,
  recordAbsenceShape,
  revokeAbsenceShape,
  revokeDelegationShape,
  type SetCharges,
  setChargesShape,
  type TransferEmployee,
  transferEmployeeShape,
} from './staff-input.ts';
export {
  type CostlyEvent,
  type DeadlineStatus,
  deadlineStatus,
  nonExempt,
  OBJECTIVE_CAUSE_STATES,
  type ObjectiveCauseState,
  originOf,
  RESPONSIBILITIES,
  type Responsibility,
  TASK_EVENT_KINDS,
  TASK_ORIGINS,
  TASK_OUTCOMES,
  type TaskEventKind,
  type TaskOrigin,
  type TaskOutcome,
} from './task.ts';
export {
  type AssignTask,
  assignTaskShape,
  type ClaimObjectiveCause,
  type ConfirmTask,
  claimObjectiveCauseShape,
  confirmTaskShape,
  type DecideObjectiveCause,
  type DocumentInput,
  decideObjectiveCauseShape,
  documentInputShape,
  type FixPeriodPlan,
  fixPeriodPlanShape,
  type RecordTaskEvent,
  recordTaskEventShape,
  type SubmitTask,
  submitTaskShape,
  type TaskPreviewInput,
  taskPreviewShape,
  type UndoTaskEvent,
  undoTaskEventShape,
} from './task-input.ts';
export {
  type CreatePersonalToken,
  createPersonalTokenShape,
  type RevokePersonalToken,
  revokePersonalTokenShape,
} from './token-input.ts';
export { UNIT_KINDS, type UnitKind } from './unit-kind.ts';
