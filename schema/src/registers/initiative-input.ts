import { z } from 'zod';
import {
  codeShape,
  idempotencyKeyShape,
  idShape,
  nameShape,
  optional,
  optionalTextShape,
  revisionShape,
  textShape,
} from '../evaluation/input-field.ts';
import { localDateShape } from '../primitives/shapes.ts';
import { registerYearShape } from './commendation-input.ts';
import { INFLUENCES, INITIATIVE_KINDS, INITIATIVE_LEVELS } from './register-words.ts';

/** More authors than any initiative has. */
const MOST_AUTHORS = 20;

/** `authors`: staff codes, of whom the first is the main one. `protectedDocument`: the approval by NĐ 73/2023/NĐ-CP. */
export const recordInitiativeShape = z
  .strictObject({
    idempotencyKey: idempotencyKeyShape,
    code: codeShape,
    title: nameShape,
    summary: optionalTextShape,
    unit: codeShape,
    year: registerYearShape,
    kind: z.enum(INITIATIVE_KINDS),
    authors: z.array(codeShape).min(1).max(MOST_AUTHORS).readonly(),
    /** The good practice it came from. */
    finding: optional(idShape),
    protectedDocument: optionalTextShape,
  })
  .superRefine(({ authors }, context) => {
    const twice = authors.findIndex((author, index) => authors.indexOf(author) !== index);
    if (twice === -1) return;
    const params = { reason: 'DUPLICATE_CODE' };
    context.addIssue({ code: 'custom', message: 'INCONSISTENT', path: ['authors', twice], params });
  });
export type RecordInitiative = z.output<typeof recordInitiativeShape>;

export const recogniseInitiativeShape = z.strictObject({
  idempotencyKey: idempotencyKeyShape,
  initiative: idShape,
  revision: revisionShape,
  level: z.enum(INITIATIVE_LEVELS),
  influence: z.enum(INFLUENCES),
  /** Whether it is applied: a title rests on one that is. */
  applied: z.boolean(),
  decisionNumber: nameShape,
  recognisedOn: localDateShape,
});
export type RecogniseInitiative = z.output<typeof recogniseInitiativeShape>;

export const refuseInitiativeShape = z.strictObject({
  idempotencyKey: idempotencyKeyShape,
  initiative: idShape,
  revision: revisionShape,
  reason: textShape,
});
export type RefuseInitiative = z.output<typeof refuseInitiativeShape>;
