import { holdsOver } from '../authority/holds-over.ts';
import type { Context } from '../context.ts';
import type { UnitRow } from '../unit/unit.store.ts';
import type { GrantRow } from './grant.store.ts';

/** Whether the actor may act on a grant at all: he holds GRANT_MANAGE over its unit, and it is not his own. */
export function mayManage(
  context: Context,
  grant: Pick<GrantRow, 'userId'>,
  unit: Pick<UnitRow, 'pathText'> | null,
): boolean {
  return unit !== null && grant.userId !== context.actor?.userId && holdsOver(context, 'GRANT_MANAGE', unit.pathText);
}

/** Whether there is anything left of it to end or to review. */
export function canManage(context: Context, grant: GrantRow, unit: UnitRow): boolean {
  const isOver = grant.revokedAt !== null || (grant.to !== null && grant.to < context.today);
  return !isOver && mayManage(context, grant, unit);
}
