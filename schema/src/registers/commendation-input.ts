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
import { inOrder, personOrUnit } from './input-checks.ts';
import { REVOCATION_GROUNDS } from './register-words.ts';

/** Commendations are older than this system, and so are their years; the registers go back to 1990. */
export const registerYearShape = z.int().min(1990).max(9999);

/** Initiatives one commendation may rest on. */
const MOST_INITIATIVES = 20;
/** Names of one decision that come in one call. */
const MOST_COMMENDED = 500;
/** Above any base salary, in đồng. */
const MOST_SALARY = 1_000_000_000;

const initiativesShape = optional(z.array(idShape).max(MOST_INITIATIVES).readonly()).transform((given) => given ?? []);

/** `baseTitleQuotaPercent`: null where nobody set a quota; `baseSalary` in đồng: null where no amounts are worked out. */
export const openCommendationRoundShape = z.strictObject({
  idempotencyKey: idempotencyKeyShape,
  unit: codeShape,
  year: registerYearShape,
  baseTitleQuotaPercent: optional(z.int().min(1).max(100)),
  baseSalary: optional(z.int().min(1).max(MOST_SALARY)),
  /** Version of the office's table of titles; the one in force unless stated. */
  titlesVersion: optional(z.int().min(0)),
});
export type OpenCommendationRound = z.output<typeof openCommendationRoundShape>;

export const closeCommendationRoundShape = z.strictObject({
  idempotencyKey: idempotencyKeyShape,
  round: idShape,
  revision: revisionShape,
});
export type CloseCommendationRound = z.output<typeof closeCommendationRoundShape>;

/**
 * One commendation of a person, or of a unit as a collective. `titleCode` names a row of the table of titles, whose
 * conditions then hold; `year` is the evaluation year it rests on, null for one given on the spot.
 */
export const recordCommendationShape = z
  .strictObject({
    idempotencyKey: idempotencyKeyShape,
    employee: optional(codeShape),
    unit: optional(codeShape),
    titleCode: optional(codeShape),
    form: nameShape,
    title: nameShape,
    kind: nameShape,
    year: optional(registerYearShape),
    achievedFrom: optional(localDateShape),
    achievedTo: optional(localDateShape),
    decisionNumber: nameShape,
    decidedOn: localDateShape,
    issuer: nameShape,
    reason: optionalTextShape,
    initiatives: initiativesShape,
    recommendation: optional(idShape),
    /** The document that allows what conditions or quota would refuse. */
    overrideDocument: optionalTextShape,
  })
  .superRefine((given, context) => {
    personOrUnit(context, ['unit', given.unit], ['employee', given.employee]);
    inOrder(context, ['achievedTo'], given.achievedFrom, given.achievedTo);
    inOrder(context, ['decidedOn'], given.achievedTo, given.decidedOn);
  });
export type RecordCommendation = z.output<typeof recordCommendationShape>;

/** One name of a decision; read by itself, so that a bad one does not refuse the others. */
export const commendedRowShape = z
  .strictObject({
    employee: optional(codeShape),
    unit: optional(codeShape),
    initiatives: initiativesShape,
    overrideDocument: optionalTextShape,
  })
  .superRefine(({ unit, employee }, context) => personOrUnit(context, ['unit', unit], ['employee', employee]));
export type CommendedRow = z.output<typeof commendedRowShape>;

/** A decision that names many, all for the title and year of a round. */
export const recordCommendationsShape = z.strictObject({
  idempotencyKey: idempotencyKeyShape,
  round: idShape,
  titleCode: codeShape,
  decisionNumber: nameShape,
  decidedOn: localDateShape,
  issuer: nameShape,
  rows: z.array(z.unknown()).min(1).max(MOST_COMMENDED).readonly(),
});
export type RecordCommendations = z.output<typeof recordCommendationsShape>;

/** Somebody under procedure, or with an unresolved denunciation, is put back. Source: domain.md 8.3 (RECALLED). */
export const holdCommendationShape = z
  .strictObject({
    idempotencyKey: idempotencyKeyShape,
    round: idShape,
    employee: optional(codeShape),
    unit: optional(codeShape),
    reason: textShape,
    document: nameShape,
    from: localDateShape,
  })
  .superRefine(({ unit, employee }, context) => personOrUnit(context, ['unit', unit], ['employee', employee]));
export type HoldCommendation = z.output<typeof holdCommendationShape>;

export const liftHoldShape = z.strictObject({
  idempotencyKey: idempotencyKeyShape,
  hold: idShape,
  on: localDateShape,
  reason: textShape,
});
export type LiftHold = z.output<typeof liftHoldShape>;

/**
 * A commendation taken back; nothing is deleted. The document may be absent here, because its lack is a refusal of its own
 * (EVIDENCE_REQUIRED). `bonusReturned`: null where there was none or it is not known.
 */
export const revokeCommendationShape = z.strictObject({
  idempotencyKey: idempotencyKeyShape,
  commendation: idShape,
  revision: revisionShape,
  on: localDateShape,
  ground: z.enum(REVOCATION_GROUNDS),
  reason: textShape,
  document: optionalTextShape,
  bonusReturned: optional(z.boolean()),
});
export type RevokeCommendation = z.output<typeof revokeCommendationShape>;
