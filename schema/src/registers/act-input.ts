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
import { inconsistent, inOrder, missing } from './input-checks.ts';
import { DEFERRAL_KINDS, LIMITATION_EXCEPTIONS, LIMITATION_STARTS, VIOLATION_SEVERITIES } from './register-words.ts';

const yesOrNo = optional(z.boolean()).transform((value) => value ?? false);
/** Circumstances of R-D-5, each in a few words. */
const circumstancesShape = z.array(nameShape).max(20).readonly();
const noneUnlessGiven = optional(circumstancesShape).transform((given) => given ?? []);

/**
 * An act whose handling begins. `actTo` is null where it was one day; where its end is unknown `limitationStart` says what
 * limitation is counted from. A sealed act is kept from the person and from all but personnel.
 */
export const openViolationShape = z
  .strictObject({
    idempotencyKey: idempotencyKeyShape,
    employee: codeShape,
    /** The unit at the time of the act; the person's on that day unless stated. */
    unit: optional(codeShape),
    actFrom: localDateShape,
    actTo: optional(localDateShape),
    discoveredOn: localDateShape,
    concludedOn: optional(localDateShape),
    limitationStart: optional(z.enum(LIMITATION_STARTS)).transform((start) => start ?? 'END_OF_ACT'),
    limitationException: optional(z.enum(LIMITATION_EXCEPTIONS)),
    relatedToDuty: z.boolean(),
    degradation: z.boolean(),
    corruption: yesOrNo,
    severity: optional(z.enum(VIOLATION_SEVERITIES)),
    summary: textShape,
    mitigating: noneUnlessGiven,
    aggravating: noneUnlessGiven,
    sealed: yesOrNo,
    recommendation: optional(idShape),
  })
  .superRefine((act, context) => {
    inOrder(context, ['actTo'], act.actFrom, act.actTo);
    inOrder(context, ['discoveredOn'], act.actFrom, act.discoveredOn);
    inOrder(context, ['concludedOn'], act.discoveredOn, act.concludedOn);
    if (act.limitationStart === 'CONCLUSION' && act.concludedOn === null) missing(context, ['concludedOn']);
  });
export type OpenViolation = z.output<typeof openViolationShape>;

/** What is left out stays as it is. An extension of the handling time comes with its document, once. */
export const changeViolationShape = z
  .strictObject({
    idempotencyKey: idempotencyKeyShape,
    violation: idShape,
    revision: revisionShape,
    mitigating: optional(circumstancesShape),
    aggravating: optional(circumstancesShape),
    sealed: optional(z.boolean()),
    severity: optional(z.enum(VIOLATION_SEVERITIES)),
    extendedTo: optional(localDateShape),
    extensionDocument: optionalTextShape,
  })
  .superRefine(({ extendedTo, extensionDocument }, context) => {
    if ((extendedTo === null) !== (extensionDocument === null))
      inconsistent(context, [extendedTo === null ? 'extendedTo' : 'extensionDocument'], 'EXTENSION_NEEDS_DOCUMENT');
  });
export type ChangeViolation = z.output<typeof changeViolationShape>;

/** Closed without a discipline: no violation, or one that is not disciplined. */
export const dismissViolationShape = z.strictObject({
  idempotencyKey: idempotencyKeyShape,
  violation: idShape,
  revision: revisionShape,
  on: localDateShape,
  reason: textShape,
  document: nameShape,
});
export type DismissViolation = z.output<typeof dismissViolationShape>;

/** Handling waits (R-D-6). `to` is null while it is not known until when. */
export const deferViolationShape = z
  .strictObject({
    idempotencyKey: idempotencyKeyShape,
    violation: idShape,
    kind: z.enum(DEFERRAL_KINDS),
    from: localDateShape,
    to: optional(localDateShape),
    document: nameShape,
  })
  .superRefine(({ from, to }, context) => inOrder(context, ['to'], from, to));
export type DeferViolation = z.output<typeof deferViolationShape>;

/** `on` is the last day of the deferral. */
export const endDeferralShape = z.strictObject({
  idempotencyKey: idempotencyKeyShape,
  deferral: idShape,
  on: localDateShape,
});
export type EndDeferral = z.output<typeof endDeferralShape>;
