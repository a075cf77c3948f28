import { domainError } from '@congvu/schema/errors';
import { type Permission, ROLE_PERMISSIONS, type Role } from '@congvu/schema/permission';
import { firstDay, lastDay, type Period } from '@congvu/schema/primitives/period';
import type { Context } from '../context.ts';
import { assignmentsByEmployee, employeeById, getEmployee } from '../employee/employee.store.ts';
import { forbidden, type RequestError, requestError } from '../error/request-error.ts';
import { loadOne } from '../sql/batch.ts';
import { batchByParent } from '../sql/list.ts';
import { sql } from '../sql/sql.ts';
import { getUnit } from '../unit/unit.store.ts';
import { type Authority, covers, type OwnGrant, type Subject } from './authority.policy.ts';

interface GrantRow extends OwnGrant {
  readonly parent_id: string;
  readonly role: Role;
  readonly validFrom: string;
  readonly validTo: string | null;
  readonly revokedOn: string | null;
}

/** All grants of a user, also those of the past and the future; one sees one's own. */
const grantsByUser = batchByParent<GrantRow>(
  'grantsByUser',
  (ids) => sql`select g.user_id as parent_id, g.id, g.kind, g.role, u.path_text as "unitPath",
      g.valid_from::text as "validFrom", g.valid_to::text as "validTo",
      (g.revoked_at at time zone 'Asia/Ho_Chi_Minh')::date::text as "revokedOn"
    from congvu.role_grant g join congvu.unit u on u.id = g.unit_id
    where g.user_id = any(${ids}::uuid[]) order by g.valid_from desc, g.id`,
);

/** The asking person's authority by one permission. His own post and grants are read once a request. */
export async function loadAuthority(context: Context, permission: Permission): Promise<Authority> {
  const held = context.actor?.permissions.find((each) => each.permission === permission);
  const employeeId = context.actor?.employeeId ?? null;
  if (context.actor === null || held === undefined || held.unitPaths.length === 0)
    return { employeeId, unitPaths: [], post: null, unitPath: null, grants: [] };
  const self = employeeId === null ? null : await loadOne(context, employeeById, employeeId);
  const post = self?.assignment?.post ?? null;
  const unitPath = self?.assignment?.unit.pathText ?? null;
  // What a head holds over his own unit follows from the post: no grant adds to it.
  const isByPost = post === 'HEAD' && held.unitPaths.every((path) => path === unitPath);
  const grants = isByPost ? [] : ((await loadOne(context, grantsByUser, context.actor.userId)) ?? []);
  return {
    employeeId,
    unitPaths: held.unitPaths,
    post,
    unitPath,
    grants: grants.filter(
      (grant) => isHeldOn(grant, context.today) && ROLE_PERMISSIONS[grant.role].includes(permission),
    ),
  };
}

function isHeldOn(grant: GrantRow, day: string): boolean {
  return (
    grant.validFrom <= day &&
    (grant.validTo === null || day <= grant.validTo) &&
    (grant.revokedOn === null || day < grant.revokedOn)
  );
}

/**
 * Whose work a row is about, with his post in the unit that carries it: today's, or the one of the row's period where he
 * has left that unit since, or holds another post in another.
 */
export async function loadSubject(
  context: Context,
  row: { readonly employeeId: string; readonly unitId: string; readonly period: string },
): Promise<Subject> {
  const [employee, unit] = await Promise.all([getEmployee(context, row.employeeId), getUnit(context, row.unitId)]);
  const today = employee.assignment;
  const subject = { employeeId: row.employeeId, unitPath: unit.pathText };
  if (today === null || today.unit.id === row.unitId) return { ...subject, post: today?.post ?? null };
  const all = (await loadOne(context, assignmentsByEmployee, row.employeeId)) ?? [];
  // Stored by us from a Period. The newest comes first.
  const period = row.period as Period;
  const then = all.find(
    ({ assignment }) =>
      assignment.unit.id === row.unitId &&
      assignment.validFrom <= lastDay(period) &&
      (assignment.validTo === null || firstDay(period) <= assignment.validTo),
  );
  return { ...subject, post: then?.assignment.post ?? null };
}

/**
 * Why somebody may not decide: NOT_ENTITLED_ON_DAY where a post or grant of his covers the unit, but not today (he left,
 * it has ended or been revoked, or it begins later); FORBIDDEN where none ever did.
 */
export async function refuseDecision(context: Context, permission: Permission, path: string): Promise<RequestError> {
  return (await isEntitledOnOtherDay(context, permission, path))
    ? notEntitledToday(context)
    : forbidden(context.locale, permission);
}

/**
 * Who left his post sees the rows of it no more, so that NOT_FOUND would be all he hears. Asked before a row is looked
 * for, of who holds the permission nowhere today: it tells him of his own post, and nothing of the row.
 * Errors: NOT_ENTITLED_ON_DAY.
 */
export async function assertNotFormer(context: Context, permission: Permission): Promise<void> {
  const holds = context.actor?.permissions.some((each) => each.permission === permission) ?? false;
  if (!holds && (await isEntitledOnOtherDay(context, permission, null))) throw notEntitledToday(context);
}

function notEntitledToday(context: Context): RequestError {
  return requestError(domainError('NOT_ENTITLED_ON_DAY', { on: context.today }), context.locale);
}

/** Whether a post or grant of the asking person gives the permission on another day than today, for a unit or for any. */
async function isEntitledOnOtherDay(context: Context, permission: Permission, path: string | null): Promise<boolean> {
  const { actor, today } = context;
  if (actor === null) return false;
  const reaches = (scope: string) => path === null || covers([scope], path);
  const posts =
    actor.employeeId === null ? [] : ((await loadOne(context, assignmentsByEmployee, actor.employeeId)) ?? []);
  const isByPost = posts.some(
    ({ assignment: { post, unit, validFrom, validTo } }) =>
      post !== 'STAFF' &&
      ROLE_PERMISSIONS.MANAGER.includes(permission) &&
      reaches(unit.pathText) &&
      (today < validFrom || (validTo !== null && validTo < today)),
  );
  if (isByPost) return true;
  const grants = (await loadOne(context, grantsByUser, actor.userId)) ?? [];
  return grants.some(
    (grant) => reaches(grant.unitPath) && ROLE_PERMISSIONS[grant.role].includes(permission) && !isHeldOn(grant, today),
  );
}
