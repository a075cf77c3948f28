import { add, divide, multiply, type Rational, whole, ZERO } from '../primitives/rational.ts';

/** What a period contributes to a longer one. Exact; `quality` is a fraction, `delays` the non-exempt ones. */
export interface Figures {
  /** 0 … 100. */
  readonly total: Rational;
  /** 0 … 70. */
  readonly resultPoints: Rational;
  readonly quality: Rational;
  readonly delays: number;
}

export interface WeightedFigures {
  readonly figures: Figures;
  /** Whole and at least 0. */
  readonly weight: number;
}

/** The weighted mean, with the delays summed; null where the weights sum to 0. */
export function meanFigures(parts: readonly WeightedFigures[]): Figures | null {
  let weights = 0;
  let delays = 0;
  let [total, resultPoints, quality] = [ZERO, ZERO, ZERO];
  for (const { figures, weight } of parts) {
    const factor = whole(weight);
    weights += weight;
    delays += figures.delays;
    total = add(total, multiply(figures.total, factor));
    resultPoints = add(resultPoints, multiply(figures.resultPoints, factor));
    quality = add(quality, multiply(figures.quality, factor));
  }
  if (weights === 0) return null;
  const divisor = whole(weights);
  return {
    total: divide(total, divisor),
    resultPoints: divide(resultPoints, divisor),
    quality: divide(quality, divisor),
    delays,
  };
}
