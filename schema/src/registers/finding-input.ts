import { z } from 'zod';
import {
  codeShape,
  idempotencyKeyShape,
  idShape,
  optional,
  revisionShape,
  textShape,
} from '../evaluation/input-field.ts';
import { localDateShape } from '../primitives/shapes.ts';
import { inconsistent } from './input-checks.ts';
import { FINDING_SEVERITIES, FINDING_TOPICS } from './register-words.ts';

/** More of one thing than an inspection counts. */
const MOST_COUNTED = 1_000_000;

/** What a team found, good or bad, of a unit or of a person in it; its draft until it is issued to the unit. */
export const recordFindingShape = z
  .strictObject({
    idempotencyKey: idempotencyKeyShape,
    inspection: idShape,
    visit: optional(idShape),
    unit: codeShape,
    employee: optional(codeShape),
    topic: z.enum(FINDING_TOPICS),
    positive: z.boolean(),
    description: textShape,
    quantity: optional(z.int().min(1).max(MOST_COUNTED)),
    severity: optional(z.enum(FINDING_SEVERITIES)),
    evidence: textShape,
    foundOn: localDateShape,
  })
  .superRefine(({ positive, severity }, context) => {
    if (positive && severity !== null) inconsistent(context, ['severity'], 'GOOD_HAS_NO_SEVERITY');
  });
export type RecordFinding = z.output<typeof recordFindingShape>;

/** Tells the units all findings of an inspection that are still the team's draft. */
export const issueFindingsShape = z.strictObject({
  idempotencyKey: idempotencyKeyShape,
  inspection: idShape,
  on: localDateShape,
});
export type IssueFindings = z.output<typeof issueFindingsShape>;

export const remedyFindingShape = z.strictObject({
  idempotencyKey: idempotencyKeyShape,
  finding: idShape,
  revision: revisionShape,
  on: localDateShape,
  proof: textShape,
});
export type RemedyFinding = z.output<typeof remedyFindingShape>;

/** A good practice that is made known to others (nhân rộng). */
export const spreadFindingShape = z.strictObject({
  idempotencyKey: idempotencyKeyShape,
  finding: idShape,
  revision: revisionShape,
  on: localDateShape,
});
export type SpreadFinding = z.output<typeof spreadFindingShape>;
