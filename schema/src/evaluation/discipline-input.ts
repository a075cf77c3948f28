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
  'DISMISSAL',
  'RECALL',
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

/** A decision on an act recorded with it, or on one recorded before. */
export const recordDisciplineDecisionShape = z
  .strictObject({
    idempotencyKey: idempotencyKeyShape,
    employee: codeShape,
    violation: optional(idShape),
    act: optional(violationShape),
    form: z.enum(DISCIPLINE_FORMS),
    decisionNumber: nameShape,
    decidedOn: localDateShape,
    effectiveFrom: localDateShape,
    effectiveTo: localDateShape,
    issuer: nameShape,
    summary: optionalTextShape,
  })
  .superRefine((decision, context) => {
    const reversed = (path: string[]) =>
      context.addIssue({ code: 'custom', message: 'INCONSISTENT', path, params: { reason: 'DATES_REVERSED' } });
    if (decision.effectiveTo < decision.effectiveFrom) reversed(['effectiveTo']);
    const { act } = decision;
    if (act !== null && act.actTo !== null && act.actTo < act.actFrom) reversed(['act', 'actTo']);
    if ((act === null) === (decision.violation === null))
      context.addIssue({ code: 'custom', message: 'INCONSISTENT', path: ['act'], params: { reason: 'ONE_ACT' } });
  });
export type RecordDisciplineDecision = z.output<typeof recordDisciplineDecisionShape>;
