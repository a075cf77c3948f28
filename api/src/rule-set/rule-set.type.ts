import { SUBJECT_TYPES } from '@congvu/schema/evaluation';
import { type AnyRuleSet, listParameters } from '@congvu/schema/rulesets';
import type { Criterion, Parameter } from '@congvu/schema/scoring';
import { builder } from '../builder.ts';
import { SubjectTypeEnum } from '../employee/post.type.ts';
import { LevelEnum, SourceRef } from '../score/score.type.ts';
import { getUnit } from '../unit/unit.store.ts';
import { UnitRef } from '../unit/unit.type.ts';
import { getAnyRuleSet, listPublished } from './rule-set.store.ts';

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
    source: t.field({ type: SourceRef, description: 'Where it stands.', resolve: ({ source }) => source }),
  }),
});

const RuleParameterRef = builder.objectRef<Parameter>('RuleParameter').implement({
  description: 'A value or reading of a rule set, with where it comes from; what is only assumed says so.',
  fields: (t) => ({
    name: t.exposeString('name', { description: 'Name, e.g. "componentCap" or "quota.basis".' }),
    value: t.exposeString('default', {
      nullable: true,
      description: 'What holds; null where the office must state it.',
    }),
    choices: t.field({
      type: ['String'],
      description: 'What it may be; empty where it is no choice of few.',
      resolve: ({ choices }) => [...choices],
    }),
    text: t.string({
      description: 'What it decides, in the language of Accept-Language.',
      resolve: ({ text }, _args, context) => text[context.locale],
    }),
    source: t.field({ type: SourceRef, description: 'Where it stands.', resolve: ({ source }) => source }),
  }),
});

type Threshold = Exclude<AnyRuleSet, { readonly kind: 'HISTORY' }>['thresholds'][number];

const RuleThresholdRef = builder.objectRef<Threshold>('RuleThreshold').implement({
  description: 'The least points of a level.',
  fields: (t) => ({
    level: t.expose('level', { type: LevelEnum, description: 'The level.' }),
    atLeast: t.expose('atLeast', { type: 'Exact', description: 'Least points, reached counts as passed.' }),
    source: t.field({ type: SourceRef, description: 'Where it stands.', resolve: ({ source }) => source }),
  }),
});

const RuleSetKindEnum = builder.enumType('RuleSetKind', {
  description:
    'PERSON: scores people by points. ORGANISATION: scores units. LEVELS: of a regime of which only the levels and the year are known. HISTORY: an older law, for old levels alone.',
  values: ['PERSON', 'ORGANISATION', 'LEVELS', 'HISTORY'] as const,
});

export const RuleSetRef = builder.objectRef<AnyRuleSet>('RuleSet');

RuleSetRef.implement({
  description:
    'Rules by which a kind of service is scored: versioned, dated, each rule with its source. Never edited once published.',
  fields: (t) => ({
    code: t.exposeString('code', { description: 'Code, e.g. "ND335-2025/CIVIL_SERVANT".' }),
    version: t.exposeInt('version', { description: 'Counts from 1.' }),
    kind: t.expose('kind', { type: RuleSetKindEnum, description: 'What it is for.' }),
    subjectType: t.field({
      type: SubjectTypeEnum,
      nullable: true,
      description: 'Whose regime it is; null for organisations.',
      resolve: (ruleSet) =>
        ruleSet.kind === 'ORGANISATION' ? null : (SUBJECT_TYPES.find((each) => each === ruleSet.subjectType) ?? null),
    }),
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
    base: t.field({
      type: RuleSetRef,
      nullable: true,
      description: 'The law’s own rule set it was derived from; null for the law’s own.',
      resolve: ({ base }, _args, context) => (base === null ? null : getAnyRuleSet(context, base.code, base.version)),
    }),
    decisionNumber: t.string({
      nullable: true,
      description: 'Number of the office’s decision; null for the law’s own.',
      resolve: ({ decision }) => decision?.number ?? null,
    }),
    decidedOn: t.field({
      type: 'LocalDate',
      nullable: true,
      description: 'Date of the office’s decision; null for the law’s own.',
      resolve: ({ decision }) => decision?.decidedOn ?? null,
    }),
    agency: t.field({
      type: UnitRef,
      nullable: true,
      description: 'The unit whose people it governs; null for everybody.',
      resolve: async ({ code, version }, _args, context) => {
        const stored = (await listPublished(context)).find((each) => each.code === code && each.version === version);
        return stored?.agencyId ? getUnit(context, stored.agencyId) : null;
      },
    }),
    publishedAt: t.field({
      type: 'DateTime',
      nullable: true,
      description: 'When the office published it here; null for the law’s own.',
      resolve: async ({ code, version }, _args, context) =>
        (await listPublished(context)).find((each) => each.code === code && each.version === version)?.publishedAt ??
        null,
    }),
    criteria: t.field({
      type: [RuleCriterionRef],
      description: 'The general criteria; empty where it scores no person.',
      resolve: (ruleSet) => (ruleSet.kind === 'PERSON' ? [...ruleSet.criteria] : []),
    }),
    thresholds: t.field({
      type: [RuleThresholdRef],
      description: 'The least points of each level, best first; empty for an older law.',
      resolve: ({ thresholds }) => [...thresholds],
    }),
    parameters: t.field({
      type: [RuleParameterRef],
      description: 'Every value and reading that holds, with its source.',
      resolve: (ruleSet) => [...listParameters(ruleSet)],
    }),
    sources: t.field({
      type: [SourceRef],
      description: 'Where the rules stand.',
      resolve: ({ sources }) => [...sources],
    }),
  }),
});
