import {
  DEFERRAL_KINDS,
  LIMITATION_EXCEPTIONS,
  LIMITATION_STARTS,
  VIOLATION_SEVERITIES,
  VIOLATION_STATES,
} from '@congvu/schema/registers';
import { encodeGlobalID } from '@pothos/plugin-relay';
import { registrarOf } from '../authority/registrar.policy.ts';
import { builder } from '../builder.ts';
import { CertaintyEnum } from '../catalogue/certainty.type.ts';
import { getEmployee } from '../employee/employee.store.ts';
import { EmployeeRef } from '../employee/employee.type.ts';
import { SourceRef } from '../score/score.type.ts';
import { loadOne } from '../sql/batch.ts';
import { connectionOf } from '../sql/connection.ts';
import { getUnit } from '../unit/unit.store.ts';
import { UnitRef } from '../unit/unit.type.ts';
import { VIOLATION_ACTIONS, violationActions } from './discipline.policy.ts';
import { DisciplineFormEnum } from './discipline-form.type.ts';
import { type DeferralRow, deferralsByViolation, type ViolationRow, violationById } from './violation.store.ts';
import { clocksOf, isOverdueOn, latestDay, limitOf, type ViolationLimit } from './violation-clock.ts';

export const ViolationSeverityEnum = builder.enumType('ViolationSeverity', {
  description: 'How grave an act is: ít nghiêm trọng, nghiêm trọng, rất nghiêm trọng, đặc biệt nghiêm trọng.',
  values: VIOLATION_SEVERITIES,
});
export const ViolationStateEnum = builder.enumType('ViolationState', {
  description:
    'OPEN: being handled. DECIDED: a decision names it. DISMISSED: closed without discipline, by a document.',
  values: VIOLATION_STATES,
});
export const LimitationStartEnum = builder.enumType('LimitationStart', {
  description: 'The day limitation is counted from: end of the act, discovery, or the conclusion of an authority.',
  values: LIMITATION_STARTS,
});
export const LimitationExceptionEnum = builder.enumType('LimitationException', {
  description: 'Acts without limitation (Luật 80/2025/QH15 art. 37).',
  values: LIMITATION_EXCEPTIONS,
});
export const DeferralKindEnum = builder.enumType('DeferralKind', {
  description: 'Why handling waits: serious illness; pregnancy or a child below twelve months; criminal proceedings.',
  values: DEFERRAL_KINDS,
});
const ViolationActionEnum = builder.enumType('ViolationAction', {
  description: 'What may be done with an act.',
  values: VIOLATION_ACTIONS,
});

const DeferralRef = builder.objectRef<DeferralRow>('DisciplineDeferral').implement({
  description: 'A time in which an act may not be handled (Nghị định 172/2025/NĐ-CP).',
  fields: (t) => ({
    id: t.id({
      description: 'Its identifier, for `endDeferral`.',
      resolve: ({ id }) => encodeGlobalID('DisciplineDeferral', id),
    }),
    kind: t.expose('kind', { type: DeferralKindEnum, description: 'Why.' }),
    from: t.expose('from', { type: 'LocalDate', description: 'First day.' }),
    to: t.expose('to', { type: 'LocalDate', nullable: true, description: 'Last day; null while it lasts.' }),
    document: t.exposeString('document', { description: 'The document it rests on.' }),
  }),
});

const ViolationLimitRef = builder.objectRef<ViolationLimit>('ViolationLimit').implement({
  description: 'Until when an act may be disciplined with a form (thời hiệu).',
  fields: (t) => ({
    form: t.expose('form', {
      type: DisciplineFormEnum,
      description: 'The form; WARNING stands for every heavier one too.',
    }),
    until: t.expose('until', {
      type: 'LocalDate',
      nullable: true,
      description: 'Last day, inclusive; null: no limit.',
    }),
    certainty: t.field({
      type: CertaintyEnum,
      description: 'How sure it is.',
      resolve: ({ source }) => source.certainty,
    }),
    source: t.expose('source', { type: SourceRef, description: 'The rule.' }),
  }),
});

export const ViolationRef = builder.objectRef<ViolationRow>('Violation');
export const ViolationConnection = connectionOf('Violation', ViolationRef, 'acts');

builder.node(ViolationRef, {
  description:
    'An act (hành vi vi phạm): several decisions, of the Party and administrative, may punish it, and it counts in one year only (Nghị định 335/2025/NĐ-CP art. 11).',
  record: { kind: 'discipline', of: (violation) => violation.employeeId },
  id: { resolve: (violation) => violation.id },
  loadMany: (ids: string[], context) => Promise.all(ids.map((id) => loadOne(context, violationById, id))),
  fields: (t) => ({
    employee: t.field({
      type: EmployeeRef,
      description: 'Whose act it is.',
      resolve: ({ employeeId }, _args, context) => getEmployee(context, employeeId),
    }),
    unit: t.field({
      type: UnitRef,
      description: 'The unit at the time of the act, whose result it lowers.',
      resolve: ({ unitId }, _args, context) => getUnit(context, unitId),
    }),
    actFrom: t.expose('actFrom', { type: 'LocalDate', description: 'Day of the act, or its first.' }),
    actTo: t.expose('actTo', {
      type: 'LocalDate',
      nullable: true,
      description: 'Its last day; null where it was one.',
    }),
    discoveredOn: t.expose('discoveredOn', { type: 'LocalDate', description: 'When it was discovered.' }),
    concludedOn: t.expose('concludedOn', {
      type: 'LocalDate',
      nullable: true,
      description: 'When an authority concluded on it; null where none did.',
    }),
    relatedToDuty: t.exposeBoolean('relatedToDuty', { description: 'Whether it was related to public duty.' }),
    degradation: t.exposeBoolean('degradation', { description: 'Whether it was ideological or moral degradation.' }),
    corruption: t.exposeBoolean('corruption', { description: 'Whether it was corruption or waste.' }),
    countedYear: t.exposeInt('countedYear', {
      nullable: true,
      description: 'The year whose level it lowered; null yet.',
    }),
    summary: t.exposeString('summary', { nullable: true, description: 'The act in words; null in old rows.' }),
    severity: t.expose('severity', {
      type: ViolationSeverityEnum,
      nullable: true,
      description: 'How grave it is; null while that is not determined.',
    }),
    mitigating: t.exposeStringList('mitigating', { description: 'Mitigating circumstances.' }),
    aggravating: t.exposeStringList('aggravating', { description: 'Aggravating circumstances.' }),
    state: t.expose('state', { type: ViolationStateEnum, description: 'Where its handling stands.' }),
    dueOn: t.expose('dueOn', {
      type: 'LocalDate',
      nullable: true,
      description:
        'Last day for handling: 90 days from discovery unless the office’s own table says otherwise, with extension and deferrals; null while a deferral without an end lasts.',
    }),
    latestOn: t.field({
      type: 'LocalDate',
      nullable: true,
      description:
        'Last day to which it can be extended: 150 days from discovery, or less by the office’s own table; with deferrals.',
      resolve: async (violation, _args, context) => latestDay(violation, await clocksOf(context, violation)),
    }),
    extendedTo: t.expose('extendedTo', {
      type: 'LocalDate',
      nullable: true,
      description: 'Until when it was extended; null where it was not.',
    }),
    extensionDocument: t.exposeString('extensionDocument', {
      nullable: true,
      description: 'The document that extended it.',
    }),
    overdue: t.boolean({
      description: 'Whether it is open beyond its last day.',
      resolve: (violation, _args, { today }) => isOverdueOn(violation, today),
    }),
    closedOn: t.expose('closedOn', {
      type: 'LocalDate',
      nullable: true,
      description: 'When handling ended, by decision or dismissal.',
    }),
    dismissalReason: t.exposeString('dismissalReason', { nullable: true, description: 'Why it was dismissed.' }),
    dismissalDocument: t.exposeString('dismissalDocument', { nullable: true, description: 'By which document.' }),
    deferrals: t.field({
      type: [DeferralRef],
      description: 'Times in which it may not be handled; shown to the personnel who keep the register only.',
      resolve: async ({ id }, _args, context) => [...((await loadOne(context, deferralsByViolation, id)) ?? [])],
    }),
    sealed: t.exposeBoolean('sealed', {
      description: 'Whether its procedure is closed to everybody but the personnel who handle it.',
    }),
    limitation: t.field({
      type: [ViolationLimitRef],
      description: 'Until when it may be disciplined: with a reprimand, and with any heavier form.',
      resolve: async (violation, _args, context) => {
        const clocks = await clocksOf(context, violation);
        return [limitOf(violation, 'REPRIMAND', clocks), limitOf(violation, 'WARNING', clocks)];
      },
    }),
    limitationStart: t.expose('limitationStart', {
      type: LimitationStartEnum,
      description: 'From which day limitation is counted.',
    }),
    limitationException: t.expose('limitationException', {
      type: LimitationExceptionEnum,
      nullable: true,
      description: 'Why there is no limitation; null where there is.',
    }),
    recordedBy: t.exposeString('recordedBy', { nullable: true, description: 'Name of who recorded it.' }),
    revision: t.exposeInt('revision', { description: 'Rises with each change; a mutation names the one it saw.' }),
    actions: t.field({
      type: [ViolationActionEnum],
      description: 'What the asking person may do with it now.',
      resolve: (violation, _args, { actor }) => [...violationActions(registrarOf(actor), violation)],
    }),
  }),
});
