import type { Criterion, RuleSet } from '@congvu/schema/scoring';
import { builder } from '../builder.ts';
import { SourceRef } from '../score/score.type.ts';

const RuleCriterionRef = builder.objectRef<Criterion>('RuleCriterion').implement({
  description: 'A general criterion of a rule set.',
  fields: (t) => ({
    code: t.exposeString('code', { description: 'Code in the form, e.g. "II.3".' }),
    name: t.string({
      description: 'The criterion, in the language of Accept-Language.',
      resolve: (criterion, _args, context) => criterion.name[context.locale],
    }),
    group: t.exposeString('group', { description: 'Code of its group.' }),
    maximum: t.expose('maximum', { type: 'Exact', description: 'Most points it gives.' }),
  }),
});

export const RuleSetRef = builder.objectRef<RuleSet>('RuleSet').implement({
  description:
    'Rules by which a kind of service is scored: versioned, dated, each rule with its source. Never edited once published.',
  fields: (t) => ({
    code: t.exposeString('code', { description: 'Code, e.g. "ND335-2025/CIVIL_SERVANT".' }),
    version: t.exposeInt('version', { description: 'Counts from 1.' }),
    name: t.string({
      description: 'Name in the language of Accept-Language.',
      resolve: (ruleSet, _args, context) => ruleSet.name[context.locale],
    }),
    effectiveFrom: t.expose('effectiveFrom', { type: 'LocalDate', description: 'First day in force.' }),
    effectiveTo: t.expose('effectiveTo', {
      type: 'LocalDate',
      nullable: true,
      description: 'Last day; null while in force.',
    }),
    criteria: t.field({
      type: [RuleCriterionRef],
      description: 'The general criteria.',
      resolve: ({ criteria }) => [...criteria],
    }),
    sources: t.field({
      type: [SourceRef],
      description: 'Where the rules stand.',
      resolve: ({ sources }) => [...sources],
    }),
  }),
});
