import {
  closeCommendationRoundShape,
  holdCommendationShape,
  liftHoldShape,
  openCommendationRoundShape,
} from '@congvu/schema/registers';
import { builder } from '../builder.ts';
import type { Context } from '../context.ts';
import { REFUSALS } from '../error/domain-error.type.ts';
import { COMMENDATION_ROUND_REFUSALS } from '../error/register-error.type.ts';
import { parsed } from '../mutation/change.ts';
import { loadOne } from '../sql/batch.ts';
import { KEY_DESCRIPTION } from '../task/task.inputs.ts';
import { closeCommendationRound, holdCommendation, liftHold, openCommendationRound } from './round.service.ts';
import { type CommendationRoundRow, commendationRoundById, type HoldRow, holdById } from './round.store.ts';
import { CommendationHoldRef, CommendationRoundRef } from './round.type.ts';

const OpenCommendationRoundInput = builder.inputType('OpenCommendationRoundInput', {
  description: 'The commendation round of an agency whose year is decided.',
  fields: (t) => ({
    idempotencyKey: t.string({ description: KEY_DESCRIPTION }),
    unit: t.string({ description: 'Code of the agency.' }),
    year: t.int({ description: 'The evaluation year.' }),
    baseTitleQuotaPercent: t.int({
      required: false,
      description:
        'How many of the holders of the title below may have the quota’s title, 1 to 100; no quota unless stated.',
    }),
    baseSalary: t.int({
      required: false,
      description: 'Base salary in đồng; no amounts of bonus are worked out unless stated.',
    }),
    titlesVersion: t.int({
      required: false,
      description: 'Version of the table of titles, 0 the built-in one; the one in force today unless stated.',
    }),
  }),
});

const CloseCommendationRoundInput = builder.inputType('CloseCommendationRoundInput', {
  description: 'A round to be closed.',
  fields: (t) => ({
    idempotencyKey: t.string({ description: KEY_DESCRIPTION }),
    round: t.id({ description: 'The round.' }),
    revision: t.int({ description: 'The round’s revision the client saw.' }),
  }),
});

const HoldCommendationInput = builder.inputType('HoldCommendationInput', {
  description: 'Somebody, or a collective, to be put back in a round: exactly one of `employee` and `unit`.',
  fields: (t) => ({
    idempotencyKey: t.string({ description: KEY_DESCRIPTION }),
    round: t.id({ description: 'The round.' }),
    employee: t.string({ required: false, description: 'Staff code.' }),
    unit: t.string({ required: false, description: 'Code of the collective’s unit.' }),
    reason: t.string({ description: 'Why, at most 2,000 characters.' }),
    document: t.string({ description: 'By which document.' }),
    from: t.field({ type: 'LocalDate', description: 'First day, not after today.' }),
  }),
});

const LiftHoldInput = builder.inputType('LiftHoldInput', {
  description: 'The end of a hold.',
  fields: (t) => ({
    idempotencyKey: t.string({ description: KEY_DESCRIPTION }),
    hold: t.id({ description: 'The hold.' }),
    on: t.field({ type: 'LocalDate', description: 'When, not after today.' }),
    reason: t.string({ description: 'Why, at most 2,000 characters.' }),
  }),
});

async function changedRound(context: Context, id: Promise<string>): Promise<CommendationRoundRow> {
  const round = await loadOne(context, commendationRoundById, await id);
  if (round === null) throw new Error('A round was changed that may not be seen.');
  return round;
}

async function changedHold(context: Context, id: Promise<string>): Promise<HoldRow> {
  const hold = await loadOne(context, holdById, await id);
  if (hold === null) throw new Error('A hold was changed that may not be seen.');
  return hold;
}

const INPUT = 'What is to be done.';

builder.mutationFields((t) => ({
  openCommendationRound: t.field({
    type: CommendationRoundRef,
    description:
      'Opens the commendation round of an agency; refused until the agency’s result and everybody’s level are decided (Nghị định 335/2025/NĐ-CP art. 19(2)).',
    authScopes: { acts: 'STAFF_MANAGE' },
    errors: { types: COMMENDATION_ROUND_REFUSALS },
    args: { input: t.arg({ type: OpenCommendationRoundInput, description: INPUT }) },
    resolve: (_root, { input }, context) =>
      changedRound(context, openCommendationRound(context, parsed(openCommendationRoundShape, input))),
  }),
  closeCommendationRound: t.field({
    type: CommendationRoundRef,
    description: 'Closes a round: no title of its year is given any more.',
    authScopes: { acts: 'STAFF_MANAGE' },
    errors: { types: REFUSALS },
    args: { input: t.arg({ type: CloseCommendationRoundInput, description: INPUT }) },
    resolve: (_root, { input }, context) =>
      changedRound(context, closeCommendationRound(context, parsed(closeCommendationRoundShape, input))),
  }),
  holdCommendation: t.field({
    type: CommendationHoldRef,
    description: 'Puts somebody, or a collective, back by a document; no title is given until that is lifted.',
    authScopes: { acts: 'STAFF_MANAGE' },
    errors: { types: REFUSALS },
    args: { input: t.arg({ type: HoldCommendationInput, description: INPUT }) },
    resolve: (_root, { input }, context) =>
      changedHold(context, holdCommendation(context, parsed(holdCommendationShape, input))),
  }),
  liftHold: t.field({
    type: CommendationHoldRef,
    description: 'Ends a hold; it stays in the register.',
    authScopes: { acts: 'STAFF_MANAGE' },
    errors: { types: REFUSALS },
    args: { input: t.arg({ type: LiftHoldInput, description: INPUT }) },
    resolve: (_root, { input }, context) => changedHold(context, liftHold(context, parsed(liftHoldShape, input))),
  }),
}));
