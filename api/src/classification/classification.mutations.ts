import type { FieldError } from '@congvu/schema/errors';
import {
  decideClassificationsShape,
  recordConclusionShape,
  recordPartyOpinionShape,
  selfRateShape,
  supersedeClassificationShape,
  synthesiseShape,
} from '@congvu/schema/procedure';
import { builder } from '../builder.ts';
import type { Context } from '../context.ts';
import { FieldErrorRef, REFUSALS } from '../error/domain-error.type.ts';
import { DECISION_REFUSALS } from '../error/year-error.type.ts';
import { parsed } from '../mutation/change.ts';
import { loadOne } from '../sql/batch.ts';
import {
  DecideClassificationsInput,
  RecordConclusionInput,
  RecordPartyOpinionInput,
  SelfRateInput,
  SupersedeClassificationInput,
  SynthesiseInput,
} from './classification.inputs.ts';
import { type ClassificationRow, classificationById } from './classification.store.ts';
import { ClassificationRef } from './classification.type.ts';
import { type DecidedRows, decideClassifications } from './decide.service.ts';
import { recordConclusion, recordPartyOpinion, selfRate, synthesise } from './procedure.service.ts';
import { supersedeClassification } from './supersede.service.ts';

async function changed(context: Context, id: Promise<string>): Promise<ClassificationRow> {
  const row = await loadOne(context, classificationById, await id);
  if (row === null) throw new Error('A year was changed that may not be seen.');
  return row;
}

const DecisionOutcomeRef = builder.objectRef<DecidedRows['rows'][number]>('DecisionOutcome').implement({
  description: 'What became of one row of a decision.',
  fields: (t) => ({
    index: t.exposeInt('index', { description: 'Its place in the input, from 0.' }),
    classification: t.field({
      type: ClassificationRef,
      nullable: true,
      description: 'The decided year; null where the row was refused.',
      resolve: (row, _args, context): Promise<ClassificationRow | null> | null =>
        row.id === null ? null : loadOne(context, classificationById, row.id),
    }),
    errors: t.field({
      type: [FieldErrorRef],
      description: 'What refused it; empty where it was decided.',
      resolve: (row): FieldError[] => [...row.errors],
    }),
  }),
});

const DecidedClassificationsRef = builder.objectRef<DecidedRows>('DecidedClassifications').implement({
  description:
    'What became of each row of a decision. Rows stand for themselves: one refused does not refuse the others.',
  fields: (t) => ({
    rows: t.field({ type: [DecisionOutcomeRef], description: 'In the order given.', resolve: ({ rows }) => [...rows] }),
    decided: t.int({
      description: 'How many were decided.',
      resolve: ({ rows }) => rows.filter((row) => row.id !== null).length,
    }),
    refused: t.int({
      description: 'How many were refused.',
      resolve: ({ rows }) => rows.filter((row) => row.id === null).length,
    }),
  }),
});

const INPUT = 'What is to be done.';

builder.mutationFields((t) => ({
  selfRate: t.field({
    type: ClassificationRef,
    description: 'The person names his own level (form 02), again until the meeting.',
    authScopes: { inPerson: true },
    errors: { types: REFUSALS },
    args: { input: t.arg({ type: SelfRateInput, description: INPUT }) },
    resolve: (_root, { input }, context) => changed(context, selfRate(context, parsed(selfRateShape, input))),
  }),
  recordPartyOpinion: t.field({
    type: ClassificationRef,
    description: 'Enters the Party committee’s opinion; required of heads and deputies (art. 19).',
    authScopes: { acts: 'CLASSIFICATION_PROPOSE' },
    errors: { types: REFUSALS },
    args: { input: t.arg({ type: RecordPartyOpinionInput, description: INPUT }) },
    resolve: (_root, { input }, context) =>
      changed(context, recordPartyOpinion(context, parsed(recordPartyOpinionShape, input))),
  }),
  synthesise: t.field({
    type: ClassificationRef,
    description: 'The personnel body puts together what was said of a head.',
    authScopes: { acts: 'CLASSIFICATION_PROPOSE' },
    errors: { types: REFUSALS },
    args: { input: t.arg({ type: SynthesiseInput, description: INPUT }) },
    resolve: (_root, { input }, context) => changed(context, synthesise(context, parsed(synthesiseShape, input))),
  }),
  recordConclusion: t.field({
    type: ClassificationRef,
    description: 'Enters what the authority concluded; it forces the lowest level at the next proposal (art. 20(4)).',
    authScopes: { acts: 'CLASSIFICATION_PROPOSE' },
    errors: { types: REFUSALS },
    args: { input: t.arg({ type: RecordConclusionInput, description: INPUT }) },
    resolve: (_root, { input }, context) =>
      changed(context, recordConclusion(context, parsed(recordConclusionShape, input))),
  }),
  decideClassifications: t.field({
    type: DecidedClassificationsRef,
    description:
      'Decides many years by one decision (art. 10, 20). Only the authority each row names decides it, never his own; each row has its own outcome.',
    authScopes: { acts: 'CLASSIFICATION_DECIDE' },
    errors: { types: DECISION_REFUSALS },
    args: { input: t.arg({ type: DecideClassificationsInput, description: INPUT }) },
    resolve: (_root, { input }, context) => decideClassifications(context, parsed(decideClassificationsShape, input)),
  }),
  supersedeClassification: t.field({
    type: ClassificationRef,
    description: 'The head of the managing agency replaces a decision (art. 21(3)); the old one stays, superseded.',
    authScopes: { acts: 'CLASSIFICATION_DECIDE' },
    errors: { types: DECISION_REFUSALS },
    args: { input: t.arg({ type: SupersedeClassificationInput, description: INPUT }) },
    resolve: (_root, { input }, context) =>
      changed(context, supersedeClassification(context, parsed(supersedeClassificationShape, input))),
  }),
}));
