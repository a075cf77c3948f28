import { covers } from '../authority/authority.policy.ts';
import type { UnitRow } from '../unit/unit.store.ts';

interface Held {
  readonly permissions: readonly { readonly permission: string; readonly unitPaths: readonly string[] }[];
}

/** Whether the actor reports on this unit with all below it. */
export function mayReport(actor: Held | null, unit: Pick<UnitRow, 'pathText'>): boolean {
  const held = actor?.permissions.find((each) => each.permission === 'REPORT_READ');
  return held !== undefined && covers(held.unitPaths, unit.pathText);
}
