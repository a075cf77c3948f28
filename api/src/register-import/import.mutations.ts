import { importRecordsShape } from '@congvu/schema/registers';
import { builder } from '../builder.ts';
import { REFUSALS } from '../error/domain-error.type.ts';
import { JobRunningError } from '../error/refusals.ts';
import { jobById } from '../job/job.store.ts';
import { JobRef } from '../job/job.type.ts';
import { parsed } from '../mutation/change.ts';
import { mayRead } from '../request-scopes.ts';
import { loadOne } from '../sql/batch.ts';
import { KEY_DESCRIPTION } from '../task/task.inputs.ts';
import { importRecords } from './import.service.ts';
import { ImportModeEnum, ImportRegisterEnum } from './import.type.ts';

const ImportRecordsInput = builder.inputType('ImportRecordsInput', {
  description: 'A file of records.',
  fields: (t) => ({
    idempotencyKey: t.string({ description: KEY_DESCRIPTION }),
    register: t.field({ type: ImportRegisterEnum, description: 'The register it fills.' }),
    mode: t.field({ type: ImportModeEnum, description: 'What happens where some rows are bad.' }),
    unit: t.string({ description: 'Code of the unit; rows of units outside it are bad.' }),
    content: t.string({
      description:
        'The file, CSV in UTF-8 with a heading, gzipped, in base64: at most 3 MB packed, 20 MB and 25,000 rows.',
    }),
  }),
});

builder.mutationField('importRecords', (t) =>
  t.field({
    type: JobRef,
    description:
      'Takes a file of decisions, commendations, initiatives or feedback into its register, as a job; `Job.import` says which rows are bad and why. The same file again finds its records there.',
    authScopes: (_root, _args, context) =>
      (['STAFF_MANAGE', 'FEEDBACK_MANAGE'] as const).some(
        (permission) =>
          mayRead(context.actor, permission) &&
          (context.actor?.permissions.some((held) => held.permission === permission) ?? false),
      ),
    errors: { types: [...REFUSALS, JobRunningError] },
    args: { input: t.arg({ type: ImportRecordsInput, description: 'The file.' }) },
    resolve: async (_root, { input }, context) => {
      const job = await loadOne(context, jobById, await importRecords(context, parsed(importRecordsShape, input)));
      if (job === null) throw new Error('A job was asked for that may not be seen.');
      return job;
    },
  }),
);
