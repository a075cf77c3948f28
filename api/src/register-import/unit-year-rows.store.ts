import type { Transaction } from '@congvu/prisma/database';
import type { UnitResultState } from '@congvu/schema/procedure';
import type { EvaluatedYear } from '../unit-result/unit-year.ts';
import { type Planned, toJson, type WrittenRow } from './import-target.ts';

/** A unit's year as its columns have it. */
export interface StoredYear extends EvaluatedYear {
  readonly authorityId: string;
  readonly state: UnitResultState;
}

/** Each column an import fills, by its name in the database: what is kept of a year that is changed, for the undoing. */
export const YEAR_COLUMNS = {
  authorityId: 'authority_id',
  state: 'state',
  ruleSet: 'rule_set',
  ruleSetVersion: 'rule_set_version',
  generalPoints: 'general_points',
  itemPoints: 'item_points',
  totalNumerator: 'total_numerator',
  totalDenominator: 'total_denominator',
  display: 'display',
  tasksTotal: 'tasks_total',
  tasksDone: 'tasks_done',
  tasksLate: 'tasks_late',
  tasksBeyond: 'tasks_beyond',
  qualityMet: 'quality_met',
  defectsRemedied: 'defects_remedied',
  personnelWrongdoing: 'personnel_wrongdoing',
  forceMajeure: 'force_majeure',
  complaints: 'complaints',
  selfLevel: 'self_level',
  proposedLevel: 'proposed_level',
  proposal: 'proposal',
  suggestion: 'suggestion',
  trace: 'trace',
} as const satisfies Record<keyof StoredYear, string>;

/** The year that holds of a unit. */
export interface KnownYear extends StoredYear {
  readonly id: string;
  readonly unitId: string;
  readonly year: number;
  readonly rowRevision: number;
}

/** The years that hold of these units; of a bound number of columns, totals as texts. One statement. */
export function findYears(
  tx: Transaction,
  years: readonly { readonly unitId: string; readonly year: number }[],
): Promise<readonly KnownYear[]> {
  return tx.$queryRaw<readonly KnownYear[]>`
    select r.id, r.unit_id as "unitId", r.year, r.row_revision as "rowRevision", r.authority_id as "authorityId", r.state,
      r.rule_set as "ruleSet", r.rule_set_version as "ruleSetVersion", r.general_points as "generalPoints",
      r.item_points as "itemPoints", r.total_numerator::text as "totalNumerator",
      r.total_denominator::text as "totalDenominator", r.display, r.tasks_total as "tasksTotal",
      r.tasks_done as "tasksDone", r.tasks_late as "tasksLate", r.tasks_beyond as "tasksBeyond",
      r.quality_met as "qualityMet", r.defects_remedied as "defectsRemedied",
      r.personnel_wrongdoing as "personnelWrongdoing", r.force_majeure as "forceMajeure", r.complaints,
      r.self_level as "selfLevel", r.proposed_level as "proposedLevel", r.proposal, r.suggestion, r.trace
    from jsonb_to_recordset(${JSON.stringify(years)}::jsonb) g ("unitId" uuid, year smallint)
    join congvu.unit_result r on r.unit_id = g."unitId" and r.year = g.year and r.current`;
}

/** Stores years that are new, then those that were changed: in both, two statements however many they are. */
export async function writeYears(tx: Transaction, planned: readonly Planned[]): Promise<readonly WrittenRow[]> {
  const created = planned.filter(({ action }) => action !== 'CHANGED');
  const changed = planned.filter(({ action }) => action === 'CHANGED');
  if (created.length > 0)
    await tx.$executeRaw`
      insert into congvu.unit_result (id, unit_id, year, authority_id, state, rule_set, rule_set_version, general_points,
        item_points, total_numerator, total_denominator, display, tasks_total, tasks_done, tasks_late, tasks_beyond,
        quality_met, defects_remedied, personnel_wrongdoing, force_majeure, complaints, self_level, proposed_level,
        proposal, suggestion, trace)
      select g.id, g.unit_id, g.year, g.authority_id, g.state, g.rule_set, g.rule_set_version, g.general_points,
        g.item_points, g.total_numerator, g.total_denominator, g.display, g.tasks_total, g.tasks_done, g.tasks_late,
        g.tasks_beyond, g.quality_met, g.defects_remedied, g.personnel_wrongdoing, g.force_majeure, g.complaints,
        g.self_level, g.proposed_level, g.proposal, g.suggestion, g.trace
      from jsonb_array_elements(${toJson(created)}::jsonb) e (value)
      cross join lateral jsonb_populate_record(null::congvu.unit_result, e.value) g`;
  if (changed.length > 0) {
    const done = await tx.$executeRaw`
      update congvu.unit_result r set authority_id = g.authority_id, state = g.state, rule_set = g.rule_set,
        rule_set_version = g.rule_set_version, general_points = g.general_points, item_points = g.item_points,
        total_numerator = g.total_numerator, total_denominator = g.total_denominator, display = g.display,
        tasks_total = g.tasks_total, tasks_done = g.tasks_done, tasks_late = g.tasks_late, tasks_beyond = g.tasks_beyond,
        quality_met = g.quality_met, defects_remedied = g.defects_remedied,
        personnel_wrongdoing = g.personnel_wrongdoing, force_majeure = g.force_majeure, complaints = g.complaints,
        self_level = g.self_level, proposed_level = g.proposed_level, proposal = g.proposal,
        suggestion = g.suggestion, trace = g.trace, row_revision = r.row_revision + 1
      from jsonb_array_elements(${toJson(changed)}::jsonb) e (value)
      cross join lateral jsonb_populate_record(null::congvu.unit_result, e.value) g
      where r.id = g.id and r.row_revision = g.row_revision and r.current`;
    if (done !== changed.length) throw Object.assign(new Error('A year may not be changed.'), { code: '42501' });
  }
  return planned.map(({ line, id, action, row }): WrittenRow => {
    if (action !== 'CHANGED') return { line, entity: 'unit_result', rowId: id, action: 'CREATED', revisionAfter: 1 };
    const before = row.before as Record<string, unknown>;
    return { line, entity: 'unit_result', rowId: id, action, before, revisionAfter: Number(row.row_revision) + 1 };
  });
}
