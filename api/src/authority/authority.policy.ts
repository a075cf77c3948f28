import type { Post } from '@congvu/schema/evaluation';

/** A role held by a document and not by a post: a grant, a delegation, or acting for a unit's head. */
export interface OwnGrant {
  readonly id: string;
  readonly kind: 'GRANT' | 'DELEGATION' | 'ACTING_HEAD';
  readonly unitPath: string;
}

/** What somebody may decide on: the units a permission of his covers, and his own place. */
export interface Authority {
  readonly employeeId: string | null;
  /** Paths of units; each covers itself and all below. */
  readonly unitPaths: readonly string[];
  readonly post: Post | null;
  readonly unitPath: string | null;
  /** Those of his grants today that give the permission. */
  readonly grants: readonly OwnGrant[];
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
 * Never one's own. Staff: whoever holds the permission over their unit. A deputy: from above, or the head of the unit or
 * who acts for him. A head: from above only, so the head of a phòng is scored by the head of the sở. Source: Nghị định
 * 335/2025/NĐ-CP art. 10.
 */
export function mayDecideOn(authority: Authority, subject: Subject): boolean {
  if (authority.employeeId === subject.employeeId) return false;
  if (!covers(authority.unitPaths, subject.unitPath)) return false;
  if (subject.post === null || subject.post === 'STAFF') return true;
  const isAbove = authority.unitPaths.some((scope) => subject.unitPath.startsWith(`${scope}.`));
  if (isAbove) return true;
  return subject.post === 'DEPUTY' && headsUnit(authority, subject.unitPath);
}

function headsUnit({ post, unitPath, grants }: Authority, path: string): boolean {
  if (post === 'HEAD' && unitPath === path) return true;
  return grants.some((grant) => grant.kind === 'ACTING_HEAD' && grant.unitPath === path);
}

/**
 * By what somebody decides on a person: his post where it reaches him, else the grant that does; null where none. Kept
 * with what he confirmed, so that it can be shown later who was entitled on that day.
 */
export function capacityOn(authority: Authority, subject: Subject): string | null {
  const { post, unitPath } = authority;
  const byPost = { ...authority, unitPaths: unitPath === null ? [] : [unitPath], grants: [] };
  if ((post === 'HEAD' || post === 'DEPUTY') && mayDecideOn(byPost, subject)) return post;
  const grant = authority.grants.find((each) =>
    mayDecideOn({ ...authority, post: null, unitPaths: [each.unitPath], grants: [each] }, subject),
  );
  return grant === undefined ? null : `GRANT:${grant.id}`;
}
