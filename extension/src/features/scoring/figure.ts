import type { Level } from '@congvu/schema/evaluation';
import { multiply, parseRational, type Rational, whole } from '@congvu/schema/primitives/rational';
import { COMPONENTS, type Component, type ScoredPeriod } from '@congvu/schema/scoring';
import type { Sheet_SheetFragment } from '../../../generated/graphql.ts';

/** What a score shows, whoever worked it out. Components in percent, the leader's only where they count. */
export type Figure = {
  readonly total: Rational;
  readonly level: Level;
  readonly isProvisional: boolean;
  readonly resultPoints: Rational;
  readonly general: Rational;
  readonly components: readonly (readonly [Component, Rational])[];
};

/** The stored figure; null where there is none yet. */
export function figureOf(score: Sheet_SheetFragment['score']): Figure | null {
  if (score === null || score.level === null) return null;
  const [total, resultPoints, general] = [read(score.total), read(score.resultPoints), read(score.general)];
  if (total === null || resultPoints === null || general === null) return null;
  const components = (['quantity', 'quality', 'progress'] as const).flatMap((component) => {
    const value = read(score[component]);
    return value === null ? [] : [[component, percent(value)] as const];
  });
  return { total, level: score.level, isProvisional: score.provisional, resultPoints, general, components };
}

/** The figure of what is typed now. */
export function liveFigureOf(score: ScoredPeriod): Figure {
  const { total, level, resultPoints, general } = score;
  const components = COMPONENTS.flatMap((component) => {
    const value = score[component];
    return value === null ? [] : [[component, percent(value)] as const];
  });
  return { total, level, isProvisional: true, resultPoints, general, components };
}

function percent(fraction: Rational): Rational {
  return multiply(fraction, whole(100));
}

function read(exact: string | null): Rational | null {
  const value = exact === null ? null : parseRational(exact);
  return value?.ok ? value.value : null;
}
