import { createInspectionPlanShape, issuePlanShape } from '@congvu/schema/registers';
import { builder } from '../builder.ts';
import type { Context } from '../context.ts';
import { REFUSALS } from '../error/domain-error.type.ts';
import { parsed } from '../mutation/change.ts';
import { loadOne } from '../sql/batch.ts';
import { KEY_DESCRIPTION } from '../task/task.inputs.ts';
import { type InspectionPlanRow, inspectionPlanById } from './inspection-plan.store.ts';
import { InspectionPlanRef } from './inspection-plan.type.ts';
import { createInspectionPlan, issuePlan } from './plan.service.ts';

const CreateInspectionPlanInput = builder.inputType('CreateInspectionPlanInput', {
  description: 'The inspections of a year to be planned.',
  fields: (t) => ({
    idempotencyKey: t.string({ description: KEY_DESCRIPTION }),
    unit: t.string({ description: 'Code of the unit: the plan is for it and all below it.' }),
    year: t.int({ description: 'The year.' }),
    sharePercent: t.int({
      required: false,
      description: 'Least share of its agencies to be visited, 1 to 100 percent; 30 unless stated.',
    }),
  }),
});

const IssuePlanInput = builder.inputType('IssuePlanInput', {
  description: 'A plan that is issued.',
  fields: (t) => ({
    idempotencyKey: t.string({ description: KEY_DESCRIPTION }),
    plan: t.id({ description: 'The plan.' }),
    revision: t.int({ description: 'The revision the client saw.' }),
    decisionNumber: t.string({ description: 'Number of the decision that issues it.' }),
    issuedOn: t.field({ type: 'LocalDate', description: 'Date of the decision, not after today.' }),
  }),
});

async function changed(context: Context, id: Promise<string>): Promise<InspectionPlanRow> {
  const plan = await loadOne(context, inspectionPlanById, await id);
  if (plan === null) throw new Error('A plan was changed that may not be seen.');
  return plan;
}

builder.mutationFields((t) => ({
  createInspectionPlan: t.field({
    type: InspectionPlanRef,
    description: 'Begins the inspection plan of a unit’s year. WRONG_STATE where there is one.',
    authScopes: { acts: 'INSPECTION_MANAGE' },
    errors: { types: REFUSALS },
    args: { input: t.arg({ type: CreateInspectionPlanInput, description: 'The plan.' }) },
    resolve: (_root, { input }, context) =>
      changed(context, createInspectionPlan(context, parsed(createInspectionPlanShape, input))),
  }),
  issuePlan: t.field({
    type: InspectionPlanRef,
    description: 'The plan is issued by a decision.',
    authScopes: { acts: 'INSPECTION_MANAGE' },
    errors: { types: REFUSALS },
    args: { input: t.arg({ type: IssuePlanInput, description: 'The decision.' }) },
    resolve: (_root, { input }, context) => changed(context, issuePlan(context, parsed(issuePlanShape, input))),
  }),
}));
