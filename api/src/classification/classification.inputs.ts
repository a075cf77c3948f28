import { builder } from '../builder.ts';
import { LevelEnum } from '../score/score.type.ts';
import { KEY_DESCRIPTION } from '../task/task.inputs.ts';

const REVISION = 'The `rowRevision` the client saw.';
const CLASSIFICATION = 'The person’s year.';

export const SelfRateInput = builder.inputType('SelfRateInput', {
  description: 'The person’s own level of his year (form 02).',
  fields: (t) => ({
    idempotencyKey: t.string({ description: KEY_DESCRIPTION }),
    classification: t.id({ description: 'One’s own year.' }),
    revision: t.int({ description: REVISION }),
    level: t.field({ type: LevelEnum, description: 'The level the person gives himself.' }),
    note: t.string({ required: false, description: 'Why, at most 2,000 characters.' }),
  }),
});

export const RecordPartyOpinionInput = builder.inputType('RecordPartyOpinionInput', {
  description: 'Opinion of the Party committee where the person works.',
  fields: (t) => ({
    idempotencyKey: t.string({ description: KEY_DESCRIPTION }),
    classification: t.id({ description: CLASSIFICATION }),
    revision: t.int({ description: REVISION }),
    body: t.string({ description: 'The committee, at most 200 characters.' }),
    opinion: t.string({ description: 'What it said, at most 2,000 characters.' }),
    givenOn: t.field({ type: 'LocalDate', description: 'When; not in the future.' }),
  }),
});

export const SynthesiseInput = builder.inputType('SynthesiseInput', {
  description: 'What the personnel body made of all opinions about a head.',
  fields: (t) => ({
    idempotencyKey: t.string({ description: KEY_DESCRIPTION }),
    classification: t.id({ description: CLASSIFICATION }),
    revision: t.int({ description: REVISION }),
    synthesis: t.string({ description: 'At most 2,000 characters.' }),
  }),
});

export const RecordConclusionInput = builder.inputType('RecordConclusionInput', {
  description: 'What the authority concluded about a person or the unit he leads (art. 20(4)(b)(d)).',
  fields: (t) => ({
    idempotencyKey: t.string({ description: KEY_DESCRIPTION }),
    classification: t.id({ description: CLASSIFICATION }),
    revision: t.int({ description: REVISION }),
    degradation: t.boolean({ description: 'Ideological or moral degradation was concluded.' }),
    corruptionInUnit: t.boolean({
      description: 'The unit he leads was handled for embezzlement, corruption or waste.',
    }),
    document: t.string({ required: false, description: 'The document that says so; required where either is true.' }),
  }),
});

const DecisionRowInput = builder.inputType('DecisionRowInput', {
  description: 'The decision on one person: a level, or, said in so many words, none.',
  fields: (t) => ({
    classification: t.id({ description: CLASSIFICATION }),
    revision: t.int({ required: false, description: `${REVISION} Not looked at where left out.` }),
    level: t.field({ type: LevelEnum, required: false, description: 'The level.' }),
    notClassified: t.boolean({ required: false, description: 'True: the year has no level (art. 11).' }),
    reason: t.string({ required: false, description: 'Required where it differs from the proposal.' }),
    overrideDocument: t.string({
      required: false,
      description: 'Required against a forced level, the head’s cap, the quota or the six months.',
    }),
    handling: t.string({ required: false, description: 'Proposed handling (art. 23).' }),
  }),
});

export const DecideClassificationsInput = builder.inputType('DecideClassificationsInput', {
  description: 'One decision about many people.',
  fields: (t) => ({
    idempotencyKey: t.string({ description: KEY_DESCRIPTION }),
    decisionNumber: t.string({ description: 'Number of the decision, at most 200 characters.' }),
    decidedOn: t.field({ type: 'LocalDate', description: 'Its date; not in the future.' }),
    rows: t.field({ type: [DecisionRowInput], description: '1 to 1,000 people.' }),
  }),
});

export const SupersedeClassificationInput = builder.inputType('SupersedeClassificationInput', {
  description: 'A new decision in place of one made (art. 4(4), 21(3)).',
  fields: (t) => ({
    idempotencyKey: t.string({ description: KEY_DESCRIPTION }),
    classification: t.id({ description: CLASSIFICATION }),
    revision: t.int({ description: REVISION }),
    level: t.field({ type: LevelEnum, required: false, description: 'The new level.' }),
    notClassified: t.boolean({ required: false, description: 'True: the year has no level.' }),
    reason: t.string({ description: 'Why, at most 2,000 characters.' }),
    decisionNumber: t.string({ description: 'Number of the new decision.' }),
    decidedOn: t.field({ type: 'LocalDate', description: 'Its date; not in the future.' }),
    overrideDocument: t.string({ required: false, description: 'As for a first decision.' }),
    handling: t.string({ required: false, description: 'Proposed handling (art. 23).' }),
  }),
});
