import {
  answerCoordinationShape,
  askCoordinationShape,
  judgeCoordinationShape,
  withdrawCoordinationShape,
} from '@congvu/schema/registers';
import { builder } from '../builder.ts';
import type { Context } from '../context.ts';
import { REFUSALS } from '../error/domain-error.type.ts';
import { parsed } from '../mutation/change.ts';
import { loadOne } from '../sql/batch.ts';
import { KEY_DESCRIPTION } from '../task/task.inputs.ts';
import {
  answerCoordination,
  askCoordination,
  judgeCoordination,
  withdrawCoordination,
} from './coordination.service.ts';
import { type CoordinationRow, coordinationById } from './coordination.store.ts';
import { CoordinationRequestRef } from './coordination.type.ts';

const REVISION = 'The revision the client saw.';
const REQUEST = 'The request.';

const AskCoordinationInput = builder.inputType('AskCoordinationInput', {
  description: 'A request for another unit’s opinion.',
  fields: (t) => ({
    idempotencyKey: t.string({ description: KEY_DESCRIPTION }),
    askingUnit: t.string({ description: 'Code of the unit that asks.' }),
    askedUnit: t.string({ description: 'Code of the unit that is asked.' }),
    employee: t.string({ required: false, description: 'Staff code of who is to answer there, where that is known.' }),
    document: t.id({ required: false, description: 'The document it is about.' }),
    subject: t.string({ description: 'What is asked, at most 2,000 characters.' }),
    dueOn: t.field({ type: 'LocalDate', description: 'Last day for an answer, not before today.' }),
  }),
});

const AnswerCoordinationInput = builder.inputType('AnswerCoordinationInput', {
  description: 'An answer.',
  fields: (t) => ({
    idempotencyKey: t.string({ description: KEY_DESCRIPTION }),
    request: t.id({ description: REQUEST }),
    revision: t.int({ description: REVISION }),
    on: t.field({ type: 'LocalDate', description: 'When, not before it was asked and not after today.' }),
    document: t.string({ required: false, description: 'Number of the answer.' }),
  }),
});

const JudgeCoordinationInput = builder.inputType('JudgeCoordinationInput', {
  description: 'What the asking unit says of an answer.',
  fields: (t) => ({
    idempotencyKey: t.string({ description: KEY_DESCRIPTION }),
    request: t.id({ description: REQUEST }),
    revision: t.int({ description: REVISION }),
    clear: t.boolean({ description: 'Whether it took a position.' }),
  }),
});

const WithdrawCoordinationInput = builder.inputType('WithdrawCoordinationInput', {
  description: 'A request that needs no answer any more.',
  fields: (t) => ({
    idempotencyKey: t.string({ description: KEY_DESCRIPTION }),
    request: t.id({ description: REQUEST }),
    revision: t.int({ description: REVISION }),
  }),
});

async function changed(context: Context, id: Promise<string>): Promise<CoordinationRow> {
  const request = await loadOne(context, coordinationById, await id);
  if (request === null) throw new Error('A request was changed that may not be seen.');
  return request;
}

builder.mutationFields((t) => ({
  askCoordination: t.field({
    type: CoordinationRequestRef,
    description: 'Who assigns work in a unit asks another unit for its opinion by a day.',
    authScopes: { acts: 'TASK_ASSIGN' },
    errors: { types: REFUSALS },
    args: { input: t.arg({ type: AskCoordinationInput, description: 'The request.' }) },
    resolve: (_root, { input }, context) =>
      changed(context, askCoordination(context, parsed(askCoordinationShape, input))),
  }),
  answerCoordination: t.field({
    type: CoordinationRequestRef,
    description: 'Who assigns work in the asked unit, or the person asked, answers.',
    authScopes: { signedIn: true },
    errors: { types: REFUSALS },
    args: { input: t.arg({ type: AnswerCoordinationInput, description: 'The answer.' }) },
    resolve: (_root, { input }, context) =>
      changed(context, answerCoordination(context, parsed(answerCoordinationShape, input))),
  }),
  judgeCoordination: t.field({
    type: CoordinationRequestRef,
    description: 'The asking unit says whether the answer took a position; again until it says something else.',
    authScopes: { acts: 'TASK_ASSIGN' },
    errors: { types: REFUSALS },
    args: { input: t.arg({ type: JudgeCoordinationInput, description: 'The judgement.' }) },
    resolve: (_root, { input }, context) =>
      changed(context, judgeCoordination(context, parsed(judgeCoordinationShape, input))),
  }),
  withdrawCoordination: t.field({
    type: CoordinationRequestRef,
    description: 'The asking unit needs no answer any more.',
    authScopes: { acts: 'TASK_ASSIGN' },
    errors: { types: REFUSALS },
    args: { input: t.arg({ type: WithdrawCoordinationInput, description: 'Which.' }) },
    resolve: (_root, { input }, context) =>
      changed(context, withdrawCoordination(context, parsed(withdrawCoordinationShape, input))),
  }),
}));
