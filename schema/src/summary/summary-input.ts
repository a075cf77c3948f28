import { z } from 'zod';
import { POSTS } from '../evaluation/assignment.ts';
import {
  codeShape,
  idempotencyKeyShape,
  idShape,
  nameShape,
  optional,
  optionalTextShape,
} from '../evaluation/input-field.ts';
import { localDateShape, periodShape } from '../primitives/shapes.ts';
import { SHORTLIST_STATES } from '../shortlist/shortlist-words.ts';
import { PULL_FORMATS, SUMMARY_KINDS } from './summary-words.ts';

/** People set side by side: a table on a sheet of paper holds no more. */
export const LEAST_COMPARED = 2;
export const MOST_COMPARED = 6;
/** Years that are looked back on. */
const MOST_YEARS = 10;

const yearsShape = optional(z.int().min(1).max(MOST_YEARS)).transform((years) => years ?? 3);

const rankingQuestionShape = z.strictObject({
  unit: codeShape,
  period: periodShape,
  agency: optional(codeShape),
  group: optional(codeShape),
  family: optional(codeShape),
  years: yearsShape,
});

const shortlistQuestionShape = z.strictObject({
  unit: codeShape,
  post: z.enum(POSTS),
  on: optional(localDateShape),
  within: optional(codeShape),
  group: optional(codeShape),
  state: optional(z.array(z.enum(SHORTLIST_STATES)).readonly()),
  search: optionalTextShape,
});

const comparisonQuestionShape = z.strictObject({
  employees: z.array(codeShape).min(LEAST_COMPARED).max(MOST_COMPARED).readonly(),
  period: periodShape,
  years: yearsShape,
  byLevel: optional(z.boolean()).transform((byLevel) => byLevel ?? false),
});

const commendationQuestionShape = z.strictObject({
  unit: codeShape,
  year: z.int().min(1990).max(9999),
  title: optional(codeShape),
});

const unitsQuestionShape = z.strictObject({ unit: codeShape, period: periodShape });
const calibrationQuestionShape = z.strictObject({ session: idShape });

/** The question of each kind of summary stands under its own name. */
const QUESTION_NAMES = {
  RANKING: 'ranking',
  SHORTLIST: 'shortlist',
  COMPARISON: 'comparison',
  COMMENDATION: 'commendation',
  UNITS: 'units',
  CALIBRATION: 'calibration',
} as const;

/** What is to be frozen: exactly one question, of the summary's own kind. */
export const freezeSummaryShape = z
  .strictObject({
    idempotencyKey: idempotencyKeyShape,
    kind: z.enum(SUMMARY_KINDS),
    title: nameShape,
    /** A word of the purposes a record is read for; the api lists them. */
    purpose: codeShape,
    question: z.strictObject({
      ranking: optional(rankingQuestionShape),
      shortlist: optional(shortlistQuestionShape),
      comparison: optional(comparisonQuestionShape),
      commendation: optional(commendationQuestionShape),
      units: optional(unitsQuestionShape),
      calibration: optional(calibrationQuestionShape),
    }),
  })
  .superRefine(({ kind, question }, context) => {
    const asked = Object.values(QUESTION_NAMES).filter((name) => question[name] !== null);
    if (asked.length === 1 && asked[0] === QUESTION_NAMES[kind]) return;
    const params = { reason: 'ONE_QUESTION' };
    context.addIssue({ code: 'custom', message: 'INCONSISTENT', path: ['question'], params });
  });
export type FreezeSummary = z.output<typeof freezeSummaryShape>;
export type SummaryQuestion = FreezeSummary['question'];

export const pullSummaryShape = z.strictObject({
  idempotencyKey: idempotencyKeyShape,
  summary: idShape,
  format: z.enum(PULL_FORMATS),
});
export type PullSummary = z.output<typeof pullSummaryShape>;
