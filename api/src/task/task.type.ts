import { RESPONSIBILITIES, TASK_ORIGINS, TASK_OUTCOMES } from '@congvu/schema/evaluation';
import { mayDecideOn } from '../authority/authority.policy.ts';
import { loadAuthority, loadSubject } from '../authority/authority.store.ts';
import { builder } from '../builder.ts';
import { productById } from '../catalogue/product.store.ts';
import { ProductRef } from '../catalogue/product.type.ts';
import { documentsByTask } from '../document/document.store.ts';
import { DocumentRef } from '../document/document.type.ts';
import { getEmployee } from '../employee/employee.store.ts';
import { EmployeeRef } from '../employee/employee.type.ts';
import { exact, exactDecimal } from '../scalar/exact.ts';
import { loadOne } from '../sql/batch.ts';
import { connectionOf } from '../sql/connection.ts';
import { eventsByTask, type TaskRow, takersByTask, taskById } from './task.store.ts';
import { TaskEventRef } from './task-event.type.ts';

export const TaskOriginEnum = builder.enumType('TaskOrigin', {
  description:
    'PLANNED: assigned before the period’s plan was fixed. UNPLANNED: arose after. TAKEN_OVER: another person’s task handed on. Only planned ones are in the divisor (Nghị định 335/2025/NĐ-CP art. 18(1)).',
  values: TASK_ORIGINS,
});
export const TaskOutcomeEnum = builder.enumType('TaskOutcome', {
  description: 'Open, done, not done, or handed over to another.',
  values: TASK_OUTCOMES,
});
export const ResponsibilityEnum = builder.enumType('Responsibility', {
  description: 'LEAD: chủ trì (XLC). COOPERATE: phối hợp (PH).',
  values: RESPONSIBILITIES,
});

export const TaskRef = builder.objectRef<TaskRow>('Task');
export const TaskConnection = connectionOf('Task', TaskRef, 'tasks');

builder.node(TaskRef, {
  description:
    'A product assigned to a person (sản phẩm được giao): clear person, work, progress, responsibility and result.',
  record: { kind: 'task', of: (task) => task.employeeId },
  id: { resolve: (task) => task.id },
  loadMany: (ids: string[], context) => Promise.all(ids.map((id) => loadOne(context, taskById, id))),
  fields: (t) => ({
    employee: t.field({
      type: EmployeeRef,
      description: 'Who carries it.',
      resolve: (task, _args, context) => getEmployee(context, task.employeeId),
    }),
    product: t.field({
      type: ProductRef,
      description: 'The product of the catalogue; its coefficient was copied when the task was assigned.',
      resolve: async (task, _args, context) => {
        const product = await loadOne(context, productById, task.productId);
        if (product === null) throw new Error('A task names a product that is not in the catalogue.');
        return product;
      },
    }),
    title: t.exposeString('title', { description: 'What is to be done.' }),
    quantity: t.field({
      type: 'Exact',
      description: 'How many of the product.',
      resolve: (task) => exactDecimal(task.quantity),
    }),
    units: t.field({
      type: 'Exact',
      description: 'Converted units: quantity × the coefficient at the time of assignment.',
      resolve: (task) => exact(task.unitsNumerator, task.unitsDenominator),
    }),
    qualityRequirement: t.exposeString('qualityRequirement', { description: 'What it must satisfy.' }),
    deadline: t.expose('deadline', { type: 'LocalDate', description: 'Last day in time, inclusive.' }),
    responsibility: t.expose('responsibility', { type: ResponsibilityEnum, description: 'Leading or cooperating.' }),
    origin: t.expose('origin', { type: TaskOriginEnum, description: 'Planned, arisen or taken over.' }),
    outcome: t.expose('outcome', { type: TaskOutcomeEnum, description: 'How it stands.' }),
    period: t.expose('period', { type: 'Period', description: 'The month in which it is due and counted.' }),
    assignedBy: t.exposeString('assignedBy', { description: 'Name of who assigned it.' }),
    assignedAt: t.expose('assignedAt', { type: 'DateTime', description: 'When it was assigned.' }),
    submittedOn: t.expose('submittedOn', {
      type: 'LocalDate',
      nullable: true,
      description: 'Day the product was handed in.',
    }),
    acceptedOn: t.expose('acceptedOn', { type: 'LocalDate', nullable: true, description: 'Day it was accepted.' }),
    documents: t.field({
      type: [DocumentRef],
      description: 'The documents it rests on.',
      resolve: async (task, _args, context) => [...((await loadOne(context, documentsByTask, task.id)) ?? [])],
    }),
    events: t.field({
      type: [TaskEventRef],
      description: 'What happened to it, oldest first, undone ones included.',
      resolve: async (task, _args, context) => [...((await loadOne(context, eventsByTask, task.id)) ?? [])],
    }),
    errors: t.exposeInt('errors', { description: 'Major errors that count: neither undone nor exempt.' }),
    delays: t.exposeInt('delays', { description: 'Delays that count: neither undone nor exempt.' }),
    revision: t.exposeInt('revision', { description: 'Rises with each change; a mutation names the one it saw.' }),
    takenOverFrom: t.field({
      type: TaskRef,
      nullable: true,
      description: 'The task it was taken over from; null where it is one’s own, or where one may not see it.',
      resolve: ({ takenOverFromId }, _args, context) =>
        takenOverFromId === null ? null : loadOne(context, taskById, takenOverFromId),
    }),
    carriedOverFrom: t.field({
      type: TaskRef,
      nullable: true,
      description:
        'The task of a closed month that goes on in this one; null where there is none, or one may not see it.',
      resolve: ({ carriedOverFromId }, _args, context) =>
        carriedOverFromId === null ? null : loadOne(context, taskById, carriedOverFromId),
    }),
    takenOverBy: t.field({
      type: TaskRef,
      nullable: true,
      description: 'The task by which another goes on with it; null where nobody does, or where one may not see it.',
      resolve: async (task, _args, context) =>
        task.outcome === 'HANDED_OVER' ? ((await loadOne(context, takersByTask, task.id))?.[0] ?? null) : null,
    }),
    canConfirm: t.boolean({
      description: 'Whether the asking person may confirm its result, errors, delays and causes.',
      resolve: async (task, _args, context) =>
        mayDecideOn(await loadAuthority(context, 'TASK_CONFIRM'), await loadSubject(context, task)),
    }),
    canClaim: t.boolean({
      description: 'Whether it is the asking person’s own, so that he may hand it in and claim objective causes.',
      resolve: (task, _args, context) => context.actor?.employeeId === task.employeeId,
    }),
  }),
});
