import { decideUnitResultShape, submitUnitResultShape, supersedeUnitResultShape } from '@congvu/schema/procedure';
import { builder } from '../builder.ts';
import type { Context } from '../context.ts';
import { REFUSALS } from '../error/domain-error.type.ts';
import { UNIT_FINDING_REFUSALS } from '../error/register-error.type.ts';
import { DECISION_REFUSALS } from '../error/year-error.type.ts';
import { parsed } from '../mutation/change.ts';
import { LevelEnum } from '../score/score.type.ts';
import { loadOne } from '../sql/batch.ts';
import { KEY_DESCRIPTION } from '../task/task.inputs.ts';
import { decideUnitResult } from './decide.service.ts';
import { submitUnitResult } from './submit.service.ts';
import { supersedeUnitResult } from './supersede.service.ts';
import { type UnitResultRow, unitResultById } from './unit-result.store.ts';
import { UnitResultRef } from './unit-result.type.ts';

const GroupPointsInput = builder.inputType('GroupPointsInput', {
  description: 'Points of one group of general criteria.',
  fields: (t) => ({
    group: t.string({ description: 'Code of the group in the rule set.' }),
    points: t.field({ type: 'Exact', description: '0 to the group’s maximum.' }),
  }),
});

const ItemPointsInput = builder.inputType('ItemPointsInput', {
  description: 'Points of one item of results.',
  fields: (t) => ({
    item: t.string({ description: 'a, b, c, d, dd (đ), e, g or h.' }),
    points: t.field({ type: 'Exact', required: false, description: 'Left out where the item does not apply.' }),
  }),
});

const SubmitUnitResultInput = builder.inputType('SubmitUnitResultInput', {
  description: 'A unit’s evaluation of its own year.',
  fields: (t) => ({
    idempotencyKey: t.string({ description: KEY_DESCRIPTION }),
    unit: t.string({ description: 'Code of the unit.' }),
    year: t.int({ description: 'The year, from 2026.' }),
    revision: t.int({
      required: false,
      description: 'The `rowRevision` the client saw; left out where there is none.',
    }),
    general: t.field({ type: [GroupPointsInput], description: 'Every group of the rule set once.' }),
    items: t.field({ type: [ItemPointsInput], description: 'Every item of the rule set once.' }),
    tasksTotal: t.int({ description: 'Tasks of the year, planned and arisen; at least 1.' }),
    tasksDone: t.int({ description: 'Of them done.' }),
    tasksLate: t.int({ description: 'Of the done, late.' }),
    tasksBeyond: t.int({ description: 'Of the done, beyond requirement.' }),
    qualityMet: t.boolean({ description: 'Whether quality was met.' }),
    defectsRemedied: t.boolean({
      description: 'Whether every defect shown before was remedied; no where a finding of an inspection is open.',
    }),
    personnelWrongdoing: t.boolean({ description: 'Whether wrongdoing in personnel work or disunity was concluded.' }),
    forceMajeure: t.string({ required: false, description: 'What kept it from its tasks beyond its power.' }),
    complaints: t.string({
      required: false,
      description: 'Complaints, denunciations, negative reflections or signs of disunity that are known of (art. 9).',
    }),
    selfLevel: t.field({ type: LevelEnum, description: 'The unit’s own level.' }),
  }),
});

const DecideUnitResultInput = builder.inputType('DecideUnitResultInput', {
  description: 'The recogniser’s decision on a unit’s year.',
  fields: (t) => ({
    idempotencyKey: t.string({ description: KEY_DESCRIPTION }),
    unitResult: t.id({ description: 'The unit’s year.' }),
    revision: t.int({ description: 'The `rowRevision` the client saw.' }),
    level: t.field({ type: LevelEnum, description: 'The level.' }),
    decisionNumber: t.string({ description: 'Number of the decision, at most 200 characters.' }),
    decidedOn: t.field({ type: 'LocalDate', description: 'Its date; not in the future.' }),
    reason: t.string({ required: false, description: 'Required where it differs from the proposal.' }),
    overrideDocument: t.string({ required: false, description: 'Required for a better level than the rules allow.' }),
    verification: t.string({
      required: false,
      description: 'How complaints were verified; required where the unit’s year names some.',
    }),
  }),
});

const SupersedeUnitResultInput = builder.inputType('SupersedeUnitResultInput', {
  description: 'The recogniser’s new decision on a unit’s year, in place of the one made.',
  fields: (t) => ({
    idempotencyKey: t.string({ description: KEY_DESCRIPTION }),
    unitResult: t.id({ description: 'The unit’s year that holds.' }),
    revision: t.int({ description: 'The `rowRevision` the client saw.' }),
    level: t.field({ type: LevelEnum, description: 'The new level.' }),
    decisionNumber: t.string({ description: 'Number of the new decision, at most 200 characters.' }),
    decidedOn: t.field({ type: 'LocalDate', description: 'Its date; not in the future.' }),
    reason: t.string({ description: 'Why the decision is replaced, at most 2,000 characters.' }),
    overrideDocument: t.string({ required: false, description: 'Required for a better level than the rules allow.' }),
    verification: t.string({
      required: false,
      description: 'How complaints were verified; left out, the earlier verification stays.',
    }),
  }),
});

async function changed(context: Context, id: Promise<string>): Promise<UnitResultRow> {
  const result = await loadOne(context, unitResultById, await id);
  if (result === null) throw new Error('A unit’s year was changed that may not be seen.');
  return result;
}

const INPUT = 'What is to be done.';

builder.mutationFields((t) => ({
  submitUnitResult: t.field({
    type: UnitResultRef,
    description:
      'A unit’s leaders, or the personnel body for them, evaluate its year; again until the decision (art. 9).',
    authScopes: { signedIn: true },
    errors: { types: REFUSALS },
    args: { input: t.arg({ type: SubmitUnitResultInput, description: INPUT }) },
    resolve: (_root, { input }, context) =>
      changed(context, submitUnitResult(context, parsed(submitUnitResultShape, input))),
  }),
  decideUnitResult: t.field({
    type: UnitResultRef,
    description: 'Who recognises a unit decides its level, after those below it, complaints verified (art. 5, 8, 9).',
    authScopes: { acts: 'CLASSIFICATION_DECIDE' },
    errors: { types: [...DECISION_REFUSALS, ...UNIT_FINDING_REFUSALS] },
    args: { input: t.arg({ type: DecideUnitResultInput, description: INPUT }) },
    resolve: (_root, { input }, context) =>
      changed(context, decideUnitResult(context, parsed(decideUnitResultShape, input))),
  }),
  supersedeUnitResult: t.field({
    type: UnitResultRef,
    description:
      'Who recognises a unit replaces his wrong decision, with number and reason; the old one stays (art. 4(4)). `headsAbove` names the head it leaves above the unit.',
    authScopes: { acts: 'CLASSIFICATION_DECIDE' },
    errors: { types: [...DECISION_REFUSALS, ...UNIT_FINDING_REFUSALS] },
    args: { input: t.arg({ type: SupersedeUnitResultInput, description: INPUT }) },
    resolve: (_root, { input }, context) =>
      changed(context, supersedeUnitResult(context, parsed(supersedeUnitResultShape, input))),
  }),
}));
