import { createNationalExportShape } from '@congvu/schema/procedure';
import { builder } from '../builder.ts';
import { REFUSALS } from '../error/domain-error.type.ts';
import { parsed } from '../mutation/change.ts';
import { loadOne } from '../sql/batch.ts';
import { KEY_DESCRIPTION } from '../task/task.inputs.ts';
import { createNationalExport } from './national-export.service.ts';
import { nationalExportById } from './national-export.store.ts';
import { NationalExportRef } from './national-export.type.ts';

const CreateNationalExportInput = builder.inputType('CreateNationalExportInput', {
  description: 'Which results to export.',
  fields: (t) => ({
    idempotencyKey: t.string({ description: KEY_DESCRIPTION }),
    unit: t.string({ description: 'Code of the unit; all below it goes into the file.' }),
    period: t.field({ type: 'Period', description: 'A closed month or a decided year.' }),
  }),
});

builder.mutationField('createNationalExport', (t) =>
  t.field({
    type: NationalExportRef,
    description:
      'Makes the file of a unit’s results as they stand and records its checksum. Again after a correction: both stay on record.',
    authScopes: { acts: 'PERIOD_CLOSE' },
    errors: { types: REFUSALS },
    args: { input: t.arg({ type: CreateNationalExportInput, description: 'Which results.' }) },
    resolve: async (_root, { input }, context) => {
      const id = await createNationalExport(context, parsed(createNationalExportShape, input));
      const made = await loadOne(context, nationalExportById, id);
      if (made === null) throw new Error('An export was made that may not be seen.');
      return made;
    },
  }),
);
