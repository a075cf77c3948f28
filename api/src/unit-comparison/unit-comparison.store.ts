import type { Level } from '@congvu/schema/evaluation';
import type { Period } from '@congvu/schema/primitives/period';
import type { Context } from '../context.ts';
import { query } from '../sql/list.ts';
import { sql } from '../sql/sql.ts';

/** One unit of a comparison: a row of unit_comparison(). Figures alone; each exact number as text. */
export interface ComparedUnitRow {
  readonly unitId: string;
  readonly members: number;
  readonly levels: readonly { readonly group: string; readonly level: Level; readonly count: number }[];
  readonly quartiles: readonly string[] | null;
  readonly mean: string | null;
  /** Ten bins of tenths of 1. */
  readonly quantity: readonly number[];
  readonly quality: readonly number[];
  readonly progress: readonly number[];
  readonly generalMean: string | null;
  readonly resultMean: string | null;
  readonly selfGap: string | null;
  readonly delayCauses: readonly { readonly cause: string; readonly count: number }[];
  readonly workload: readonly string[] | null;
  readonly resultLevel: Level | null;
  readonly resultNumerator: string | null;
  readonly resultDenominator: string | null;
  readonly resultState: string | null;
  readonly headLevel: Level | null;
  readonly quotaLimit: number | null;
  readonly quotaUsed: number | null;
}

/** The unit itself and the units directly below it, by code; none for who reads no rankings over it. */
export function findComparedUnits(
  context: Context,
  rootId: string,
  period: Period,
): Promise<readonly ComparedUnitRow[]> {
  return query<ComparedUnitRow>(
    context,
    sql`select c.unit_id as "unitId", c.members, c.levels, c.quartiles::text[] as quartiles, c.mean::text as mean,
        c.quantity, c.quality, c.progress, c.general_mean::text as "generalMean", c.result_mean::text as "resultMean",
        c.self_gap::text as "selfGap", c.delay_causes as "delayCauses", c.workload::text[] as workload,
        c.result_level as "resultLevel", c.result_total_numerator::text as "resultNumerator",
        c.result_total_denominator::text as "resultDenominator", c.result_state as "resultState", c.head_level as "headLevel",
        c.quota_limit as "quotaLimit", c.quota_used as "quotaUsed"
      from congvu.unit_comparison(${rootId}::uuid, ${period}) c join congvu.unit u on u.id = c.unit_id
      order by u.path_text`,
  );
}
