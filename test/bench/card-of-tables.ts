/** One person's card as PostGraphile is asked for it, and its answer in the form of ours, so that the two can be compared. */

/** The card in PostGraphile's names; a person's assignment is the newest one. */
export const CARD_OF_TABLES = `query Card($code: String!) { employee: employeeByCode(code: $code) { code name
  assignments: assignmentsByEmployeeId(first: 1, orderBy: [VALID_FROM_DESC]) { nodes { title post unit: unitByUnitId { name } } }
  periodSheets: periodSheetsByEmployeeId(first: 8, orderBy: [PERIOD_DESC, UNIT_ID_DESC]) { edges { node { period state level display } } }
  commendations: commendationsByEmployeeId(first: 5, orderBy: [DECIDED_ON_DESC, ROW_ID_DESC]) { edges { node { title decidedOn } } }
  disciplineDecisions: disciplineDecisionsByEmployeeId(first: 5, orderBy: [DECIDED_ON_DESC, ROW_ID_DESC]) {
    edges { node { form effectiveTo } } } } }`;

interface Edges<Node> {
  readonly edges: readonly { readonly node: Node }[];
}
interface Records {
  readonly code: string;
  readonly name: string;
  readonly commendations: Edges<{ readonly title: string; readonly decidedOn: string }>;
  readonly disciplineDecisions: Edges<{ readonly form: string; readonly effectiveTo: string | null }>;
}
interface Placed {
  readonly title: string;
  readonly post: string;
}
interface Named {
  readonly name: string;
}
interface Scored {
  readonly level: string | null;
  readonly display: string | null;
}
interface Month {
  readonly period: string;
  readonly state: string;
}
export interface Card extends Records {
  readonly unit: Named | null;
  readonly assignment: Placed | null;
  readonly periodSheets: Edges<Month & { readonly score: Scored | null }>;
}
export interface CardOfTables extends Records {
  readonly assignments: { readonly nodes: readonly (Placed & { readonly unit: Named })[] };
  readonly periodSheets: Edges<Month & Scored>;
}

/** PostGraphile's answer in the form of ours; names and nesting differ, values do not. */
export function toCard({ assignments, periodSheets, ...records }: CardOfTables): Card {
  const [newest] = assignments.nodes;
  return {
    ...records,
    unit: newest ? newest.unit : null,
    assignment: newest ? { title: newest.title, post: newest.post } : null,
    periodSheets: {
      edges: periodSheets.edges.map(({ node: { period, state, level, display } }) => ({
        // A sheet without points has no score in ours, and empty columns in its table.
        node: { period, state, score: level === null && display === null ? null : { level, display } },
      })),
    },
  };
}
