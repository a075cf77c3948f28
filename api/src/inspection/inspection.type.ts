import { holdsOver } from '../authority/holds-over.ts';
import { builder } from '../builder.ts';
import { employeeById } from '../employee/employee.store.ts';
import { EmployeeRef } from '../employee/employee.type.ts';
import { loadOne } from '../sql/batch.ts';
import { connectionOf } from '../sql/connection.ts';
import { getUnit } from '../unit/unit.store.ts';
import { UnitRef } from '../unit/unit.type.ts';
import { INSPECTION_ACTIONS, inspectionActions } from './inspection.policy.ts';
import { type InspectionRow, inspectionById, type TeamMemberRow, teamByInspection } from './inspection.store.ts';
import { clocksOf, type InspectionClock } from './inspection-clocks.ts';
import {
  FindingTopicEnum,
  InspectionAreaEnum,
  InspectionClockEnum,
  InspectionKindEnum,
  InspectionModeEnum,
  InspectionStateEnum,
  TeamRoleEnum,
} from './inspection-words.type.ts';
import { listVisitsOfInspection } from './visit.store.ts';
import { VisitConnection } from './visit.type.ts';

const InspectionActionEnum = builder.enumType('InspectionAction', {
  description: 'What may be done with an inspection.',
  values: INSPECTION_ACTIONS,
});

const TeamMemberRef = builder.objectRef<TeamMemberRow>('TeamMember').implement({
  description: 'Somebody of an inspection team.',
  fields: (t) => ({
    name: t.exposeString('name', { description: 'Name as in the decision; also of people of other bodies.' }),
    role: t.expose('role', { type: TeamRoleEnum, description: 'Place in the team.' }),
    employee: t.field({
      type: EmployeeRef,
      nullable: true,
      description: 'The person; null where he is of another body or one may not see him.',
      resolve: ({ employeeId }, _args, context) =>
        employeeId === null ? null : loadOne(context, employeeById, employeeId),
    }),
  }),
});

const InspectionClockRef = builder.objectRef<InspectionClock>('InspectionClock').implement({
  description: 'A time limit of a formal inspection (Luật Thanh tra 84/2025/QH15 art. 53).',
  fields: (t) => ({
    kind: t.expose('kind', { type: InspectionClockEnum, description: 'What is due.' }),
    dueOn: t.expose('dueOn', { type: 'LocalDate', description: 'The last day, inclusive.' }),
    doneOn: t.expose('doneOn', { type: 'LocalDate', nullable: true, description: 'When it was done; null yet.' }),
    overdue: t.exposeBoolean('overdue', { description: 'Whether it was done late, or is late today.' }),
  }),
});

export const InspectionRef = builder.objectRef<InspectionRow>('Inspection');
export const InspectionConnection = connectionOf('Inspection', InspectionRef, 'inspections');

builder.node(InspectionRef, {
  description: 'An inspection or check of public duty (thanh tra, kiểm tra công vụ) by a team with a decision.',
  id: { resolve: (inspection) => inspection.id },
  loadMany: (ids: string[], context) => Promise.all(ids.map((id) => loadOne(context, inspectionById, id))),
  fields: (t) => ({
    unit: t.field({
      type: UnitRef,
      description: 'The unit that holds it.',
      resolve: (inspection, _args, context) => getUnit(context, inspection.unitId),
    }),
    kind: t.expose('kind', { type: InspectionKindEnum, description: 'What kind of inspection.' }),
    area: t.expose('area', { type: InspectionAreaEnum, description: 'What it is about.' }),
    mode: t.expose('mode', { type: InspectionModeEnum, description: 'How it came about.' }),
    title: t.exposeString('title', { description: 'Its title.' }),
    topics: t.expose('topics', { type: [FindingTopicEnum], description: 'What is looked at.' }),
    teamKind: t.exposeString('teamKind', { description: 'Kind of team, e.g. "Đoàn kiểm tra liên ngành".' }),
    decisionNumber: t.exposeString('decisionNumber', {
      nullable: true,
      description: 'Number of the decision on the team; null while there is none, and then it cannot begin.',
    }),
    decidedOn: t.expose('decidedOn', { type: 'LocalDate', nullable: true, description: 'Date of that decision.' }),
    state: t.expose('state', { type: InspectionStateEnum, description: 'Where it stands.' }),
    startedOn: t.expose('startedOn', { type: 'LocalDate', nullable: true, description: 'First day.' }),
    endedOn: t.expose('endedOn', { type: 'LocalDate', nullable: true, description: 'Last day.' }),
    draftReceivedOn: t.expose('draftReceivedOn', {
      type: 'LocalDate',
      nullable: true,
      description: 'When the draft of the conclusion came in: its clock begins.',
    }),
    conclusionNumber: t.exposeString('conclusionNumber', { nullable: true, description: 'Number of the conclusion.' }),
    concludedOn: t.expose('concludedOn', { type: 'LocalDate', nullable: true, description: 'Date of the conclusion.' }),
    conclusionReceivedOn: t.expose('conclusionReceivedOn', {
      type: 'LocalDate',
      nullable: true,
      description: 'When who has to carry it out received it: the next clock begins.',
    }),
    implementingDocument: t.exposeString('implementingDocument', {
      nullable: true,
      description: 'Number of the document that orders what the conclusion asks for.',
    }),
    implementedOn: t.expose('implementedOn', { type: 'LocalDate', nullable: true, description: 'Its date.' }),
    byGovernment: t.exposeBoolean('byGovernment', {
      description: 'Held by the Government Inspectorate, which has 30 days instead of 15.',
    }),
    recordedBy: t.exposeString('recordedBy', { description: 'Name of who recorded it.' }),
    recordedAt: t.expose('recordedAt', { type: 'DateTime', description: 'When it was recorded.' }),
    revision: t.exposeInt('revision', { description: 'Rises with each change; a mutation names the one it saw.' }),
    team: t.field({
      type: [TeamMemberRef],
      description: 'The team in the order of the decision.',
      resolve: async ({ id }, _args, context) => [...((await loadOne(context, teamByInspection, id)) ?? [])],
    }),
    clocks: t.field({
      type: [InspectionClockRef],
      description: 'The time limits that run or ran.',
      resolve: (inspection, _args, context) => [...clocksOf(inspection, context.today)],
    }),
    visits: t.field({
      type: VisitConnection,
      description: 'The visits one may see; an unannounced one only once it was made, except to who manages it.',
      args: t.arg.connectionArgs(),
      resolve: ({ id }, args, context) => listVisitsOfInspection(context, id, args),
    }),
    actions: t.field({
      type: [InspectionActionEnum],
      description: 'What the asking person may do with it now.',
      resolve: async ({ state, unitId }, _args, context) => {
        const { pathText } = await getUnit(context, unitId);
        return [...inspectionActions(state, holdsOver(context, 'INSPECTION_MANAGE', pathText))];
      },
    }),
  }),
});
