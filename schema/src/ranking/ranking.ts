// The door of this domain: what other packages may use of it.
export { type AskedGroup, areComparable, findGroup, type GroupKey, notComparable } from './comparable-group.ts';
export { type Contradiction, contradictions, type UnitFigures } from './contradictions.ts';
export { HISTOGRAM_BINS, histogram10, meanOf, type Quartiles, quartiles, varianceOf } from './distribution.ts';
export { type Box, boxName, boxOf, NINE_BOX_BOUNDS, THIRDS, type Third, thirdBeginsAt } from './nine-box.ts';
export {
  AWARD_WEIGHTS,
  type AwardWeights,
  awardsWeight,
  LEVEL_POINTS,
  type OverYears,
  overYears,
  type RankedYear,
  yearsBasis,
} from './over-years.ts';
export {
  EVERY_RANKING_KEY,
  findDecidingKey,
  MONTH_ORDER,
  RANKING_KEYS,
  type Ranked,
  type RankingFigures,
  type RankingKey,
  type RankingOrder,
  rankPeriod,
  rankRows,
  YEAR_KEYS,
  YEAR_ORDER,
  type YearFigures,
  type YearKey,
} from './rank-rows.ts';
export {
  APART_REASONS,
  type ApartReason,
  CONTRADICTION_KINDS,
  type ContradictionKind,
  GROUP_DIFFERENCES,
  type GroupDifference,
  YEARS_BASES,
  type YearsBasis,
} from './ranking-words.ts';
