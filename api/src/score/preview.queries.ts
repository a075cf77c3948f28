import { scorePreviewShape, taskPreviewShape } from '@congvu/schema/evaluation';
import { builder } from '../builder.ts';
import { InvalidInputError } from '../error/refusals.ts';
import { parsed } from '../mutation/change.ts';
import { TaskPreviewInput } from '../task/task.inputs.ts';
import { TaskOriginEnum } from '../task/task.type.ts';
import { CriterionPointsInput } from './criterion-points.input.ts';
import { previewScore, previewTask, type TaskPreview } from './preview.service.ts';
import { previewText } from './preview-text.ts';
import { PeriodScoreRef } from './score.type.ts';

const TaskPreviewRef = builder.objectRef<TaskPreview>('TaskPreview').implement({
  description: 'What a task would be and do to the score of its month. Nothing is stored.',
  fields: (t) => ({
    origin: t.expose('origin', { type: TaskOriginEnum, description: 'Planned, or arisen after the plan was fixed.' }),
    units: t.expose('units', { type: 'Exact', description: 'Converted units: quantity × coefficient.' }),
    period: t.expose('period', { type: 'Period', description: 'The month in which it would count.' }),
    planFixedAt: t.expose('planFixedAt', {
      type: 'DateTime',
      nullable: true,
      description: 'When the unit’s plan of the month was fixed.',
    }),
    before: t.expose('before', {
      type: PeriodScoreRef,
      nullable: true,
      description: 'The score as it is; null while there are no general points at all.',
    }),
    afterDone: t.expose('afterDone', {
      type: PeriodScoreRef,
      nullable: true,
      description: 'With the task done in time and without error.',
    }),
    afterNotDone: t.expose('afterNotDone', {
      type: PeriodScoreRef,
      nullable: true,
      description: 'With the task not done.',
    }),
    text: t.string({
      description: 'In a sentence, in the language of Accept-Language.',
      resolve: (preview, _args, context) => previewText(preview, context.locale),
    }),
  }),
});

const ScorePreviewInput = builder.inputType('ScorePreviewInput', {
  description: 'Points to try out for a person and month.',
  fields: (t) => ({
    employee: t.string({ description: 'Staff code.' }),
    period: t.field({ type: 'Period', description: 'The month.' }),
    criteria: t.field({ type: [CriterionPointsInput], description: 'Points; criteria left out count 0.' }),
    organising: t.int({ required: false, description: 'Component đ in percent, 50 or 100; leaders only.' }),
    cohesion: t.int({ required: false, description: 'Component e in percent, 50 or 100; leaders only.' }),
  }),
});

builder.queryFields((t) => ({
  taskPreview: t.field({
    type: TaskPreviewRef,
    description: 'What a task would be and do to the score, before it is assigned.',
    authScopes: { acts: 'TASK_ASSIGN' },
    errors: { types: [InvalidInputError] },
    args: { input: t.arg({ type: TaskPreviewInput, description: 'The task.' }) },
    resolve: (_root, { input }, context) => previewTask(context, parsed(taskPreviewShape, input)),
  }),
  scorePreview: t.field({
    type: PeriodScoreRef,
    description: 'The score of a month with other points for the general criteria. Nothing is stored.',
    authScopes: { reads: 'SCORE_READ' },
    errors: { types: [InvalidInputError] },
    args: { input: t.arg({ type: ScorePreviewInput, description: 'The points.' }) },
    resolve: (_root, { input }, context) => previewScore(context, parsed(scorePreviewShape, input)),
  }),
}));
