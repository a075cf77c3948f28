import { addDays, type LocalDate } from '@congvu/schema/primitives/local-date';
import { effectiveUntil, effectsOf } from '@congvu/schema/registers';
import { rowId } from './load/row-id.ts';
import type { Tables } from './load/tables.ts';
import type { Member } from './roster.ts';

/** Who entered a row of the seed. */
export interface Recorder {
  readonly recorded_by_id: string | null;
  readonly recorded_by_name: string | null;
}

export const nobody: Recorder = { recorded_by_id: null, recorded_by_name: null };

export function recordedBy(member: Member): Recorder {
  return { recorded_by_id: member.userId, recorded_by_name: member.person.name };
}

export interface Act {
  readonly member: Member;
  readonly actFrom: LocalDate;
  readonly actTo: LocalDate | null;
  readonly discoveredOn: LocalDate;
  readonly isDutyRelated: boolean;
  readonly summary: string;
  readonly recommendationId: string | null;
  /** The day of its first decision; null while it is handled. */
  readonly decidedOn: LocalDate | null;
}

/** The last day of handling from discovery (Luật 80/2025/QH15 art. 37; domain.md 7.3). */
const handlingDays = 90;

/** An act, and its id. */
export function addViolation(tables: Tables, act: Act, recorder: Recorder): string {
  const id = rowId('violation', tables.violations.count + 1);
  tables.violations.add({
    id,
    employee_id: act.member.employeeId,
    unit_id: act.member.unitId,
    act_from: act.actFrom,
    act_to: act.actTo,
    discovered_on: act.discoveredOn,
    related_to_duty: act.isDutyRelated,
    summary: act.summary,
    severity: 'MINOR',
    state: act.decidedOn === null ? 'OPEN' : 'DECIDED',
    due_on: addDays(act.discoveredOn, handlingDays),
    closed_on: act.decidedOn,
    recommendation_id: act.recommendationId,
    ...recorder,
  });
  return id;
}

export interface Decision {
  readonly member: Member;
  readonly form: 'REPRIMAND' | 'WARNING';
  readonly effectiveFrom: LocalDate;
  readonly issuer: string;
  readonly isDutyRelated: boolean;
  readonly summary: string;
}

/**
 * A decision in effect for twelve months (recalled, not read in the law: domain.md 7.3). With an act it stands in the new
 * register: the act is named, and the windows of the built-in table follow from it.
 */
export function addDecision(tables: Tables, decision: Decision, violationId: string | null, recorder: Recorder): void {
  const number = tables.disciplines.count + 1;
  const id = rowId('discipline', number);
  const { member, form, effectiveFrom } = decision;
  tables.disciplines.add({
    id,
    employee_id: member.employeeId,
    unit_id: member.unitId,
    form,
    decision_number: `${19 + number}/QĐ-SNV`,
    decided_on: effectiveFrom,
    effective_from: effectiveFrom,
    effective_to: violationId === null ? addDays(effectiveFrom, 364) : effectiveUntil(effectiveFrom).until,
    issuer: decision.issuer,
    related_to_duty: decision.isDutyRelated,
    summary: decision.summary,
    source_certainty: 'RECALLED',
    violation_id: violationId,
    ...recorder,
  });
  if (violationId === null) return;
  tables.disciplineActs.add({ decision_id: id, violation_id: violationId });
  const { subjectType } = member.person;
  for (const effect of effectsOf({ form, subjectType, effectiveFrom, corruption: false })) {
    tables.disciplineEffects.add({
      decision_id: id,
      kind: effect.kind,
      from_on: effect.from,
      to_on: effect.to,
      months: effect.months,
      instrument: effect.source.instrument,
      clause: effect.source.clause,
      certainty: effect.source.certainty,
    });
  }
}
