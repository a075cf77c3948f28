import { builder } from '../builder.ts';
import { KEY_DESCRIPTION } from '../task/task.inputs.ts';
import { MeetingKindEnum, QuotaBasisEnum } from './round.type.ts';

const AGENCY = 'Code of the agency (cơ quan sử dụng).';
const YEAR = 'The year, from 2026.';
const EMPLOYEES = 'Staff codes, at most 1,000; everybody of the unit where left out.';

export const OpenYearInput = builder.inputType('OpenYearInput', {
  description: 'An agency’s year to be opened, or opened again.',
  fields: (t) => ({
    idempotencyKey: t.string({ description: KEY_DESCRIPTION }),
    unit: t.string({ description: AGENCY }),
    year: t.int({ description: YEAR }),
    quotaBasis: t.field({ type: QuotaBasisEnum, required: false, description: 'LITERAL_HTT_ONLY at first.' }),
    quotaMinOne: t.boolean({ required: false, description: 'Whether a pool too small for one still has one.' }),
    quotaIncludeHead: t.boolean({ required: false, description: 'Whether the agency’s head is in its pool.' }),
    ratePercent: t.int({ required: false, description: '20 at first; 25 only for an agency decided OUTSTANDING.' }),
    rateDocument: t.string({ required: false, description: 'The document that allows 25; required for it.' }),
    dueOn: t.field({
      type: 'LocalDate',
      required: false,
      description: 'Last day in time; 14 December unless stated, by 14 January for special agencies.',
    }),
  }),
});

export const RecordMeetingInput = builder.inputType('RecordMeetingInput', {
  description: 'Minutes of a meeting (biên bản).',
  fields: (t) => ({
    idempotencyKey: t.string({ description: KEY_DESCRIPTION }),
    unit: t.string({ description: 'Code of the unit whose meeting it was: the agency or a part of it.' }),
    year: t.int({ description: YEAR }),
    heldOn: t.field({ type: 'LocalDate', description: 'When it was held; not in the future.' }),
    kind: t.field({ type: MeetingKindEnum, description: 'Whom it brought together.' }),
    chair: t.string({ description: 'Who presided, at most 200 characters.' }),
    secretary: t.string({ description: 'Who kept the minutes, at most 200 characters.' }),
    present: t.int({ description: 'How many were present, at least 1.' }),
    absent: t.int({ description: 'How many were absent.' }),
    content: t.string({ description: 'What was said and concluded, at most 2,000 characters.' }),
    documentNumber: t.string({ required: false, description: 'Number of the minutes.' }),
    employees: t.stringList({ required: false, description: `Whom it discussed. ${EMPLOYEES}` }),
  }),
});

export const ProposeLevelsInput = builder.inputType('ProposeLevelsInput', {
  description: 'An agency’s year for which levels are to be proposed.',
  fields: (t) => ({
    idempotencyKey: t.string({ description: KEY_DESCRIPTION }),
    unit: t.string({ description: AGENCY }),
    year: t.int({ description: YEAR }),
  }),
});

export const NotifyClassificationsInput = builder.inputType('NotifyClassificationsInput', {
  description: 'Whom to tell of the decision on his year.',
  fields: (t) => ({
    idempotencyKey: t.string({ description: KEY_DESCRIPTION }),
    unit: t.string({ description: 'Code of the agency or of a part of it.' }),
    year: t.int({ description: YEAR }),
    employees: t.stringList({ required: false, description: EMPLOYEES }),
  }),
});

export const PublishClassificationsInput = builder.inputType('PublishClassificationsInput', {
  description: 'Whose level to publish inside the agency.',
  fields: (t) => ({
    idempotencyKey: t.string({ description: KEY_DESCRIPTION }),
    unit: t.string({ description: 'Code of the agency or of a part of it.' }),
    year: t.int({ description: YEAR }),
    employees: t.stringList({ required: false, description: EMPLOYEES }),
  }),
});
