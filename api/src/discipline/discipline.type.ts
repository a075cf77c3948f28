import type { LocalDate } from '@congvu/schema/primitives/local-date';
import { COMPLAINT_OUTCOMES, DISCIPLINE_STATES, decisionState, EFFECT_KINDS } from '@congvu/schema/registers';
import { registrarOf } from '../authority/registrar.policy.ts';
import { builder } from '../builder.ts';
import { CertaintyEnum } from '../catalogue/certainty.type.ts';
import { getEmployee } from '../employee/employee.store.ts';
import { EmployeeRef } from '../employee/employee.type.ts';
import { optionalDate } from '../query-arguments.ts';
import { loadOne } from '../sql/batch.ts';
import { connectionOf } from '../sql/connection.ts';
import { getUnit } from '../unit/unit.store.ts';
import { UnitRef } from '../unit/unit.type.ts';
import { DECISION_ACTIONS, decisionActions } from './discipline.policy.ts';
import {
  type DisciplineRow,
  decisionsByViolation,
  disciplineById,
  disciplineBySuperseded,
  type EffectRow,
  effectsByDecision,
} from './discipline.store.ts';
import { DisciplineFormEnum } from './discipline-form.type.ts';
import { violationById, violationsByDecision } from './violation.store.ts';
import { ViolationRef } from './violation.type.ts';

export const DisciplineStateEnum = builder.enumType('DisciplineState', {
  description:
    'A decision on a day: not yet in effect, in effect, lapsed by itself, annulled, replaced by a later one.',
  values: DISCIPLINE_STATES,
});
export const ComplaintOutcomeEnum = builder.enumType('ComplaintOutcome', {
  description: 'What became of a complaint about a decision.',
  values: COMPLAINT_OUTCOMES,
});
const EffectKindEnum = builder.enumType('DisciplineEffectKind', {
  description:
    'NO_PROMOTION: no planning, training or higher post. SALARY_DELAY: a later rise. NO_LEADERSHIP: no leading post again.',
  values: EFFECT_KINDS,
});
const DecisionActionEnum = builder.enumType('DisciplineDecisionAction', {
  description: 'What may be done with a decision.',
  values: DECISION_ACTIONS,
});

const EffectRef = builder.objectRef<EffectRow>('DisciplineEffect').implement({
  description: 'What a decision brings beside its own effect; kept as the table said when it was recorded.',
  fields: (t) => ({
    kind: t.expose('kind', { type: EffectKindEnum, description: 'What.' }),
    from: t.expose('from', { type: 'LocalDate', description: 'First day.' }),
    to: t.expose('to', { type: 'LocalDate', nullable: true, description: 'Last day, inclusive; null: for ever.' }),
    months: t.exposeInt('months', { nullable: true, description: 'Its length in months; null: for ever.' }),
    certainty: t.expose('certainty', { type: CertaintyEnum, description: 'How sure it is.' }),
    instrument: t.exposeString('instrument', { description: 'The law, or the office’s own decision.' }),
    clause: t.exposeString('clause', { nullable: true, description: 'Article and clause; null where not known.' }),
  }),
});

const ComplaintRef = builder
  .objectRef<Pick<DisciplineRow, 'complaintFiledOn' | 'complaintOutcome' | 'complaintDocument'>>('DisciplineComplaint')
  .implement({
    description: 'A complaint about a decision.',
    fields: (t) => ({
      filedOn: t.expose('complaintFiledOn', { type: 'LocalDate', nullable: true, description: 'When it was filed.' }),
      outcome: t.expose('complaintOutcome', {
        type: ComplaintOutcomeEnum,
        nullable: true,
        description: 'What became of it.',
      }),
      document: t.exposeString('complaintDocument', { nullable: true, description: 'The document that says so.' }),
    }),
  });

export const DisciplineDecisionRef = builder.objectRef<DisciplineRow>('DisciplineDecision');
export const DisciplineDecisionConnection = connectionOf(
  'DisciplineDecision',
  DisciplineDecisionRef,
  'discipline decisions',
);

builder.node(DisciplineDecisionRef, {
  description: 'A discipline decision (quyết định kỷ luật) in the register, with the window in which it has effect.',
  record: { kind: 'discipline', of: (decision) => decision.employeeId },
  id: { resolve: (decision) => decision.id },
  loadMany: (ids: string[], context) => Promise.all(ids.map((id) => loadOne(context, disciplineById, id))),
  fields: (t) => ({
    employee: t.field({
      type: EmployeeRef,
      description: 'Whom it concerns.',
      resolve: (decision, _args, context) => getEmployee(context, decision.employeeId),
    }),
    unit: t.field({
      type: UnitRef,
      description: 'The unit at the time of the act.',
      resolve: (decision, _args, context) => getUnit(context, decision.unitId),
    }),
    form: t.expose('form', { type: DisciplineFormEnum, description: 'The form.' }),
    party: t.exposeBoolean('party', { description: 'Whether it is the Party’s, not administrative.' }),
    decisionNumber: t.exposeString('decisionNumber', { description: 'Number of the decision.' }),
    decidedOn: t.expose('decidedOn', { type: 'LocalDate', description: 'Date of the decision.' }),
    effectiveFrom: t.expose('effectiveFrom', { type: 'LocalDate', description: 'First day of effect.' }),
    effectiveTo: t.expose('effectiveTo', { type: 'LocalDate', description: 'Last day of effect, inclusive.' }),
    issuer: t.exposeString('issuer', { description: 'Who decided.' }),
    relatedToDuty: t.exposeBoolean('relatedToDuty', { description: 'Whether the act concerned public duty.' }),
    active: t.boolean({
      description: 'Whether it has effect today.',
      resolve: (decision, _args, { today }) => stateOn(decision, today) === 'ACTIVE',
    }),
    state: t.field({
      type: DisciplineStateEnum,
      description: 'What it is on a day. Nothing has to run for it to lapse.',
      args: { on: t.arg({ type: 'LocalDate', required: false, description: 'Today unless stated.' }) },
      resolve: (decision, { on }, context) => stateOn(decision, optionalDate(on, context) ?? context.today),
    }),
    violation: t.field({
      type: ViolationRef,
      nullable: true,
      description: 'The act it punishes, or the main one; null where none is recorded.',
      resolve: ({ violationId }, _args, context) =>
        violationId === null ? null : loadOne(context, violationById, violationId),
    }),
    acts: t.field({
      type: [ViolationRef],
      description: 'All acts it punishes, the main one first.',
      resolve: async ({ id }, _args, context) => [...((await loadOne(context, violationsByDecision, id)) ?? [])],
    }),
    effects: t.field({
      type: [EffectRef],
      description: 'What it brings, each with its end; none of a decision of the Party.',
      resolve: async ({ id }, _args, context) => [...((await loadOne(context, effectsByDecision, id)) ?? [])],
    }),
    summary: t.exposeString('summary', { nullable: true, description: 'The act in one sentence.' }),
    reasonForForm: t.exposeString('reasonForForm', {
      nullable: true,
      description: 'Why the form is lighter than a new act during a discipline asks for; null where it is not.',
    }),
    sourceCertainty: t.expose('sourceCertainty', {
      type: CertaintyEnum,
      description: 'How sure the length of its effect is: the law of 2025 gives no months.',
    }),
    annulledOn: t.expose('annulledOn', {
      type: 'LocalDate',
      nullable: true,
      description: 'Since when it no longer counts, annulled or replaced; null while it counts.',
    }),
    annulDocument: t.exposeString('annulDocument', { nullable: true, description: 'By which document.' }),
    annulReason: t.exposeString('annulReason', { nullable: true, description: 'Why.' }),
    supersedes: t.field({
      type: DisciplineDecisionRef,
      nullable: true,
      description: 'The decision it took the place of.',
      resolve: ({ supersedesId }, _args, context): Promise<DisciplineRow | null> | null =>
        supersedesId === null ? null : loadOne(context, disciplineById, supersedesId),
    }),
    supersededBy: t.field({
      type: DisciplineDecisionRef,
      nullable: true,
      description: 'The decision that took its place.',
      resolve: ({ id, replaced }, _args, context): Promise<DisciplineRow | null> | null =>
        replaced ? loadOne(context, disciplineBySuperseded, id) : null,
    }),
    complaint: t.field({
      type: ComplaintRef,
      nullable: true,
      description: 'The complaint about it; null where there is none.',
      resolve: (decision) => (decision.complaintOutcome === null ? null : decision),
    }),
    revision: t.exposeInt('revision', { description: 'Rises with each change; a mutation names the one it saw.' }),
    actions: t.field({
      type: [DecisionActionEnum],
      description: 'What the asking person may do with it now.',
      resolve: (decision, _args, { actor }) => [...decisionActions(registrarOf(actor), decision)],
    }),
  }),
});

function stateOn(decision: DisciplineRow, day: LocalDate) {
  return decisionState(
    {
      // Written by the database from date columns.
      effectiveFrom: decision.effectiveFrom as LocalDate,
      effectiveTo: decision.effectiveTo as LocalDate,
      annulledOn: decision.annulledOn as LocalDate | null,
      replaced: decision.replaced,
    },
    day,
  );
}

builder.objectField(ViolationRef, 'decisions', (t) =>
  t.field({
    type: [DisciplineDecisionRef],
    description: 'The decisions on it that one may see, earliest first, also those no longer in force.',
    resolve: async ({ id }, _args, context) => [...((await loadOne(context, decisionsByViolation, id)) ?? [])],
  }),
);
