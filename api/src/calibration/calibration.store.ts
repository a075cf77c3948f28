import type { CalibrationState } from '@congvu/schema/calibration';
import type { Level } from '@congvu/schema/evaluation';
import type { Context } from '../context.ts';
import { filterUnit } from '../query-arguments.ts';
import { batchById, batchByParent, listPage } from '../sql/list.ts';
import type { ListStatement, Page, PageArguments, PlacedRow } from '../sql/page.ts';
import { raw, type Sql, sql } from '../sql/sql.ts';
import { isInUnitUnder } from '../unit/unit.store.ts';

/** A session in which several units of an agency calibrate the levels of one year before they are decided. */
export interface CalibrationSessionRow {
  readonly id: string;
  readonly agencyId: string;
  readonly agencyPath: string;
  readonly unitId: string;
  readonly unitPath: string;
  readonly year: number;
  readonly title: string;
  readonly state: CalibrationState;
  /** Last day to submit. */
  readonly dueOn: string;
  readonly openedBy: string;
  readonly openedAt: Date;
  readonly revealedAt: Date | null;
  /** Why it was revealed while units had not submitted. */
  readonly revealReason: string | null;
  readonly lockedAt: Date | null;
  readonly lockedBy: string | null;
  readonly lockDocument: string | null;
  readonly revision: number;
}

const COLUMNS = raw(`s.id, s.agency_id as "agencyId", a.path_text as "agencyPath", s.unit_id as "unitId",
  u.path_text as "unitPath", s.year::int as year, s.title, s.state, s.due_on::text as "dueOn",
  s.opened_by_name as "openedBy", s.opened_at as "openedAt", s.revealed_at as "revealedAt",
  s.reveal_reason as "revealReason", s.locked_at as "lockedAt", s.locked_by_name as "lockedBy",
  s.lock_document as "lockDocument", s.revision`);
const FROM = raw(`congvu.calibration_session s join congvu.unit a on a.id = s.agency_id
  join congvu.unit u on u.id = s.unit_id`);

export const calibrationById = batchById<CalibrationSessionRow>('calibrationById', COLUMNS, FROM, 's.id');

export interface CalibrationFilter {
  readonly unit?: string | null | undefined;
  readonly year?: number | null | undefined;
  readonly state?: readonly CalibrationState[] | null | undefined;
}

export async function listCalibrations(
  context: Context,
  filter: CalibrationFilter,
  args: PageArguments,
): Promise<Page<CalibrationSessionRow>> {
  await filterUnit(filter.unit, context);
  const conditions: Sql[] = [];
  if (filter.unit) conditions.push(isInUnitUnder('s.unit_id', filter.unit));
  if (typeof filter.year === 'number') conditions.push(sql`s.year = ${filter.year}`);
  if (filter.state) conditions.push(sql`s.state = any(${filter.state}::congvu.calibration_state[])`);
  const list: ListStatement = {
    columns: COLUMNS,
    from: FROM,
    conditions,
    order: [
      { expression: 's.opened_at', type: 'timestamptz' },
      { expression: 's.id', type: 'uuid' },
    ],
    descending: true,
  };
  return listPage<CalibrationSessionRow & PlacedRow>(context, list, args);
}

/** A unit of a session. */
export interface CalibrationUnitRow {
  readonly unitId: string;
  readonly unitCode: string;
  readonly unitPath: string;
  /** Whether it joined, or had still to submit, after the proposals were revealed. */
  readonly late: boolean;
  readonly submittedAt: Date | null;
  readonly submittedBy: string | null;
  /** Whether the asking person speaks for it. */
  readonly speaks: boolean;
  /** How many levels it proposed; null while one may not know. */
  readonly proposals: number | null;
}

/** The units of each session, by code. A count is a proposal too: it is told no earlier (calibration_standing()). */
export const unitsByCalibration = batchByParent<CalibrationUnitRow & { readonly parent_id: string }>(
  'unitsByCalibration',
  (ids) => sql`select parent.id as parent_id, c.unit_id as "unitId", u.code as "unitCode", u.path_text as "unitPath",
      c.late, c.submitted_at as "submittedAt", c.submitted_by_name as "submittedBy", coalesce(standing.speaks, false) as speaks,
      standing.proposals::int as proposals
    from unnest(${ids}::uuid[]) as parent(id) join congvu.calibration_unit c on c.session_id = parent.id
    join congvu.unit u on u.id = c.unit_id
    left join lateral congvu.calibration_standing(parent.id) standing on standing.unit_id = c.unit_id
    order by u.code`,
);

/** The calibrated level of a year, as far as a locked session says one. */
export interface CalibratedLevelRow {
  readonly parent_id: string;
  readonly sessionId: string;
  readonly before: Level | null;
  readonly after: Level;
  readonly reason: string | null;
  readonly authorisedBy: string | null;
}

/** Of each classification what the last locked session that holds it came to; for who may see the session. */
export const calibratedByClassification = batchByParent<CalibratedLevelRow>(
  'calibratedByClassification',
  (ids) => sql`select c.id as parent_id, s.id as "sessionId", coalesce(ch.before, c.proposed_level) as before,
      coalesce(ch.after, p.level) as after, coalesce(ch.reason, p.reason) as reason, ch.authorised_by as "authorisedBy"
    from congvu.classification c join congvu.calibration_session s on s.state = 'LOCKED' and s.year = c.year
      and s.agency_id = c.agency_id
    left join congvu.calibration_proposal p on p.session_id = s.id and p.classification_id = c.id
    left join lateral (select x.before, x.after, x.reason, x.authorised_by from congvu.calibration_change x
      where x.session_id = s.id and x.classification_id = c.id order by x.at desc, x.id desc limit 1) ch on true
    where c.id = any(${ids}::uuid[]) and coalesce(ch.after, p.level) is not null order by s.locked_at desc`,
);
