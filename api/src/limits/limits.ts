import { MOST_BULK_ROWS } from '@congvu/schema/evaluation';

/** The public limits of one request (design.md promise 10). Listed by the query `limits` and in every response. */
export interface Limits {
  /** Fields inside one another, introspection not counted. */
  readonly depth: number;
  /** One a field, times the size of the pages and lists it stands in. */
  readonly cost: number;
  readonly aliases: number;
  /** Tokens of the document: a parser's work is bounded by this, not by bytes alone. */
  readonly tokens: number;
  readonly rootFields: number;
  readonly pageSize: number;
  readonly identifyKeys: number;
  /** Checked before anything is parsed. */
  readonly bodyBytes: number;
  /** A user, within one api process. */
  readonly requestsPerMinute: number;
  /** Pages a user may be the first to report in a day; one reported before is only counted up. */
  readonly adapterReportsPerDay: number;
  /** Handlers a user may have remembered on one host. */
  readonly handlerChoices: number;
  /** People set side by side in one comparison. */
  readonly comparedPeople: number;
  /** People looked at for one post. */
  readonly shortlistPeople: number;
  /** Rows of one call that confirms, decides or transfers many. */
  readonly bulkRows: number;
  /** Bytes of an uploaded file, counted while they come. */
  readonly uploadBytes: number;
  /** Rows of an imported CSV file. */
  readonly importRows: number;
  /** Rows of a list given out as XLSX; CSV and JSONL have no such limit. */
  readonly workbookRows: number;
  /** Exports of one user under way at once. */
  readonly exports: number;
  /** Streams of events one user has open at once, within one api process. */
  readonly subscriptions: number;
  /** Webhooks of one user. */
  readonly webhooks: number;
}

// A page of a 1,000-row list asks for its marks in five calls of 200 keys; a card costs about 150; the largest query of
// the extension (a unit's people with their sheets, 100 to a page) about 2,500; 2,100 rows of `assignTasks`, answered with
// each task's id and each row's errors, with the message of each error about 23,000.
export const LIMITS: Limits = {
  depth: 16,
  cost: 30_000,
  aliases: 30,
  tokens: 15_000,
  rootFields: 10,
  pageSize: 100,
  identifyKeys: 500,
  // Six saved pages of 500 kB, with the quotation marks of JSON escaped, are about 3.5 MB; 2,500 rows of `assignTasks` with
  // titles and requirements are about 600 kB.
  bodyBytes: 4_194_304,
  requestsPerMinute: 600,
  // An office's system has a handful of lists and details; who reports more pages reads addresses, not lists.
  adapterReportsPerDay: 20,
  handlerChoices: 500,
  // A table of more columns is read by nobody, and fits no sheet of paper.
  comparedPeople: 6,
  // The largest managing agency has some ten thousand people; more are asked for by a unit below.
  shortlistPeople: 20_000,
  bulkRows: MOST_BULK_ROWS,
  uploadBytes: 33_554_432,
  importRows: 60_000,
  // Beyond this a workbook stands in memory several times over while it is written.
  workbookRows: 50_000,
  exports: 2,
  subscriptions: 2,
  webhooks: 10,
};
