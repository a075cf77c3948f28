// The door of this domain: what other packages may use of it.
export { PULL_FORMATS, type PullFormat, SUMMARY_KINDS, type SummaryKind } from './summary-words.ts';
