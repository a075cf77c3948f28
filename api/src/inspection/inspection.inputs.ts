import { builder } from '../builder.ts';
import { KEY_DESCRIPTION } from '../task/task.inputs.ts';
import {
  FindingTopicEnum,
  InspectionAreaEnum,
  InspectionKindEnum,
  InspectionModeEnum,
  TeamRoleEnum,
} from './inspection-words.type.ts';

const REVISION = 'The revision the client saw.';
const INSPECTION = 'The inspection.';
const VISIT = 'The visit.';

export const SaveInspectionInput = builder.inputType('SaveInspectionInput', {
  description: 'An inspection to be held, or with `inspection` and `revision` a change of one that has not begun.',
  fields: (t) => ({
    idempotencyKey: t.string({ description: KEY_DESCRIPTION }),
    inspection: t.id({ required: false, description: 'The one to be changed; none: a new one.' }),
    revision: t.int({ required: false, description: `${REVISION} Required with \`inspection\`.` }),
    plan: t.id({ required: false, description: 'The plan it belongs to.' }),
    unit: t.string({ description: 'Code of the unit that holds it.' }),
    kind: t.field({ type: InspectionKindEnum, description: 'What kind.' }),
    area: t.field({ type: InspectionAreaEnum, description: 'What it is about.' }),
    mode: t.field({ type: InspectionModeEnum, description: 'How it came about.' }),
    title: t.string({ description: 'Its title, at most 200 characters.' }),
    topics: t.field({ type: [FindingTopicEnum], description: 'What is looked at.' }),
    teamKind: t.string({ description: 'Kind of team, e.g. "Đoàn kiểm tra liên ngành".' }),
    byGovernment: t.boolean({
      required: false,
      description: 'Held by the Government Inspectorate: 30 days instead of 15; no unless stated.',
    }),
  }),
});

const TeamMemberInput = builder.inputType('TeamMemberInput', {
  description: 'Somebody of a team.',
  fields: (t) => ({
    employee: t.string({ required: false, description: 'Staff code; none for somebody of another body.' }),
    name: t.string({ description: 'Name as in the decision.' }),
    role: t.field({ type: TeamRoleEnum, description: 'Place in the team.' }),
  }),
});

export const SetTeamInput = builder.inputType('SetTeamInput', {
  description: 'The team as a whole: exactly one head, at most 50 people.',
  fields: (t) => ({
    idempotencyKey: t.string({ description: KEY_DESCRIPTION }),
    inspection: t.id({ description: INSPECTION }),
    revision: t.int({ description: REVISION }),
    decisionNumber: t.string({ description: 'Number of the decision on the team.' }),
    decidedOn: t.field({ type: 'LocalDate', description: 'Its date, not after today.' }),
    members: t.field({ type: [TeamMemberInput], description: 'In the order of the decision.' }),
  }),
});

export const StartInspectionInput = builder.inputType('StartInspectionInput', {
  description: 'The first day of an inspection.',
  fields: (t) => ({
    idempotencyKey: t.string({ description: KEY_DESCRIPTION }),
    inspection: t.id({ description: INSPECTION }),
    revision: t.int({ description: REVISION }),
    on: t.field({
      type: 'LocalDate',
      description: 'The day, not before the decision on the team and not after today.',
    }),
  }),
});

export const EndInspectionInput = builder.inputType('EndInspectionInput', {
  description: 'The last day of an inspection.',
  fields: (t) => ({
    idempotencyKey: t.string({ description: KEY_DESCRIPTION }),
    inspection: t.id({ description: INSPECTION }),
    revision: t.int({ description: REVISION }),
    on: t.field({ type: 'LocalDate', description: 'The day, not before its first and not after today.' }),
    draftReceivedOn: t.field({
      type: 'LocalDate',
      required: false,
      description: 'When the draft of the conclusion came in: the clock of a formal inspection begins.',
    }),
  }),
});

export const IssueConclusionInput = builder.inputType('IssueConclusionInput', {
  description: 'A conclusion that is issued.',
  fields: (t) => ({
    idempotencyKey: t.string({ description: KEY_DESCRIPTION }),
    inspection: t.id({ description: INSPECTION }),
    revision: t.int({ description: REVISION }),
    number: t.string({ description: 'Its number.' }),
    on: t.field({ type: 'LocalDate', description: 'Its date, not before the inspection ended and not after today.' }),
    draftReceivedOn: t.field({
      type: 'LocalDate',
      required: false,
      description: 'When its draft came in, if not said before.',
    }),
    receivedOn: t.field({
      type: 'LocalDate',
      required: false,
      description: 'When who has to carry it out received it: his clock begins.',
    }),
  }),
});

export const RecordImplementingInput = builder.inputType('RecordImplementingInput', {
  description: 'The document that orders what a conclusion asks for.',
  fields: (t) => ({
    idempotencyKey: t.string({ description: KEY_DESCRIPTION }),
    inspection: t.id({ description: INSPECTION }),
    revision: t.int({ description: REVISION }),
    document: t.string({ description: 'Its number.' }),
    on: t.field({ type: 'LocalDate', description: 'Its date, not before the conclusion and not after today.' }),
  }),
});

export const CancelInspectionInput = builder.inputType('CancelInspectionInput', {
  description: 'An inspection that is not held.',
  fields: (t) => ({
    idempotencyKey: t.string({ description: KEY_DESCRIPTION }),
    inspection: t.id({ description: INSPECTION }),
    revision: t.int({ description: REVISION }),
    reason: t.string({ description: 'Why, at most 2,000 characters.' }),
  }),
});

export const PlanVisitInput = builder.inputType('PlanVisitInput', {
  description: 'A visit to a unit.',
  fields: (t) => ({
    idempotencyKey: t.string({ description: KEY_DESCRIPTION }),
    inspection: t.id({ description: INSPECTION }),
    unit: t.string({ description: 'Code of the unit to be visited, which exists then.' }),
    from: t.field({ type: 'LocalDate', required: false, description: 'First day planned.' }),
    to: t.field({ type: 'LocalDate', required: false, description: 'Last day planned.' }),
    unannounced: t.boolean({ description: 'Whether the unit is not told before.' }),
    repeatReason: t.string({
      required: false,
      description: 'Why an agency of the plan is visited again while others were never visited.',
    }),
  }),
});

export const RecordVisitInput = builder.inputType('RecordVisitInput', {
  description: 'A visit that was made.',
  fields: (t) => ({
    idempotencyKey: t.string({ description: KEY_DESCRIPTION }),
    visit: t.id({ description: VISIT }),
    revision: t.int({ description: REVISION }),
    on: t.field({ type: 'LocalDate', description: 'The day, not before the inspection began and not after today.' }),
    note: t.string({ required: false, description: 'A note, at most 2,000 characters.' }),
  }),
});

export const CancelVisitInput = builder.inputType('CancelVisitInput', {
  description: 'A visit that is not made.',
  fields: (t) => ({
    idempotencyKey: t.string({ description: KEY_DESCRIPTION }),
    visit: t.id({ description: VISIT }),
    revision: t.int({ description: REVISION }),
    reason: t.string({ description: 'Why, at most 2,000 characters.' }),
  }),
});
