import { liftRestrictionShape, restrictDataShape } from '@congvu/schema/registers';
import { builder } from '../builder.ts';
import type { Context } from '../context.ts';
import { REFUSALS } from '../error/domain-error.type.ts';
import { parsed } from '../mutation/change.ts';
import { loadOne } from '../sql/batch.ts';
import { KEY_DESCRIPTION } from '../task/task.inputs.ts';
import { liftRestriction, restrictData } from './restriction.service.ts';
import { type RestrictionRow, restrictionById } from './restriction.store.ts';
import { DataRestrictionRef, RestrictionScopeEnum } from './restriction.type.ts';

const RestrictDataInput = builder.inputType('RestrictDataInput', {
  description: 'A restriction of somebody’s data.',
  fields: (t) => ({
    idempotencyKey: t.string({ description: KEY_DESCRIPTION }),
    request: t.id({ description: 'The accepted request for it, or an accepted objection.' }),
    scope: t.field({ type: RestrictionScopeEnum, description: 'Where the data are held back.' }),
    from: t.field({ type: 'LocalDate', description: 'First day.' }),
  }),
});

const LiftRestrictionInput = builder.inputType('LiftRestrictionInput', {
  description: 'A restriction to be ended.',
  fields: (t) => ({
    idempotencyKey: t.string({ description: KEY_DESCRIPTION }),
    restriction: t.id({ description: 'The restriction.' }),
    on: t.field({ type: 'LocalDate', description: 'The day on which it ended: from its first until today.' }),
  }),
});

async function changed(context: Context, id: Promise<string>): Promise<RestrictionRow> {
  const restriction = await loadOne(context, restrictionById, await id);
  if (restriction === null) throw new Error('A restriction was changed that may not be seen.');
  return restriction;
}

builder.mutationFields((t) => ({
  restrictData: t.field({
    type: DataRestrictionRef,
    description: 'Holds somebody’s data back from pages or files, as he asked and it was accepted; never one’s own.',
    authScopes: { acts: 'PRIVACY_MANAGE' },
    errors: { types: REFUSALS },
    args: { input: t.arg({ type: RestrictDataInput, description: 'What is restricted.' }) },
    resolve: (_root, { input }, context) => changed(context, restrictData(context, parsed(restrictDataShape, input))),
  }),
  liftRestriction: t.field({
    type: DataRestrictionRef,
    description: 'Ends a restriction; it stays in the record.',
    authScopes: { acts: 'PRIVACY_MANAGE' },
    errors: { types: REFUSALS },
    args: { input: t.arg({ type: LiftRestrictionInput, description: 'Which one.' }) },
    resolve: (_root, { input }, context) =>
      changed(context, liftRestriction(context, parsed(liftRestrictionShape, input))),
  }),
}));
