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
import { LEVELS } from '../evaluation/level.ts';
import { localDateShape } from '../primitives/shapes.ts';
import { QUOTA_BASES } from '../scoring/quota-rules.ts';
import { MEETING_KINDS } from './procedure-terms.ts';

/** The first whole year of the new evaluation law; older years are history, told by level alone (domain.md 6). */
export const FIRST_YEAR = 2026;

export const yearShape = z.int().min(FIRST_YEAR).max(9999);

/** More people than any meeting has. */
const MOST_PEOPLE = 100_000;
/** As many people as one call may name; more come in several calls, or by naming none (everybody of the unit). */
const MOST_NAMED = 1_000;

const employeesShape = optional(z.array(codeShape).min(1).max(MOST_NAMED).readonly());

/** A rate of 25 % needs the document that allows it, and only that rate has one. Source: NĐ 335/2025 art. 20(5)(b). */
export const openYearShape = z
  .strictObject({
    idempotencyKey: idempotencyKeyShape,
    unit: codeShape,
    year: yearShape,
    quotaBasis: optional(z.enum(QUOTA_BASES)),
    quotaMinOne: optional(z.boolean()),
    quotaIncludeHead: optional(z.boolean()),
    ratePercent: optional(z.union([z.literal(20), z.literal(25)])),
    rateDocument: optionalTextShape,
    dueOn: optional(localDateShape),
  })
  .superRefine(({ ratePercent, rateDocument }, context) => {
    if ((ratePercent === 25) === (rateDocument !== null)) return;
    const params = { reason: 'RATE_NEEDS_DOCUMENT' };
    context.addIssue({ code: 'custom', message: 'INCONSISTENT', path: ['rateDocument'], params });
  });
export type OpenYear = z.output<typeof openYearShape>;

/** Form 02 as the person fills it: own level, and a note that says why. */
export const selfRateShape = z.strictObject({
  idempotencyKey: idempotencyKeyShape,
  classification: idShape,
  revision: revisionShape,
  level: z.enum(LEVELS),
  note: optionalTextShape,
});
export type SelfRate = z.output<typeof selfRateShape>;

/** Minutes of a meeting (biên bản). `employees`: whom it discussed; null means everybody of the unit whose year is open. */
export const recordMeetingShape = z.strictObject({
  idempotencyKey: idempotencyKeyShape,
  unit: codeShape,
  year: yearShape,
  heldOn: localDateShape,
  kind: z.enum(MEETING_KINDS),
  chair: nameShape,
  secretary: nameShape,
  present: z.int().min(1).max(MOST_PEOPLE),
  absent: z.int().min(0).max(MOST_PEOPLE),
  content: textShape,
  documentNumber: optionalTextShape,
  employees: employeesShape,
});
export type RecordMeeting = z.output<typeof recordMeetingShape>;

export const recordPartyOpinionShape = z.strictObject({
  idempotencyKey: idempotencyKeyShape,
  classification: idShape,
  revision: revisionShape,
  /** The Party committee where the person works (cấp ủy nơi công tác). */
  body: nameShape,
  opinion: textShape,
  givenOn: localDateShape,
});
export type RecordPartyOpinion = z.output<typeof recordPartyOpinionShape>;

export const synthesiseShape = z.strictObject({
  idempotencyKey: idempotencyKeyShape,
  classification: idShape,
  revision: revisionShape,
  synthesis: textShape,
});
export type Synthesise = z.output<typeof synthesiseShape>;

export const proposeLevelsShape = z.strictObject({
  idempotencyKey: idempotencyKeyShape,
  unit: codeShape,
  year: yearShape,
});
export type ProposeLevels = z.output<typeof proposeLevelsShape>;

/** Some people of a unit's year, or all of it whom the act concerns. */
const peopleOfYear = {
  idempotencyKey: idempotencyKeyShape,
  unit: codeShape,
  year: yearShape,
  employees: employeesShape,
};

/** `employees`: null means everybody of the unit whose level was decided and who was not told yet. */
export const notifyClassificationsShape = z.strictObject(peopleOfYear);
export type NotifyClassifications = z.output<typeof notifyClassificationsShape>;

/** `employees`: null means everybody of the unit who was told. Only levels are published. */
export const publishClassificationsShape = z.strictObject(peopleOfYear);
export type PublishClassifications = z.output<typeof publishClassificationsShape>;
