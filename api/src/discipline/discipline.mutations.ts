import { recordDisciplineDecisionShape } from '@congvu/schema/evaluation';
import { builder } from '../builder.ts';
import { REFUSALS } from '../error/domain-error.type.ts';
import { parsed } from '../mutation/change.ts';
import { loadOne } from '../sql/batch.ts';
import { KEY_DESCRIPTION } from '../task/task.inputs.ts';
import { disciplineById } from './discipline.store.ts';
import { DisciplineDecisionRef, DisciplineFormEnum } from './discipline.type.ts';
import { recordDisciplineDecision } from './record.service.ts';

const ViolationInput = builder.inputType('ViolationInput', {
  description: 'The act that a decision punishes.',
  fields: (t) => ({
    unit: t.string({
      required: false,
      description: 'Code of the unit at the time; the one the person was in on that day unless stated.',
    }),
    actFrom: t.field({ type: 'LocalDate', description: 'Day of the act, or its first.' }),
    actTo: t.field({ type: 'LocalDate', required: false, description: 'Its last day, where it was not one.' }),
    discoveredOn: t.field({ type: 'LocalDate', description: 'When it was discovered.' }),
    relatedToDuty: t.boolean({ description: 'Whether it was related to public duty.' }),
    degradation: t.boolean({ description: 'Whether it was ideological or moral degradation.' }),
  }),
});

const RecordDisciplineDecisionInput = builder.inputType('RecordDisciplineDecisionInput', {
  description: 'A decision of discipline; either `act` or `violation`.',
  fields: (t) => ({
    idempotencyKey: t.string({ description: KEY_DESCRIPTION }),
    employee: t.string({ description: 'Staff code.' }),
    violation: t.id({ required: false, description: 'The act, where it was recorded before.' }),
    act: t.field({ type: ViolationInput, required: false, description: 'The act, recorded with the decision.' }),
    form: t.field({ type: DisciplineFormEnum, description: 'Form of discipline.' }),
    decisionNumber: t.string({ description: 'Number of the decision.' }),
    decidedOn: t.field({ type: 'LocalDate', description: 'Its date, not after today.' }),
    effectiveFrom: t.field({ type: 'LocalDate', description: 'First day of effect.' }),
    effectiveTo: t.field({ type: 'LocalDate', description: 'Last day of effect, inclusive.' }),
    issuer: t.string({ description: 'Who decided.' }),
    summary: t.string({ required: false, description: 'Summary, at most 2,000 characters.' }),
  }),
});

builder.mutationField('recordDisciplineDecision', (t) =>
  t.field({
    type: DisciplineDecisionRef,
    description:
      'Personnel records a decision of discipline with its act, so that the year counts it once (Nghị định 335/2025/NĐ-CP art. 11(3)).',
    authScopes: { acts: 'STAFF_MANAGE' },
    errors: { types: REFUSALS },
    args: { input: t.arg({ type: RecordDisciplineDecisionInput, description: 'The decision.' }) },
    resolve: async (_root, { input }, context) => {
      const id = await recordDisciplineDecision(context, parsed(recordDisciplineDecisionShape, input));
      const decision = await loadOne(context, disciplineById, id);
      if (decision === null) throw new Error('A decision was recorded that may not be seen.');
      return decision;
    },
  }),
);
