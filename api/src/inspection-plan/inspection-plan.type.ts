import { INSPECTION_PLAN_STATES } from '@congvu/schema/registers';
import { holdsOver } from '../authority/holds-over.ts';
import { builder } from '../builder.ts';
import { listInspectionsOfPlan } from '../inspection/inspection.store.ts';
import { InspectionConnection } from '../inspection/inspection.type.ts';
import { loadOne } from '../sql/batch.ts';
import { connectionOf } from '../sql/connection.ts';
import { getUnit } from '../unit/unit.store.ts';
import { UnitRef } from '../unit/unit.type.ts';
import { type InspectionPlanRow, inspectionPlanById } from './inspection-plan.store.ts';

export const InspectionPlanStateEnum = builder.enumType('InspectionPlanState', {
  description: 'Drafted, issued by a decision, closed.',
  values: INSPECTION_PLAN_STATES,
});

const InspectionPlanActionEnum = builder.enumType('InspectionPlanAction', {
  description: 'What may be done with a plan.',
  values: ['ISSUE', 'ADD_INSPECTION'] as const,
});

export const InspectionPlanRef = builder.objectRef<InspectionPlanRow>('InspectionPlan');
export const InspectionPlanConnection = connectionOf('InspectionPlan', InspectionPlanRef, 'inspection plans');

builder.node(InspectionPlanRef, {
  description:
    'The inspections of a year (kế hoạch kiểm tra công vụ) of a unit and all below it. Unannounced visits are not shown to those visited.',
  id: { resolve: (plan) => plan.id },
  loadMany: (ids: string[], context) => Promise.all(ids.map((id) => loadOne(context, inspectionPlanById, id))),
  fields: (t) => ({
    unit: t.field({
      type: UnitRef,
      description: 'The root of the units it plans.',
      resolve: (plan, _args, context) => getUnit(context, plan.unitId),
    }),
    year: t.exposeInt('year', { description: 'The year.' }),
    state: t.expose('state', { type: InspectionPlanStateEnum, description: 'Where it stands.' }),
    sharePercent: t.exposeInt('sharePercent', {
      description:
        'Least share of the agencies to be visited in the year, in percent; 30 is the practice of one province, no law.',
    }),
    decisionNumber: t.exposeString('decisionNumber', {
      nullable: true,
      description: 'Number of the decision that issued it; null while it is a draft.',
    }),
    issuedOn: t.expose('issuedOn', { type: 'LocalDate', nullable: true, description: 'Date of that decision.' }),
    recordedBy: t.exposeString('recordedBy', { description: 'Name of who recorded it.' }),
    recordedAt: t.expose('recordedAt', { type: 'DateTime', description: 'When it was recorded.' }),
    revision: t.exposeInt('revision', { description: 'Rises with each change; a mutation names the one it saw.' }),
    actions: t.field({
      type: [InspectionPlanActionEnum],
      description: 'What the asking person may do with it now.',
      resolve: async ({ state, unitId }, _args, context) => {
        const { pathText } = await getUnit(context, unitId);
        if (!holdsOver(context, 'INSPECTION_MANAGE', pathText)) return [];
        if (state === 'DRAFT') return ['ISSUE', 'ADD_INSPECTION'] as const;
        return state === 'ISSUED' ? (['ADD_INSPECTION'] as const) : [];
      },
    }),
    inspections: t.field({
      type: InspectionConnection,
      description: 'Its inspections one may see, the newest first.',
      args: t.arg.connectionArgs(),
      resolve: (plan, args, context) => listInspectionsOfPlan(context, plan.id, args),
    }),
  }),
});
