import type { Level } from '@congvu/schema/evaluation';
import {
  CLASSIFICATION_ACTIONS,
  CLASSIFICATION_STATES,
  CLASSIFICATION_STEPS,
  LEAVE_KINDS,
} from '@congvu/schema/procedure';
import { builder } from '../builder.ts';
import { type PeriodResultRow, periodResultById } from '../period-result/period-result.store.ts';
import { PeriodResultRef } from '../period-result/period-result.type.ts';
import { optionalRational } from '../scalar/exact.ts';
import { LevelEnum, SourceRef } from '../score/score.type.ts';
import { loadOne } from '../sql/batch.ts';
import { type MonthEntry, PROPOSAL_OUTCOMES } from './classification.store.ts';
import type { TraceView } from './trace.ts';

export const ClassificationStateEnum = builder.enumType('ClassificationState', {
  description:
    'Where a person’s year stands (form 02, Nghị định 335/2025/NĐ-CP art. 18, 19, 21, 22). Which steps are required depends on the post.',
  values: CLASSIFICATION_STATES,
});

export const ClassificationActionEnum = builder.enumType('ClassificationAction', {
  description: 'A step of the yearly procedure.',
  values: CLASSIFICATION_ACTIONS,
});

export const ClassificationStepEnum = builder.enumType('ClassificationRequiredStep', {
  description: 'A step that must stand on a sheet before its level is decided.',
  values: CLASSIFICATION_STEPS,
});

export const LeaveKindEnum = builder.enumType('LeaveKind', {
  description: 'The leave that matters for the six months of a year (Nghị định 335/2025/NĐ-CP art. 11).',
  values: LEAVE_KINDS,
});

export const ProposalOutcomeEnum = builder.enumType('ProposalOutcome', {
  description:
    'What the rules propose: a level; no classification; nothing until the unit’s level is decided; or the authority must choose.',
  values: PROPOSAL_OUTCOMES,
});

export const ClassificationMonthRef = builder.objectRef<MonthEntry>('ClassificationMonth').implement({
  description: 'One month of a year as the classification took it up.',
  fields: (t) => ({
    period: t.field({ type: 'Period', description: 'The month.', resolve: ({ period }) => period }),
    total: t.field({
      type: 'Exact',
      nullable: true,
      description: 'Its exact total; null where there is none. No month is ever counted as 0.',
      resolve: ({ total }) => optionalRational(total),
    }),
    display: t.exposeString('display', { nullable: true, description: 'The total with two decimals.' }),
    ruleSet: t.exposeString('ruleSet', { nullable: true, description: 'Code of the rule set of that month.' }),
    note: t.exposeString('note', { nullable: true, description: 'Why there is no figure: a code, e.g. "NOT_CLOSED".' }),
    result: t.field({
      type: PeriodResultRef,
      nullable: true,
      description: 'The frozen month with its sheets and tasks; null where there is none, or one may not see it.',
      resolve: ({ resultId }, _args, context): Promise<PeriodResultRow | null> | null =>
        resultId === null ? null : loadOne(context, periodResultById, resultId),
    }),
  }),
});

export const TraceFigureRef = builder
  .objectRef<{ readonly name: string; readonly value: string | null }>('TraceFigure')
  .implement({
    description: 'A figure that a step looked at.',
    fields: (t) => ({
      name: t.exposeString('name', { description: 'What it is, e.g. "limit", "place", "unitLevel".' }),
      value: t.exposeString('value', { nullable: true, description: 'A whole number, an exact figure or a code.' }),
    }),
  });

export const ClassificationStepRef = builder.objectRef<TraceView>('ClassificationStep').implement({
  description: 'One step of how a proposed level came about, in the order of the law.',
  fields: (t) => ({
    step: t.exposeString('step', { description: 'mean, eligibility, scoreLevel, forced, headCap, quotaGroup, …' }),
    rule: t.exposeString('rule', { description: 'Identifier of the rule in its rule set.' }),
    text: t.string({
      description:
        'What the step found, with its figures, then the rule in a sentence; in the language of Accept-Language.',
      resolve: (line, _args, context) => line.text[context.locale],
    }),
    source: t.expose('source', { type: SourceRef, description: 'Where the rule stands, and how sure it is.' }),
    before: t.exposeString('before', {
      nullable: true,
      description: 'What stood before the step: a level, an outcome or an exact figure.',
    }),
    after: t.exposeString('after', { nullable: true, description: 'What stands after it.' }),
    figures: t.field({
      type: [TraceFigureRef],
      description: 'The figures the step looked at: months, limit, place, …',
      resolve: ({ figures }) =>
        Object.entries(figures).map(([name, value]) => ({ name, value: value === null ? null : String(value) })),
    }),
  }),
});

/** What the authority decided; hidden from the person himself until he is told. */
export interface DecisionView {
  readonly level: Level | null;
  readonly notClassified: boolean;
  readonly number: string | null;
  readonly decidedOn: string | null;
  readonly decidedBy: string | null;
  readonly reason: string | null;
  readonly overrideDocument: string | null;
  readonly handling: string | null;
}

export const ClassificationDecisionRef = builder.objectRef<DecisionView>('ClassificationDecision').implement({
  description: 'The authority’s decision on a person’s year (Nghị định 335/2025/NĐ-CP art. 10, 20).',
  fields: (t) => ({
    level: t.expose('level', { type: LevelEnum, nullable: true, description: 'The level; null where not classified.' }),
    notClassified: t.exposeBoolean('notClassified', { description: 'Decided that the year has no level.' }),
    number: t.exposeString('number', { nullable: true, description: 'Number of the decision.' }),
    decidedOn: t.expose('decidedOn', { type: 'LocalDate', nullable: true, description: 'Its date.' }),
    decidedBy: t.exposeString('decidedBy', { nullable: true, description: 'Name of who decided.' }),
    reason: t.exposeString('reason', { nullable: true, description: 'Why it differs from the proposal.' }),
    overrideDocument: t.exposeString('overrideDocument', {
      nullable: true,
      description: 'The document that allows it against a forced rule, the head’s cap or the quota.',
    }),
    handling: t.exposeString('handling', { nullable: true, description: 'Proposed handling (art. 23).' }),
  }),
});

export interface PartyOpinionView {
  readonly body: string;
  readonly opinion: string;
  readonly givenOn: string | null;
}

export const PartyOpinionRef = builder.objectRef<PartyOpinionView>('PartyOpinion').implement({
  description: 'Opinion of the Party committee where the person works.',
  fields: (t) => ({
    body: t.exposeString('body', { description: 'The committee.' }),
    opinion: t.exposeString('opinion', { description: 'What it said.' }),
    givenOn: t.expose('givenOn', { type: 'LocalDate', nullable: true, description: 'When.' }),
  }),
});
