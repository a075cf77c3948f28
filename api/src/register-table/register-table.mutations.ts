import { publishRegisterTableShape } from '@congvu/schema/registers';
import { builder } from '../builder.ts';
import { REFUSALS } from '../error/domain-error.type.ts';
import { parsed } from '../mutation/change.ts';
import { KEY_DESCRIPTION } from '../task/task.inputs.ts';
import { publishRegisterTable } from './publish.service.ts';
import { RegisterTableKindEnum, RegisterTableRef } from './register-table.type.ts';

const PublishRegisterTableInput = builder.inputType('PublishRegisterTableInput', {
  description: 'An office’s own table of the registers.',
  fields: (t) => ({
    idempotencyKey: t.string({ description: KEY_DESCRIPTION }),
    kind: t.field({ type: RegisterTableKindEnum, description: 'What it is of.' }),
    unit: t.string({
      required: false,
      description: 'Code of the unit it holds for, and those below; everybody unless stated.',
    }),
    version: t.int({ description: 'Counts from 1; a published version is never used again.' }),
    effectiveFrom: t.field({ type: 'LocalDate', description: 'First day in force.' }),
    effectiveTo: t.field({ type: 'LocalDate', required: false, description: 'Last day; without end unless stated.' }),
    decisionNumber: t.string({ description: 'Number of the office’s decision, the source of every row.' }),
    body: t.string({
      description:
        'JSON text: the list of rows as `RegisterTable.body` shows them, without sources. At most 200,000 characters.',
    }),
  }),
});

builder.mutationField('publishRegisterTable', (t) =>
  t.field({
    type: RegisterTableRef,
    description:
      'Publishes an office’s own table in place of the built-in one from a day on. What was decided before stays as it was decided.',
    authScopes: { acts: 'RULES_MANAGE' },
    errors: { types: REFUSALS },
    args: { input: t.arg({ type: PublishRegisterTableInput, description: 'The table.' }) },
    resolve: (_root, { input }, context) => publishRegisterTable(context, parsed(publishRegisterTableShape, input)),
  }),
);
