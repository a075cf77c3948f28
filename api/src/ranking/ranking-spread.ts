import { type Rational, whole } from '@congvu/schema/primitives/rational';
import { type Box, boxOf, type Quartiles, THIRDS } from '@congvu/schema/ranking';
import { exactDecimal, optionalDecimal } from '../scalar/exact.ts';
import type { CellRow, DistributionRow } from './ranking.store.ts';

/** How many totals lie between two bounds. */
export interface DistributionBin {
  readonly from: number;
  readonly to: number;
  readonly count: number;
}

export interface Distribution {
  readonly scored: number;
  readonly bins: readonly DistributionBin[];
  readonly quartiles: Quartiles | null;
  readonly mean: Rational | null;
}

export function toDistribution({ scored, bins, quartiles, mean }: DistributionRow): Distribution {
  return {
    scored,
    bins: toBins(bins, 10),
    quartiles: quartiles === null ? null : toQuartiles(quartiles),
    mean: optionalDecimal(mean),
  };
}

/** Equal widths from 0; the last bin holds its upper bound too. */
export function toBins(counts: readonly number[], width: number): readonly DistributionBin[] {
  return counts.map((count, index) => ({ from: index * width, to: (index + 1) * width, count }));
}

export function toQuartiles(texts: readonly string[]): Quartiles {
  const [minimum, q1, median, q3, maximum] = texts.map(exactDecimal);
  if (!minimum || !q1 || !median || !q3 || !maximum) throw new Error('Five quartiles are stored, or none.');
  return { minimum, q1, median, q3, maximum };
}

/** One of the nine boxes of result by general criteria. */
export interface NineBoxCell extends Box {
  readonly count: number;
}

/**
 * The nine boxes, all of them, from whole points: a bound is a whole number of points, so nobody changes his box by what was rounded
 * down.
 */
export function toNineBox(cells: readonly CellRow[]): readonly NineBoxCell[] {
  const placed = cells.map((cell) => ({ ...boxOf(whole(cell.result), whole(cell.general)), count: cell.count }));
  return THIRDS.flatMap((row) =>
    THIRDS.map((column) => ({
      column,
      row,
      count: placed
        .filter((each) => each.row === row && each.column === column)
        .reduce((sum, { count }) => sum + count, 0),
    })),
  );
}
