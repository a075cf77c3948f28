import {
  answerFeedbackShape,
  assignFeedbackShape,
  closeFeedbackShape,
  receiveFeedbackShape,
  revealFeedbackSenderShape,
} from '@congvu/schema/registers';
import { builder } from '../builder.ts';
import type { Context } from '../context.ts';
import { REFUSALS } from '../error/domain-error.type.ts';
import { FindingTopicEnum } from '../inspection/inspection-words.type.ts';
import { parsed } from '../mutation/change.ts';
import { loadOne } from '../sql/batch.ts';
import { KEY_DESCRIPTION } from '../task/task.inputs.ts';
import { type FeedbackRow, feedbackById } from './feedback.store.ts';
import { FeedbackKindEnum, FeedbackOutcomeEnum, FeedbackRef } from './feedback.type.ts';
import { answerFeedback, assignFeedback, closeFeedback } from './handle.service.ts';
import { receiveFeedback } from './receive.service.ts';
import { type FeedbackSender, revealFeedbackSender } from './sender.service.ts';

const REVISION = 'The revision the client saw.';
const FEEDBACK = 'The feedback.';

const FeedbackSenderInput = builder.inputType('FeedbackSenderInput', {
  description: 'Who sent it, kept apart from it; a name, a contact or both.',
  fields: (t) => ({
    name: t.string({ required: false, description: 'Name, as given.' }),
    contact: t.string({ required: false, description: 'Address, telephone or mail, as given.' }),
  }),
});

const ReceiveFeedbackInput = builder.inputType('ReceiveFeedbackInput', {
  description: 'Feedback of a citizen or body.',
  fields: (t) => ({
    idempotencyKey: t.string({ description: KEY_DESCRIPTION }),
    unit: t.string({ description: 'Code of the unit it is about.' }),
    employee: t.string({ required: false, description: 'Staff code of the person it is about; none: about the unit.' }),
    kind: t.field({ type: FeedbackKindEnum, description: 'What kind.' }),
    channel: t.string({ description: 'How it came, at most 200 characters.' }),
    topic: t.field({ type: FindingTopicEnum, required: false, description: 'What it is about.' }),
    receivedOn: t.field({ type: 'LocalDate', description: 'When, not after today.' }),
    content: t.string({ description: 'What it says, without who sent it; at most 2,000 characters.' }),
    dueOn: t.field({
      type: 'LocalDate',
      description: 'Last day for an answer: no clock of law is known to this system.',
    }),
    sender: t.field({ type: FeedbackSenderInput, required: false, description: 'Who sent it, where that is known.' }),
  }),
});

const AssignFeedbackInput = builder.inputType('AssignFeedbackInput', {
  description: 'Who is to answer: a unit, a person, or both.',
  fields: (t) => ({
    idempotencyKey: t.string({ description: KEY_DESCRIPTION }),
    feedback: t.id({ description: FEEDBACK }),
    revision: t.int({ description: REVISION }),
    unit: t.string({ required: false, description: 'Code of the unit that answers.' }),
    handler: t.string({ required: false, description: 'Staff code of who answers; never of whom it is about.' }),
  }),
});

const AnswerFeedbackInput = builder.inputType('AnswerFeedbackInput', {
  description: 'The answer and what it came to.',
  fields: (t) => ({
    idempotencyKey: t.string({ description: KEY_DESCRIPTION }),
    feedback: t.id({ description: FEEDBACK }),
    revision: t.int({ description: REVISION }),
    on: t.field({ type: 'LocalDate', description: 'When, not before it was received and not after today.' }),
    document: t.string({ description: 'Number of the answer.' }),
    outcome: t.field({ type: FeedbackOutcomeEnum, description: 'What it came to.' }),
    finding: t.id({ required: false, description: 'A finding that bears it out.' }),
  }),
});

const CloseFeedbackInput = builder.inputType('CloseFeedbackInput', {
  description: 'Feedback with which nothing more is to be done.',
  fields: (t) => ({
    idempotencyKey: t.string({ description: KEY_DESCRIPTION }),
    feedback: t.id({ description: FEEDBACK }),
    revision: t.int({ description: REVISION }),
  }),
});

const RevealFeedbackSenderInput = builder.inputType('RevealFeedbackSenderInput', {
  description: 'A sender’s name to be told, with why.',
  fields: (t) => ({
    idempotencyKey: t.string({ description: KEY_DESCRIPTION }),
    feedback: t.id({ description: FEEDBACK }),
    reason: t.string({ description: 'Why it is needed, at most 2,000 characters; kept in the chain.' }),
  }),
});

const FeedbackSenderRef = builder.objectRef<FeedbackSender>('FeedbackSender').implement({
  description:
    'Who sent feedback. Told once it was chained that it is told; both null where it was not said or was erased.',
  fields: (t) => ({
    name: t.exposeString('name', { nullable: true, description: 'Name, as given.' }),
    contact: t.exposeString('contact', { nullable: true, description: 'Address, telephone or mail, as given.' }),
  }),
});

async function changed(context: Context, id: Promise<string>): Promise<FeedbackRow> {
  const feedback = await loadOne(context, feedbackById, await id);
  if (feedback === null) throw new Error('Feedback was changed that may not be seen.');
  return feedback;
}

builder.mutationFields((t) => ({
  receiveFeedback: t.field({
    type: FeedbackRef,
    description: 'Feedback is received. Who sent it goes into a table of its own.',
    authScopes: { acts: 'FEEDBACK_MANAGE' },
    errors: { types: REFUSALS },
    args: { input: t.arg({ type: ReceiveFeedbackInput, description: 'The feedback.' }) },
    resolve: (_root, { input }, context) =>
      changed(context, receiveFeedback(context, parsed(receiveFeedbackShape, input))),
  }),
  assignFeedback: t.field({
    type: FeedbackRef,
    description: 'Says who is to answer.',
    authScopes: { acts: 'FEEDBACK_MANAGE' },
    errors: { types: REFUSALS },
    args: { input: t.arg({ type: AssignFeedbackInput, description: 'Who.' }) },
    resolve: (_root, { input }, context) =>
      changed(context, assignFeedback(context, parsed(assignFeedbackShape, input))),
  }),
  answerFeedback: t.field({
    type: FeedbackRef,
    description: 'Who handles it answers; from now on the person concerned sees it, a denunciation never.',
    authScopes: { signedIn: true },
    errors: { types: REFUSALS },
    args: { input: t.arg({ type: AnswerFeedbackInput, description: 'The answer.' }) },
    resolve: (_root, { input }, context) =>
      changed(context, answerFeedback(context, parsed(answerFeedbackShape, input))),
  }),
  closeFeedback: t.field({
    type: FeedbackRef,
    description: 'Nothing more is to be done with it.',
    authScopes: { acts: 'FEEDBACK_MANAGE' },
    errors: { types: REFUSALS },
    args: { input: t.arg({ type: CloseFeedbackInput, description: 'Which.' }) },
    resolve: (_root, { input }, context) => changed(context, closeFeedback(context, parsed(closeFeedbackShape, input))),
  }),
  revealFeedbackSender: t.field({
    type: FeedbackSenderRef,
    description:
      'Tells who sent feedback to who handles or keeps it; never to the person it is about, and of a denunciation to none of his superiors who does not handle it. Each telling is chained with its reason.',
    authScopes: { signedIn: true },
    errors: { types: REFUSALS },
    args: { input: t.arg({ type: RevealFeedbackSenderInput, description: 'Which and why.' }) },
    resolve: (_root, { input }, context) => revealFeedbackSender(context, parsed(revealFeedbackSenderShape, input)),
  }),
}));
