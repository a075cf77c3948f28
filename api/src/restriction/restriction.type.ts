import { RESTRICTION_SCOPES } from '@congvu/schema/registers';
import { builder } from '../builder.ts';
import { DataRequestRef } from '../data-request/data-request.type.ts';
import { EmployeeRef } from '../employee/employee.type.ts';
import { loadOne } from '../sql/batch.ts';
import {
  type RestrictionRow,
  restrictionById,
  restrictionsByEmployee,
  restrictionsByRequest,
} from './restriction.store.ts';

export const RestrictionScopeEnum = builder.enumType('RestrictionScope', {
  description:
    'OVERLAY: marks and cards on document pages show no figure. EXPORT: registers exported as files leave the person out. Scoring and classifying go on: they are public duty.',
  values: RESTRICTION_SCOPES,
});

export const DataRestrictionRef = builder.objectRef<RestrictionRow>('DataRestriction');

builder.node(DataRestrictionRef, {
  description: 'The processing of somebody’s data is restricted at his request.',
  record: { kind: 'request', of: (restriction) => restriction.employeeId },
  id: { resolve: (restriction) => restriction.id },
  loadMany: (ids: string[], context) => Promise.all(ids.map((id) => loadOne(context, restrictionById, id))),
  fields: (t) => ({
    scope: t.expose('scope', { type: RestrictionScopeEnum, description: 'Where.' }),
    from: t.expose('from', { type: 'LocalDate', description: 'First day.' }),
    liftedOn: t.expose('liftedOn', {
      type: 'LocalDate',
      nullable: true,
      description: 'The day on which it ended; null while it holds.',
    }),
    recordedBy: t.exposeString('recordedBy', { description: 'Name of who set it.' }),
    recordedAt: t.expose('recordedAt', { type: 'DateTime', description: 'When it was set.' }),
  }),
});

builder.objectField(DataRequestRef, 'restrictions', (t) =>
  t.field({
    type: [DataRestrictionRef],
    description: 'What was restricted because of it, newest first.',
    resolve: async (request, _args, context) => [
      ...((await loadOne(context, restrictionsByRequest, request.id)) ?? []),
    ],
  }),
);

builder.objectField(EmployeeRef, 'restrictions', (t) =>
  t.field({
    type: [DataRestrictionRef],
    description: 'Restrictions of his data, newest first: for himself and who protects his data; empty for others.',
    record: { kind: 'request', of: (employee) => employee.id },
    resolve: async (employee, _args, context) => [
      ...((await loadOne(context, restrictionsByEmployee, employee.id)) ?? []),
    ],
  }),
);
