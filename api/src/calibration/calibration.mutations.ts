import {
  cancelCalibrationShape,
  changeCalibratedShape,
  joinCalibrationShape,
  lockCalibrationShape,
  openCalibrationShape,
  proposeCalibratedShape,
  revealCalibrationShape,
  submitCalibrationShape,
} from '@congvu/schema/calibration';
import type { FieldError } from '@congvu/schema/errors';
import type { Permission } from '@congvu/schema/permission';
import { builder } from '../builder.ts';
import type { Context } from '../context.ts';
import {
  CALIBRATION_CHAIR_REFUSALS,
  CALIBRATION_OPENING_REFUSALS,
  CALIBRATION_REFUSALS,
} from '../error/calibration-error.type.ts';
import { FieldErrorRef } from '../error/domain-error.type.ts';
import { parsed } from '../mutation/change.ts';
import { loadOne } from '../sql/batch.ts';
import {
  CancelCalibrationInput,
  ChangeCalibratedInput,
  JoinCalibrationInput,
  LockCalibrationInput,
  OpenCalibrationInput,
  ProposeCalibratedInput,
  RevealCalibrationInput,
  SubmitCalibrationInput,
} from './calibration.inputs.ts';
import { type CalibrationSessionRow, calibrationById } from './calibration.store.ts';
import { CalibrationSessionRef } from './calibration.type.ts';
import { changeCalibrated, lockCalibration, revealCalibration } from './chair.service.ts';
import { type ProposedRows, proposeCalibrated, submitCalibration } from './proposal.service.ts';
import { cancelCalibration, joinCalibration, openCalibration } from './session.service.ts';

async function changed(context: Context, id: string | Promise<string>): Promise<CalibrationSessionRow> {
  const session = await loadOne(context, calibrationById, await id);
  if (session === null) throw new Error('A calibration was changed that may not be seen.');
  return session;
}

const CalibratedRowOutcomeRef = builder.objectRef<ProposedRows['rows'][number]>('CalibratedRowOutcome').implement({
  description: 'What became of one row.',
  fields: (t) => ({
    index: t.exposeInt('index', { description: 'Its place in the input, from 0.' }),
    classificationId: t.globalID({
      nullable: true,
      description: 'Identifier of the year; null where the row was refused.',
      resolve: ({ classificationId }) =>
        classificationId === null ? null : { type: 'Classification', id: classificationId },
    }),
    errors: t.field({
      type: [FieldErrorRef],
      description: 'Why it was refused; none where it was kept.',
      resolve: ({ errors }): FieldError[] => [...errors],
    }),
  }),
});

const CalibratedRowsRef = builder.objectRef<ProposedRows>('CalibratedRows').implement({
  description: 'What became of each row, in the order given. Rows stand for themselves.',
  fields: (t) => ({
    session: t.field({
      type: CalibrationSessionRef,
      description: 'The calibration.',
      resolve: ({ sessionId }, _args, context) => changed(context, sessionId),
    }),
    rows: t.field({ type: [CalibratedRowOutcomeRef], description: 'Each row.', resolve: ({ rows }) => [...rows] }),
  }),
});

const INPUT = 'What is to be done.';

/** Holds one of these somewhere; the service decides whether here. */
function holdsAny(...permissions: readonly Permission[]) {
  return (_root: unknown, _args: unknown, { actor }: Context) =>
    actor?.permissions.some((held) => permissions.some((permission) => held.permission === permission)) ?? false;
}

builder.mutationFields((t) => ({
  openCalibration: t.field({
    type: CalibrationSessionRef,
    description: 'Opens a calibration of several units of an agency before its levels are decided.',
    authScopes: { acts: 'CLASSIFICATION_PROPOSE' },
    errors: { types: CALIBRATION_OPENING_REFUSALS },
    args: { input: t.arg({ type: OpenCalibrationInput, description: INPUT }) },
    resolve: (_root, { input }, context) =>
      changed(context, openCalibration(context, parsed(openCalibrationShape, input))),
  }),
  joinCalibration: t.field({
    type: CalibrationSessionRef,
    description:
      'A unit joins. Where the others’ proposals are shown already it joins late and sees none of them before its own.',
    // Who prepares the agency's year, or who scores in the unit: the service says which of the two.
    authScopes: holdsAny('CLASSIFICATION_PROPOSE', 'SCORE_CONFIRM'),
    errors: { types: CALIBRATION_REFUSALS },
    args: { input: t.arg({ type: JoinCalibrationInput, description: INPUT }) },
    resolve: (_root, { input }, context) =>
      changed(context, joinCalibration(context, parsed(joinCalibrationShape, input))),
  }),
  proposeCalibrated: t.field({
    type: CalibratedRowsRef,
    description:
      'A unit says which levels it proposes, hidden from the others until each has submitted. Never one’s own. Nothing is decided by it.',
    authScopes: { acts: 'SCORE_CONFIRM' },
    errors: { types: CALIBRATION_REFUSALS },
    args: { input: t.arg({ type: ProposeCalibratedInput, description: INPUT }) },
    resolve: (_root, { input }, context) => proposeCalibrated(context, parsed(proposeCalibratedShape, input)),
  }),
  submitCalibration: t.field({
    type: CalibrationSessionRef,
    description: 'A unit hands its proposals in. When the last one does, each sees all.',
    authScopes: { acts: 'SCORE_CONFIRM' },
    errors: { types: CALIBRATION_REFUSALS },
    args: { input: t.arg({ type: SubmitCalibrationInput, description: INPUT }) },
    resolve: (_root, { input }, context) =>
      changed(context, submitCalibration(context, parsed(submitCalibrationShape, input))),
  }),
  revealCalibration: t.field({
    type: CalibrationSessionRef,
    description:
      'Shows the proposals though units are missing, after the last day to submit and with a reason; the missing ones may still submit, late.',
    authScopes: holdsAny('CLASSIFICATION_PROPOSE', 'CLASSIFICATION_DECIDE'),
    errors: { types: CALIBRATION_CHAIR_REFUSALS },
    args: { input: t.arg({ type: RevealCalibrationInput, description: INPUT }) },
    resolve: (_root, { input }, context) =>
      changed(context, revealCalibration(context, parsed(revealCalibrationShape, input))),
  }),
  changeCalibrated: t.field({
    type: CalibrationSessionRef,
    description:
      'Changes a level once all may see it, with the reason and who authorised it; before and after are kept. Nothing is decided by it.',
    authScopes: holdsAny('CLASSIFICATION_PROPOSE', 'CLASSIFICATION_DECIDE'),
    errors: { types: CALIBRATION_CHAIR_REFUSALS },
    args: { input: t.arg({ type: ChangeCalibratedInput, description: INPUT }) },
    resolve: (_root, { input }, context) =>
      changed(context, changeCalibrated(context, parsed(changeCalibratedShape, input))),
  }),
  lockCalibration: t.field({
    type: CalibrationSessionRef,
    description: 'Locks a calibration, by who decides the levels of that very agency. The decisions stay to be made.',
    authScopes: { acts: 'CLASSIFICATION_DECIDE' },
    errors: { types: CALIBRATION_CHAIR_REFUSALS },
    args: { input: t.arg({ type: LockCalibrationInput, description: INPUT }) },
    resolve: (_root, { input }, context) =>
      changed(context, lockCalibration(context, parsed(lockCalibrationShape, input))),
  }),
  cancelCalibration: t.field({
    type: CalibrationSessionRef,
    description: 'Ends a calibration as if it had not been.',
    authScopes: { acts: 'CLASSIFICATION_PROPOSE' },
    errors: { types: CALIBRATION_REFUSALS },
    args: { input: t.arg({ type: CancelCalibrationInput, description: INPUT }) },
    resolve: (_root, { input }, context) =>
      changed(context, cancelCalibration(context, parsed(cancelCalibrationShape, input))),
  }),
}));
