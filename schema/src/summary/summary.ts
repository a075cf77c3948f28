// The door of this domain: what other packages may use of it.
export {
  type FreezeSummary,
  freezeSummaryShape,
  LEAST_COMPARED,
  MOST_COMPARED,
  type PullSummary,
  pullSummaryShape,
  type SummaryQuestion,
} from './summary-input.ts';
export { PULL_FORMATS, type PullFormat, SUMMARY_KINDS, type SummaryKind } from './summary-words.ts';
