import { CALIBRATION_STATES } from '@congvu/schema/calibration';
import { builder } from '../builder.ts';
import { type ClassificationRow, classificationById } from '../classification/classification.store.ts';
import { ClassificationRef } from '../classification/classification.type.ts';
import { LevelEnum } from '../score/score.type.ts';
import { loadOne } from '../sql/batch.ts';
import { connectionOf } from '../sql/connection.ts';
import { getUnit } from '../unit/unit.store.ts';
import { UnitRef } from '../unit/unit.type.ts';
import { calibrationActions, calibratorOf, SESSION_ACTIONS } from './calibration.policy.ts';
import {
  type CalibratedLevelRow,
  type CalibrationSessionRow,
  type CalibrationUnitRow,
  calibratedByClassification,
  calibrationById,
  unitsByCalibration,
} from './calibration.store.ts';
import { type CalibrationChangeRow, type CalibrationRow, listCalibrationRows } from './calibration-row.store.ts';

export const CalibrationStateEnum = builder.enumType('CalibrationState', {
  description:
    'OPEN: units prepare, hidden from one another. REVEALED: who has submitted sees all. LOCKED: nothing changes any more. CANCELLED: as if it had not been.',
  values: CALIBRATION_STATES,
});
const CalibrationActionEnum = builder.enumType('CalibrationAction', {
  description: 'What may be done in a calibration.',
  values: SESSION_ACTIONS,
});

export const CalibrationSessionRef = builder.objectRef<CalibrationSessionRow>('CalibrationSession');
export const CalibrationSessionConnection = connectionOf('CalibrationSession', CalibrationSessionRef, 'calibrations');

const CalibrationUnitRef = builder.objectRef<CalibrationUnitRow>('CalibrationUnit').implement({
  description: 'A unit that takes part in a calibration.',
  fields: (t) => ({
    unit: t.field({
      type: UnitRef,
      description: 'The unit; its people are those of it and below it that are in no nearer unit of the session.',
      resolve: ({ unitId }, _args, context) => getUnit(context, unitId),
    }),
    late: t.exposeBoolean('late', {
      description:
        'Whether it joined, or had still to submit, when the proposals were revealed. It sees others’ only after its own.',
    }),
    speaks: t.exposeBoolean('speaks', {
      description:
        'Whether the asking person proposes and submits for it: who scores it, unless somebody does who scores fewer units of the calibration.',
    }),
    submittedAt: t.expose('submittedAt', { type: 'DateTime', nullable: true, description: 'When; null before.' }),
    submittedBy: t.exposeString('submittedBy', { nullable: true, description: 'Name of who submitted.' }),
    proposals: t.exposeInt('proposals', {
      nullable: true,
      description: 'How many levels it proposed; null while the asking person may not know.',
    }),
  }),
});

const CalibrationProposalRef = builder
  .objectRef<CalibrationRow & { readonly level: NonNullable<CalibrationRow['level']> }>('CalibrationProposal')
  .implement({
    description: 'The level a unit proposes for one of its people.',
    record: { kind: 'classification', of: (row) => row.employeeId },
    fields: (t) => ({
      level: t.expose('level', { type: LevelEnum, description: 'The level.' }),
      reason: t.exposeString('reason', { nullable: true, description: 'Why, where it was stated.' }),
      proposedBy: t.exposeString('proposedBy', { nullable: true, description: 'Name of who proposed it.' }),
    }),
  });

const CalibrationChangeRef = builder.objectRef<CalibrationChangeRow>('CalibrationChange').implement({
  description: 'A change of a level after the proposals were revealed; each is kept.',
  fields: (t) => ({
    before: t.expose('before', {
      type: LevelEnum,
      nullable: true,
      description: 'The level before: the last change’s, else the unit’s, else the rules’.',
    }),
    after: t.expose('after', { type: LevelEnum, description: 'The level after.' }),
    reason: t.exposeString('reason', { description: 'Why.' }),
    authorisedBy: t.exposeString('authorisedBy', { description: 'Name of who authorised it.' }),
    document: t.exposeString('document', { description: 'By which document, e.g. the minutes.' }),
    by: t.exposeString('by', { description: 'Name of who entered it.' }),
    at: t.field({ type: 'DateTime', description: 'When.', resolve: ({ at }) => new Date(at) }),
  }),
});

const CalibrationRowRef = builder.objectRef<CalibrationRow>('CalibrationRow').implement({
  description: 'One person’s year in a calibration.',
  record: { kind: 'classification', of: (row) => row.employeeId },
  fields: (t) => ({
    classificationId: t.globalID({
      description: 'Identifier of the year: what proposals and changes name.',
      resolve: ({ classificationId }) => ({ type: 'Classification', id: classificationId }),
    }),
    classification: t.field({
      type: ClassificationRef,
      nullable: true,
      description: 'The year; null where one may not see the person’s, for a proposal of another unit.',
      resolve: ({ classificationId }, _args, context): Promise<ClassificationRow | null> =>
        loadOne(context, classificationById, classificationId),
    }),
    unit: t.field({
      type: UnitRef,
      description: 'The unit of the session that speaks for the person.',
      resolve: ({ unitId }, _args, context) => getUnit(context, unitId),
    }),
    proposal: t.field({
      type: CalibrationProposalRef,
      nullable: true,
      description:
        'What the unit proposes; null where it proposes nothing else than the rules, and as long as one may not see it.',
      resolve: (row) => (row.level === null ? null : { ...row, level: row.level }),
    }),
    change: t.field({
      type: CalibrationChangeRef,
      nullable: true,
      description: 'The last change; null where there is none.',
      resolve: ({ changes }) => changes.at(-1) ?? null,
    }),
    changes: t.field({
      type: [CalibrationChangeRef],
      description: 'All changes, oldest first.',
      resolve: ({ changes }) => [...changes],
    }),
    level: t.field({
      type: LevelEnum,
      nullable: true,
      description: 'What the calibration has come to: the last change, else the proposal, else what the rules propose.',
      resolve: ({ changes, level, proposedLevel }) => changes.at(-1)?.after ?? level ?? proposedLevel,
    }),
  }),
});
const CalibrationRowConnection = connectionOf('CalibrationRow', CalibrationRowRef, 'years of a calibration');

builder.node(CalibrationSessionRef, {
  description:
    'A calibration (hiệu chỉnh): several units lay their levels of one year side by side before they are decided. It decides nothing; each decision stays an act of the authority (Nghị định 335/2025/NĐ-CP art. 10).',
  id: { resolve: (session) => session.id },
  loadMany: (ids: string[], context) => Promise.all(ids.map((id) => loadOne(context, calibrationById, id))),
  fields: (t) => ({
    agency: t.field({
      type: UnitRef,
      description: 'The agency whose people are calibrated.',
      resolve: ({ agencyId }, _args, context) => getUnit(context, agencyId),
    }),
    unit: t.field({
      type: UnitRef,
      description: 'The unit above those that take part.',
      resolve: ({ unitId }, _args, context) => getUnit(context, unitId),
    }),
    year: t.exposeInt('year', { description: 'The evaluation year.' }),
    title: t.exposeString('title', { description: 'What it is called.' }),
    state: t.expose('state', { type: CalibrationStateEnum, description: 'Where it stands.' }),
    dueOn: t.expose('dueOn', { type: 'LocalDate', description: 'Last day to submit.' }),
    openedBy: t.exposeString('openedBy', { description: 'Name of who opened it.' }),
    openedAt: t.expose('openedAt', { type: 'DateTime', description: 'When.' }),
    revealedAt: t.expose('revealedAt', {
      type: 'DateTime',
      nullable: true,
      description: 'When the proposals were shown; null before.',
    }),
    revealReason: t.exposeString('revealReason', {
      nullable: true,
      description: 'Why they were shown while units had not submitted.',
    }),
    lockedAt: t.expose('lockedAt', {
      type: 'DateTime',
      nullable: true,
      description: 'When it was locked; null before.',
    }),
    lockedBy: t.exposeString('lockedBy', { nullable: true, description: 'Name of who locked it.' }),
    lockDocument: t.exposeString('lockDocument', { nullable: true, description: 'By which document.' }),
    revision: t.exposeInt('revision', { description: 'Rises with each step; a mutation names the one it saw.' }),
    units: t.field({
      type: [CalibrationUnitRef],
      description: 'The units that take part, by code.',
      resolve: async ({ id }, _args, context) => [...((await loadOne(context, unitsByCalibration, id)) ?? [])],
    }),
    rows: t.field({
      type: CalibrationRowConnection,
      description: 'The years of the people of these units, by unit and name.',
      args: {
        unit: t.arg.string({ required: false, description: 'Code of a unit: units of the session at and below it.' }),
        differsOnly: t.arg.boolean({
          required: false,
          description: 'Only where the level differs from what the rules propose.',
        }),
        ...t.arg.connectionArgs(),
      },
      resolve: ({ id }, { unit, differsOnly, ...page }, context) =>
        listCalibrationRows(context, id, { unit, differsOnly }, page),
    }),
    actions: t.field({
      type: [CalibrationActionEnum],
      description: 'What the asking person may do in it now.',
      resolve: async (session, _args, context) => {
        const units = (await loadOne(context, unitsByCalibration, session.id)) ?? [];
        return [...calibrationActions(calibratorOf(context.actor), session, units, context.today)];
      },
    }),
  }),
});

const CalibratedLevelRef = builder.objectRef<CalibratedLevelRow>('CalibratedLevel').implement({
  description: 'What a locked calibration came to for a year. The authority may decide otherwise.',
  fields: (t) => ({
    before: t.expose('before', {
      type: LevelEnum,
      nullable: true,
      description: 'The level before; null where there was none.',
    }),
    after: t.expose('after', { type: LevelEnum, description: 'The calibrated level.' }),
    reason: t.exposeString('reason', { nullable: true, description: 'Why, where it was stated.' }),
    authorisedBy: t.exposeString('authorisedBy', {
      nullable: true,
      description: 'Who authorised the change; null where there was none.',
    }),
    session: t.field({
      type: CalibrationSessionRef,
      nullable: true,
      description: 'The calibration.',
      resolve: ({ sessionId }, _args, context) => loadOne(context, calibrationById, sessionId),
    }),
  }),
});

builder.objectField(ClassificationRef, 'calibration', (t) =>
  t.field({
    type: CalibratedLevelRef,
    nullable: true,
    description:
      'What the last locked calibration came to; null where there is none, and for who takes no part in calibrations.',
    resolve: async ({ id }, _args, context) => (await loadOne(context, calibratedByClassification, id))?.[0] ?? null,
  }),
);
