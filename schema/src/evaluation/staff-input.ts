import { z } from 'zod';
import { localDateShape } from '../primitives/shapes.ts';
import { POSTS, SUBJECT_TYPES } from './assignment.ts';
import { codeShape, idempotencyKeyShape, idShape, nameShape, optional, optionalTextShape } from './input-field.ts';

/** Why somebody is away. SICK and MATERNITY: by social insurance law, classified on the time worked. Source: NĐ 335/2025 art. 11. */
export const ABSENCE_KINDS = ['UNPAID', 'SICK', 'MATERNITY', 'OTHER'] as const;
export type AbsenceKind = (typeof ABSENCE_KINDS)[number];

/** DELEGATION: a head's own scoring handed on (ủy quyền). ACTING_HEAD: somebody in charge of a unit (giao phụ trách, quyền trưởng). */
export const DELEGATION_KINDS = ['DELEGATION', 'ACTING_HEAD'] as const;
export type DelegationKind = (typeof DELEGATION_KINDS)[number];

/** The people of a merged unit whose post or group changes, at most. */
const MOST_PLACES = 1_000;
const MOST_CHARGES = 200;

/** `to` not before `from`; the issue stands at "/to". */
function inOrder<Period extends { readonly from: string; readonly to: string | null }>(
  period: Period,
  context: z.RefinementCtx,
): void {
  if (period.to === null || period.from <= period.to) return;
  context.addIssue({ code: 'custom', message: 'INCONSISTENT', path: ['to'], params: { reason: 'DATES_REVERSED' } });
}

/** A new assignment from a day on; the one before it ends the day before. */
export const transferEmployeeShape = z.strictObject({
  idempotencyKey: idempotencyKeyShape,
  employee: codeShape,
  unit: codeShape,
  post: z.enum(POSTS),
  title: nameShape,
  group: codeShape,
  subjectType: z.enum(SUBJECT_TYPES),
  from: localDateShape,
  document: nameShape,
});
export type TransferEmployee = z.output<typeof transferEmployeeShape>;

export const mergeUnitsShape = z.strictObject({
  idempotencyKey: idempotencyKeyShape,
  unit: codeShape,
  successor: codeShape,
  on: localDateShape,
  document: nameShape,
  /** People whose post, title or group is another in the successor; the others keep theirs. */
  places: optional(
    z
      .array(
        z.strictObject({
          employee: codeShape,
          post: optional(z.enum(POSTS)),
          title: optionalTextShape,
          group: optional(codeShape),
        }),
      )
      .max(MOST_PLACES)
      .readonly(),
  ).transform((places) => places ?? []),
});
export type MergeUnits = z.output<typeof mergeUnitsShape>;

export const recordAbsenceShape = z
  .strictObject({
    idempotencyKey: idempotencyKeyShape,
    employee: codeShape,
    kind: z.enum(ABSENCE_KINDS),
    from: localDateShape,
    to: optional(localDateShape),
    document: nameShape,
  })
  .superRefine(inOrder);
export type RecordAbsence = z.output<typeof recordAbsenceShape>;

export const revokeAbsenceShape = z.strictObject({ idempotencyKey: idempotencyKeyShape, absence: idShape });
export type RevokeAbsence = z.output<typeof revokeAbsenceShape>;

/** The whole field of a deputy from a day on; none: he answers for the whole unit. Source: NĐ 335/2025 art. 15(4). */
export const setChargesShape = z.strictObject({
  idempotencyKey: idempotencyKeyShape,
  employee: codeShape,
  from: localDateShape,
  units: optional(z.array(codeShape).max(MOST_CHARGES).readonly()).transform((units) => units ?? []),
  people: optional(z.array(codeShape).max(MOST_CHARGES).readonly()).transform((people) => people ?? []),
});
export type SetCharges = z.output<typeof setChargesShape>;

export const delegateShape = z
  .strictObject({
    idempotencyKey: idempotencyKeyShape,
    unit: codeShape,
    employee: codeShape,
    kind: z.enum(DELEGATION_KINDS),
    /** Whether the right to classify is handed on too, where the head holds it. */
    classifies: optional(z.boolean()).transform((classifies) => classifies ?? false),
    from: localDateShape,
    to: optional(localDateShape),
    document: nameShape,
  })
  .superRefine(inOrder);
export type Delegate = z.output<typeof delegateShape>;

export const revokeDelegationShape = z.strictObject({ idempotencyKey: idempotencyKeyShape, delegation: idShape });
export type RevokeDelegation = z.output<typeof revokeDelegationShape>;
