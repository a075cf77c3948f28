import type { Post } from '@congvu/schema/evaluation';

/** What somebody may decide on: the units a permission of his covers, and his own place. */
export interface Authority {
  readonly employeeId: string | null;
  /** Paths of units; each covers itself and all below. */
  readonly unitPaths: readonly string[];
  readonly post: Post | null;
  readonly unitPath: string | null;
}

/** Whose work is decided on. */
export interface Subject {
  readonly employeeId: string;
  readonly post: Post | null;
  readonly unitPath: string;
}

export function covers(unitPaths: readonly string[], path: string): boolean {
  return unitPaths.some((scope) => path === scope || path.startsWith(`${scope}.`));
}

/**
 * Whether somebody may assign, confirm or score the work of a person.
 *
 * Never one's own. Staff: whoever holds the permission over their unit. A deputy: from above, or the head of the unit. A
 * head: from above only, so the head of a phòng is scored by the head of the sở. Source: Nghị định 335/2025/NĐ-CP art. 10.
 */
export function mayDecideOn(authority: Authority, subject: Subject): boolean {
  if (authority.employeeId === subject.employeeId) return false;
  if (!covers(authority.unitPaths, subject.unitPath)) return false;
  if (subject.post === null || subject.post === 'STAFF') return true;
  const isAbove = authority.unitPaths.some((scope) => subject.unitPath.startsWith(`${scope}.`));
  if (isAbove) return true;
  return subject.post === 'DEPUTY' && authority.post === 'HEAD' && authority.unitPath === subject.unitPath;
}
