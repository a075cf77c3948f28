// The door of this domain: what other packages may use of it.
export type { BatchOptions } from './answer-line.ts';
export { answerClassifyLine } from './classify-line.ts';
export { type LineSplitter, makeLineSplitter, splitLines } from './line-splitter.ts';
export { answerScoreLine } from './score-line.ts';
