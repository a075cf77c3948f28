import { followUpClock } from '@congvu/schema/calendar';
import type { LocalDate } from '@congvu/schema/primitives/local-date';
import type { FindingTopic, RecommendationKind, RecommendationState } from '@congvu/schema/registers';
import { at } from './calendar.ts';
import { type Recorder, recordedBy } from './discipline-rows.ts';
import { rowId } from './load/row-id.ts';
import type { Tables } from './load/tables.ts';
import { memberAt } from './played-year.ts';
import { findMember, type Member, unitId } from './roster.ts';

/** Who inspects: an officer of the province's office, never of the units visited here. */
const inspector = () => findMember('thanhtra');

export function yearOf(day: LocalDate): number {
  return Number(day.slice(0, 4));
}

/** A plan of the province; a draft where it was not issued. */
export function addPlan(tables: Tables, year: number, issuedOn: LocalDate | null): string {
  const id = rowId('inspectionPlan', tables.plansOfInspections.count + 1);
  tables.plansOfInspections.add({
    id,
    unit_id: unitId('H99'),
    year,
    state: issuedOn === null ? 'DRAFT' : 'ISSUED',
    share_percent: 30,
    decision_number: issuedOn === null ? null : '05/KH-UBND',
    issued_on: issuedOn,
    ...recordedBy(inspector()),
  });
  return id;
}

interface Inspection {
  readonly title: string;
  readonly topics: readonly FindingTopic[];
  readonly mode?: 'UNANNOUNCED';
  readonly state: 'PLANNED' | 'ENDED' | 'CONCLUDED';
  readonly decided_on: LocalDate;
  readonly started_on?: LocalDate;
  readonly ended_on?: LocalDate;
  readonly draft_received_on?: LocalDate;
  readonly conclusion_due_on?: LocalDate;
  readonly conclusion_number?: string;
  readonly concluded_on?: LocalDate;
  readonly conclusion_received_on?: LocalDate;
  readonly implementing_due_on?: LocalDate;
  readonly implementing_document?: string;
  readonly implemented_on?: LocalDate;
}

/** An inspection of the province with its team of three. */
export function addInspection(tables: Tables, planId: string, inspection: Inspection): string {
  const number = tables.inspections.count + 1;
  const id = rowId('inspection', number);
  tables.inspections.add({
    id,
    plan_id: planId,
    unit_id: unitId('H99'),
    kind: 'DUTY_CHECK',
    area: 'PUBLIC_DUTY',
    team_kind: 'Đoàn kiểm tra',
    decision_number: `${number + 30}/QĐ-UBND`,
    mode: 'PLANNED',
    started_on: null,
    ended_on: null,
    draft_received_on: null,
    conclusion_due_on: null,
    conclusion_number: null,
    concluded_on: null,
    conclusion_received_on: null,
    implementing_due_on: null,
    implementing_document: null,
    implemented_on: null,
    ...recordedBy(inspector()),
    ...inspection,
  });
  const team = [inspector(), memberAt('H99.06.01', 6), memberAt('H99.06.01', 7)];
  for (const [place, member] of team.entries()) {
    tables.inspectionMembers.add({
      inspection_id: id,
      place,
      employee_id: member.employeeId,
      name: member.person.name,
      role: ['HEAD', 'SECRETARY', 'MEMBER'][place] ?? 'MEMBER',
    });
  }
  return id;
}

/** A visit that happened, or is planned in secret from a day on. */
export function addVisit(
  tables: Tables,
  inspectionId: string,
  unitCode: string,
  visitedOn: LocalDate | null,
  plannedFrom: LocalDate | null = visitedOn,
): string {
  const id = rowId('visit', tables.visits.count + 1);
  tables.visits.add({
    id,
    inspection_id: inspectionId,
    unit_id: unitId(unitCode),
    planned_from: plannedFrom,
    planned_to: plannedFrom,
    unannounced: visitedOn === null,
    visited_on: visitedOn,
    state: visitedOn === null ? 'PLANNED' : 'DONE',
    ...recordedBy(inspector()),
  });
  return id;
}

export interface Finding {
  readonly unitCode: string;
  readonly member?: Member;
  readonly topic: FindingTopic;
  readonly description: string;
  readonly quantity?: number;
  readonly severity?: 'LIGHT' | 'NOTABLE';
  readonly isGood?: boolean;
  readonly foundOn: LocalDate;
  readonly remedy?: { readonly on: LocalDate; readonly proof: string };
}

export function addFinding(
  tables: Tables,
  inspectionId: string,
  visitId: string,
  finding: Finding,
  issuedOn: LocalDate,
): string {
  const id = rowId('finding', tables.findings.count + 1);
  tables.findings.add({
    id,
    inspection_id: inspectionId,
    visit_id: visitId,
    unit_id: unitId(finding.unitCode),
    employee_id: finding.member?.employeeId ?? null,
    topic: finding.topic,
    positive: finding.isGood ?? false,
    description: finding.description,
    quantity: finding.quantity ?? null,
    severity: finding.severity ?? null,
    evidence: `Biên bản làm việc ngày ${finding.foundOn.split('-').reverse().join('/')}`,
    found_on: finding.foundOn,
    issued_on: issuedOn,
    remedied_on: finding.remedy?.on ?? null,
    remedy_proof: finding.remedy?.proof ?? null,
    spread_on: null,
    ...recordedBy(inspector()),
  });
  return id;
}

export interface Issue {
  readonly inspectionId: string;
  readonly findingId: string;
  readonly kind: RecommendationKind;
  /** A person, or a unit's code. */
  readonly target: Member | string;
  readonly ownerCode: string;
  readonly content: string;
  readonly issuedOn: LocalDate;
  /** By the follow-up clock where it is left out. */
  readonly dueOn?: LocalDate;
  readonly state: RecommendationState;
  readonly followUp?: {
    readonly on: LocalDate;
    readonly note: string;
    readonly proof: string | null;
    readonly by: Member;
  };
  readonly closedOn?: LocalDate;
}

export function addRecommendation(tables: Tables, issue: Issue): string {
  const id = rowId('recommendation', tables.recommendations.count + 1);
  const { target, followUp, closedOn = null } = issue;
  const recorder: Recorder = recordedBy(inspector());
  const isDone = issue.state === 'DONE' || issue.state === 'CLOSED';
  tables.recommendations.add({
    id,
    inspection_id: issue.inspectionId,
    finding_id: issue.findingId,
    kind: issue.kind,
    target_unit_id: typeof target === 'string' ? unitId(target) : null,
    target_employee_id: typeof target === 'string' ? null : target.employeeId,
    content: issue.content,
    owner_unit_id: unitId(issue.ownerCode),
    issued_on: issue.issuedOn,
    due_on: issue.dueOn ?? followUpClock(issue.issuedOn).lastDay,
    state: issue.state,
    done_on: isDone ? (followUp?.on ?? null) : null,
    closed_on: closedOn,
    closed_by_id: closedOn === null ? null : recorder.recorded_by_id,
    closed_by_name: closedOn === null ? null : recorder.recorded_by_name,
    ...recorder,
  });
  if (followUp !== undefined) {
    tables.followUps.add({
      recommendation_id: id,
      state: isDone ? 'DONE' : 'UNDER_WAY',
      note: followUp.note,
      proof: followUp.proof,
      at: at(followUp.on, 10),
      by_id: followUp.by.userId,
      by_name: followUp.by.person.name,
    });
  }
  return id;
}
