import { DELEGATION_KINDS } from '@congvu/schema/evaluation';
import { builder } from '../builder.ts';
import { employeeById } from '../employee/employee.store.ts';
import { EmployeeRef } from '../employee/employee.type.ts';
import { optionalDate } from '../query-arguments.ts';
import { loadOne } from '../sql/batch.ts';
import { getUnit } from '../unit/unit.store.ts';
import { UnitRef } from '../unit/unit.type.ts';
import { type DelegationRow, delegationById, delegationsByUnit, leadersByUnit } from './delegation.store.ts';

export const DelegationKindEnum = builder.enumType('DelegationKind', {
  description:
    'DELEGATION: a head hands on his own scoring in his unit (ủy quyền). ACTING_HEAD: somebody is in charge of a unit (phụ trách, quyền trưởng) and may do what its head may, but hand it on.',
  values: DELEGATION_KINDS,
});

export const DelegationRef = builder.objectRef<DelegationRow>('Delegation');

builder.node(DelegationRef, {
  description: 'A right over a unit given by its head to a person, between two days, by a document.',
  id: { resolve: (delegation) => delegation.id },
  loadMany: (ids: string[], context) => Promise.all(ids.map((id) => loadOne(context, delegationById, id))),
  fields: (t) => ({
    unit: t.field({
      type: UnitRef,
      description: 'The unit; the right reaches all below it.',
      resolve: ({ unitId }, _args, context) => getUnit(context, unitId),
    }),
    employee: t.field({
      type: EmployeeRef,
      nullable: true,
      description: 'Whom it is given to; null where one may not see his record.',
      resolve: ({ employeeId }, _args, context) =>
        employeeId === null ? null : loadOne(context, employeeById, employeeId),
    }),
    name: t.exposeString('employeeName', { description: 'His name.' }),
    kind: t.expose('kind', { type: DelegationKindEnum, description: 'What is given.' }),
    classifies: t.boolean({
      description: 'Whether the right to classify for the year is given too.',
      resolve: ({ role }) => role === 'AUTHORITY',
    }),
    from: t.expose('validFrom', { type: 'LocalDate', description: 'First day.' }),
    to: t.expose('validTo', { type: 'LocalDate', nullable: true, description: 'Last day; null without end.' }),
    document: t.exposeString('document', { description: 'Number of the document that gives it.' }),
    delegatedBy: t.exposeString('delegatedBy', { nullable: true, description: 'Name of who gave it.' }),
    revokedAt: t.expose('revokedAt', { type: 'DateTime', nullable: true, description: 'When it was taken back.' }),
  }),
});

/** Who decided in a unit on a day, and by what. */
interface AuthorityView {
  readonly employeeId: string | null;
  readonly name: string;
  readonly as: 'HEAD' | 'DEPUTY' | 'DELEGATION' | 'ACTING_HEAD';
  readonly document: string | null;
}

const AuthorityRef = builder.objectRef<AuthorityView>('UnitAuthority').implement({
  description: 'Somebody entitled to score the people of a unit on a day, and by what.',
  fields: (t) => ({
    person: t.field({
      type: EmployeeRef,
      nullable: true,
      description: 'Who; null where one may not see his record.',
      resolve: ({ employeeId }, _args, context) =>
        employeeId === null ? null : loadOne(context, employeeById, employeeId),
    }),
    name: t.exposeString('name', { description: 'His name.' }),
    as: t.exposeString('as', { description: '"HEAD", "DEPUTY", "DELEGATION" or "ACTING_HEAD".' }),
    document: t.exposeString('document', {
      nullable: true,
      description: 'The document of a delegation or acting head; null where it follows from the post.',
    }),
  }),
});

builder.objectFields(UnitRef, (t) => ({
  authority: t.field({
    type: [AuthorityRef],
    description:
      'Who was entitled to score in the unit on a day, also a past one: its head, its deputies, who acts for them. Those above are not listed. Empty where one may not see its people.',
    args: { on: t.arg({ type: 'LocalDate', required: false, description: 'Today unless stated.' }) },
    resolve: async (unit, { on }, context) => {
      const day = optionalDate(on, context) ?? context.today;
      const [leaders, delegations] = await Promise.all([
        loadOne(context, leadersByUnit(day), unit.id),
        loadOne(context, delegationsByUnit(day), unit.id),
      ]);
      return [
        ...(leaders ?? []).map(({ employeeId, name, post }) => ({
          employeeId,
          name,
          as: post === 'HEAD' ? ('HEAD' as const) : ('DEPUTY' as const),
          document: null,
        })),
        ...(delegations ?? []).map(({ employeeId, employeeName, kind, document }) => ({
          employeeId,
          name: employeeName,
          as: kind,
          document,
        })),
      ];
    },
  }),
  delegations: t.field({
    type: [DelegationRef],
    description: 'Delegations and acting heads of the unit itself, past and to come, newest first.',
    resolve: async (unit, _args, context) => [...((await loadOne(context, delegationsByUnit(null), unit.id)) ?? [])],
  }),
}));
