// The door of this domain: what other packages may use of it.
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
