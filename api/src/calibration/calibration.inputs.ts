import { builder } from '../builder.ts';
import { LevelEnum } from '../score/score.type.ts';
import { KEY_DESCRIPTION } from '../task/task.inputs.ts';

const SESSION = 'The calibration.';
const REVISION = 'The calibration’s revision the client saw.';
const REASON = 'Why, at most 2,000 characters.';
const DOCUMENT = 'By which document, e.g. the minutes.';

export const OpenCalibrationInput = builder.inputType('OpenCalibrationInput', {
  description: 'A calibration of several units of one agency.',
  fields: (t) => ({
    idempotencyKey: t.string({ description: KEY_DESCRIPTION }),
    unit: t.string({ description: 'Code of the agency, or of a unit in it, at or below which all of them lie.' }),
    year: t.int({ description: 'The evaluation year; it must be open.' }),
    units: t.stringList({ description: 'Codes of the units that take part, two or more.' }),
    title: t.string({ description: 'What it is called.' }),
    dueOn: t.field({ type: 'LocalDate', description: 'Last day to submit, not before today.' }),
  }),
});

export const JoinCalibrationInput = builder.inputType('JoinCalibrationInput', {
  description: 'A unit that joins a calibration.',
  fields: (t) => ({
    idempotencyKey: t.string({ description: KEY_DESCRIPTION }),
    session: t.id({ description: SESSION }),
    unit: t.string({ description: 'Code of the unit.' }),
  }),
});

const CalibratedRowInput = builder.inputType('CalibratedRowInput', {
  description: 'The level a unit proposes for one of its people.',
  fields: (t) => ({
    classification: t.id({ description: 'The person’s year.' }),
    level: t.field({ type: LevelEnum, description: 'The level.' }),
    reason: t.string({ required: false, description: 'Why; a level that differs from the rules’ says so.' }),
  }),
});

export const ProposeCalibratedInput = builder.inputType('ProposeCalibratedInput', {
  description: 'What a unit proposes, again until it submits.',
  fields: (t) => ({
    idempotencyKey: t.string({ description: KEY_DESCRIPTION }),
    session: t.id({ description: SESSION }),
    unit: t.string({ description: 'Code of the unit that proposes.' }),
    rows: t.field({ type: [CalibratedRowInput], description: 'Its people, at most 1,000.' }),
  }),
});

export const SubmitCalibrationInput = builder.inputType('SubmitCalibrationInput', {
  description: 'A unit’s proposals to be handed in.',
  fields: (t) => ({
    idempotencyKey: t.string({ description: KEY_DESCRIPTION }),
    session: t.id({ description: SESSION }),
    unit: t.string({ description: 'Code of the unit.' }),
    revision: t.int({ description: REVISION }),
  }),
});

export const RevealCalibrationInput = builder.inputType('RevealCalibrationInput', {
  description: 'A calibration whose proposals are to be shown though units are missing.',
  fields: (t) => ({
    idempotencyKey: t.string({ description: KEY_DESCRIPTION }),
    session: t.id({ description: SESSION }),
    reason: t.string({ required: false, description: `${REASON} Refused without one (REASON_REQUIRED).` }),
  }),
});

export const ChangeCalibratedInput = builder.inputType('ChangeCalibratedInput', {
  description: 'A level to be changed once all may see it.',
  fields: (t) => ({
    idempotencyKey: t.string({ description: KEY_DESCRIPTION }),
    session: t.id({ description: SESSION }),
    classification: t.id({ description: 'The person’s year.' }),
    after: t.field({ type: LevelEnum, description: 'The level after.' }),
    reason: t.string({ description: REASON }),
    authorisedBy: t.string({ description: 'Name of who authorised it.' }),
    document: t.string({ description: DOCUMENT }),
  }),
});

export const LockCalibrationInput = builder.inputType('LockCalibrationInput', {
  description: 'A calibration to be locked.',
  fields: (t) => ({
    idempotencyKey: t.string({ description: KEY_DESCRIPTION }),
    session: t.id({ description: SESSION }),
    document: t.string({ description: DOCUMENT }),
    revision: t.int({ description: REVISION }),
  }),
});

export const CancelCalibrationInput = builder.inputType('CancelCalibrationInput', {
  description: 'A calibration to be ended as if it had not been.',
  fields: (t) => ({
    idempotencyKey: t.string({ description: KEY_DESCRIPTION }),
    session: t.id({ description: SESSION }),
    reason: t.string({ description: REASON }),
    revision: t.int({ description: REVISION }),
  }),
});
