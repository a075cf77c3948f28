import type { SummaryKind } from '@congvu/schema/summary';
import { type DocumentNode, parse } from 'graphql';

const PAGE = 'pageInfo { hasNextPage endCursor }';
const PERSON = 'employee { id code name assignment { title unit { name } } }';
const BLOCKS = 'blocks { kind until }';
const YEARS = 'years { year level notClassified }';

/**
 * The question of each kind as a screen asks it: what is frozen is what the asker is shown, by his own rights, and noted as read.
 * A list is gone through to its end by `after`.
 */
export const QUESTIONS: Readonly<Record<SummaryKind, DocumentNode>> = {
  RANKING:
    parse(`query Q($unit: String!, $period: Period!, $agency: String, $group: String, $family: String, $years: Int,
      $first: Int!, $after: String) {
    ranking(unit: $unit, period: $period, agency: $agency, group: $group, family: $family, years: $years) {
      unit { code name } period provisional agency { code name } group { code name } family { code } keys yearsBasis
      total wholeGroup levels { level count }
      list: rows(first: $first, after: $after) { ${PAGE} edges { node { ${PERSON} rank level total resultPoints general
        quality delays awards decidingKey ${YEARS} ${BLOCKS} } } } } }`),
  SHORTLIST: parse(`query Q($unit: String!, $post: Post!, $on: LocalDate, $within: String, $group: String,
      $state: [ShortlistState!], $search: String, $first: Int!, $after: String) {
    list: shortlist(unit: $unit, post: $post, on: $on, within: $within, group: $group, state: $state, search: $search,
        first: $first, after: $after) {
      ${PAGE} within { code name } table { version on post unit { code name } }
      edges { node { ${PERSON} state conditions { kind state needed found source { certainty } } } } } }`),
  COMPARISON: parse(`query Q($employees: [String!]!, $period: Period!, $years: Int, $byLevel: Boolean) {
    comparison(employees: $employees, period: $period, years: $years, byLevel: $byLevel) { period comparable people {
      ${PERSON} level components { quantity quality progress unitResult organising cohesion general result total }
      trend { period total level } titles { title year } findings { open closed } ${BLOCKS}
      workload { period assigned done late } } } }`),
  COMMENDATION: parse(`query Q($unit: String!, $year: Int!) {
    commendationStanding(unit: $unit, year: $year) { title name quota { limit used left } eligible missing held subject } }`),
  UNITS: parse(`query Q($unit: String!, $period: Period!) {
    unitComparison(unit: $unit, period: $period) { unit { code name } period units { unit { code name } members
      levels { level count } quota { limit used left } result { level total } mean general resultMean selfGap
      contradictions { kind text source { certainty } } } } }`),
  CALIBRATION: parse(`query Q($session: ID!, $first: Int!, $after: String) {
    node(id: $session) { ... on CalibrationSession { id title year state lockedBy lockDocument unit { code name }
      list: rows(first: $first, after: $after) { ${PAGE} edges { node { level proposal { level }
        changes { before after reason authorisedBy document }
        classification { proposedLevel ${PERSON} } } } } } } }`),
};

/** People apart of a ranking, a list of their own. */
export const APART =
  parse(`query Q($unit: String!, $period: Period!, $agency: String, $group: String, $family: String, $years: Int,
    $first: Int!, $after: String) {
  ranking(unit: $unit, period: $period, agency: $agency, group: $group, family: $family, years: $years) {
    list: apart(first: $first, after: $after) { ${PAGE} edges { node { reason ${PERSON} } } } } }`);

/** Candidates for one title. */
export const CANDIDATES = parse(`query Q($unit: String!, $year: Int!, $title: String!, $first: Int!, $after: String) {
  list: candidates(unit: $unit, year: $year, title: $title, first: $first, after: $after) {
    ${PAGE} edges { node { level state missing { needed } ${PERSON} } } } }`);
