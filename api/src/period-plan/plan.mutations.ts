import { fixPeriodPlanShape } from '@congvu/schema/evaluation';
import { builder } from '../builder.ts';
import { REFUSALS } from '../error/domain-error.type.ts';
import { parsed } from '../mutation/change.ts';
import { KEY_DESCRIPTION } from '../task/task.inputs.ts';
import { UnitRef } from '../unit/unit.type.ts';
import { type FixedPlan, fixPeriodPlan } from './plan.service.ts';

const PeriodPlanRef = builder.objectRef<FixedPlan>('PeriodPlan').implement({
  description: 'A unit’s plan of a period: what was assigned before it was fixed is planned, what comes later arose.',
  fields: (t) => ({
    unit: t.expose('unit', { type: UnitRef, description: 'The unit.' }),
    period: t.expose('period', { type: 'Period', description: 'The month.' }),
    fixedAt: t.expose('fixedAt', { type: 'DateTime', description: 'When it was fixed.' }),
    fixedBy: t.exposeString('fixedBy', { description: 'Name of who fixed it.' }),
  }),
});

const FixPeriodPlanInput = builder.inputType('FixPeriodPlanInput', {
  description: 'A plan to be fixed.',
  fields: (t) => ({
    idempotencyKey: t.string({ description: KEY_DESCRIPTION }),
    unit: t.string({ description: 'Code of the unit.' }),
    period: t.field({ type: 'Period', description: 'The month.' }),
  }),
});

builder.mutationField('fixPeriodPlan', (t) =>
  t.field({
    type: PeriodPlanRef,
    description: 'Fixes a unit’s plan of a month, once.',
    authScopes: { signedIn: true },
    errors: { types: REFUSALS },
    args: { input: t.arg({ type: FixPeriodPlanInput, description: 'Which plan.' }) },
    resolve: (_root, { input }, context) => fixPeriodPlan(context, parsed(fixPeriodPlanShape, input)),
  }),
);
