import { z } from 'zod';
import { DISCIPLINE_FORMS } from '../evaluation/discipline-input.ts';
import { codeShape, nameShape, optional } from '../evaluation/input-field.ts';
import { LEVELS } from '../evaluation/level.ts';
import { compare, ONE, parseRational, ZERO } from '../primitives/rational.ts';
import { INFLUENCES } from './register-words.ts';
import { COMMENDATION_SUBJECTS } from './titles.ts';

/** More years than a title looks back. */
const MOST_YEARS = 30;

const levels = z.array(z.enum(LEVELS)).min(1).readonly();
const years = z.int().min(1).max(MOST_YEARS);
/** An exact share of the members, 0 … 1: "1/2", "7/10". */
const share = z
  .string()
  .refine(
    (text) => {
      const read = parseRational(text);
      return read.ok && compare(read.value, ZERO) >= 0 && compare(read.value, ONE) <= 0;
    },
    { error: 'NOT_A_NUMBER' },
  )
  .nullable()
  .default(null);

const simpleShape = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('LEVEL'), levels }),
  z.strictObject({ kind: z.literal('LEVEL_OR_INITIATIVE'), levels }),
  z.strictObject({ kind: z.literal('LEVEL_AND_INITIATIVE'), levels }),
  z.strictObject({ kind: z.literal('TITLE'), code: codeShape, years }),
  z.strictObject({ kind: z.literal('TITLE_SAME_YEAR'), code: codeShape }),
  z.strictObject({ kind: z.literal('TITLE_BEFORE'), code: codeShape }),
  z.strictObject({
    kind: z.literal('INITIATIVE'),
    influence: z.enum(INFLUENCES),
    count: z.int().min(1).max(20),
    years,
  }),
  z.strictObject({ kind: z.literal('LEVEL_YEARS'), levels, years }),
  z.strictObject({ kind: z.literal('MEMBERS_LEVEL'), levels }),
  z.strictObject({ kind: z.literal('MEMBERS_TITLE'), code: codeShape, moreThan: share, atLeast: share }),
  z.strictObject({ kind: z.literal('HAS_MEMBER'), code: codeShape }),
  z.strictObject({ kind: z.literal('NO_MEMBER_DISCIPLINED'), form: z.enum(DISCIPLINE_FORMS) }),
  z.strictObject({ kind: z.literal('NOT_HELD') }),
  z.strictObject({ kind: z.literal('TO_CONFIRM'), text: z.strictObject({ vi: nameShape, en: nameShape }) }),
]);

const conditionShape = z.discriminatedUnion('kind', [
  ...simpleShape.options,
  z.strictObject({
    kind: z.literal('ANY_OF'),
    alternatives: z.array(z.array(simpleShape).min(1).readonly()).min(1).readonly(),
  }),
]);

/** Conditions that look at members, which a person has none of, and those that look at a person's own year. */
const OF_MEMBERS: readonly string[] = ['MEMBERS_LEVEL', 'MEMBERS_TITLE', 'HAS_MEMBER', 'NO_MEMBER_DISCIPLINED'];
const OF_BOTH: readonly string[] = ['NOT_HELD', 'TO_CONFIRM'];

const titleShape = z
  .strictObject({
    code: codeShape,
    subject: z.enum(COMMENDATION_SUBJECTS),
    name: z.strictObject({ vi: nameShape, en: nameShape }),
    onTheSpot: z.boolean(),
    conditions: z.array(conditionShape).max(20).readonly(),
    /** Exact decimal; at most two decimals, as the database keeps it. */
    bonusMultiple: optional(z.string().regex(/^\d{1,3}(\.\d{1,2})?$/, { error: 'NOT_A_NUMBER' })),
    quotaOf: optional(codeShape),
  })
  .superRefine(({ subject, conditions }, context) => {
    conditions.forEach((condition, index) => {
      const kinds =
        condition.kind === 'ANY_OF' ? condition.alternatives.flat().map(({ kind }) => kind) : [condition.kind];
      const wrong = kinds.find(
        (kind) => !OF_BOTH.includes(kind) && OF_MEMBERS.includes(kind) !== (subject === 'COLLECTIVE'),
      );
      if (wrong === undefined) return;
      const params = { given: wrong, allowed: [] };
      context.addIssue({ code: 'custom', message: 'UNKNOWN_VALUE', path: ['conditions', index, 'kind'], params });
    });
  });

/** An office's titles as it writes them, each code once, a quota counted of one of them. */
export const writtenTitlesShape = z
  .array(titleShape)
  .min(1)
  .max(100)
  .superRefine((titles, context) => {
    const codes = titles.map(({ code }) => code);
    titles.forEach(({ code, quotaOf }, index) => {
      if (codes.indexOf(code) !== index) {
        const params = { reason: 'DUPLICATE_CODE' };
        context.addIssue({ code: 'custom', message: 'INCONSISTENT', path: [index, 'code'], params });
      }
      if (quotaOf !== null && !codes.includes(quotaOf)) {
        const params = { given: quotaOf, allowed: codes };
        context.addIssue({ code: 'custom', message: 'UNKNOWN_VALUE', path: [index, 'quotaOf'], params });
      }
    });
  });
