import { recogniseInitiativeShape, recordInitiativeShape, refuseInitiativeShape } from '@congvu/schema/registers';
import { builder } from '../builder.ts';
import type { Context } from '../context.ts';
import { REFUSALS } from '../error/domain-error.type.ts';
import { parsed } from '../mutation/change.ts';
import { loadOne } from '../sql/batch.ts';
import { KEY_DESCRIPTION } from '../task/task.inputs.ts';
import { recogniseInitiative, recordInitiative, refuseInitiative } from './initiative.service.ts';
import { type InitiativeRow, initiativeById } from './initiative.store.ts';
import { InfluenceEnum, InitiativeKindEnum, InitiativeLevelEnum, InitiativeRef } from './initiative.type.ts';

const RecordInitiativeInput = builder.inputType('RecordInitiativeInput', {
  description: 'An initiative or scientific work to be kept as proposed.',
  fields: (t) => ({
    idempotencyKey: t.string({ description: KEY_DESCRIPTION }),
    code: t.string({ description: 'Its number in the register, unique.' }),
    title: t.string({ description: 'Its name, at most 200 characters.' }),
    summary: t.string({ required: false, description: 'What it is and brings, at most 2,000 characters.' }),
    unit: t.string({ description: 'Code of the unit it was made in.' }),
    year: t.int({ description: 'The year it counts in.' }),
    kind: t.field({ type: InitiativeKindEnum, description: 'What it is.' }),
    authors: t.stringList({ description: 'Staff codes of its authors, the main one first, 1 to 20.' }),
    finding: t.id({ required: false, description: 'The good practice of an inspection it grew from.' }),
    protectedDocument: t.string({
      required: false,
      description: 'The document that protects who dared it (Nghị định 73/2023/NĐ-CP).',
    }),
  }),
});

const SEEN = 'The initiative’s revision the client saw.';

const RecogniseInitiativeInput = builder.inputType('RecogniseInitiativeInput', {
  description: 'The decision that recognises an initiative.',
  fields: (t) => ({
    idempotencyKey: t.string({ description: KEY_DESCRIPTION }),
    initiative: t.id({ description: 'The initiative.' }),
    revision: t.int({ description: SEEN }),
    level: t.field({ type: InitiativeLevelEnum, description: 'Who recognised it.' }),
    influence: t.field({ type: InfluenceEnum, description: 'How far it reaches.' }),
    applied: t.boolean({ description: 'Whether it is applied: a title rests on one that is.' }),
    decisionNumber: t.string({ description: 'Number of the decision.' }),
    recognisedOn: t.field({ type: 'LocalDate', description: 'Its date, not after today.' }),
  }),
});

const RefuseInitiativeInput = builder.inputType('RefuseInitiativeInput', {
  description: 'An initiative that is not recognised.',
  fields: (t) => ({
    idempotencyKey: t.string({ description: KEY_DESCRIPTION }),
    initiative: t.id({ description: 'The initiative.' }),
    revision: t.int({ description: SEEN }),
    reason: t.string({ description: 'Why, at most 2,000 characters.' }),
  }),
});

async function changed(context: Context, id: Promise<string>): Promise<InitiativeRow> {
  const initiative = await loadOne(context, initiativeById, await id);
  if (initiative === null) throw new Error('An initiative was changed that may not be seen.');
  return initiative;
}

const INPUT = 'What is to be done.';

builder.mutationFields((t) => ({
  recordInitiative: t.field({
    type: InitiativeRef,
    description:
      'Keeps an initiative as proposed: personnel for others, or an author in person for himself in his own unit.',
    authScopes: { signedIn: true },
    errors: { types: REFUSALS },
    args: { input: t.arg({ type: RecordInitiativeInput, description: INPUT }) },
    resolve: (_root, { input }, context) =>
      changed(context, recordInitiative(context, parsed(recordInitiativeShape, input))),
  }),
  recogniseInitiative: t.field({
    type: InitiativeRef,
    description:
      'Keeps the decision that recognises an initiative, never one’s own; titles may rest on it from then on.',
    authScopes: { acts: 'STAFF_MANAGE' },
    errors: { types: REFUSALS },
    args: { input: t.arg({ type: RecogniseInitiativeInput, description: INPUT }) },
    resolve: (_root, { input }, context) =>
      changed(context, recogniseInitiative(context, parsed(recogniseInitiativeShape, input))),
  }),
  refuseInitiative: t.field({
    type: InitiativeRef,
    description: 'Keeps that an initiative is not recognised, never one’s own.',
    authScopes: { acts: 'STAFF_MANAGE' },
    errors: { types: REFUSALS },
    args: { input: t.arg({ type: RefuseInitiativeInput, description: INPUT }) },
    resolve: (_root, { input }, context) =>
      changed(context, refuseInitiative(context, parsed(refuseInitiativeShape, input))),
  }),
}));
