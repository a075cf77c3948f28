import {
  answerDataRequestShape,
  carryOutDataRequestShape,
  extendDataRequestShape,
  fileDataRequestShape,
  withdrawDataRequestShape,
} from '@congvu/schema/registers';
import { builder } from '../builder.ts';
import type { Context } from '../context.ts';
import { REFUSALS } from '../error/domain-error.type.ts';
import { parsed } from '../mutation/change.ts';
import { loadOne } from '../sql/batch.ts';
import { KEY_DESCRIPTION } from '../task/task.inputs.ts';
import {
  answerDataRequest,
  carryOutDataRequest,
  extendDataRequest,
  fileDataRequest,
  withdrawDataRequest,
} from './data-request.service.ts';
import { type DataRequestRow, dataRequestById } from './data-request.store.ts';
import { DataRequestKindEnum, DataRequestRef } from './data-request.type.ts';

const REQUEST = 'The request.';
const REVISION = 'Its revision the client saw.';
const INPUT = 'What is to be done.';

const FileDataRequestInput = builder.inputType('FileDataRequestInput', {
  description: 'What somebody asks about the data held on him.',
  fields: (t) => ({
    idempotencyKey: t.string({ description: KEY_DESCRIPTION }),
    kind: t.field({ type: DataRequestKindEnum, description: 'What is asked.' }),
    subject: t.string({ description: 'What it is about, at most 200 characters.' }),
    content: t.string({ description: 'What is asked and why, at most 2,000 characters.' }),
    thirdParties: t.boolean({ required: false, description: 'Whether data of others are touched; no unless stated.' }),
  }),
});

const WithdrawDataRequestInput = builder.inputType('WithdrawDataRequestInput', {
  description: 'One’s own request to be taken back.',
  fields: (t) => ({
    idempotencyKey: t.string({ description: KEY_DESCRIPTION }),
    request: t.id({ description: REQUEST }),
    revision: t.int({ description: REVISION }),
  }),
});

const AnswerDataRequestInput = builder.inputType('AnswerDataRequestInput', {
  description: 'The answer to a request.',
  fields: (t) => ({
    idempotencyKey: t.string({ description: KEY_DESCRIPTION }),
    request: t.id({ description: REQUEST }),
    revision: t.int({ description: REVISION }),
    accept: t.boolean({ description: 'Whether it will be carried out; if not, `answer` says why.' }),
    answer: t.string({ description: 'The answer, at most 2,000 characters.' }),
  }),
});

const CarryOutDataRequestInput = builder.inputType('CarryOutDataRequestInput', {
  description: 'What was done of an accepted request.',
  fields: (t) => ({
    idempotencyKey: t.string({ description: KEY_DESCRIPTION }),
    request: t.id({ description: REQUEST }),
    revision: t.int({ description: REVISION }),
    result: t.string({ description: 'What was done, at most 2,000 characters.' }),
  }),
});

const ExtendDataRequestInput = builder.inputType('ExtendDataRequestInput', {
  description: 'More time for an accepted request, once.',
  fields: (t) => ({
    idempotencyKey: t.string({ description: KEY_DESCRIPTION }),
    request: t.id({ description: REQUEST }),
    revision: t.int({ description: REVISION }),
    to: t.field({ type: 'LocalDate', description: 'The new last day, at most 15 days after the one that runs.' }),
    reason: t.string({ description: 'Why, at most 2,000 characters.' }),
  }),
});

async function changed(context: Context, id: Promise<string>): Promise<DataRequestRow> {
  const request = await loadOne(context, dataRequestById, await id);
  if (request === null) throw new Error('A request was changed that may not be seen.');
  return request;
}

builder.mutationFields((t) => ({
  fileDataRequest: t.field({
    type: DataRequestRef,
    description: 'Somebody asks about the data held on him (Luật 91/2025/QH15 art. 4).',
    authScopes: { inPerson: true },
    errors: { types: REFUSALS },
    args: { input: t.arg({ type: FileDataRequestInput, description: INPUT }) },
    resolve: (_root, { input }, context) =>
      changed(context, fileDataRequest(context, parsed(fileDataRequestShape, input))),
  }),
  withdrawDataRequest: t.field({
    type: DataRequestRef,
    description: 'The person takes his request back.',
    authScopes: { inPerson: true },
    errors: { types: REFUSALS },
    args: { input: t.arg({ type: WithdrawDataRequestInput, description: INPUT }) },
    resolve: (_root, { input }, context) =>
      changed(context, withdrawDataRequest(context, parsed(withdrawDataRequestShape, input))),
  }),
  answerDataRequest: t.field({
    type: DataRequestRef,
    description: 'Who protects the data accepts or refuses a request, never his own.',
    authScopes: { acts: 'PRIVACY_MANAGE' },
    errors: { types: REFUSALS },
    args: { input: t.arg({ type: AnswerDataRequestInput, description: INPUT }) },
    resolve: (_root, { input }, context) =>
      changed(context, answerDataRequest(context, parsed(answerDataRequestShape, input))),
  }),
  carryOutDataRequest: t.field({
    type: DataRequestRef,
    description: 'Says what was done of an accepted request, never one’s own.',
    authScopes: { acts: 'PRIVACY_MANAGE' },
    errors: { types: REFUSALS },
    args: { input: t.arg({ type: CarryOutDataRequestInput, description: INPUT }) },
    resolve: (_root, { input }, context) =>
      changed(context, carryOutDataRequest(context, parsed(carryOutDataRequestShape, input))),
  }),
  extendDataRequest: t.field({
    type: DataRequestRef,
    description: 'Gives an accepted request more time, once and by 15 days at most, with a reason.',
    authScopes: { acts: 'PRIVACY_MANAGE' },
    errors: { types: REFUSALS },
    args: { input: t.arg({ type: ExtendDataRequestInput, description: INPUT }) },
    resolve: (_root, { input }, context) =>
      changed(context, extendDataRequest(context, parsed(extendDataRequestShape, input))),
  }),
}));
