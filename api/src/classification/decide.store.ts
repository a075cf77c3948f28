import { Prisma } from '@congvu/prisma/client';
import type { Transaction } from '@congvu/prisma/database';
import type { Level, Post } from '@congvu/schema/evaluation';
import type { ClassificationState } from '@congvu/schema/procedure';
import type { QuotaBasis } from '@congvu/schema/scoring';
import type { ProposalOutcome } from './classification.store.ts';

/** What a decision looks at; read under the round's lock. */
export interface DecidableRow {
  readonly id: string;
  readonly roundId: string;
  readonly employeeId: string;
  readonly agencyId: string;
  readonly unitId: string;
  readonly year: number;
  readonly post: Post;
  readonly groupCode: string;
  readonly ruleSet: string;
  readonly ruleSetVersion: number;
  readonly state: ClassificationState;
  readonly current: boolean;
  readonly rowRevision: number;
  readonly proposal: ProposalOutcome | null;
  readonly proposedLevel: Level | null;
  readonly scoreLevel: Level | null;
  readonly flags: readonly string[];
  readonly decidedLevel: Level | null;
  /** Whether the row counts in the pool as it stands, and takes a place in it; `bound` where no document allows that. */
  readonly pooled: boolean;
  readonly outstanding: boolean;
  readonly bound: boolean;
  /** Whether the person heads the agency itself. */
  readonly headOfAgency: boolean;
  /** Of the unit the person heads: its decided level of the year; null while it is not decided, and for who heads none. */
  readonly unitLevel: Level | null;
}

/** OUTSTANDING or GOOD, decided or else proposed; a tie left to the authority too. As quota_members() of the database. */
const POOLED = Prisma.raw(`case when c.decided_at is null
  then coalesce(c.proposed_level in ('OUTSTANDING', 'GOOD'), c.proposal = 'AUTHORITY_DECIDES', false)
  else coalesce(c.decided_level in ('OUTSTANDING', 'GOOD'), false) end`);

export function findDecidable(tx: Transaction, ids: readonly string[]): Promise<DecidableRow[]> {
  return tx.$queryRaw`
    select c.id, c.round_id as "roundId", c.employee_id as "employeeId", c.agency_id as "agencyId", c.unit_id as "unitId",
      c.year::int as year, c.post, c.group_code as "groupCode", c.rule_set as "ruleSet",
      c.rule_set_version::int as "ruleSetVersion", c.state, c.current, c.row_revision as "rowRevision", c.proposal,
      c.proposed_level as "proposedLevel", c.score_level as "scoreLevel", c.flags, c.decided_level as "decidedLevel",
      ${POOLED} as pooled, coalesce(c.decided_level = 'OUTSTANDING', false) as outstanding,
      coalesce(c.decided_level = 'OUTSTANDING', false) and c.override_document is null as bound,
      c.post = 'HEAD' and c.unit_id = c.agency_id as "headOfAgency",
      case when c.post = 'HEAD' then (select r.decided_level from congvu.unit_result r
        where r.unit_id = c.unit_id and r.year = c.year and r.current and r.decided_at is not null) end as "unitLevel"
    from congvu.classification c where c.id = any(${ids}::uuid[])`;
}

/** A round's quota as the agency chose it. */
export interface RoundQuota {
  readonly id: string;
  readonly basis: QuotaBasis;
  readonly minOne: boolean;
  readonly includeHead: boolean;
  readonly ratePercent: number;
}

export function findRoundQuotas(tx: Transaction, ids: readonly string[]): Promise<RoundQuota[]> {
  return tx.$queryRaw`
    select n.id, n.quota_basis as basis, n.quota_min_one as "minOne", n.quota_include_head as "includeHead",
      n.rate_percent::int as "ratePercent"
    from congvu.classification_round n where n.id = any(${ids}::uuid[])`;
}

/** How many of a group count in the pool now, and how many are decided OUTSTANDING. */
export interface Tally {
  readonly roundId: string;
  readonly groupCode: string;
  readonly pool: number;
  readonly outstanding: number;
  /** Of these, whom no document allows beside the quota. */
  readonly bound: number;
}

export function countRounds(tx: Transaction, rounds: readonly RoundQuota[]): Promise<Tally[]> {
  const ids = rounds.map((round) => round.id);
  return tx.$queryRaw`
    select c.round_id as "roundId", c.group_code as "groupCode",
      count(*) filter (where ${POOLED})::int as pool,
      count(*) filter (where c.decided_level = 'OUTSTANDING')::int as outstanding,
      count(*) filter (where c.decided_level = 'OUTSTANDING' and c.override_document is null)::int as bound
    from congvu.classification c join congvu.classification_round n on n.id = c.round_id
    where c.round_id = any(${ids}::uuid[]) and c.current
      and (n.quota_include_head or not (c.post = 'HEAD' and c.unit_id = c.agency_id))
    group by c.round_id, c.group_code`;
}

/** A decision as the columns keep it. */
export interface DecisionColumns {
  readonly id: string;
  readonly level: Level | null;
  readonly not_classified: boolean;
  readonly reason: string | null;
  readonly override_document: string | null;
  readonly handling: string | null;
}

export async function keepDecisions(
  tx: Transaction,
  rows: readonly DecisionColumns[],
  decision: {
    readonly number: string;
    readonly decidedOn: string;
    readonly at: Date;
    readonly byId: string;
    readonly byName: string;
  },
): Promise<void> {
  const kept = await tx.$executeRaw`
    update congvu.classification c set state = 'DECIDED', decided_level = d.level, not_classified = d.not_classified,
      reason = d.reason, override_document = d.override_document, handling = d.handling,
      decision_number = ${decision.number}, decided_on = ${decision.decidedOn}::date, decided_at = ${decision.at},
      decided_by_id = ${decision.byId}::uuid, decided_by_name = ${decision.byName}, row_revision = c.row_revision + 1
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as d(id uuid, level congvu.level, not_classified boolean,
      reason text, override_document text, handling text)
    where c.id = d.id and c.decided_at is null`;
  if (kept !== rows.length) throw new Error('A row under the round’s lock was decided by somebody else.');
}
