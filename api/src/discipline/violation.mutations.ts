import {
  changeViolationShape,
  deferViolationShape,
  dismissViolationShape,
  endDeferralShape,
  openViolationShape,
} from '@congvu/schema/registers';
import { builder } from '../builder.ts';
import type { Context } from '../context.ts';
import { REFUSALS } from '../error/domain-error.type.ts';
import { parsed } from '../mutation/change.ts';
import { loadOne } from '../sql/batch.ts';
import { KEY_DESCRIPTION } from '../task/task.inputs.ts';
import { deferViolation, endDeferral } from './deferral.service.ts';
import { changeViolation, dismissViolation, openViolation } from './violation.service.ts';
import { type ViolationRow, violationById } from './violation.store.ts';
import {
  DeferralKindEnum,
  LimitationExceptionEnum,
  LimitationStartEnum,
  ViolationRef,
  ViolationSeverityEnum,
} from './violation.type.ts';

const CIRCUMSTANCES = 'each in a few words, at most 20.';

const OpenViolationInput = builder.inputType('OpenViolationInput', {
  description: 'An act whose handling begins.',
  fields: (t) => ({
    idempotencyKey: t.string({ description: KEY_DESCRIPTION }),
    employee: t.string({ description: 'Staff code.' }),
    unit: t.string({
      required: false,
      description: 'Code of the unit at the time; the one the person was in on that day unless stated.',
    }),
    actFrom: t.field({ type: 'LocalDate', description: 'Day of the act, or its first.' }),
    actTo: t.field({ type: 'LocalDate', required: false, description: 'Its last day, where it was not one.' }),
    discoveredOn: t.field({ type: 'LocalDate', description: 'When it was discovered; the clock of 90 days begins.' }),
    concludedOn: t.field({ type: 'LocalDate', required: false, description: 'When an authority concluded on it.' }),
    limitationStart: t.field({
      type: LimitationStartEnum,
      required: false,
      description: 'From when limitation is counted; END_OF_ACT unless stated.',
    }),
    limitationException: t.field({
      type: LimitationExceptionEnum,
      required: false,
      description: 'Why there is no limitation; there is one unless stated.',
    }),
    relatedToDuty: t.boolean({ description: 'Whether it was related to public duty.' }),
    degradation: t.boolean({ description: 'Whether it was ideological or moral degradation.' }),
    corruption: t.boolean({ required: false, description: 'Whether it was corruption or waste; no unless stated.' }),
    severity: t.field({ type: ViolationSeverityEnum, required: false, description: 'How grave it is, once known.' }),
    summary: t.string({ description: 'The act in words, at most 2,000 characters.' }),
    mitigating: t.stringList({ required: false, description: `Mitigating circumstances, ${CIRCUMSTANCES}` }),
    aggravating: t.stringList({ required: false, description: `Aggravating circumstances, ${CIRCUMSTANCES}` }),
    sealed: t.boolean({
      required: false,
      description: 'Whether it is kept from the person and from all but personnel; no unless stated.',
    }),
    recommendation: t.id({
      required: false,
      description: 'The recommendation to consider disciplining this person, which it follows.',
    }),
  }),
});

const SEEN = 'The act’s revision the client saw.';

const ChangeViolationInput = builder.inputType('ChangeViolationInput', {
  description: 'What changes of an act; what is left out stays.',
  fields: (t) => ({
    idempotencyKey: t.string({ description: KEY_DESCRIPTION }),
    violation: t.id({ description: 'The act.' }),
    revision: t.int({ description: SEEN }),
    mitigating: t.stringList({ required: false, description: `All mitigating circumstances, ${CIRCUMSTANCES}` }),
    aggravating: t.stringList({ required: false, description: `All aggravating circumstances, ${CIRCUMSTANCES}` }),
    sealed: t.boolean({ required: false, description: 'Whether it is sealed.' }),
    severity: t.field({ type: ViolationSeverityEnum, required: false, description: 'How grave it is.' }),
    extendedTo: t.field({
      type: 'LocalDate',
      required: false,
      description: 'The last day to which handling is extended, once, at most 150 days from discovery.',
    }),
    extensionDocument: t.string({ required: false, description: 'The document that extends it; needed with it.' }),
  }),
});

const DismissViolationInput = builder.inputType('DismissViolationInput', {
  description: 'An act closed without discipline.',
  fields: (t) => ({
    idempotencyKey: t.string({ description: KEY_DESCRIPTION }),
    violation: t.id({ description: 'The act.' }),
    revision: t.int({ description: SEEN }),
    on: t.field({ type: 'LocalDate', description: 'When, not after today.' }),
    reason: t.string({ description: 'Why, at most 2,000 characters.' }),
    document: t.string({ description: 'By which document.' }),
  }),
});

const DeferViolationInput = builder.inputType('DeferViolationInput', {
  description: 'A time in which an act may not be handled.',
  fields: (t) => ({
    idempotencyKey: t.string({ description: KEY_DESCRIPTION }),
    violation: t.id({ description: 'The act.' }),
    kind: t.field({ type: DeferralKindEnum, description: 'Why.' }),
    from: t.field({ type: 'LocalDate', description: 'First day, not after today.' }),
    to: t.field({ type: 'LocalDate', required: false, description: 'Last day; none while it is not known.' }),
    document: t.string({ description: 'The document it rests on.' }),
  }),
});

const EndDeferralInput = builder.inputType('EndDeferralInput', {
  description: 'The end of a deferral.',
  fields: (t) => ({
    idempotencyKey: t.string({ description: KEY_DESCRIPTION }),
    deferral: t.id({ description: 'The deferral.' }),
    on: t.field({ type: 'LocalDate', description: 'Its last day, not after today.' }),
  }),
});

async function changed(context: Context, id: Promise<string>): Promise<ViolationRow> {
  const violation = await loadOne(context, violationById, await id);
  if (violation === null) throw new Error('An act was changed that may not be seen.');
  return violation;
}

const INPUT = 'What is to be done.';

builder.mutationFields((t) => ({
  openViolation: t.field({
    type: ViolationRef,
    description:
      'Personnel opens the handling of an act; from then on it blocks an appointment like a decision in force. Never one’s own.',
    authScopes: { acts: 'STAFF_MANAGE' },
    errors: { types: REFUSALS },
    args: { input: t.arg({ type: OpenViolationInput, description: 'The act.' }) },
    resolve: (_root, { input }, context) => changed(context, openViolation(context, parsed(openViolationShape, input))),
  }),
  changeViolation: t.field({
    type: ViolationRef,
    description: 'Completes circumstances and severity, seals or unseals, extends the time of handling once.',
    authScopes: { acts: 'STAFF_MANAGE' },
    errors: { types: REFUSALS },
    args: { input: t.arg({ type: ChangeViolationInput, description: INPUT }) },
    resolve: (_root, { input }, context) =>
      changed(context, changeViolation(context, parsed(changeViolationShape, input))),
  }),
  dismissViolation: t.field({
    type: ViolationRef,
    description: 'Closes the handling of an act without discipline, by a document.',
    authScopes: { acts: 'STAFF_MANAGE' },
    errors: { types: REFUSALS },
    args: { input: t.arg({ type: DismissViolationInput, description: INPUT }) },
    resolve: (_root, { input }, context) =>
      changed(context, dismissViolation(context, parsed(dismissViolationShape, input))),
  }),
  deferViolation: t.field({
    type: ViolationRef,
    description: 'Keeps a time in which an act may not be handled; its last day moves by as many days (ASSUMPTION).',
    authScopes: { acts: 'STAFF_MANAGE' },
    errors: { types: REFUSALS },
    args: { input: t.arg({ type: DeferViolationInput, description: INPUT }) },
    resolve: (_root, { input }, context) =>
      changed(context, deferViolation(context, parsed(deferViolationShape, input))),
  }),
  endDeferral: t.field({
    type: ViolationRef,
    description: 'Ends a deferral; handling goes on. Answers the act.',
    authScopes: { acts: 'STAFF_MANAGE' },
    errors: { types: REFUSALS },
    args: { input: t.arg({ type: EndDeferralInput, description: INPUT }) },
    resolve: (_root, { input }, context) => changed(context, endDeferral(context, parsed(endDeferralShape, input))),
  }),
}));
