import { z } from 'zod';
import { domainError, type FieldError } from '../errors/error-catalogue.ts';
import { compare, type Rational, toText } from '../primitives/rational.ts';
import { periodShape } from '../primitives/shapes.ts';
import {
  codeShape,
  idempotencyKeyShape,
  idShape,
  leaderFigureShape,
  optional,
  optionalTextShape,
  pointsShape,
  revisionShape,
} from './input-field.ts';

/** More criteria than any form has. */
const MOST_CRITERIA = 50;

const criterionPointsShape = z.strictObject({
  code: codeShape,
  points: pointsShape,
  remark: optionalTextShape,
});
export type CriterionPoints = z.output<typeof criterionPointsShape>;

const criteriaShape = z.array(criterionPointsShape).max(MOST_CRITERIA).readonly();

export const selfScoreShape = z.strictObject({
  idempotencyKey: idempotencyKeyShape,
  period: periodShape,
  /** The unit of the sheet; needed only where a month has two. */
  unit: optional(codeShape),
  revision: revisionShape,
  criteria: criteriaShape,
  strengths: optionalTextShape,
  limitations: optionalTextShape,
});
export type SelfScore = z.output<typeof selfScoreShape>;

export const confirmPeriodSheetShape = z.strictObject({
  idempotencyKey: idempotencyKeyShape,
  sheet: idShape,
  revision: revisionShape,
  criteria: criteriaShape,
  organising: optional(leaderFigureShape),
  cohesion: optional(leaderFigureShape),
  organisingEvidence: optionalTextShape,
  cohesionEvidence: optionalTextShape,
  opinion: optionalTextShape,
  reason: optionalTextShape,
});
export type ConfirmPeriodSheet = z.output<typeof confirmPeriodSheetShape>;

export const scorePreviewShape = z.strictObject({
  employee: codeShape,
  period: periodShape,
  criteria: criteriaShape,
  organising: optional(leaderFigureShape),
  cohesion: optional(leaderFigureShape),
});
export type ScorePreviewInput = z.output<typeof scorePreviewShape>;

/**
 * What is wrong with points given for a rule set's criteria: unknown and repeated codes, points above the criterion's
 * maximum and, where `complete`, criteria without points. Empty where nothing is. Source: NĐ 335/2025 Annex II, Form 01.
 */
export function checkCriteria(
  criteria: readonly { readonly code: string; readonly maximum: Rational }[],
  given: readonly Pick<CriterionPoints, 'code' | 'points'>[],
  complete: boolean,
): readonly FieldError[] {
  const maximumOf = new Map(criteria.map(({ code, maximum }) => [code, maximum]));
  const seen = new Set<string>();
  const errors: FieldError[] = [];
  for (const [index, { code, points }] of given.entries()) {
    const maximum = maximumOf.get(code);
    if (maximum === undefined) {
      errors.push({ path: `/criteria/${index}/code`, error: domainError('CRITERION_UNKNOWN', { criterion: code }) });
    } else if (compare(points, maximum) > 0) {
      const payload = { criterion: code, given: toText(points), maximum: toText(maximum) };
      errors.push({ path: `/criteria/${index}/points`, error: domainError('POINTS_ABOVE_MAXIMUM', payload) });
    }
    if (seen.has(code)) {
      errors.push({
        path: `/criteria/${index}/code`,
        error: domainError('INCONSISTENT', { reason: 'DUPLICATE_CODE' }),
      });
    }
    seen.add(code);
  }
  const missing = complete ? criteria.filter(({ code }) => !seen.has(code)) : [];
  return [
    ...errors,
    ...missing.map(({ code }) => ({
      path: '/criteria',
      error: domainError('CRITERION_MISSING', { criterion: code }),
    })),
  ];
}
