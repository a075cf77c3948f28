import { filePetitionShape, resolvePetitionShape, withdrawPetitionShape } from '@congvu/schema/procedure';
import { builder } from '../builder.ts';
import type { Context } from '../context.ts';
import { DECISION_REFUSALS, PETITION_REFUSALS } from '../error/year-error.type.ts';
import { parsed } from '../mutation/change.ts';
import { LevelEnum } from '../score/score.type.ts';
import { loadOne } from '../sql/batch.ts';
import { KEY_DESCRIPTION } from '../task/task.inputs.ts';
import { filePetition, resolvePetition, withdrawPetition } from './petition.service.ts';
import { type PetitionRow, petitionById } from './petition.store.ts';
import { PetitionOutcomeEnum, PetitionRef } from './petition.type.ts';

const FilePetitionInput = builder.inputType('FilePetitionInput', {
  description: 'A petition against one’s own level.',
  fields: (t) => ({
    idempotencyKey: t.string({ description: KEY_DESCRIPTION }),
    classification: t.id({ description: 'One’s own year, after one was told.' }),
    content: t.string({ description: 'What one asks for and why, at most 2,000 characters.' }),
  }),
});

const WithdrawPetitionInput = builder.inputType('WithdrawPetitionInput', {
  description: 'One’s own petition to be taken back.',
  fields: (t) => ({
    idempotencyKey: t.string({ description: KEY_DESCRIPTION }),
    petition: t.id({ description: 'The petition.' }),
  }),
});

const ResolvePetitionInput = builder.inputType('ResolvePetitionInput', {
  description: 'The authority’s answer to a petition.',
  fields: (t) => ({
    idempotencyKey: t.string({ description: KEY_DESCRIPTION }),
    petition: t.id({ description: 'The petition.' }),
    outcome: t.field({ type: PetitionOutcomeEnum, description: 'Upheld or dismissed.' }),
    resolution: t.string({ description: 'The answer, at most 2,000 characters.' }),
    documentNumber: t.string({ required: false, description: 'Number of the answer.' }),
    level: t.field({ type: LevelEnum, required: false, description: 'Upheld: the new level. Dismissed: none.' }),
    notClassified: t.boolean({ required: false, description: 'Upheld, and the year has no level.' }),
    decisionNumber: t.string({ required: false, description: 'Upheld: number of the new decision.' }),
    overrideDocument: t.string({ required: false, description: 'As for any decision.' }),
    handling: t.string({ required: false, description: 'Proposed handling (art. 23).' }),
  }),
});

async function changed(context: Context, id: Promise<string>): Promise<PetitionRow> {
  const petition = await loadOne(context, petitionById, await id);
  if (petition === null) throw new Error('A petition was changed that may not be seen.');
  return petition;
}

const INPUT = 'What is to be done.';

builder.mutationFields((t) => ({
  filePetition: t.field({
    type: PetitionRef,
    description:
      'The person asks that his level be looked at again (art. 22; public employees: Luật 129/2025/QH15 art. 27).',
    authScopes: { inPerson: true },
    errors: { types: PETITION_REFUSALS },
    args: { input: t.arg({ type: FilePetitionInput, description: INPUT }) },
    resolve: (_root, { input }, context) => changed(context, filePetition(context, parsed(filePetitionShape, input))),
  }),
  withdrawPetition: t.field({
    type: PetitionRef,
    description: 'The person takes his petition back; the decision stands.',
    authScopes: { inPerson: true },
    errors: { types: PETITION_REFUSALS },
    args: { input: t.arg({ type: WithdrawPetitionInput, description: INPUT }) },
    resolve: (_root, { input }, context) =>
      changed(context, withdrawPetition(context, parsed(withdrawPetitionShape, input))),
  }),
  resolvePetition: t.field({
    type: PetitionRef,
    description: 'The authority answers a petition, never his own. Upheld, a new decision takes the old one’s place.',
    authScopes: { acts: 'CLASSIFICATION_DECIDE' },
    errors: { types: DECISION_REFUSALS },
    args: { input: t.arg({ type: ResolvePetitionInput, description: INPUT }) },
    resolve: (_root, { input }, context) =>
      changed(context, resolvePetition(context, parsed(resolvePetitionShape, input))),
  }),
}));
