import { GRANTED_ROLES, REVIEW_OUTCOMES } from '@congvu/schema/evaluation';
import { ROLES } from '@congvu/schema/permission';
import { builder } from '../builder.ts';
import { employeeById } from '../employee/employee.store.ts';
import { EmployeeRef } from '../employee/employee.type.ts';
import { loadOne } from '../sql/batch.ts';
import { connectionOf } from '../sql/connection.ts';
import { getUnit } from '../unit/unit.store.ts';
import { UnitRef } from '../unit/unit.type.ts';
import { canManage } from './grant.policy.ts';
import { type GrantRow, grantById } from './grant.store.ts';

export const RoleEnum = builder.enumType('Role', {
  description:
    'What somebody may do with the records of a unit and all below it. EMPLOYEE comes with a place in a unit and MANAGER, HEAD_OF_UNIT and AUTHORITY with a post; the others are given.',
  values: ROLES,
});

export const GrantedRoleEnum = builder.enumType('GrantedRole', {
  description: 'A role that may be given.',
  values: GRANTED_ROLES,
});

export const ReviewOutcomeEnum = builder.enumType('ReviewOutcome', {
  description: 'What a review of a grant says. KEEP: it stays for another year; END: it ends with today.',
  values: REVIEW_OUTCOMES,
});

export const GrantRef = builder.objectRef<GrantRow>('Grant');
export const GrantConnection = connectionOf('Grant', GrantRef, 'grants');

builder.node(GrantRef, {
  description: 'A role given to a person over a unit and all below it, between two days, by a document.',
  id: { resolve: (grant) => grant.id },
  loadMany: (ids: string[], context) => Promise.all(ids.map((id) => loadOne(context, grantById, id))),
  fields: (t) => ({
    role: t.expose('role', { type: RoleEnum, description: 'The role.' }),
    unit: t.field({
      type: UnitRef,
      description: 'The unit; the role reaches all below it.',
      resolve: (grant, _args, context) => getUnit(context, grant.unitId),
    }),
    holder: t.exposeString('holder', { description: 'Name of who holds it.' }),
    employee: t.field({
      type: EmployeeRef,
      nullable: true,
      description: 'The person; null for an account of nobody in service, and where one may not see him.',
      resolve: ({ employeeId }, _args, context) =>
        employeeId === null ? null : loadOne(context, employeeById, employeeId),
    }),
    from: t.expose('from', { type: 'LocalDate', description: 'First day.' }),
    to: t.expose('to', { type: 'LocalDate', nullable: true, description: 'Last day, inclusive; null without end.' }),
    document: t.exposeString('document', { description: 'Number of the document that gives it.' }),
    givenBy: t.exposeString('givenBy', {
      nullable: true,
      description: 'Name of who gave it here; null for one given before.',
    }),
    revokedAt: t.expose('revokedAt', {
      type: 'DateTime',
      nullable: true,
      description: 'When it was ended at once; null where it runs to its last day.',
    }),
    endedReason: t.exposeString('endedReason', { nullable: true, description: 'Why it was ended before its time.' }),
    reviewDueOn: t.expose('reviewDueOn', {
      type: 'LocalDate',
      nullable: true,
      description: 'By when somebody says whether it is still needed; null for one given before there were reviews.',
    }),
    reviewedOn: t.expose('reviewedOn', { type: 'LocalDate', nullable: true, description: 'Last review.' }),
    reviewedBy: t.exposeString('reviewedBy', { nullable: true, description: 'Name of who reviewed it.' }),
    reviewNote: t.exposeString('reviewNote', { nullable: true, description: 'What the review noted.' }),
    isActive: t.boolean({
      description: 'Whether it gives anything today.',
      resolve: ({ from, to, revokedAt }, _args, { today }) =>
        revokedAt === null && from <= today && (to === null || to >= today),
    }),
    canManage: t.boolean({
      description: 'Whether the asking person may end or review it: never his own, nor one that has ended.',
      resolve: async (grant, _args, context) => canManage(context, grant, await getUnit(context, grant.unitId)),
    }),
  }),
});
