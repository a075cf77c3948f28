import { z } from 'zod';
import {
  idempotencyKeyShape,
  idShape,
  nameShape,
  optional,
  optionalTextShape,
  revisionShape,
  textShape,
} from '../evaluation/input-field.ts';
import { LEVELS } from '../evaluation/level.ts';
import { localDateShape } from '../primitives/shapes.ts';
import { PETITION_OUTCOMES } from './state-machines.ts';

/** As many decisions as one call may bring. */
const MOST_DECISIONS = 1_000;

interface Outcome {
  readonly level: string | null;
  readonly notClassified: boolean;
}

/** A decision is a level or, said in so many words, none: a forgotten level must not read as "not classified". */
function hasOneOutcome({ level, notClassified }: Outcome): boolean {
  return (level === null) === notClassified;
}
const oneOutcome = { error: 'INCONSISTENT', path: ['level'], params: { reason: 'LEVEL_OR_NOT_CLASSIFIED' } };

const outcomeFields = {
  level: optional(z.enum(LEVELS)),
  notClassified: optional(z.boolean()).transform((value) => value ?? false),
  reason: optionalTextShape,
  overrideDocument: optionalTextShape,
  /** Proposed handling by use of the result (đề xuất phương án xử lý, NĐ 335/2025 art. 23). */
  handling: optionalTextShape,
};

const decisionRowShape = z
  .strictObject({ classification: idShape, revision: optional(revisionShape), ...outcomeFields })
  .refine(hasOneOutcome, oneOutcome);
export type DecisionRow = z.output<typeof decisionRowShape>;

/** One decision about many people; each row has its own outcome. */
export const decideClassificationsShape = z.strictObject({
  idempotencyKey: idempotencyKeyShape,
  decisionNumber: nameShape,
  decidedOn: localDateShape,
  rows: z.array(decisionRowShape).min(1).max(MOST_DECISIONS).readonly(),
});
export type DecideClassifications = z.output<typeof decideClassificationsShape>;

/**
 * What the authority has concluded of a person's year, with the document that says so; both false takes it back. Source: NĐ 335/2025
 * art. 20(4)(b)(d).
 */
export const recordConclusionShape = z
  .strictObject({
    idempotencyKey: idempotencyKeyShape,
    classification: idShape,
    revision: revisionShape,
    degradation: z.boolean(),
    corruptionInUnit: z.boolean(),
    document: optional(nameShape),
  })
  .refine(({ degradation, corruptionInUnit, document }) => document !== null || !(degradation || corruptionInUnit), {
    error: 'REQUIRED',
    path: ['document'],
    params: {},
  });
export type RecordConclusion = z.output<typeof recordConclusionShape>;

/** A new decision in place of one made; the reason is never left out. Source: NĐ 335/2025 art. 4(4), 21(3). */
export const supersedeClassificationShape = z
  .strictObject({
    idempotencyKey: idempotencyKeyShape,
    classification: idShape,
    revision: revisionShape,
    ...outcomeFields,
    reason: textShape,
    decisionNumber: nameShape,
    decidedOn: localDateShape,
  })
  .refine(hasOneOutcome, oneOutcome);
export type SupersedeClassification = z.output<typeof supersedeClassificationShape>;

/** `receivedOn`: null means today; an earlier day where the personnel body enters a petition that came on paper. */
export const filePetitionShape = z.strictObject({
  idempotencyKey: idempotencyKeyShape,
  classification: idShape,
  content: textShape,
  receivedOn: optional(localDateShape),
});
export type FilePetition = z.output<typeof filePetitionShape>;

export const withdrawPetitionShape = z.strictObject({ idempotencyKey: idempotencyKeyShape, petition: idShape });
export type WithdrawPetition = z.output<typeof withdrawPetitionShape>;

/** Upheld: the new result and the number of the decision that brings it. Dismissed: neither. */
export const resolvePetitionShape = z
  .strictObject({
    idempotencyKey: idempotencyKeyShape,
    petition: idShape,
    outcome: z.enum(PETITION_OUTCOMES),
    resolution: textShape,
    documentNumber: optionalTextShape,
    level: outcomeFields.level,
    notClassified: outcomeFields.notClassified,
    decisionNumber: optional(nameShape),
    overrideDocument: optionalTextShape,
    handling: optionalTextShape,
  })
  .superRefine((petition, context) => {
    const results = (petition.level === null ? 0 : 1) + (petition.notClassified ? 1 : 0);
    const isUpheld = petition.outcome === 'UPHELD';
    const fits = isUpheld
      ? results === 1 && petition.decisionNumber !== null
      : results === 0 && petition.decisionNumber === null;
    if (fits) return;
    const path = [petition.decisionNumber === null && isUpheld && results === 1 ? 'decisionNumber' : 'level'];
    const params = { reason: 'UPHELD_NEEDS_DECISION' };
    context.addIssue({ code: 'custom', message: 'INCONSISTENT', path, params });
  });
export type ResolvePetition = z.output<typeof resolvePetitionShape>;
