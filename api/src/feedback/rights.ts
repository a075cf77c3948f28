import { holdsOver } from '../authority/holds-over.ts';
import type { Context } from '../context.ts';
import { employeeById } from '../employee/employee.store.ts';
import { loadOne } from '../sql/batch.ts';
import { getUnit } from '../unit/unit.store.ts';
import type { FeedbackRights } from './feedback.policy.ts';
import type { FeedbackRow } from './feedback.store.ts';

/** By what right the asking person may act on feedback. Row policies decide the same once more. */
export async function feedbackRights(context: Context, row: FeedbackRow): Promise<FeedbackRights> {
  const [unit, assigned, person] = await Promise.all([
    getUnit(context, row.unitId),
    row.assignedUnitId === null ? null : getUnit(context, row.assignedUnitId),
    row.employeeId === null ? null : loadOne(context, employeeById, row.employeeId),
  ]);
  const self = context.actor?.employeeId ?? null;
  const personPath = person?.assignment?.unit.pathText ?? unit.pathText;
  return {
    manages: holdsOver(context, 'FEEDBACK_MANAGE', unit.pathText),
    managesAnswer: assigned !== null && holdsOver(context, 'FEEDBACK_MANAGE', assigned.pathText),
    isHandler: self !== null && self === row.handlerId,
    isConcerned: self !== null && self === row.employeeId,
    isSuperior: row.employeeId !== null && holdsOver(context, 'SCORE_CONFIRM', personPath),
  };
}
