import type { Level } from '@congvu/schema/evaluation';
import type { Context } from '../context.ts';
import { childPage } from '../sql/list.ts';
import type { ListStatement, Page, PageArguments, PlacedRow } from '../sql/page.ts';
import { raw, type Sql, sql } from '../sql/sql.ts';
import { isInUnitUnder } from '../unit/unit.store.ts';

/** A change of a level in a revealed session. */
export interface CalibrationChangeRow {
  readonly before: Level | null;
  readonly after: Level;
  readonly reason: string;
  /** Who authorised it, by name. */
  readonly authorisedBy: string;
  readonly document: string;
  readonly by: string;
  /** ISO 8601. */
  readonly at: string;
}

/** One person's year in a session. */
export interface CalibrationRow {
  readonly sessionId: string;
  readonly classificationId: string;
  /** The joined unit whose proposal it is. */
  readonly unitId: string;
  /** Null for who may not see the person's year. */
  readonly employeeId: string | null;
  readonly proposedLevel: Level | null;
  /** Null where there is none, or one may not see it yet. */
  readonly level: Level | null;
  readonly reason: string | null;
  readonly proposedBy: string | null;
  /** Oldest first. */
  readonly changes: readonly CalibrationChangeRow[];
}

export interface CalibrationRowFilter {
  readonly unit?: string | null | undefined;
  /** Only where the level differs from what the rules propose. */
  readonly differsOnly?: boolean | null | undefined;
}

/** A person belongs to the nearest joined unit at or above the one in which he ended the year. */
export const CALIBRATED_PLACES = raw(`select c.id as classification_id, place.unit_id
    from congvu.calibration_session x join congvu.calibration_unit place on place.session_id = x.id
    join congvu.unit root on root.id = place.unit_id
    join congvu.unit below on below.path <@ root.path
    join congvu.classification c on c.unit_id = below.id and c.agency_id = x.agency_id and c.year = x.year and c.current`);

/** No joined unit lies between the person's unit and the place. */
export const IS_NEAREST_PLACE = raw(`not exists (select from congvu.calibration_unit nearer
    join congvu.unit n on n.id = nearer.unit_id
    where nearer.session_id = x.id and n.path <@ root.path and n.path <> root.path and below.path <@ n.path)`);

const COLUMNS = raw(`parent.id as "sessionId", r.classification_id as "classificationId", r.unit_id as "unitId",
  c.employee_id as "employeeId", c.proposed_level as "proposedLevel", p.level, p.reason, p.proposed_by_name as "proposedBy",
  ch.changes`);

/** Row policies keep others' proposals out of it until one may see them; what is hidden is in no count and no order. */
const FROM = sql`(${CALIBRATED_PLACES} where x.id = parent.id and ${IS_NEAREST_PLACE}
    union select p.classification_id, p.unit_id from congvu.calibration_proposal p where p.session_id = parent.id) r
  join congvu.unit u on u.id = r.unit_id
  left join congvu.classification c on c.id = r.classification_id
  left join congvu.employee e on e.id = c.employee_id
  left join congvu.calibration_proposal p on p.session_id = parent.id and p.classification_id = r.classification_id
  left join lateral (
    select coalesce(json_agg(json_build_object('before', x.before, 'after', x.after, 'reason', x.reason,
      'authorisedBy', x.authorised_by, 'document', x.document, 'by', x.by_name, 'at', x.at) order by x.at, x.id), '[]') as changes,
      (array_agg(x.after order by x.at desc, x.id desc))[1] as after
    from congvu.calibration_change x where x.session_id = parent.id and x.classification_id = r.classification_id) ch on true`;

export function listCalibrationRows(
  context: Context,
  sessionId: string,
  filter: CalibrationRowFilter,
  args: PageArguments,
): Promise<Page<CalibrationRow>> {
  const conditions: Sql[] = [];
  if (filter.unit) conditions.push(isInUnitUnder('r.unit_id', filter.unit));
  if (filter.differsOnly === true) {
    conditions.push(
      raw('coalesce(ch.after, p.level) is distinct from c.proposed_level and coalesce(ch.after, p.level) is not null'),
    );
  }
  const list: ListStatement = {
    columns: COLUMNS,
    from: FROM,
    conditions,
    order: [
      { expression: 'u.path_text', type: 'text' },
      { expression: "coalesce(e.sort_key, '')", type: 'text' },
      { expression: 'r.classification_id', type: 'uuid' },
    ],
  };
  return childPage<CalibrationRow & PlacedRow>(context, 'calibrationRows', list, args, sessionId);
}
