import {
  addFollowUpShape,
  closeRecommendationShape,
  issueRecommendationShape,
  withdrawRecommendationShape,
} from '@congvu/schema/registers';
import { builder } from '../builder.ts';
import type { Context } from '../context.ts';
import { REFUSALS } from '../error/domain-error.type.ts';
import { PROOF_REFUSALS } from '../error/register-error.type.ts';
import { parsed } from '../mutation/change.ts';
import { loadOne } from '../sql/batch.ts';
import { KEY_DESCRIPTION } from '../task/task.inputs.ts';
import { addFollowUp, closeRecommendation, withdrawRecommendation } from './follow-up.service.ts';
import { issueRecommendation } from './issue.service.ts';
import { type RecommendationRow, recommendationById } from './recommendation.store.ts';
import { RecommendationKindEnum, RecommendationRef, RecommendationStateEnum } from './recommendation.type.ts';

const REVISION = 'The revision the client saw.';
const RECOMMENDATION = 'The recommendation.';

const IssueRecommendationInput = builder.inputType('IssueRecommendationInput', {
  description: 'What an inspection recommends. Exactly one target and exactly one owner: a unit or a person.',
  fields: (t) => ({
    idempotencyKey: t.string({ description: KEY_DESCRIPTION }),
    inspection: t.id({ description: 'The inspection, which has begun.' }),
    finding: t.id({ required: false, description: 'The finding of it that it rests on, told to its unit.' }),
    kind: t.field({ type: RecommendationKindEnum, description: 'What kind.' }),
    targetUnit: t.string({ required: false, description: 'Code of the unit it concerns.' }),
    targetEmployee: t.string({ required: false, description: 'Staff code of the person it concerns.' }),
    content: t.string({ description: 'What is recommended, at most 2,000 characters.' }),
    amount: t.int({ required: false, description: 'Money to be recovered, in đồng.' }),
    ownerUnit: t.string({ required: false, description: 'Code of the unit that has to act.' }),
    ownerEmployee: t.string({ required: false, description: 'Staff code of the person who has to act.' }),
    dueOn: t.field({
      type: 'LocalDate',
      required: false,
      description: 'Last day to act; 15 days after it was issued unless stated, which is recalled and no law.',
    }),
    issuedOn: t.field({ type: 'LocalDate', description: 'When it is issued, not after today.' }),
  }),
});

const AddFollowUpInput = builder.inputType('AddFollowUpInput', {
  description: 'What became of a recommendation.',
  fields: (t) => ({
    idempotencyKey: t.string({ description: KEY_DESCRIPTION }),
    recommendation: t.id({ description: RECOMMENDATION }),
    revision: t.int({ description: REVISION }),
    state: t.field({ type: RecommendationStateEnum, description: 'NOT_STARTED, UNDER_WAY or DONE.' }),
    note: t.string({ description: 'What was done, at most 2,000 characters.' }),
    proof: t.string({ required: false, description: 'What proves it; DONE needs one, now or before.' }),
  }),
});

const CloseRecommendationInput = builder.inputType('CloseRecommendationInput', {
  description: 'A recommendation whose follow-up is proved.',
  fields: (t) => ({
    idempotencyKey: t.string({ description: KEY_DESCRIPTION }),
    recommendation: t.id({ description: RECOMMENDATION }),
    revision: t.int({ description: REVISION }),
    on: t.field({ type: 'LocalDate', description: 'The day, not before it was issued and not after today.' }),
    note: t.string({ required: false, description: 'A note, at most 2,000 characters.' }),
  }),
});

const WithdrawRecommendationInput = builder.inputType('WithdrawRecommendationInput', {
  description: 'A recommendation that no longer stands.',
  fields: (t) => ({
    idempotencyKey: t.string({ description: KEY_DESCRIPTION }),
    recommendation: t.id({ description: RECOMMENDATION }),
    revision: t.int({ description: REVISION }),
    reason: t.string({ description: 'Why, at most 2,000 characters.' }),
  }),
});

async function changed(context: Context, id: Promise<string>): Promise<RecommendationRow> {
  const recommendation = await loadOne(context, recommendationById, await id);
  if (recommendation === null) throw new Error('A recommendation was changed that may not be seen.');
  return recommendation;
}

builder.mutationFields((t) => ({
  issueRecommendation: t.field({
    type: RecommendationRef,
    description:
      'An inspection recommends something, with who has to act and by when. Nobody recommends about himself.',
    authScopes: { acts: 'INSPECTION_MANAGE' },
    errors: { types: REFUSALS },
    args: { input: t.arg({ type: IssueRecommendationInput, description: 'The recommendation.' }) },
    resolve: (_root, { input }, context) =>
      changed(context, issueRecommendation(context, parsed(issueRecommendationShape, input))),
  }),
  addFollowUp: t.field({
    type: RecommendationRef,
    description:
      'The owner himself, who confirms the owner unit’s work, or the inspector says what became of it. DONE needs a proof.',
    authScopes: { signedIn: true },
    errors: { types: PROOF_REFUSALS },
    args: { input: t.arg({ type: AddFollowUpInput, description: 'What became of it.' }) },
    resolve: (_root, { input }, context) => changed(context, addFollowUp(context, parsed(addFollowUpShape, input))),
  }),
  closeRecommendation: t.field({
    type: RecommendationRef,
    description: 'An inspector of another agency closes a recommendation whose follow-up is proved.',
    authScopes: { acts: 'INSPECTION_MANAGE' },
    errors: { types: PROOF_REFUSALS },
    args: { input: t.arg({ type: CloseRecommendationInput, description: 'When.' }) },
    resolve: (_root, { input }, context) =>
      changed(context, closeRecommendation(context, parsed(closeRecommendationShape, input))),
  }),
  withdrawRecommendation: t.field({
    type: RecommendationRef,
    description: 'A recommendation no longer stands.',
    authScopes: { acts: 'INSPECTION_MANAGE' },
    errors: { types: REFUSALS },
    args: { input: t.arg({ type: WithdrawRecommendationInput, description: 'Why.' }) },
    resolve: (_root, { input }, context) =>
      changed(context, withdrawRecommendation(context, parsed(withdrawRecommendationShape, input))),
  }),
}));
