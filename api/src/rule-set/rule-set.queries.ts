import { builtInRuleSets } from '@congvu/schema/rulesets';
import { builder } from '../builder.ts';
import { loadRuleSets } from './rule-set.store.ts';
import { RuleSetRef } from './rule-set.type.ts';

builder.queryField('ruleSets', (t) =>
  t.field({
    type: [RuleSetRef],
    description:
      'All rule sets: the law’s own and, for who is signed in, those the office published. They are law and practice, no one’s record.',
    authScopes: { open: true },
    resolve: async (_root, _args, context) => [
      ...(context.actor === null ? builtInRuleSets : await loadRuleSets(context)).list(),
    ],
  }),
);
