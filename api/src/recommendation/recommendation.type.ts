import { RECOMMENDATION_KINDS, RECOMMENDATION_STATES } from '@congvu/schema/registers';
import { builder } from '../builder.ts';
import type { Context } from '../context.ts';
import { type EmployeeRow, employeeById } from '../employee/employee.store.ts';
import { EmployeeRef } from '../employee/employee.type.ts';
import { findingById } from '../finding/finding.store.ts';
import { FindingRef } from '../finding/finding.type.ts';
import { inspectionById } from '../inspection/inspection.store.ts';
import { InspectionRef } from '../inspection/inspection.type.ts';
import { loadOne } from '../sql/batch.ts';
import { connectionOf } from '../sql/connection.ts';
import { type UnitRow, unitById } from '../unit/unit.store.ts';
import { UnitRef } from '../unit/unit.type.ts';
import { RECOMMENDATION_ACTIONS, recommendationActions } from './recommendation.policy.ts';
import {
  type FollowUpRow,
  followUpsByRecommendation,
  type RecommendationRow,
  recommendationById,
  UNFINISHED,
} from './recommendation.store.ts';
import { rightsOn } from './rights.ts';

export const RecommendationKindEnum = builder.enumType('RecommendationKind', {
  description:
    'What is recommended. RECTIFY, REMIND, CRITICISE and SELF_CRITICISM (kiểm điểm rút kinh nghiệm) are no forms of discipline.',
  values: RECOMMENDATION_KINDS,
});
export const RecommendationStateEnum = builder.enumType('RecommendationState', {
  description: 'How far it was followed; CLOSED only with a proof, by somebody else than who had to act.',
  values: RECOMMENDATION_STATES,
});
const RecommendationActionEnum = builder.enumType('RecommendationAction', {
  description: 'What may be done with a recommendation.',
  values: RECOMMENDATION_ACTIONS,
});

const UnitOrPersonRef = builder.unionType('UnitOrPerson', {
  description: 'A unit or a person.',
  types: [UnitRef, EmployeeRef],
  resolveType: (value) => ('pathText' in value ? 'Unit' : 'Employee'),
});

const FollowUpRef = builder.objectRef<FollowUpRow>('FollowUp').implement({
  description: 'What became of a recommendation on one day; added, never changed.',
  fields: (t) => ({
    id: t.exposeID('id', { description: 'Its own identifier.' }),
    state: t.expose('state', { type: RecommendationStateEnum, description: 'The state from then on.' }),
    note: t.exposeString('note', { description: 'What was done.' }),
    proof: t.exposeString('proof', { nullable: true, description: 'What proves it, e.g. a document’s number.' }),
    at: t.expose('at', { type: 'DateTime', description: 'When it was recorded.' }),
    by: t.exposeString('by', { description: 'Name of who recorded it.' }),
  }),
});

export const RecommendationRef = builder.objectRef<RecommendationRow>('Recommendation');
export const RecommendationConnection = connectionOf('Recommendation', RecommendationRef, 'recommendations');

builder.node(RecommendationRef, {
  description: 'What an inspection recommends (kiến nghị), with who has to act, by when, and what became of it.',
  record: { kind: 'inspection', of: (recommendation) => recommendation.targetEmployeeId },
  id: { resolve: (recommendation) => recommendation.id },
  loadMany: (ids: string[], context) => Promise.all(ids.map((id) => loadOne(context, recommendationById, id))),
  fields: (t) => ({
    inspection: t.field({
      type: InspectionRef,
      nullable: true,
      description: 'The inspection; null where one may not see it.',
      resolve: ({ inspectionId }, _args, context) => loadOne(context, inspectionById, inspectionId),
    }),
    finding: t.field({
      type: FindingRef,
      nullable: true,
      description: 'The finding it rests on; null where none is named or one may not see it.',
      resolve: ({ findingId }, _args, context) =>
        findingId === null ? null : loadOne(context, findingById, findingId),
    }),
    kind: t.expose('kind', { type: RecommendationKindEnum, description: 'What kind.' }),
    target: t.field({
      type: UnitOrPersonRef,
      nullable: true,
      description: 'Whom it concerns: a unit or a person; null where one may not see the person.',
      resolve: (row, _args, context) => unitOrPerson(context, row.targetUnitId, row.targetEmployeeId),
    }),
    owner: t.field({
      type: UnitOrPersonRef,
      nullable: true,
      description: 'Who has to act; null where one may not see the person.',
      resolve: (row, _args, context) => unitOrPerson(context, row.ownerUnitId, row.ownerEmployeeId),
    }),
    content: t.exposeString('content', { description: 'What is recommended.' }),
    amount: t.exposeString('amount', {
      nullable: true,
      description: 'Money to be recovered in đồng, a whole number; null where it is none.',
    }),
    issuedOn: t.expose('issuedOn', { type: 'LocalDate', description: 'When it was issued.' }),
    dueOn: t.expose('dueOn', { type: 'LocalDate', description: 'Last day to act, inclusive.' }),
    state: t.expose('state', { type: RecommendationStateEnum, description: 'How far it was followed.' }),
    overdue: t.boolean({
      description: 'Whether it should have been done by now.',
      resolve: ({ state, dueOn }, _args, { today }) => UNFINISHED.includes(state) && dueOn < today,
    }),
    doneOn: t.expose('doneOn', { type: 'LocalDate', nullable: true, description: 'When it was reported done.' }),
    closedOn: t.expose('closedOn', { type: 'LocalDate', nullable: true, description: 'When it was closed.' }),
    closedBy: t.exposeString('closedBy', { nullable: true, description: 'Name of who closed it.' }),
    recordedBy: t.exposeString('recordedBy', { description: 'Name of who recorded it.' }),
    recordedAt: t.expose('recordedAt', { type: 'DateTime', description: 'When it was recorded.' }),
    revision: t.exposeInt('revision', { description: 'Rises with each change; a mutation names the one it saw.' }),
    followUps: t.field({
      type: [FollowUpRef],
      description: 'What became of it, the newest first.',
      resolve: async ({ id }, _args, context) => [...((await loadOne(context, followUpsByRecommendation, id)) ?? [])],
    }),
    actions: t.field({
      type: [RecommendationActionEnum],
      description: 'What the asking person may do with it now.',
      resolve: async (row, _args, context) => {
        const considersDiscipline = row.kind === 'CONSIDER_DISCIPLINE' && row.targetEmployeeId !== null;
        return [...recommendationActions({ state: row.state, considersDiscipline }, await rightsOn(context, row))];
      },
    }),
  }),
});

function unitOrPerson(
  context: Context,
  unitId: string | null,
  employeeId: string | null,
): Promise<UnitRow | EmployeeRow | null> | null {
  if (unitId !== null) return loadOne(context, unitById, unitId);
  return employeeId === null ? null : loadOne(context, employeeById, employeeId);
}
