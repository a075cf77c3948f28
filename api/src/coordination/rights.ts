import { holdsOver } from '../authority/holds-over.ts';
import type { Context } from '../context.ts';
import { getUnit } from '../unit/unit.store.ts';
import type { CoordinationRights } from './coordination.policy.ts';
import type { CoordinationRow } from './coordination.store.ts';

/** By what right the asking person may act on a request. Row policies decide the same once more. */
export async function coordinationRights(context: Context, row: CoordinationRow): Promise<CoordinationRights> {
  const [asking, asked] = await Promise.all([getUnit(context, row.askingUnitId), getUnit(context, row.askedUnitId)]);
  const self = context.actor?.employeeId ?? null;
  return {
    asks: holdsOver(context, 'TASK_ASSIGN', asking.pathText),
    answers: (self !== null && self === row.employeeId) || holdsOver(context, 'TASK_ASSIGN', asked.pathText),
  };
}
