import { decideRetentionShape, proposeRetentionShape } from '@congvu/schema/registers';
import { builder } from '../builder.ts';
import { REFUSALS } from '../error/domain-error.type.ts';
import { JobRunningError } from '../error/refusals.ts';
import { SECOND_PERSON_REFUSALS } from '../error/register-error.type.ts';
import { jobById } from '../job/job.store.ts';
import { JobRef } from '../job/job.type.ts';
import { parsed } from '../mutation/change.ts';
import { loadOne } from '../sql/batch.ts';
import { KEY_DESCRIPTION } from '../task/task.inputs.ts';
import { decideRetention, proposeRetention } from './retention.service.ts';
import { retentionProposalById } from './retention.store.ts';
import { RetentionProposalRef } from './retention.type.ts';

const ProposeRetentionInput = builder.inputType('ProposeRetentionInput', {
  description: 'Where to look for what is past its time.',
  fields: (t) => ({
    idempotencyKey: t.string({ description: KEY_DESCRIPTION }),
    unit: t.string({ description: 'Code of the unit, with all below it.' }),
  }),
});

const DecideRetentionInput = builder.inputType('DecideRetentionInput', {
  description: 'The answer of a second person to what a job proposed.',
  fields: (t) => ({
    idempotencyKey: t.string({ description: KEY_DESCRIPTION }),
    proposal: t.id({ description: 'The proposal.' }),
    confirm: t.boolean({ description: 'Whether it is carried out, now and for good.' }),
    reason: t.string({ required: false, description: 'Why not, at most 2,000 characters; demanded of a no.' }),
  }),
});

builder.mutationFields((t) => ({
  proposeRetention: t.field({
    type: JobRef,
    description: 'Has a job count what is past its time by the retention table; it proposes, and erases nothing.',
    authScopes: { acts: 'PRIVACY_MANAGE' },
    errors: { types: [...REFUSALS, JobRunningError] },
    args: { input: t.arg({ type: ProposeRetentionInput, description: 'Where.' }) },
    resolve: async (_root, { input }, context) => {
      const job = await loadOne(
        context,
        jobById,
        await proposeRetention(context, parsed(proposeRetentionShape, input)),
      );
      if (job === null) throw new Error('A job was begun that may not be seen.');
      return job;
    },
  }),
  decideRetention: t.field({
    type: RetentionProposalRef,
    description:
      'Confirms a proposal, which carries it out for good, or refuses it with a reason. Who proposed it does not confirm it.',
    authScopes: { acts: 'PRIVACY_MANAGE' },
    errors: { types: SECOND_PERSON_REFUSALS },
    args: { input: t.arg({ type: DecideRetentionInput, description: 'Yes or no.' }) },
    resolve: async (_root, { input }, context) => {
      const id = await decideRetention(context, parsed(decideRetentionShape, input));
      const proposal = await loadOne(context, retentionProposalById, id);
      if (proposal === null) throw new Error('A proposal was decided that may not be seen.');
      return proposal;
    },
  }),
}));
