import { builder } from '../builder.ts';
import { getEmployee } from '../employee/employee.store.ts';
import { EmployeeRef } from '../employee/employee.type.ts';
import { loadOne } from '../sql/batch.ts';
import { connectionOf } from '../sql/connection.ts';
import { type CommendationRow, commendationById } from './commendation.store.ts';

const CommendationRef = builder.objectRef<CommendationRow>('Commendation');
export const CommendationConnection = connectionOf('Commendation', CommendationRef, 'commendations');

builder.node(CommendationRef, {
  description: 'A commendation (khen thưởng) in the register.',
  record: { kind: 'commendation', of: (commendation) => commendation.employeeId },
  id: { resolve: (commendation) => commendation.id },
  loadMany: (ids: string[], context) => Promise.all(ids.map((id) => loadOne(context, commendationById, id))),
  fields: (t) => ({
    employee: t.field({
      type: EmployeeRef,
      description: 'Who was commended.',
      resolve: (commendation, _args, context) => getEmployee(context, commendation.employeeId),
    }),
    form: t.exposeString('form', { description: 'Form (hình thức): giấy khen, bằng khen, danh hiệu …' }),
    title: t.exposeString('title', { description: 'Title awarded, in Vietnamese.' }),
    kind: t.exposeString('kind', { description: 'Kind (loại hình): by merit, on the spot …' }),
    decisionNumber: t.exposeString('decisionNumber', { description: 'Number of the decision.' }),
    decidedOn: t.expose('decidedOn', { type: 'LocalDate', description: 'Date of the decision.' }),
    issuer: t.exposeString('issuer', { description: 'Who decided.' }),
    reason: t.exposeString('reason', { nullable: true, description: 'For what.' }),
    revoked: t.exposeBoolean('revoked', { description: 'Whether it was revoked later.' }),
  }),
});
