import { PurposeEnum } from '../access/purpose.type.ts';
import { builder } from '../builder.ts';
import { PostEnum } from '../employee/post.type.ts';
import { ShortlistStateEnum } from '../shortlist/shortlist.type.ts';
import { KEY_DESCRIPTION } from '../task/task.inputs.ts';
import { PullFormatEnum, SummaryKindEnum } from './summary.type.ts';

const AS = 'As the query of that name takes it.';

const RankingQuestion = builder.inputType('RankingQuestion', {
  description: 'The arguments of `ranking`.',
  fields: (t) => ({
    unit: t.string({ description: AS }),
    period: t.field({ type: 'Period', description: AS }),
    agency: t.string({ required: false, description: AS }),
    group: t.string({ required: false, description: AS }),
    family: t.string({ required: false, description: AS }),
    years: t.int({ required: false, description: AS }),
  }),
});
const ShortlistQuestion = builder.inputType('ShortlistQuestion', {
  description: 'The arguments of `shortlist`.',
  fields: (t) => ({
    unit: t.string({ description: AS }),
    post: t.field({ type: PostEnum, description: AS }),
    on: t.field({ type: 'LocalDate', required: false, description: AS }),
    within: t.string({ required: false, description: AS }),
    group: t.string({ required: false, description: AS }),
    state: t.field({ type: [ShortlistStateEnum], required: false, description: AS }),
    search: t.string({ required: false, description: AS }),
  }),
});
const ComparisonQuestion = builder.inputType('ComparisonQuestion', {
  description: 'The arguments of `comparison`.',
  fields: (t) => ({
    employees: t.stringList({ description: AS }),
    period: t.field({ type: 'Period', description: AS }),
    years: t.int({ required: false, description: AS }),
    byLevel: t.boolean({ required: false, description: AS }),
  }),
});
const CommendationQuestion = builder.inputType('CommendationQuestion', {
  description: 'The arguments of `commendationStanding`, and a title whose candidates are named.',
  fields: (t) => ({
    unit: t.string({ description: 'Code of the agency.' }),
    year: t.int({ description: 'The evaluation year.' }),
    title: t.string({ required: false, description: 'Code of a title for people; nobody is named without one.' }),
  }),
});
const UnitsQuestion = builder.inputType('UnitsQuestion', {
  description: 'The arguments of `unitComparison`.',
  fields: (t) => ({
    unit: t.string({ description: AS }),
    period: t.field({ type: 'Period', description: AS }),
  }),
});
const CalibrationQuestion = builder.inputType('CalibrationQuestion', {
  description: 'A locked calibration.',
  fields: (t) => ({ session: t.id({ description: 'The calibration.' }) }),
});

const SummaryQuestionInput = builder.inputType('SummaryQuestionInput', {
  description: 'Exactly one question, of the summary’s kind.',
  fields: (t) => ({
    ranking: t.field({ type: RankingQuestion, required: false, description: 'Of RANKING.' }),
    shortlist: t.field({ type: ShortlistQuestion, required: false, description: 'Of SHORTLIST.' }),
    comparison: t.field({ type: ComparisonQuestion, required: false, description: 'Of COMPARISON.' }),
    commendation: t.field({ type: CommendationQuestion, required: false, description: 'Of COMMENDATION.' }),
    units: t.field({ type: UnitsQuestion, required: false, description: 'Of UNITS.' }),
    calibration: t.field({ type: CalibrationQuestion, required: false, description: 'Of CALIBRATION.' }),
  }),
});

export const FreezeSummaryInput = builder.inputType('FreezeSummaryInput', {
  description: 'A question to be frozen with its answer.',
  fields: (t) => ({
    idempotencyKey: t.string({ description: KEY_DESCRIPTION }),
    kind: t.field({ type: SummaryKindEnum, description: 'What it answers.' }),
    title: t.string({ description: 'What it is called.' }),
    purpose: t.field({ type: PurposeEnum, description: 'For what it is frozen.' }),
    question: t.field({ type: SummaryQuestionInput, description: 'The question.' }),
  }),
});

export const PullSummaryInput = builder.inputType('PullSummaryInput', {
  description: 'A summary to be taken out; for what is stated in the header x-purpose.',
  fields: (t) => ({
    idempotencyKey: t.string({ description: KEY_DESCRIPTION }),
    summary: t.id({ description: 'The summary.' }),
    format: t.field({ type: PullFormatEnum, description: 'How.' }),
  }),
});
