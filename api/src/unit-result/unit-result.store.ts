import type { Level } from '@congvu/schema/evaluation';
import type { UnitResultState } from '@congvu/schema/procedure';
import {
  CLASSIFICATION_COLUMNS,
  CLASSIFICATION_FROM,
  type ClassificationRow,
} from '../classification/classification.store.ts';
import type { Context } from '../context.ts';
import { type ExactRange, isWithin } from '../scalar/exact-range.ts';
import { defineBatch } from '../sql/batch.ts';
import { batchById, batchByParent, listPage, query } from '../sql/list.ts';
import { isDescending, type OrderDirection } from '../sql/order-direction.ts';
import type { ListStatement, Page, PageArguments, PlacedRow } from '../sql/page.ts';
import { raw, type Sql, sql } from '../sql/sql.ts';
import { isWritten } from '../sql/without-tones.ts';
import { isInUnitUnder } from '../unit/unit.store.ts';

export const UNIT_PROPOSALS = ['LEVEL', 'AUTHORITY_DECIDES'] as const;
export type UnitProposal = (typeof UNIT_PROPOSALS)[number];

/** Points of one group or item, as a text of an exact number; null where an item does not apply. */
export interface StoredPoints {
  readonly code: string;
  readonly points: string | null;
}

export interface UnitResultRow {
  readonly id: string;
  readonly unitId: string;
  readonly authorityId: string;
  readonly year: number;
  readonly revision: number;
  readonly current: boolean;
  readonly state: UnitResultState;
  readonly ruleSet: string;
  readonly ruleSetVersion: number;
  readonly generalPoints: readonly StoredPoints[];
  readonly itemPoints: readonly StoredPoints[];
  readonly totalNumerator: string | null;
  readonly totalDenominator: string | null;
  readonly display: string | null;
  readonly tasksTotal: number;
  readonly tasksDone: number;
  readonly tasksLate: number;
  readonly tasksBeyond: number;
  readonly qualityMet: boolean;
  readonly defectsRemedied: boolean;
  readonly personnelWrongdoing: boolean;
  readonly forceMajeure: string | null;
  readonly complaints: string | null;
  readonly selfLevel: Level | null;
  readonly proposedLevel: Level | null;
  readonly proposal: UnitProposal | null;
  readonly suggestion: Level | null;
  readonly verification: string | null;
  readonly decidedLevel: Level | null;
  readonly decisionNumber: string | null;
  readonly decidedOn: string | null;
  readonly decidedBy: string | null;
  readonly decidedAt: Date | null;
  readonly reason: string | null;
  readonly overrideDocument: string | null;
  readonly supersedesId: string | null;
  readonly rowRevision: number;
}

const COLUMNS =
  raw(`r.id, r.unit_id as "unitId", r.authority_id as "authorityId", r.year, r.revision, r.current, r.state,
  r.rule_set as "ruleSet", r.rule_set_version as "ruleSetVersion", r.general_points as "generalPoints",
  r.item_points as "itemPoints", r.total_numerator::text as "totalNumerator",
  r.total_denominator::text as "totalDenominator", r.display, r.tasks_total as "tasksTotal", r.tasks_done as "tasksDone",
  r.tasks_late as "tasksLate", r.tasks_beyond as "tasksBeyond", r.quality_met as "qualityMet",
  r.defects_remedied as "defectsRemedied", r.personnel_wrongdoing as "personnelWrongdoing",
  r.force_majeure as "forceMajeure", r.complaints, r.self_level as "selfLevel", r.proposed_level as "proposedLevel",
  r.proposal, r.suggestion, r.verification, r.decided_level as "decidedLevel", r.decision_number as "decisionNumber",
  r.decided_on::text as "decidedOn", r.decided_by_name as "decidedBy", r.decided_at as "decidedAt", r.reason,
  r.override_document as "overrideDocument", r.supersedes_id as "supersedesId", r.row_revision as "rowRevision"`);
const FROM = raw('congvu.unit_result r');

export const unitResultById = batchById<UnitResultRow>('unitResultById', COLUMNS, FROM, 'r.id');

/** The revision that holds of each unit's year. */
export function unitResultOfYear(year: number) {
  return defineBatch(`unitResultOfYear ${year}`, async (context: Context, unitIds: readonly string[]) => {
    const rows = await query<UnitResultRow>(
      context,
      sql`select ${COLUMNS} from ${FROM} where r.unit_id = any(${unitIds}::uuid[]) and r.year = ${year} and r.current`,
    );
    return new Map(rows.map((row) => [row.unitId, row]));
  });
}

/** Read only where a result is asked how its proposal came about. */
export const traceByUnitResult = batchById<{ readonly id: string; readonly trace: unknown }>(
  'traceByUnitResult',
  raw('r.id, r.trace'),
  FROM,
  'r.id',
);

/**
 * The head whose decided level stands above his unit's, which no document allows (art. 20(6)): the unit was decided, or decided
 * anew, after him. Levels are ordered from the highest.
 */
export const headsAboveUnits = batchByParent<ClassificationRow & { readonly parent_id: string }>(
  'headsAboveUnits',
  (ids) => sql`select r.id as parent_id, ${CLASSIFICATION_COLUMNS} from ${FROM}
    join ${CLASSIFICATION_FROM} on c.unit_id = r.unit_id and c.year = r.year and c.current and c.post = 'HEAD'
    where r.id = any(${ids}::uuid[]) and r.current and r.decided_at is not null and c.override_document is null
      and c.decided_level < r.decided_level`,
);

export interface UnitResultFilter {
  readonly unit?: string | null | undefined;
  readonly year?: number | null | undefined;
  readonly state?: readonly UnitResultState[] | null | undefined;
  readonly level?: readonly Level[] | null | undefined;
  readonly total?: ExactRange | null;
  readonly search?: string | null | undefined;
}

export function listUnitResults(
  context: Context,
  filter: UnitResultFilter,
  direction: OrderDirection | null | undefined,
  args: PageArguments,
): Promise<Page<UnitResultRow>> {
  const conditions: Sql[] = [raw('r.current')];
  if (filter.unit) conditions.push(isInUnitUnder('r.unit_id', filter.unit));
  if (typeof filter.year === 'number') conditions.push(sql`r.year = ${filter.year}`);
  if (filter.state) conditions.push(sql`r.state = any(${filter.state}::congvu.unit_result_state[])`);
  if (filter.level) {
    conditions.push(sql`coalesce(r.decided_level, r.proposed_level) = any(${filter.level}::congvu.level[])`);
  }
  if (filter.total) conditions.push(isWithin('r.total_numerator', 'r.total_denominator', filter.total));
  if (filter.search) {
    conditions.push(sql`exists (select 1 from congvu.unit named where named.id = r.unit_id
      and ${isWritten('named.name', filter.search)})`);
  }
  const list: ListStatement = {
    columns: COLUMNS,
    from: FROM,
    conditions,
    descending: isDescending(direction, false),
    order: [
      { expression: '(select place.path_text from congvu.unit place where place.id = r.unit_id)', type: 'text' },
      { expression: 'r.year', type: 'smallint' },
      { expression: 'r.id', type: 'uuid' },
    ],
  };
  return listPage<UnitResultRow & PlacedRow>(context, list, args);
}
