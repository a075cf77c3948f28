import { builtInRuleSets } from '@congvu/schema/rulesets';
import { builder } from '../builder.ts';

/** A family by the code of its built-in rule set. */
export const RuleSetFamilyRef = builder.objectRef<string>('RuleSetFamily').implement({
  description:
    'Rule sets whose scores may be compared: a built-in one with what offices derived from it, all versions. Points of two families are never put into one order.',
  fields: (t) => ({
    code: t.string({
      description: 'Code of the rule set all others were derived from, e.g. "ND335-2025/CIVIL_SERVANT".',
      resolve: (code) => code,
    }),
    name: t.string({
      description: 'Its name in the language of Accept-Language; the code where it is an office’s own.',
      resolve: (code, _args, context) => builtInRuleSets.find(code)?.name[context.locale] ?? code,
    }),
  }),
});
