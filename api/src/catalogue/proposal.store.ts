import type { CatalogueProposalState } from '@congvu/schema/procedure';
import type { Context } from '../context.ts';
import { batchById, batchByParent, listPage } from '../sql/list.ts';
import type { ListStatement, Page, PageArguments, PlacedRow } from '../sql/page.ts';
import { raw, type Sql, sql } from '../sql/sql.ts';
import { isInUnitUnder } from '../unit/unit.store.ts';

/** What was to be assigned when the product was found missing. */
export interface Wish {
  readonly employee: string;
  /** Exact text. */
  readonly quantity: string;
  readonly deadline: string;
}

export interface ProposalRow {
  readonly id: string;
  readonly unitId: string;
  readonly code: string | null;
  readonly name: string;
  readonly group: string;
  /** Decimal text. */
  readonly points: string;
  readonly unitOfWork: string | null;
  readonly reason: string;
  readonly state: CatalogueProposalState;
  readonly catalogueId: string | null;
  readonly mergedIntoId: string | null;
  readonly wish: Wish | null;
  readonly proposedBy: string;
  readonly proposedAt: Date;
  readonly decidedNote: string | null;
  readonly revision: number;
}

const COLUMNS = raw(`cp.id, cp.unit_id as "unitId", cp.code, cp.name, cp.complexity_group as "group",
  cp.points::text as points, cp.unit_of_work as "unitOfWork", cp.reason, cp.state, cp.catalogue_id as "catalogueId",
  cp.merged_into_id as "mergedIntoId", cp.wish, cp.proposed_by_name as "proposedBy", cp.proposed_at as "proposedAt",
  cp.decided_note as "decidedNote", cp.revision`);
const FROM = raw('congvu.catalogue_proposal cp');

export const proposalById = batchById<ProposalRow>('proposalById', COLUMNS, FROM, 'cp.id');

/** The duplicates that were consolidated into each. */
export const mergedByProposal = batchByParent<ProposalRow & { readonly parent_id: string }>(
  'mergedByProposal',
  (ids) => sql`select cp.merged_into_id as parent_id, ${COLUMNS} from ${FROM}
    where cp.merged_into_id = any(${ids}::uuid[]) order by cp.proposed_at, cp.id`,
);

export interface ProposalFilter {
  readonly unit?: string | null | undefined;
  readonly state?: readonly CatalogueProposalState[] | null | undefined;
}

/** Oldest first: what was asked for first is decided first. */
export function listProposals(
  context: Context,
  filter: ProposalFilter,
  args: PageArguments,
): Promise<Page<ProposalRow>> {
  const conditions: Sql[] = [];
  if (filter.unit) conditions.push(isInUnitUnder('cp.unit_id', filter.unit));
  if (filter.state) conditions.push(sql`cp.state = any(${filter.state}::congvu.proposal_state[])`);
  const list: ListStatement = {
    columns: COLUMNS,
    from: FROM,
    conditions,
    order: [
      { expression: 'cp.proposed_at', type: 'timestamptz' },
      { expression: 'cp.id', type: 'uuid' },
    ],
  };
  return listPage<ProposalRow & PlacedRow>(context, list, args);
}
