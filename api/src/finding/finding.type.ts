import { FINDING_SEVERITIES } from '@congvu/schema/registers';
import { holdsOver, servesIn } from '../authority/holds-over.ts';
import { builder } from '../builder.ts';
import { employeeById } from '../employee/employee.store.ts';
import { EmployeeRef } from '../employee/employee.type.ts';
import { inspectionById } from '../inspection/inspection.store.ts';
import { InspectionRef } from '../inspection/inspection.type.ts';
import { FindingTopicEnum } from '../inspection/inspection-words.type.ts';
import { visitById } from '../inspection/visit.store.ts';
import { VisitRef } from '../inspection/visit.type.ts';
import { loadOne } from '../sql/batch.ts';
import { connectionOf } from '../sql/connection.ts';
import { getUnit } from '../unit/unit.store.ts';
import { UnitRef } from '../unit/unit.type.ts';
import { FINDING_ACTIONS, isFindingActionPossible } from './finding.policy.ts';
import { type FindingRow, findingById } from './finding.store.ts';

export const FindingSeverityEnum = builder.enumType('FindingSeverity', {
  description: 'How grave a negative finding is.',
  values: FINDING_SEVERITIES,
});
const FindingActionEnum = builder.enumType('FindingAction', {
  description: 'REMEDY: record that it was remedied, with its proof. SPREAD: record that a good practice was spread.',
  values: FINDING_ACTIONS,
});

export const FindingRef = builder.objectRef<FindingRow>('Finding');
export const FindingConnection = connectionOf('Finding', FindingRef, 'findings');

builder.node(FindingRef, {
  description:
    'What an inspection found (phát hiện), good or bad: about a unit, or a person in it. Evidence beside criteria, never a deduction by itself; shown to the unit and the person once it is issued.',
  record: { kind: 'inspection', of: (finding) => finding.employeeId },
  id: { resolve: (finding) => finding.id },
  loadMany: (ids: string[], context) => Promise.all(ids.map((id) => loadOne(context, findingById, id))),
  fields: (t) => ({
    inspection: t.field({
      type: InspectionRef,
      nullable: true,
      description: 'The inspection; null where one may not see it.',
      resolve: ({ inspectionId }, _args, context) => loadOne(context, inspectionById, inspectionId),
    }),
    visit: t.field({
      type: VisitRef,
      nullable: true,
      description: 'The visit it was made on; null where none is named or one may not see it.',
      resolve: ({ visitId }, _args, context) => (visitId === null ? null : loadOne(context, visitById, visitId)),
    }),
    unit: t.field({
      type: UnitRef,
      description: 'The unit it is about.',
      resolve: ({ unitId }, _args, context) => getUnit(context, unitId),
    }),
    employee: t.field({
      type: EmployeeRef,
      nullable: true,
      description: 'The person it is about; null where it is about the unit, or one may not see the person.',
      resolve: ({ employeeId }, _args, context) =>
        employeeId === null ? null : loadOne(context, employeeById, employeeId),
    }),
    topic: t.expose('topic', { type: FindingTopicEnum, description: 'What it is about.' }),
    positive: t.exposeBoolean('positive', { description: 'Whether it is a good practice (cách làm hay).' }),
    description: t.exposeString('description', { description: 'What was found.' }),
    quantity: t.exposeInt('quantity', { nullable: true, description: 'How many cases, where they were counted.' }),
    severity: t.expose('severity', {
      type: FindingSeverityEnum,
      nullable: true,
      description: 'How grave; null where it is good or was not graded.',
    }),
    evidence: t.exposeString('evidence', { description: 'What proves it: record, picture, register.' }),
    foundOn: t.expose('foundOn', { type: 'LocalDate', description: 'The day it was found.' }),
    issuedOn: t.expose('issuedOn', {
      type: 'LocalDate',
      nullable: true,
      description: 'When the unit was told; null while it is the team’s draft.',
    }),
    open: t.boolean({
      description:
        'Whether it is told, bad and not remedied: it keeps the unit from OUTSTANDING (Nghị định 335/2025/NĐ-CP art. 8(1)(c)).',
      resolve: ({ positive, issuedOn, remediedOn }) => !positive && issuedOn !== null && remediedOn === null,
    }),
    remediedOn: t.expose('remediedOn', { type: 'LocalDate', nullable: true, description: 'When it was remedied.' }),
    remedyProof: t.exposeString('remedyProof', { nullable: true, description: 'What proves the remedy.' }),
    spreadOn: t.expose('spreadOn', {
      type: 'LocalDate',
      nullable: true,
      description: 'When a good practice was spread (nhân rộng).',
    }),
    recordedBy: t.exposeString('recordedBy', { description: 'Name of who recorded it.' }),
    recordedAt: t.expose('recordedAt', { type: 'DateTime', description: 'When it was recorded.' }),
    revision: t.exposeInt('revision', { description: 'Rises with each change; a mutation names the one it saw.' }),
    actions: t.field({
      type: [FindingActionEnum],
      description: 'What the asking person may do with it now.',
      resolve: async (finding, _args, context) => {
        const { employeeId, positive, unitId } = finding;
        if (employeeId !== null && employeeId === context.actor?.employeeId) return [];
        const { pathText } = await getUnit(context, unitId);
        if (!holdsOver(context, 'INSPECTION_MANAGE', pathText) || (await servesIn(context, unitId))) return [];
        const issued = finding.issuedOn !== null;
        const facts = { positive, issued, remedied: finding.remediedOn !== null, spread: finding.spreadOn !== null };
        return FINDING_ACTIONS.filter((action) => isFindingActionPossible(action, facts));
      },
    }),
  }),
});
