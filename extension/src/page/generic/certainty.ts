/**
 * How certain it is that a list is one of documents and is read right (decisions/…-how-certain-the-generic-adapter-is.md).
 *
 * Points for each thing found, in whole per cent; what the heading promises counts only as far as the cells keep it. All that can
 * be found together is over 100 and counts as 100.
 */
export const points = {
  /** A column of numbers as the decree on clerical work writes them. */
  NUMBER_COLUMN: 40,
  /** A column headed as document number whose numbers are of another form. */
  LOOSE_NUMBER: 30,
  /** Document numbers inside the titles. */
  NUMBER_IN_TITLE: 35,
  /** Running numbers of issues, where nothing better is there. */
  ISSUE_NUMBER: 20,
  SUBJECT_COLUMN: 15,
  HANDLER_COLUMN: 35,
  DEADLINE_COLUMN: 20,
  DATE_COLUMN: 10,
  ISSUER_COLUMN: 10,
  SECRECY_COLUMN: 5,
  /** What a heading says and its cells do not keep. */
  HANDLERS_NOT_NAMES: -20,
  DEADLINE_NOT_DATES: -15,
  DATE_NOT_DATES: -10,
} as const;

/** What was found, as codes: for the builder, tests and who wonders. Without points: said for information. */
export type Reason =
  | keyof typeof points
  /** The deadline or date is left out: nothing tells day from month. */
  | 'DATES_AMBIGUOUS';

/** At or above this, in per cent, a list is drawn; below it the page is left alone, without a word. */
export const drawingThreshold = 70;

/** A part of the points, by the share (0..100) of cells that are what the heading says; 0..100 in all. */
export const sumCertainty = (found: readonly { readonly reason: Reason; readonly share: number }[]): number => {
  const sum = found.reduce(
    (total, { reason, share }) => total + (reason in points ? points[reason as keyof typeof points] * share : 0),
    0,
  );
  return Math.max(0, Math.min(100, Math.floor(sum / 100)));
};
