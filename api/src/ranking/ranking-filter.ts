import type { Level, SheetState } from '@congvu/schema/evaluation';
import { toSearchKey } from '@congvu/schema/person-name';
import { builder } from '../builder.ts';
import type { Context } from '../context.ts';
import { SheetStateEnum } from '../period-sheet/sheet-parts.type.ts';
import { type ExactRange, ExactRangeInput, isWithin, parseExactRange } from '../scalar/exact-range.ts';
import { LevelEnum } from '../score/score.type.ts';
import { type Sql, sql } from '../sql/sql.ts';

/** The figures a filter may bound, and the stored pair of each. */
const RANGES = {
  total: ['r.total_numerator', 'r.total_denominator', 'Total, 0 to 100.'],
  // What the total has beyond the result: exact for a mean too.
  general: [
    '(r.total_numerator * r.result_denominator - r.result_numerator * r.total_denominator)',
    '(r.total_denominator * r.result_denominator)',
    'Points of the general criteria, 0 to 30.',
  ],
  resultPoints: ['r.result_numerator', 'r.result_denominator', 'Points of the result, 0 to 70.'],
  quantity: ['r.quantity_numerator', 'r.quantity_denominator', 'Component a, a fraction of 1.'],
  quality: ['r.quality_numerator', 'r.quality_denominator', 'Component b, a fraction of 1.'],
  progress: ['r.progress_numerator', 'r.progress_denominator', 'Component c, a fraction of 1.'],
} as const;
type RangeName = keyof typeof RANGES;
const RANGE_NAMES = Object.keys(RANGES) as readonly RangeName[];

export const RankingFilterInput = builder.inputType('RankingFilter', {
  description: 'Which rows to show. Places stay those of the whole group.',
  fields: (t) => {
    const range = (name: RangeName) =>
      t.field({ type: ExactRangeInput, required: false, description: RANGES[name][2] });
    return {
      search: t.string({ required: false, description: 'Part of the name, with or without tones.' }),
      level: t.field({ type: [LevelEnum], required: false, description: 'Any of these.' }),
      blocked: t.boolean({ required: false, description: 'Only those with a block, or only those without.' }),
      state: t.field({
        type: [SheetStateEnum],
        required: false,
        description: 'State of the sheet, any of these; of a year no row has one.',
      }),
      total: range('total'),
      general: range('general'),
      resultPoints: range('resultPoints'),
      quantity: range('quantity'),
      quality: range('quality'),
      progress: range('progress'),
    };
  },
});
type WrittenFilter = typeof RankingFilterInput.$inferInput;

/** What a filter asks of a row; nothing where it asks for nothing. */
export interface RankingFilter {
  readonly search: string | null;
  readonly levels: readonly Level[] | null;
  readonly states: readonly SheetState[] | null;
  readonly blocked: boolean | null;
  readonly ranges: readonly (readonly [name: RangeName, range: ExactRange])[];
}

/** Errors: BAD_REQUEST for a bound that is no number, or the least above the most. */
export function parseRankingFilter(given: WrittenFilter | null | undefined, context: Context): RankingFilter {
  return {
    search: given?.search ? toSearchKey(given.search) : null,
    levels: given?.level ?? null,
    states: given?.state ?? null,
    blocked: given?.blocked ?? null,
    ranges: RANGE_NAMES.flatMap((name) => {
      const range = parseExactRange(given?.[name], context);
      return range === null ? [] : [[name, range] as const];
    }),
  };
}

/** Of the rows `r` of ranking_rows() with their person `e`, and `b` for whom discipline blocks. */
export function filterConditions({ search, levels, states, blocked, ranges }: RankingFilter): readonly Sql[] {
  const conditions: Sql[] = [];
  if (search !== null) conditions.push(sql`position(${search} in e.search_key) > 0`);
  if (levels !== null) conditions.push(sql`r.level::text = any(${levels}::text[])`);
  if (states !== null) conditions.push(sql`r.sheet_state::text = any(${states}::text[])`);
  if (blocked !== null)
    conditions.push(
      sql`(b.employee_id is not null or r.level = 'NOT_COMPLETED' or coalesce(r.years -> 0 ->> 'level' = 'NOT_COMPLETED', false)
        or coalesce((r.years -> 0 ->> 'notClassified')::boolean, false)) = ${blocked}`,
    );
  for (const [name, range] of ranges) {
    const [numerator, denominator] = RANGES[name];
    conditions.push(isWithin(numerator, denominator, range));
  }
  return conditions;
}
