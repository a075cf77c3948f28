import { confirmTasksShape, decideObjectiveCausesShape } from '@congvu/schema/evaluation';
import { builder } from '../builder.ts';
import { REFUSALS } from '../error/domain-error.type.ts';
import { RowsRefusedError } from '../error/refusals.ts';
import { bulkInput, bulkResult } from '../mutation/bulk.type.ts';
import { parsed } from '../mutation/change.ts';
import { loadOne } from '../sql/batch.ts';
import { confirmTasks } from './confirm-tasks.ts';
import { decideObjectiveCauses } from './decide-causes.ts';
import { causeDecisionFields, taskConfirmationFields } from './task.inputs.ts';
import { taskById } from './task.store.ts';
import { TaskRef } from './task.type.ts';

const ConfirmTasksInput = bulkInput('ConfirmTasksInput', 'The results of many tasks, confirmed by the manager.', {
  name: 'ConfirmTaskRow',
  description: 'One task with its result.',
  fields: taskConfirmationFields,
});

const ConfirmedTasksRef = bulkResult({
  name: 'ConfirmedTasks',
  rowName: 'ConfirmedTaskRow',
  mutation: 'confirmTasks',
  field: 'task',
  counted: 'confirmed',
  type: TaskRef,
  load: (context, id) => loadOne(context, taskById, id),
});

const DecideObjectiveCausesInput = bulkInput('DecideObjectiveCausesInput', 'Decisions on many claimed causes.', {
  name: 'DecideObjectiveCauseRow',
  description: 'One cause with the decision on it.',
  fields: causeDecisionFields,
});

const DecidedCausesRef = bulkResult({
  name: 'DecidedCauses',
  rowName: 'DecidedCauseRow',
  mutation: 'decideObjectiveCauses',
  field: 'task',
  counted: 'decided',
  type: TaskRef,
  load: (context, id) => loadOne(context, taskById, id),
});

builder.mutationFields((t) => ({
  confirmTasks: t.field({
    type: ConfirmedTasksRef,
    description:
      'Confirms many tasks in one call, each answered as `confirmTask` would answer it; the sheets they stand in are worked out once.',
    authScopes: { signedIn: true },
    errors: { types: [...REFUSALS, RowsRefusedError] },
    args: { input: t.arg({ type: ConfirmTasksInput, description: 'The results, task by task.' }) },
    resolve: (_root, { input }, context) => confirmTasks(context, parsed(confirmTasksShape, input)),
  }),
  decideObjectiveCauses: t.field({
    type: DecidedCausesRef,
    description:
      'Decides on many claimed causes in one call, each answered as `decideObjectiveCause` would answer it. Of several causes of one task each row names the revision that the row before it leaves.',
    authScopes: { signedIn: true },
    errors: { types: [...REFUSALS, RowsRefusedError] },
    args: { input: t.arg({ type: DecideObjectiveCausesInput, description: 'The decisions, cause by cause.' }) },
    resolve: (_root, { input }, context) => decideObjectiveCauses(context, parsed(decideObjectiveCausesShape, input)),
  }),
}));
