import { builder } from '../builder.ts';
import type { InputFields } from '../mutation/bulk.type.ts';
import { ResponsibilityEnum, TaskOutcomeEnum } from './task.type.ts';
import { TaskEventKindEnum } from './task-event.type.ts';

export const KEY_DESCRIPTION =
  'The client’s own name for this one act, 8 to 64 of A–Z a–z 0–9 _ -; a repeated call does nothing twice.';
const REVISION = 'The task’s revision the client saw.';

const DocumentHandlerInput = builder.inputType('DocumentHandlerInput', {
  description: 'A handler as the page names him.',
  fields: (t) => ({
    name: t.string({ description: 'Name as shown.' }),
    role: t.string({ required: false, description: 'Role as shown, e.g. "XLC", "PH".' }),
  }),
});

const DocumentInput = builder.inputType('DocumentInput', {
  description: 'What a page showed of a document; never its text.',
  fields: (t) => ({
    number: t.string({ description: 'Number and sign as shown.' }),
    issuer: t.string({ required: false, description: 'Issuing body.' }),
    date: t.field({ type: 'LocalDate', required: false, description: 'Date of the document.' }),
    deadline: t.field({ type: 'LocalDate', required: false, description: 'Deadline as shown.' }),
    host: t.string({ description: 'Host of the page.' }),
    path: t.string({ required: false, description: 'Path on the host, without a query.' }),
    adapter: t.string({ description: 'Code and version of the adapter that read it.' }),
    handlers: t.field({
      type: [DocumentHandlerInput],
      required: false,
      description: 'Handlers in the page’s order, at most 50.',
    }),
  }),
});

export const AssignTaskInput = builder.inputType('AssignTaskInput', {
  description: 'A product to be assigned to a person.',
  fields: (t) => ({
    idempotencyKey: t.string({ description: KEY_DESCRIPTION }),
    employee: t.string({ description: 'Staff code.' }),
    product: t.string({ description: 'Code of a product of the catalogue in force.' }),
    title: t.string({
      required: false,
      description: 'What is to be done; the document’s number or the product’s name unless stated.',
    }),
    quantity: t.field({ type: 'Exact', description: 'How many: above 0, at most 1,000,000, at most 6 decimals.' }),
    qualityRequirement: t.string({ required: false, description: 'What it must satisfy, at most 2,000 characters.' }),
    deadline: t.field({ type: 'LocalDate', description: 'Last day in time, within the person’s assignment.' }),
    responsibility: t.field({ type: ResponsibilityEnum, description: 'Leading or cooperating.' }),
    document: t.field({ type: DocumentInput, required: false, description: 'The document it rests on.' }),
  }),
});

const AssignTasksRowInput = builder.inputType('AssignTasksRowInput', {
  description: 'One product for one person of the unit.',
  fields: (t) => ({
    employee: t.string({ description: 'Staff code of a person in the unit or below it.' }),
    product: t.string({ description: 'Code of a product of the catalogue in force.' }),
    title: t.string({ required: false, description: 'What is to be done; the product’s name unless stated.' }),
    quantity: t.field({ type: 'Exact', description: 'How many: above 0, at most 1,000,000, at most 6 decimals.' }),
    qualityRequirement: t.string({ required: false, description: 'What it must satisfy, at most 2,000 characters.' }),
    deadline: t.field({ type: 'LocalDate', description: 'Last day in time, within the person’s assignment.' }),
    responsibility: t.field({ type: ResponsibilityEnum, description: 'Leading or cooperating.' }),
  }),
});

export const AssignTasksInput = builder.inputType('AssignTasksInput', {
  description: 'Products for many people of a unit in one call.',
  fields: (t) => ({
    idempotencyKey: t.string({ description: KEY_DESCRIPTION }),
    unit: t.string({ description: 'Code of the unit; its people and those of the units below it.' }),
    atomic: t.boolean({
      required: false,
      description: 'True: all rows land or none. False, the default: good rows land and bad ones are named.',
    }),
    rows: t.field({ type: [AssignTasksRowInput], description: 'At least one, at most 2,500.' }),
  }),
});

export const HandOverTaskInput = builder.inputType('HandOverTaskInput', {
  description: 'A task that its person cannot finish, and who takes it over.',
  fields: (t) => ({
    idempotencyKey: t.string({ description: KEY_DESCRIPTION }),
    task: t.id({ description: 'The task.' }),
    revision: t.int({ description: REVISION }),
    to: t.string({ description: 'Staff code of who takes it over.' }),
    occurredOn: t.field({ type: 'LocalDate', description: 'The day of the hand-over, not after today.' }),
    deadline: t.field({
      type: 'LocalDate',
      required: false,
      description: 'The deadline of who takes it over; the same unless stated.',
    }),
    note: t.string({ required: false, description: 'Note, at most 2,000 characters.' }),
  }),
});

export const TaskPreviewInput = builder.inputType('TaskPreviewInput', {
  description: 'A task that might be assigned.',
  fields: (t) => ({
    employee: t.string({ description: 'Staff code.' }),
    product: t.string({ description: 'Code of a product of the catalogue in force.' }),
    quantity: t.field({ type: 'Exact', description: 'How many: above 0, at most 1,000,000, at most 6 decimals.' }),
    deadline: t.field({ type: 'LocalDate', description: 'Last day in time.' }),
  }),
});

export const SubmitTaskInput = builder.inputType('SubmitTaskInput', {
  description: 'A product handed in by the person.',
  fields: (t) => ({
    idempotencyKey: t.string({ description: KEY_DESCRIPTION }),
    task: t.id({ description: 'The task.' }),
    revision: t.int({ description: REVISION }),
    submittedOn: t.field({ type: 'LocalDate', description: 'Day it was handed in, not after today.' }),
    note: t.string({ required: false, description: 'Note, at most 2,000 characters.' }),
  }),
});

/** What is said of one task, alone or as a row. */
export function taskConfirmationFields(t: InputFields) {
  return {
    task: t.id({ description: 'The task.' }),
    revision: t.int({ description: REVISION }),
    outcome: t.field({ type: TaskOutcomeEnum, description: 'DONE or NOT_DONE.' }),
    submittedOn: t.field({
      type: 'LocalDate',
      required: false,
      description: 'Day it was handed in: as submitted, else today. After the deadline, one delay is recorded.',
    }),
    note: t.string({ required: false, description: 'Note, at most 2,000 characters.' }),
  };
}

export const ConfirmTaskInput = builder.inputType('ConfirmTaskInput', {
  description: 'The result of a task, confirmed by the manager.',
  fields: (t) => ({
    idempotencyKey: t.string({ description: KEY_DESCRIPTION }),
    ...taskConfirmationFields(t),
  }),
});

export const RecordTaskEventInput = builder.inputType('RecordTaskEventInput', {
  description: 'Something that happened to a task.',
  fields: (t) => ({
    idempotencyKey: t.string({ description: KEY_DESCRIPTION }),
    task: t.id({ description: 'The task.' }),
    revision: t.int({ description: REVISION }),
    kind: t.field({ type: TaskEventKindEnum, description: 'MAJOR_ERROR, DELAY or EXTENSION.' }),
    occurredOn: t.field({ type: 'LocalDate', description: 'The day it happened, not after today.' }),
    newDeadline: t.field({
      type: 'LocalDate',
      required: false,
      description: 'The new deadline of an EXTENSION, and only of one.',
    }),
    note: t.string({ required: false, description: 'Note, at most 2,000 characters.' }),
  }),
});

export const UndoTaskEventInput = builder.inputType('UndoTaskEventInput', {
  description: 'An event to be taken back.',
  fields: (t) => ({
    idempotencyKey: t.string({ description: KEY_DESCRIPTION }),
    event: t.id({ description: 'The event.' }),
    revision: t.int({ description: REVISION }),
  }),
});

export const ClaimObjectiveCauseInput = builder.inputType('ClaimObjectiveCauseInput', {
  description: 'A cause outside the person’s control, claimed by him for an error or a delay.',
  fields: (t) => ({
    idempotencyKey: t.string({ description: KEY_DESCRIPTION }),
    event: t.id({ description: 'The error or delay.' }),
    revision: t.int({ description: REVISION }),
    reason: t.string({ description: 'The cause, at most 2,000 characters.' }),
    evidence: t.string({ required: false, description: 'What proves it, at most 2,000 characters.' }),
  }),
});

/** What is said of one cause, alone or as a row. */
export function causeDecisionFields(t: InputFields) {
  return {
    cause: t.id({ description: 'The cause.' }),
    revision: t.int({ description: REVISION }),
    confirm: t.boolean({ description: 'True confirms and exempts, false refuses.' }),
    note: t.string({ required: false, description: 'Note, at most 2,000 characters.' }),
  };
}

export const DecideObjectiveCauseInput = builder.inputType('DecideObjectiveCauseInput', {
  description: 'A decision on a claimed cause.',
  fields: (t) => ({
    idempotencyKey: t.string({ description: KEY_DESCRIPTION }),
    ...causeDecisionFields(t),
  }),
});
