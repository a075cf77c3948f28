import type { Context } from '../context.ts';
import { defineBatch } from '../sql/batch.ts';
import { query } from '../sql/list.ts';
import { raw, type Sql, sql } from '../sql/sql.ts';
import { UNIT_COLUMNS, type UnitRow } from '../unit/unit.store.ts';

type Nearest = UnitRow & { readonly belowId: string };

/** The nearest unit at or above each unit that is of one of these kinds. */
function nearestOfKind(name: string, kinds: Sql) {
  return defineBatch(name, async (context: Context, unitIds: readonly string[]) => {
    const rows = await query<Nearest>(
      context,
      sql`select below.id as "belowId", found.* from congvu.unit below cross join lateral (
          select ${UNIT_COLUMNS} from congvu.unit u where below.path <@ u.path and ${kinds}
          order by nlevel(u.path) desc limit 1) found
        where below.id = any(${unitIds}::uuid[])`,
    );
    return new Map<string, UnitRow>(rows.map((row) => [row.belowId, row]));
  });
}

/** The agency in whose round the people of a unit stand (cơ quan sử dụng, or the managing agency's own people). */
export const agencyOfUnit = nearestOfKind('agencyOfUnit', raw("u.kind in ('USING_AGENCY', 'MANAGING_AGENCY')"));

/** The managing agency of a unit (cơ quan quản lý): its head replaces wrong results (NĐ 335/2025 art. 21(3)). */
export const managingAgencyOfUnit = nearestOfKind('managingAgencyOfUnit', raw("u.kind = 'MANAGING_AGENCY'"));
