import { mayKeep, type Registrar } from '../authority/registrar.policy.ts';
import type { DisciplineRow } from './discipline.store.ts';
import type { ViolationRow } from './violation.store.ts';

export const VIOLATION_ACTIONS = ['RECORD_DECISION', 'CHANGE', 'DISMISS', 'DEFER', 'END_DEFERRAL'] as const;
export type ViolationAction = (typeof VIOLATION_ACTIONS)[number];

/** What the asking person may do with an act now. The service and the database's guards stand behind it. */
export function violationActions(
  registrar: Registrar,
  row: Pick<ViolationRow, 'unitPath' | 'employeeId' | 'state' | 'dueOn'>,
): readonly ViolationAction[] {
  if (!mayKeep(registrar, row.unitPath, row.employeeId)) return [];
  switch (row.state) {
    case 'OPEN':
      return ['RECORD_DECISION', 'CHANGE', 'DISMISS', 'DEFER', 'END_DEFERRAL'];
    case 'DECIDED':
      // The other body may still decide on it, and the circumstances be completed.
      return ['RECORD_DECISION', 'CHANGE'];
    case 'DISMISSED':
      return [];
  }
}

export const DECISION_ACTIONS = ['ANNUL', 'REPLACE', 'RECORD_COMPLAINT'] as const;
export type DecisionAction = (typeof DECISION_ACTIONS)[number];

/** What the asking person may do with a decision now. One annulled or replaced stays as it is. */
export function decisionActions(
  registrar: Registrar,
  row: Pick<DisciplineRow, 'unitPath' | 'employeeId' | 'annulledOn'>,
): readonly DecisionAction[] {
  if (row.annulledOn !== null || !mayKeep(registrar, row.unitPath, row.employeeId)) return [];
  return DECISION_ACTIONS;
}
