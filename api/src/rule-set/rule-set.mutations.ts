import { publishRuleSetShape } from '@congvu/schema/evaluation';
import { builder } from '../builder.ts';
import { REFUSALS } from '../error/domain-error.type.ts';
import { parsed } from '../mutation/change.ts';
import { KEY_DESCRIPTION } from '../task/task.inputs.ts';
import { publishRuleSet } from './publish.service.ts';
import { RuleSetRef } from './rule-set.type.ts';

const PublishRuleSetInput = builder.inputType('PublishRuleSetInput', {
  description: 'An office’s own rule set.',
  fields: (t) => ({
    idempotencyKey: t.string({ description: KEY_DESCRIPTION }),
    base: t.string({ description: 'Code of the law’s own rule set it is derived from.' }),
    baseVersion: t.int({ description: 'Its version.' }),
    agency: t.string({ required: false, description: 'Code of the unit it governs; everybody unless stated.' }),
    ruleSet: t.string({
      description:
        'JSON text: code, version, name {vi, en}, effectiveFrom, effectiveTo, decision {number, decidedOn}, and what the office chooses: groups and criteria, weights, parameters, year. Numbers are texts ("70/3"). At most 200,000 characters.',
    }),
  }),
});

builder.mutationField('publishRuleSet', (t) =>
  t.field({
    type: RuleSetRef,
    description:
      'Publishes an office’s own rule set within what the law allows; a breach is refused with its clause. Sheets opened before stay on theirs.',
    authScopes: { acts: 'RULES_MANAGE' },
    errors: { types: REFUSALS },
    args: { input: t.arg({ type: PublishRuleSetInput, description: 'The rule set.' }) },
    resolve: (_root, { input }, context) => publishRuleSet(context, parsed(publishRuleSetShape, input)),
  }),
);
