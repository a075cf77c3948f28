import { delegateShape, revokeDelegationShape } from '@congvu/schema/evaluation';
import { builder } from '../builder.ts';
import type { Context } from '../context.ts';
import { REFUSALS } from '../error/domain-error.type.ts';
import { parsed } from '../mutation/change.ts';
import { loadOne } from '../sql/batch.ts';
import { KEY_DESCRIPTION } from '../task/task.inputs.ts';
import { delegate, revokeDelegation } from './delegation.service.ts';
import { type DelegationRow, delegationById } from './delegation.store.ts';
import { DelegationKindEnum, DelegationRef } from './delegation.type.ts';

const DelegateInput = builder.inputType('DelegateInput', {
  description: 'A right over one’s unit, given to another.',
  fields: (t) => ({
    idempotencyKey: t.string({ description: KEY_DESCRIPTION }),
    unit: t.string({ description: 'Code of the unit one heads; for an acting head also one below it.' }),
    employee: t.string({ description: 'Staff code of who receives it; never oneself.' }),
    kind: t.field({ type: DelegationKindEnum, description: 'What is given.' }),
    classifies: t.boolean({
      required: false,
      description: 'Whether the right to classify is given too, where one holds it; false unless stated.',
    }),
    from: t.field({ type: 'LocalDate', description: 'First day, not before today.' }),
    to: t.field({ type: 'LocalDate', required: false, description: 'Last day, inclusive; without end unless stated.' }),
    document: t.string({ description: 'Number of the document that gives it.' }),
  }),
});

const RevokeDelegationInput = builder.inputType('RevokeDelegationInput', {
  description: 'A delegation to be taken back.',
  fields: (t) => ({
    idempotencyKey: t.string({ description: KEY_DESCRIPTION }),
    delegation: t.id({ description: 'The delegation.' }),
  }),
});

async function changed(context: Context, id: Promise<string>): Promise<DelegationRow> {
  const delegation = await loadOne(context, delegationById, await id);
  if (delegation === null) throw new Error('A delegation was changed that may not be seen.');
  return delegation;
}

builder.mutationFields((t) => ({
  delegate: t.field({
    type: DelegationRef,
    description:
      'A head hands on his scoring, or puts somebody in charge of a unit (Nghị định 335/2025/NĐ-CP art. 10).',
    authScopes: { acts: 'DELEGATE' },
    errors: { types: REFUSALS },
    args: { input: t.arg({ type: DelegateInput, description: 'What, to whom, when.' }) },
    resolve: (_root, { input }, context) => changed(context, delegate(context, parsed(delegateShape, input))),
  }),
  revokeDelegation: t.field({
    type: DelegationRef,
    description: 'Takes a delegation back from today on; what was decided by it stays.',
    authScopes: { acts: 'DELEGATE' },
    errors: { types: REFUSALS },
    args: { input: t.arg({ type: RevokeDelegationInput, description: 'Which one.' }) },
    resolve: (_root, { input }, context) =>
      changed(context, revokeDelegation(context, parsed(revokeDelegationShape, input))),
  }),
}));
