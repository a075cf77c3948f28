// The door of this domain: what other packages may use of it.
export { canonicalJson } from './canonical-json.ts';
export { SUMMARY_ENGINE, summarise, summariseBy } from './summarise.ts';
export type { SummaryBody, SummaryColumn, SummaryNote, SummaryTable } from './summary-body.ts';
export {
  type FreezeSummary,
  freezeSummaryShape,
  LEAST_COMPARED,
  MOST_COMPARED,
  type PullSummary,
  pullSummaryShape,
  type SummaryQuestion,
} from './summary-input.ts';
export type {
  BlockFact,
  CalibrationInputs,
  CommendationInputs,
  ComparisonInputs,
  Named,
  NamedPerson,
  RankingInputs,
  ShortlistInputs,
  SummaryInputs,
  UnitsInputs,
  YearFact,
} from './summary-inputs.ts';
export { PULL_FORMATS, type PullFormat, SUMMARY_KINDS, type SummaryKind } from './summary-words.ts';
export { type SupersededInput, supersededInputs, type VersionedInput } from './superseded.ts';
