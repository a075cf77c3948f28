import { z } from 'zod';
import { localDateShape } from '../primitives/shapes.ts';
import { codeShape, idempotencyKeyShape, idShape, nameShape, optional, optionalTextShape } from './input-field.ts';

/**
 * Administrative and of the Party, each light to heavy; DEMOTION and SALARY_REDUCTION stand in old decisions only.
 * Source: Luật 80/2025/QH15 art. 35, 36; NĐ 172/2025; domain.md 7.1. Who can have which and when is data: registers.
 */
export const DISCIPLINE_FORMS = [
  'REPRIMAND',
  'WARNING',
  'SALARY_REDUCTION',
  'DEMOTION',
  'REMOVAL_FROM_OFFICE',
  'RECALL',
  'DISMISSAL',
  'PARTY_REPRIMAND',
  'PARTY_WARNING',
  'PARTY_REMOVAL',
  'PARTY_EXPULSION',
] as const;
export type DisciplineForm = (typeof DISCIPLINE_FORMS)[number];

export function isDisciplineForm(text: string): text is DisciplineForm {
  return (DISCIPLINE_FORMS as readonly string[]).includes(text);
}

/** The act itself: several decisions may punish one, and it counts in one year only. Source: NĐ 335/2025 art. 11(4)–(6). */
const violationShape = z.strictObject({
  /** The unit at the time of the act; the person's present one unless stated. */
  unit: optional(codeShape),
  actFrom: localDateShape,
  actTo: optional(localDateShape),
  discoveredOn: localDateShape,
  relatedToDuty: z.boolean(),
  degradation: z.boolean(),
});

/** More acts than one decision has ever handled. */
const MOST_ACTS = 20;

/**
 * A decision on an act recorded with it, or on those recorded before: `violation` for one, `violations` for several handled
 * together, of which the first is the main one. `effectiveTo` is null where the table of effects says until when.
 */
export const recordDisciplineDecisionShape = z
  .strictObject({
    idempotencyKey: idempotencyKeyShape,
    employee: codeShape,
    violation: optional(idShape),
    violations: optional(z.array(idShape).min(1).max(MOST_ACTS).readonly()),
    act: optional(violationShape),
    form: z.enum(DISCIPLINE_FORMS),
    decisionNumber: nameShape,
    decidedOn: localDateShape,
    effectiveFrom: localDateShape,
    effectiveTo: optional(localDateShape),
    issuer: nameShape,
    summary: optionalTextShape,
    /** Why the form is lighter than R-D-3 asks for, such as mitigating facts (R-D-5). */
    reasonForForm: optionalTextShape,
  })
  .superRefine((decision, context) => {
    const reversed = (path: string[]) =>
      context.addIssue({ code: 'custom', message: 'INCONSISTENT', path, params: { reason: 'DATES_REVERSED' } });
    if (decision.effectiveTo !== null && decision.effectiveTo < decision.effectiveFrom) reversed(['effectiveTo']);
    const { act } = decision;
    if (act !== null && act.actTo !== null && act.actTo < act.actFrom) reversed(['act', 'actTo']);
    const named = [act, decision.violation, decision.violations].filter((each) => each !== null);
    if (named.length !== 1)
      context.addIssue({ code: 'custom', message: 'INCONSISTENT', path: ['act'], params: { reason: 'ONE_ACT' } });
  });
export type RecordDisciplineDecision = z.output<typeof recordDisciplineDecisionShape>;
