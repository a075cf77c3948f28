import { exportListShape } from '@congvu/schema/registers';
import { builder } from '../builder.ts';
import { REFUSALS } from '../error/domain-error.type.ts';
import { jobById } from '../job/job.store.ts';
import { JobRef } from '../job/job.type.ts';
import { parsed } from '../mutation/change.ts';
import { loadOne } from '../sql/batch.ts';
import { KEY_DESCRIPTION } from '../task/task.inputs.ts';
import { exportList } from './export.service.ts';
import { ExportedListEnum, ExportFormatEnum } from './export.type.ts';

const ExportListInput = builder.inputType('ExportListInput', {
  description: 'A list to be made a file of.',
  fields: (t) => ({
    idempotencyKey: t.string({ description: KEY_DESCRIPTION }),
    list: t.field({ type: ExportedListEnum, description: 'Which list.' }),
    variables: t.string({
      description:
        'The list’s own arguments as a JSON object, without those of a page, e.g. {"filter":{"unit":"H99.01"},"orderBy":"NAME"}; "{}" for all of it. At most 20,000 characters.',
    }),
    format: t.field({ type: ExportFormatEnum, description: 'The format.' }),
  }),
});

builder.mutationField('exportList', (t) =>
  t.field({
    type: JobRef,
    description:
      'Makes a file of a whole list, as a job: what is in it, refused and noted is what the list itself answers to who asks. For a stated purpose; at most two of one’s own at once.',
    authScopes: { signedIn: true },
    errors: { types: REFUSALS },
    args: { input: t.arg({ type: ExportListInput, description: 'Which list, and how.' }) },
    resolve: async (_root, { input }, context, info) => {
      const id = await exportList(context, info.schema, parsed(exportListShape, input));
      const job = await loadOne(context, jobById, id);
      if (job === null) throw new Error('An export was asked for that may not be seen.');
      return job;
    },
  }),
);
