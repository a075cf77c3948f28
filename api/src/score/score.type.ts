import { LEVELS } from '@congvu/schema/evaluation';
import type { Rational } from '@congvu/schema/primitives/rational';
import type { Component, ExplanationLine, RuleSet, ScoredPeriod, Source } from '@congvu/schema/scoring';
import { builder } from '../builder.ts';
import { CertaintyEnum } from '../catalogue/certainty.type.ts';
import type { Context } from '../context.ts';
import { loadOne } from '../sql/batch.ts';
import { type TaskRow, taskById } from '../task/task.store.ts';
import { TaskRef } from '../task/task.type.ts';
import type { ScoreView } from './score-view.ts';

export const LevelEnum = builder.enumType('Level', {
  description:
    'HTXS, HTT, HT, KHT (Luật 80/2025/QH15 art. 26). Of a month or quarter it is a score level and provisional; a classification is only the year’s.',
  values: LEVELS,
});

const ScoreStateEnum = builder.enumType('ScoreState', {
  description: 'INSUFFICIENT_DATA: nothing was assigned, so no ratio exists; neither 0 nor 100.',
  values: ['SCORED', 'INSUFFICIENT_DATA'] as const,
});

export const SourceRef = builder.objectRef<Source>('Source').implement({
  description: 'Where a rule or figure comes from.',
  fields: (t) => ({
    instrument: t.exposeString('instrument', { description: 'The law, decree or decision.' }),
    clause: t.exposeString('clause', {
      nullable: true,
      description: 'Article and clause; null where it is not known.',
    }),
    effectiveFrom: t.expose('effectiveFrom', { type: 'LocalDate', nullable: true, description: 'First day in force.' }),
    url: t.exposeString('url', { nullable: true, description: 'Where it can be read.' }),
    certainty: t.expose('certainty', { type: CertaintyEnum, description: 'How far it was checked.' }),
  }),
});

interface ItemView {
  readonly value: Rational;
  readonly taskId: string | null;
}

const ExplanationItemRef = builder.objectRef<ItemView>('ExplanationItem').implement({
  description: 'What one task counts with in a line.',
  fields: (t) => ({
    value: t.expose('value', { type: 'Exact', description: 'Converted units it counts with.' }),
    task: t.field({
      type: TaskRef,
      nullable: true,
      description: 'The task; null where one may not see it.',
      resolve: (item, _args, context): Promise<TaskRow | null> | null =>
        item.taskId === null ? null : loadOne(context, taskById, item.taskId),
    }),
  }),
});

interface LineView extends ExplanationLine {
  readonly ruleSet: RuleSet;
  readonly taskIds: readonly string[];
}

const ExplanationLineRef = builder.objectRef<LineView>('ExplanationLine').implement({
  description: 'One step of a score. The points of all lines sum to the total exactly.',
  fields: (t) => ({
    step: t.exposeString('step', { description: 'general, a component (quantity, quality, …) or sectionCap.' }),
    rule: t.exposeString('rule', { description: 'Identifier of the rule in its rule set.' }),
    source: t.expose('source', { type: SourceRef, description: 'Where the rule stands.' }),
    value: t.expose('value', {
      type: 'Exact',
      description: 'Points given (general) or the component as a fraction of 1.',
    }),
    points: t.expose('points', { type: 'Exact', description: 'What the step adds to the total; negative for a cap.' }),
    text: t.string({
      description: 'The rule in a sentence, in the language of Accept-Language.',
      resolve: (line, _args, context) => line.ruleSet.rules[line.step].text[context.locale],
    }),
    items: t.field({
      type: [ExplanationItemRef],
      description: 'What each task counts with; empty where a step is not worked out of tasks.',
      resolve: (line) => line.items.map(({ index, value }) => ({ value, taskId: line.taskIds[index] ?? null })),
    }),
  }),
});

export const PeriodScoreRef = builder.objectRef<ScoreView>('PeriodScore');

async function componentOf(view: ScoreView, component: Component, context: Context): Promise<Rational | null> {
  const { lines } = await view.explain(context);
  return lines.find((line) => line.step === component)?.value ?? null;
}

PeriodScoreRef.implement({
  description:
    'The score of one person and period: general criteria (0 to 30) and result (0 to 70), Nghị định 335/2025/NĐ-CP art. 12 to 17. Figures are null where nothing was assigned.',
  fields: (t) => {
    const component = (name: Component, description: string) =>
      t.field({
        type: 'Exact',
        nullable: true,
        description,
        resolve: (view, _args, context) => componentOf(view, name, context),
      });
    const before = (name: keyof ScoredPeriod['raw'], description: string) =>
      t.field({
        type: 'Exact',
        nullable: true,
        description,
        resolve: async (view, _args, context) => {
          const score = await view.full(context);
          return score.state === 'SCORED' ? score.raw[name] : null;
        },
      });
    return {
      state: t.expose('state', { type: ScoreStateEnum, description: 'Whether there was anything to score.' }),
      provisional: t.exposeBoolean('provisional', {
        description: 'True until the sheet is confirmed, and for any preview.',
      }),
      general: t.expose('general', {
        type: 'Exact',
        nullable: true,
        description: 'Points of the general criteria, 0 to 30.',
      }),
      resultPoints: t.expose('resultPoints', {
        type: 'Exact',
        nullable: true,
        description: 'Points of the result, 0 to 70.',
      }),
      total: t.expose('total', { type: 'Exact', nullable: true, description: 'Both, 0 to 100, exact and unrounded.' }),
      display: t.exposeString('display', {
        nullable: true,
        description: 'The total with two decimals, never rounded up to a level’s threshold.',
      }),
      level: t.expose('level', { type: LevelEnum, nullable: true, description: 'By the exact total.' }),
      quantity: component('quantity', 'Component a, a fraction of 1.'),
      quality: component('quality', 'Component b, a fraction of 1.'),
      progress: component('progress', 'Component c, a fraction of 1.'),
      unitResult: component('unitResult', 'Component d, leaders only: 1/2 or 1.'),
      organising: component('organising', 'Component đ, leaders only: 1/2 or 1.'),
      cohesion: component('cohesion', 'Component e, leaders only: 1/2 or 1.'),
      rawQuantity: before('quantity', 'Component a before its cap.'),
      rawQuality: before('quality', 'Component b before its cap.'),
      rawProgress: before('progress', 'Component c before its cap.'),
      extraUnits: t.field({
        type: 'Exact',
        description: 'Converted units done that were not planned.',
        resolve: async (view, _args, context) => (await view.full(context)).extraUnits,
      }),
      explanation: t.field({
        type: [ExplanationLineRef],
        description: 'How the score came about, down to the tasks.',
        resolve: async (view, _args, context) => {
          const { lines, taskIds } = await view.explain(context);
          const ruleSet = await view.ruleSet(context);
          return lines.map((line) => ({ ...line, ruleSet, taskIds }));
        },
      }),
    };
  },
});
