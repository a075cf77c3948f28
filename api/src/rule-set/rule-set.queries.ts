import { listRuleSets } from '@congvu/schema/rulesets';
import { builder } from '../builder.ts';
import { RuleSetRef } from './rule-set.type.ts';

builder.queryField('ruleSets', (t) =>
  t.field({
    type: [RuleSetRef],
    description: 'All rule sets the product knows. They are law and practice, no one’s record.',
    authScopes: { open: true },
    resolve: () => [...listRuleSets()],
  }),
);
