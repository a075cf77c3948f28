import {
  assignTaskShape,
  assignTasksShape,
  claimObjectiveCauseShape,
  confirmTaskShape,
  decideObjectiveCauseShape,
  handOverTaskShape,
  recordTaskEventShape,
  submitTaskShape,
  undoTaskEventShape,
} from '@congvu/schema/evaluation';
import { builder } from '../builder.ts';
import type { Context } from '../context.ts';
import { FieldErrorRef, REFUSALS } from '../error/domain-error.type.ts';
import { parsed } from '../mutation/change.ts';
import { loadOne } from '../sql/batch.ts';
import { assignTask } from './assign-task.service.ts';
import { type AssignedRow, assignTasks } from './assign-tasks.service.ts';
import { confirmTask } from './confirm-tasks.ts';
import { decideObjectiveCause } from './decide-causes.ts';
import { handOverTask } from './hand-over.service.ts';
import {
  AssignTaskInput,
  AssignTasksInput,
  ClaimObjectiveCauseInput,
  ConfirmTaskInput,
  DecideObjectiveCauseInput,
  HandOverTaskInput,
  RecordTaskEventInput,
  SubmitTaskInput,
  UndoTaskEventInput,
} from './task.inputs.ts';
import { type TaskRow, taskById } from './task.store.ts';
import { TaskRef } from './task.type.ts';
import { claimObjectiveCause, recordTaskEvent, submitTask, undoTaskEvent } from './task-event.service.ts';

async function changed(context: Context, id: Promise<string>): Promise<TaskRow> {
  const task = await loadOne(context, taskById, await id);
  if (task === null) throw new Error('A task was changed that may not be seen.');
  return task;
}

const AssignedTaskRowRef = builder.objectRef<AssignedRow>('AssignedTaskRow').implement({
  description: 'What came of one row of `assignTasks`.',
  fields: (t) => ({
    index: t.exposeInt('index', { description: 'Place of the row in the call, from 0.' }),
    task: t.field({
      type: TaskRef,
      nullable: true,
      description: 'The new task; null where the row was refused.',
      resolve: ({ taskId }, _args, context) => (taskId === null ? null : loadOne(context, taskById, taskId)),
    }),
    errors: t.field({
      type: [FieldErrorRef],
      description: 'What is wrong with the row, by pointers into it ("/deadline"); empty where it landed.',
      resolve: ({ errors }) => [...errors],
    }),
  }),
});

const AssignedTasksRef = builder.objectRef<readonly AssignedRow[]>('AssignedTasks').implement({
  description: 'What came of a call of `assignTasks`.',
  fields: (t) => ({
    assigned: t.int({
      description: 'How many rows landed.',
      resolve: (rows) => rows.filter(({ taskId }) => taskId !== null).length,
    }),
    refused: t.int({
      description: 'How many were refused.',
      resolve: (rows) => rows.filter(({ taskId }) => taskId === null).length,
    }),
    rows: t.field({
      type: [AssignedTaskRowRef],
      description: 'Every row of the call, in its order.',
      resolve: (rows) => [...rows],
    }),
  }),
});

const INPUT = 'What is to be done.';

builder.mutationFields((t) => ({
  assignTask: t.field({
    type: TaskRef,
    description:
      'Assigns a product to a person of a unit one manages. Planned before the unit’s plan is fixed, arisen after.',
    authScopes: { acts: 'TASK_ASSIGN' },
    errors: { types: REFUSALS },
    args: { input: t.arg({ type: AssignTaskInput, description: INPUT }) },
    resolve: (_root, { input }, context) => changed(context, assignTask(context, parsed(assignTaskShape, input))),
  }),
  assignTasks: t.field({
    type: AssignedTasksRef,
    description:
      'Assigns products to many people of a unit in one call. Each row is answered; with `atomic` all land or none.',
    authScopes: { acts: 'TASK_ASSIGN' },
    errors: { types: REFUSALS },
    args: { input: t.arg({ type: AssignTasksInput, description: INPUT }) },
    resolve: (_root, { input }, context) => assignTasks(context, parsed(assignTasksShape, input)),
  }),
  handOverTask: t.field({
    type: TaskRef,
    description:
      'Hands a task that its person cannot finish to another (Nghị định 335/2025/NĐ-CP art. 18(1)): it stays in the giver’s assigned total and adds to the receiver’s result. Answers the receiver’s task.',
    authScopes: { acts: 'TASK_ASSIGN' },
    errors: { types: REFUSALS },
    args: { input: t.arg({ type: HandOverTaskInput, description: 'Which task, to whom.' }) },
    resolve: (_root, { input }, context) => changed(context, handOverTask(context, parsed(handOverTaskShape, input))),
  }),
  submitTask: t.field({
    type: TaskRef,
    description: 'The person hands in his product.',
    authScopes: { inPerson: true },
    errors: { types: REFUSALS },
    args: { input: t.arg({ type: SubmitTaskInput, description: INPUT }) },
    resolve: (_root, { input }, context) => changed(context, submitTask(context, parsed(submitTaskShape, input))),
  }),
  confirmTask: t.field({
    type: TaskRef,
    description: 'The manager confirms a task as done or not done.',
    authScopes: { signedIn: true },
    errors: { types: REFUSALS },
    args: { input: t.arg({ type: ConfirmTaskInput, description: INPUT }) },
    resolve: (_root, { input }, context) => changed(context, confirmTask(context, parsed(confirmTaskShape, input))),
  }),
  recordTaskEvent: t.field({
    type: TaskRef,
    description: 'The manager records a major error, a delay or a new deadline.',
    authScopes: { signedIn: true },
    errors: { types: REFUSALS },
    args: { input: t.arg({ type: RecordTaskEventInput, description: INPUT }) },
    resolve: (_root, { input }, context) =>
      changed(context, recordTaskEvent(context, parsed(recordTaskEventShape, input))),
  }),
  undoTaskEvent: t.field({
    type: TaskRef,
    description: 'Takes an event back, until the sheet is confirmed.',
    authScopes: { signedIn: true },
    errors: { types: REFUSALS },
    args: { input: t.arg({ type: UndoTaskEventInput, description: INPUT }) },
    resolve: (_root, { input }, context) => changed(context, undoTaskEvent(context, parsed(undoTaskEventShape, input))),
  }),
  claimObjectiveCause: t.field({
    type: TaskRef,
    description: 'The person claims an objective cause for an error or a delay; it exempts nothing until confirmed.',
    authScopes: { inPerson: true },
    errors: { types: REFUSALS },
    args: { input: t.arg({ type: ClaimObjectiveCauseInput, description: INPUT }) },
    resolve: (_root, { input }, context) =>
      changed(context, claimObjectiveCause(context, parsed(claimObjectiveCauseShape, input))),
  }),
  decideObjectiveCause: t.field({
    type: TaskRef,
    description: 'The manager confirms or refuses a claimed cause (Nghị định 335/2025/NĐ-CP art. 14(2)).',
    authScopes: { signedIn: true },
    errors: { types: REFUSALS },
    args: { input: t.arg({ type: DecideObjectiveCauseInput, description: INPUT }) },
    resolve: (_root, { input }, context) =>
      changed(context, decideObjectiveCause(context, parsed(decideObjectiveCauseShape, input))),
  }),
}));
