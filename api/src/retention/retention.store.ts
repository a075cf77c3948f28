import type { RetentionEntity, RetentionProposalState, RetentionTerm } from '@congvu/schema/registers';
import type { Context } from '../context.ts';
import { batchById, listPage } from '../sql/list.ts';
import type { ListStatement, Page, PageArguments, PlacedRow } from '../sql/page.ts';
import { raw, sql } from '../sql/sql.ts';
import { isInUnitUnder } from '../unit/unit.store.ts';

export interface RetentionProposalRow {
  readonly id: string;
  readonly jobId: string;
  readonly unitId: string;
  readonly entity: RetentionEntity;
  /** Rows that ended before this day. */
  readonly cutoff: string;
  readonly rows: number;
  /** Up to twenty ids; no name. */
  readonly sample: readonly string[];
  /** The row of the table it rests on, as it was. */
  readonly basis: RetentionTerm;
  readonly state: RetentionProposalState;
  readonly proposedById: string;
  readonly proposedBy: string;
  readonly proposedAt: Date;
  readonly decidedBy: string | null;
  readonly decidedAt: Date | null;
  readonly done: number | null;
  readonly reason: string | null;
}

const COLUMNS = raw(`rp.id, rp.job_id as "jobId", j.unit_id as "unitId", rp.entity, rp.cutoff::text as cutoff, rp.rows,
  rp.sample, rp.basis, rp.state, rp.proposed_by_id as "proposedById", j.created_by_name as "proposedBy",
  j.created_at as "proposedAt", rp.decided_by_name as "decidedBy", rp.decided_at as "decidedAt", rp.done, rp.reason`);
const FROM = raw('congvu.retention_proposal rp join congvu.job j on j.id = rp.job_id');

export const retentionProposalById = batchById<RetentionProposalRow>('retentionProposalById', COLUMNS, FROM, 'rp.id');

interface RetentionFilter {
  readonly unit?: string | null | undefined;
  readonly state?: readonly RetentionProposalState[] | null | undefined;
}

/** What waits for a second person first, then the newest. */
export function listRetentionProposals(
  context: Context,
  { unit, state }: RetentionFilter,
  args: PageArguments,
): Promise<Page<RetentionProposalRow>> {
  const list: ListStatement = {
    columns: COLUMNS,
    from: FROM,
    conditions: [
      ...(unit ? [isInUnitUnder('j.unit_id', unit)] : []),
      ...(state ? [sql`rp.state = any(${state}::congvu.retention_state[])`] : []),
    ],
    order: [
      { expression: "(rp.state = 'PROPOSED')::int", type: 'integer' },
      { expression: 'j.created_at', type: 'timestamptz' },
      { expression: 'rp.id', type: 'uuid' },
    ],
    descending: true,
  };
  return listPage<RetentionProposalRow & PlacedRow>(context, list, args);
}
