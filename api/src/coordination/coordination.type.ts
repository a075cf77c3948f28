import { COORDINATION_STATES } from '@congvu/schema/registers';
import { builder } from '../builder.ts';
import { documentById } from '../document/document.store.ts';
import { DocumentRef } from '../document/document.type.ts';
import { employeeById } from '../employee/employee.store.ts';
import { EmployeeRef } from '../employee/employee.type.ts';
import { loadOne } from '../sql/batch.ts';
import { connectionOf } from '../sql/connection.ts';
import { getUnit } from '../unit/unit.store.ts';
import { UnitRef } from '../unit/unit.type.ts';
import { COORDINATION_ACTIONS, isCoordinationActionPossible, mayActOnCoordination } from './coordination.policy.ts';
import { type CoordinationRow, coordinationById } from './coordination.store.ts';
import { coordinationRights } from './rights.ts';

export const CoordinationStateEnum = builder.enumType('CoordinationState', {
  description: 'Open, answered, or withdrawn by who asked.',
  values: COORDINATION_STATES,
});
const CoordinationActionEnum = builder.enumType('CoordinationAction', {
  description: 'ANSWER: for the asked unit. JUDGE, WITHDRAW: for the asking unit.',
  values: COORDINATION_ACTIONS,
});

export const CoordinationRequestRef = builder.objectRef<CoordinationRow>('CoordinationRequest');
export const CoordinationRequestConnection = connectionOf(
  'CoordinationRequest',
  CoordinationRequestRef,
  'requests for coordination',
);

builder.node(CoordinationRequestRef, {
  description:
    'One unit asks another for its opinion (xin ý kiến phối hợp) by a day: answered in time and clearly, or not.',
  record: { kind: 'inspection', of: (request) => request.employeeId },
  id: { resolve: (request) => request.id },
  loadMany: (ids: string[], context) => Promise.all(ids.map((id) => loadOne(context, coordinationById, id))),
  fields: (t) => ({
    number: t.exposeString('number', { description: 'Number in the asking unit’s register.' }),
    askingUnit: t.field({
      type: UnitRef,
      description: 'The unit that asks.',
      resolve: ({ askingUnitId }, _args, context) => getUnit(context, askingUnitId),
    }),
    askedUnit: t.field({
      type: UnitRef,
      description: 'The unit that is asked.',
      resolve: ({ askedUnitId }, _args, context) => getUnit(context, askedUnitId),
    }),
    employee: t.field({
      type: EmployeeRef,
      nullable: true,
      description: 'Who is to answer; null where nobody was named or one may not see the person.',
      resolve: ({ employeeId }, _args, context) =>
        employeeId === null ? null : loadOne(context, employeeById, employeeId),
    }),
    document: t.field({
      type: DocumentRef,
      nullable: true,
      description: 'The document it is about; null where none is named or one may not see it.',
      resolve: ({ documentId }, _args, context) =>
        documentId === null ? null : loadOne(context, documentById, documentId),
    }),
    subject: t.exposeString('subject', { description: 'What is asked.' }),
    askedOn: t.expose('askedOn', { type: 'LocalDate', description: 'When it was asked.' }),
    dueOn: t.expose('dueOn', { type: 'LocalDate', description: 'Last day for an answer, inclusive.' }),
    overdue: t.boolean({
      description: 'Whether it should have been answered by now.',
      resolve: ({ state, dueOn }, _args, { today }) => state === 'OPEN' && dueOn < today,
    }),
    answeredOn: t.expose('answeredOn', { type: 'LocalDate', nullable: true, description: 'When it was answered.' }),
    answeredInTime: t.boolean({
      nullable: true,
      description: 'Whether the answer came by the last day; null while there is none.',
      resolve: ({ answeredOn, dueOn }) => (answeredOn === null ? null : answeredOn <= dueOn),
    }),
    answerDocument: t.exposeString('answerDocument', { nullable: true, description: 'Number of the answer.' }),
    clear: t.exposeBoolean('clear', {
      nullable: true,
      description: 'Whether the answer took a position, as the asking unit judged; null while it did not judge.',
    }),
    state: t.expose('state', { type: CoordinationStateEnum, description: 'Where it stands.' }),
    recordedBy: t.exposeString('recordedBy', { description: 'Name of who recorded it.' }),
    recordedAt: t.expose('recordedAt', { type: 'DateTime', description: 'When it was recorded.' }),
    revision: t.exposeInt('revision', { description: 'Rises with each change; a mutation names the one it saw.' }),
    actions: t.field({
      type: [CoordinationActionEnum],
      description: 'What the asking person may do with it now.',
      resolve: async (row, _args, context) => {
        const rights = await coordinationRights(context, row);
        return COORDINATION_ACTIONS.filter(
          (action) => isCoordinationActionPossible(action, row.state) && mayActOnCoordination(action, rights),
        );
      },
    }),
  }),
});
