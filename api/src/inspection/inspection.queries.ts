import { builder } from '../builder.ts';
import { inspectionPlanById } from '../inspection-plan/inspection-plan.store.ts';
import { InspectionPlanRef } from '../inspection-plan/inspection-plan.type.ts';
import { readRegisterFilter, registerFilterFields } from '../register-filter.ts';
import { loadOne } from '../sql/batch.ts';
import { getUnit } from '../unit/unit.store.ts';
import { inspectionById, listInspections } from './inspection.store.ts';
import { InspectionConnection, InspectionRef } from './inspection.type.ts';
import {
  InspectionAreaEnum,
  InspectionKindEnum,
  InspectionStateEnum,
  VisitStateEnum,
} from './inspection-words.type.ts';
import { isVisitActionPossible, VISIT_ACTIONS } from './visit.policy.ts';
import { mayInspect } from './visit.service.ts';
import { listVisits } from './visit.store.ts';
import { VisitConnection, VisitRef } from './visit.type.ts';

const InspectionFilter = builder.inputType('InspectionFilter', {
  description: 'Which inspections; conditions left out do not narrow. `unit`: held there, or visiting there.',
  fields: (t) => {
    const {
      employee: _person,
      search: _search,
      ...common
    } = registerFilterFields(t, 'the day it ended, else began, else of the end of its plan’s year');
    return {
      ...common,
      kind: t.field({ type: [InspectionKindEnum], required: false, description: 'Any of these kinds.' }),
      area: t.field({ type: [InspectionAreaEnum], required: false, description: 'Any of these areas.' }),
      state: t.field({ type: [InspectionStateEnum], required: false, description: 'Any of these states.' }),
    };
  },
});

const VisitFilter = builder.inputType('VisitFilter', {
  description: 'Which visits; conditions left out do not narrow.',
  fields: (t) => {
    const {
      employee: _person,
      search: _search,
      ...common
    } = registerFilterFields(t, 'the day it was made, else of the first planned');
    return {
      ...common,
      state: t.field({ type: [VisitStateEnum], required: false, description: 'Any of these states.' }),
      unannounced: t.boolean({ required: false, description: 'Only unannounced ones, or only the others.' }),
    };
  },
});

builder.queryFields((t) => ({
  inspections: t.field({
    type: InspectionConnection,
    description: 'Inspections one may see, the newest first.',
    authScopes: { reads: 'INSPECTION_READ' },
    args: {
      filter: t.arg({ type: InspectionFilter, required: false, description: 'Which ones.' }),
      ...t.arg.connectionArgs(),
    },
    resolve: async (_root, { filter, ...page }, context) =>
      listInspections(context, { ...filter }, await readRegisterFilter(context, filter), page),
  }),
  visits: t.field({
    type: VisitConnection,
    description: 'Visits one may see, the newest first; those without a day before all.',
    authScopes: { reads: 'INSPECTION_READ' },
    args: {
      filter: t.arg({ type: VisitFilter, required: false, description: 'Which ones.' }),
      ...t.arg.connectionArgs(),
    },
    resolve: async (_root, { filter, ...page }, context) =>
      listVisits(context, { ...filter }, await readRegisterFilter(context, filter), page),
  }),
}));

builder.objectField(VisitRef, 'inspection', (t) =>
  t.field({
    type: InspectionRef,
    nullable: true,
    description: 'The inspection; null where one may not see it.',
    resolve: ({ inspectionId }, _args, context) => loadOne(context, inspectionById, inspectionId),
  }),
);

builder.objectField(InspectionRef, 'plan', (t) =>
  t.field({
    type: InspectionPlanRef,
    nullable: true,
    description: 'The plan it belongs to; null where it has none or one may not see it.',
    resolve: ({ planId }, _args, context) => (planId === null ? null : loadOne(context, inspectionPlanById, planId)),
  }),
);

const VisitActionEnum = builder.enumType('VisitAction', {
  description: 'RECORD: it was made. CANCEL: it is not made.',
  values: VISIT_ACTIONS,
});

builder.objectField(VisitRef, 'actions', (t) =>
  t.field({
    type: [VisitActionEnum],
    description: 'What the asking person may do with it now.',
    resolve: async ({ inspectionId, unitId, state }, _args, context) => {
      const inspection = await loadOne(context, inspectionById, inspectionId);
      if (inspection === null || !(await mayInspect(context, inspection, await getUnit(context, unitId)))) return [];
      return VISIT_ACTIONS.filter((action) => isVisitActionPossible(action, state, inspection.state));
    },
  }),
);
