import { recordDisciplineDecisionShape } from '@congvu/schema/evaluation';
import {
  annulDisciplineDecisionShape,
  recordComplaintShape,
  replaceDisciplineDecisionShape,
} from '@congvu/schema/registers';
import { builder } from '../builder.ts';
import type { Context } from '../context.ts';
import { REFUSALS } from '../error/domain-error.type.ts';
import { DISCIPLINE_REFUSALS } from '../error/register-error.type.ts';
import { parsed } from '../mutation/change.ts';
import { loadOne } from '../sql/batch.ts';
import { KEY_DESCRIPTION } from '../task/task.inputs.ts';
import { annulDisciplineDecision, recordComplaint, replaceDisciplineDecision } from './decision.service.ts';
import { type DisciplineRow, disciplineById } from './discipline.store.ts';
import { ComplaintOutcomeEnum, DisciplineDecisionRef } from './discipline.type.ts';
import { DisciplineFormEnum } from './discipline-form.type.ts';
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
  description: 'A decision of discipline; exactly one of `act`, `violation` and `violations`.',
  fields: (t) => ({
    idempotencyKey: t.string({ description: KEY_DESCRIPTION }),
    employee: t.string({ description: 'Staff code.' }),
    violation: t.id({ required: false, description: 'The act, where it was recorded before.' }),
    violations: t.idList({
      required: false,
      description: 'Several acts handled together, the main one first, at most 20.',
    }),
    act: t.field({ type: ViolationInput, required: false, description: 'The act, recorded with the decision.' }),
    form: t.field({ type: DisciplineFormEnum, description: 'Form of discipline; of several acts the heaviest.' }),
    decisionNumber: t.string({ description: 'Number of the decision.' }),
    decidedOn: t.field({ type: 'LocalDate', description: 'Its date, not after today and not before the act.' }),
    effectiveFrom: t.field({ type: 'LocalDate', description: 'First day of effect.' }),
    effectiveTo: t.field({
      type: 'LocalDate',
      required: false,
      description: 'Last day of effect, inclusive; by the table of clocks unless stated.',
    }),
    issuer: t.string({ description: 'Who decided.' }),
    summary: t.string({ required: false, description: 'Summary, at most 2,000 characters.' }),
    reasonForForm: t.string({
      required: false,
      description: 'Why the form is lighter than a new act during a discipline asks for, e.g. mitigating facts.',
    }),
  }),
});

const SEEN = 'The decision’s revision the client saw.';

const AnnulDisciplineDecisionInput = builder.inputType('AnnulDisciplineDecisionInput', {
  description: 'A decision taken back.',
  fields: (t) => ({
    idempotencyKey: t.string({ description: KEY_DESCRIPTION }),
    decision: t.id({ description: 'The decision.' }),
    revision: t.int({ description: SEEN }),
    on: t.field({ type: 'LocalDate', description: 'Since when, not after today.' }),
    reason: t.string({ description: 'Why, at most 2,000 characters.' }),
    document: t.string({ description: 'By which document.' }),
  }),
});

const ReplaceDisciplineDecisionInput = builder.inputType('ReplaceDisciplineDecisionInput', {
  description: 'A new decision of the same body on the same acts, in place of one.',
  fields: (t) => ({
    idempotencyKey: t.string({ description: KEY_DESCRIPTION }),
    decision: t.id({ description: 'The decision to be replaced.' }),
    revision: t.int({ description: SEEN }),
    form: t.field({ type: DisciplineFormEnum, description: 'Form of the new one, of the same body.' }),
    decisionNumber: t.string({ description: 'Number of the new one.' }),
    decidedOn: t.field({ type: 'LocalDate', description: 'Its date, not after today.' }),
    effectiveFrom: t.field({ type: 'LocalDate', description: 'First day of effect.' }),
    effectiveTo: t.field({
      type: 'LocalDate',
      required: false,
      description: 'Last day of effect, inclusive; by the table of clocks unless stated.',
    }),
    issuer: t.string({ description: 'Who decided.' }),
    reason: t.string({ description: 'Why, at most 2,000 characters.' }),
    document: t.string({ description: 'The document that replaces, e.g. a decision on the complaint.' }),
    reasonForForm: t.string({ required: false, description: 'As for recording.' }),
  }),
});

const RecordComplaintInput = builder.inputType('RecordComplaintInput', {
  description: 'A complaint about a decision and what became of it.',
  fields: (t) => ({
    idempotencyKey: t.string({ description: KEY_DESCRIPTION }),
    decision: t.id({ description: 'The decision.' }),
    revision: t.int({ description: SEEN }),
    filedOn: t.field({ type: 'LocalDate', description: 'When it was filed, not after today.' }),
    outcome: t.field({ type: ComplaintOutcomeEnum, description: 'What became of it.' }),
    document: t.string({ required: false, description: 'The document that says so; needed once it is decided.' }),
  }),
});

async function changed(context: Context, id: Promise<string>): Promise<DisciplineRow> {
  const decision = await loadOne(context, disciplineById, await id);
  if (decision === null) throw new Error('A decision was changed that may not be seen.');
  return decision;
}

const INPUT = 'What is to be done.';

builder.mutationFields((t) => ({
  recordDisciplineDecision: t.field({
    type: DisciplineDecisionRef,
    description:
      'Personnel records a decision of discipline with its act or acts, so that the year counts each once (Nghị định 335/2025/NĐ-CP art. 11(3)). Refused for a form the person cannot have, an act past its limitation, an act decided before.',
    authScopes: { acts: 'STAFF_MANAGE' },
    errors: { types: DISCIPLINE_REFUSALS },
    args: { input: t.arg({ type: RecordDisciplineDecisionInput, description: 'The decision.' }) },
    resolve: (_root, { input }, context) =>
      changed(context, recordDisciplineDecision(context, parsed(recordDisciplineDecisionShape, input))),
  }),
  annulDisciplineDecision: t.field({
    type: DisciplineDecisionRef,
    description: 'Takes a decision back; it stays in the register, and its acts are open again.',
    authScopes: { acts: 'STAFF_MANAGE' },
    errors: { types: REFUSALS },
    args: { input: t.arg({ type: AnnulDisciplineDecisionInput, description: INPUT }) },
    resolve: (_root, { input }, context) =>
      changed(context, annulDisciplineDecision(context, parsed(annulDisciplineDecisionShape, input))),
  }),
  replaceDisciplineDecision: t.field({
    type: DisciplineDecisionRef,
    description:
      'Records a new decision in place of one, which stays in the register without effect. Answers the new one.',
    authScopes: { acts: 'STAFF_MANAGE' },
    errors: { types: DISCIPLINE_REFUSALS },
    args: { input: t.arg({ type: ReplaceDisciplineDecisionInput, description: INPUT }) },
    resolve: (_root, { input }, context) =>
      changed(context, replaceDisciplineDecision(context, parsed(replaceDisciplineDecisionShape, input))),
  }),
  recordComplaint: t.field({
    type: DisciplineDecisionRef,
    description: 'Keeps the complaint about a decision and what became of it.',
    authScopes: { acts: 'STAFF_MANAGE' },
    errors: { types: REFUSALS },
    args: { input: t.arg({ type: RecordComplaintInput, description: INPUT }) },
    resolve: (_root, { input }, context) =>
      changed(context, recordComplaint(context, parsed(recordComplaintShape, input))),
  }),
}));
