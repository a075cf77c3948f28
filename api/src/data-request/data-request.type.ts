import { DATA_REQUEST_KINDS, DATA_REQUEST_STATES } from '@congvu/schema/registers';
import { builder } from '../builder.ts';
import { CertaintyEnum } from '../catalogue/certainty.type.ts';
import { getEmployee } from '../employee/employee.store.ts';
import { EmployeeRef } from '../employee/employee.type.ts';
import { loadOne } from '../sql/batch.ts';
import { connectionOf } from '../sql/connection.ts';
import { DATA_REQUEST_ACTIONS, dueOnOf, requestActions } from './data-request.policy.ts';
import { type DataRequestRow, dataRequestById } from './data-request.store.ts';
import { REQUEST_WAYS } from './request-way.ts';

export const DataRequestKindEnum = builder.enumType('DataRequestKind', {
  description:
    'What is asked about one’s own data: to see it, to correct it, to restrict or object to its processing, to withdraw consent (Luật 91/2025/QH15 art. 4).',
  values: DATA_REQUEST_KINDS,
});
export const DataRequestStateEnum = builder.enumType('DataRequestState', {
  description: 'Received, accepted or refused, carried out, or taken back by the person.',
  values: DATA_REQUEST_STATES,
});
const DataRequestActionEnum = builder.enumType('DataRequestAction', {
  description: 'What may be done with a request.',
  values: DATA_REQUEST_ACTIONS,
});

export const DataRequestRef = builder.objectRef<DataRequestRow>('DataRequest');
export const DataRequestConnection = connectionOf('DataRequest', DataRequestRef, 'requests about one’s own data');

builder.node(DataRequestRef, {
  description:
    'What somebody asks about the data held on him, with its clocks: answered within 2 working days, carried out within 10 to 20 days by its kind (Nghị định 356/2025/NĐ-CP).',
  record: { kind: 'request', of: (request) => request.employeeId },
  id: { resolve: (request) => request.id },
  loadMany: (ids: string[], context) => Promise.all(ids.map((id) => loadOne(context, dataRequestById, id))),
  fields: (t) => ({
    employee: t.field({
      type: EmployeeRef,
      description: 'Who asks.',
      resolve: (request, _args, context) => getEmployee(context, request.employeeId),
    }),
    kind: t.expose('kind', { type: DataRequestKindEnum, description: 'What is asked.' }),
    subject: t.exposeString('subject', { description: 'What it is about; empty once it was erased by retention.' }),
    content: t.exposeString('content', { description: 'In the person’s words; empty once it was erased.' }),
    thirdParties: t.exposeBoolean('thirdParties', {
      description: 'Whether data of others are touched, which gives 20 days instead of 10 or 15.',
    }),
    state: t.expose('state', { type: DataRequestStateEnum, description: 'Where it stands.' }),
    receivedAt: t.expose('receivedAt', { type: 'DateTime', description: 'When it came in.' }),
    answerDueOn: t.expose('answerDueOn', {
      type: 'LocalDate',
      description: 'Last day for an answer, by the calendar of holidays.',
    }),
    answeredAt: t.expose('answeredAt', { type: 'DateTime', nullable: true, description: 'When it was answered.' }),
    answer: t.exposeString('answer', { nullable: true, description: 'The answer.' }),
    carryOutDueOn: t.expose('carryOutDueOn', {
      type: 'LocalDate',
      nullable: true,
      description: 'Last day for carrying it out, before any extension; null where it was not accepted.',
    }),
    extendedTo: t.expose('extendedTo', { type: 'LocalDate', nullable: true, description: 'The last day instead.' }),
    extensionReason: t.exposeString('extensionReason', { nullable: true, description: 'Why more time is needed.' }),
    carriedOutAt: t.expose('carriedOutAt', { type: 'DateTime', nullable: true, description: 'When it was done.' }),
    result: t.exposeString('result', { nullable: true, description: 'What was done.' }),
    handledBy: t.exposeString('handledBy', { nullable: true, description: 'Name of who answered or did it last.' }),
    dueOn: t.field({
      type: 'LocalDate',
      nullable: true,
      description: 'The last day that runs now; null once nothing more is to be done.',
      resolve: (request) => dueOnOf(request),
    }),
    overdue: t.boolean({
      description: 'Whether that day has passed.',
      resolve: (request, _args, { today }) => (dueOnOf(request) ?? today) < today,
    }),
    dueCertainty: t.field({
      type: CertaintyEnum,
      description:
        'How sure that day is: the two working days are read in a published summary; that the 10 to 20 days are calendar days is assumed.',
      resolve: ({ state }) => (state === 'RECEIVED' ? 'SECONDARY' : 'ASSUMPTION'),
    }),
    way: t.string({
      description: 'How a request of this kind is carried out here, in the language of Accept-Language.',
      resolve: ({ kind }, _args, { locale }) => REQUEST_WAYS[kind][locale],
    }),
    revision: t.exposeInt('revision', { description: 'Rises with each change; a mutation names the one it saw.' }),
    actions: t.field({
      type: [DataRequestActionEnum],
      description: 'What the asking person may do with it now.',
      resolve: (request, _args, { actor }) => [...requestActions(actor?.employeeId ?? null, request)],
    }),
  }),
});
