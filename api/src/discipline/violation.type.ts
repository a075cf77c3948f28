import { builder } from '../builder.ts';
import { loadOne } from '../sql/batch.ts';
import { getUnit } from '../unit/unit.store.ts';
import { UnitRef } from '../unit/unit.type.ts';
import { type ViolationRow, violationById } from './violation.store.ts';

export const ViolationRef = builder.objectRef<ViolationRow>('Violation');

builder.node(ViolationRef, {
  description:
    'An act (hành vi vi phạm): several decisions, of the Party and administrative, may punish it, and it counts in one year only (Nghị định 335/2025/NĐ-CP art. 11).',
  record: { kind: 'discipline', of: (violation) => violation.employeeId },
  id: { resolve: (violation) => violation.id },
  loadMany: (ids: string[], context) => Promise.all(ids.map((id) => loadOne(context, violationById, id))),
  fields: (t) => ({
    unit: t.field({
      type: UnitRef,
      description: 'The unit at the time of the act, whose result it lowers.',
      resolve: ({ unitId }, _args, context) => getUnit(context, unitId),
    }),
    actFrom: t.expose('actFrom', { type: 'LocalDate', description: 'Day of the act, or its first.' }),
    actTo: t.expose('actTo', {
      type: 'LocalDate',
      nullable: true,
      description: 'Its last day; null where it was one.',
    }),
    discoveredOn: t.expose('discoveredOn', { type: 'LocalDate', description: 'When it was discovered.' }),
    relatedToDuty: t.exposeBoolean('relatedToDuty', { description: 'Whether it was related to public duty.' }),
    degradation: t.exposeBoolean('degradation', { description: 'Whether it was ideological or moral degradation.' }),
    countedYear: t.exposeInt('countedYear', {
      nullable: true,
      description: 'The year whose level it lowered; null yet.',
    }),
  }),
});
