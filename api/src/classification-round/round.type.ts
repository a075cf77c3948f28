import { daysBetween, type LocalDate } from '@congvu/schema/primitives/local-date';
import { CLASSIFICATION_STATES, type ClassificationState, MEETING_KINDS, ROUND_STATES } from '@congvu/schema/procedure';
import { QUOTA_BASES } from '@congvu/schema/scoring';
import { builder } from '../builder.ts';
import { ClassificationStateEnum } from '../classification/classification-parts.type.ts';
import { loadOne } from '../sql/batch.ts';
import { getUnit } from '../unit/unit.store.ts';
import { UnitRef } from '../unit/unit.type.ts';
import {
  type MeetingRow,
  meetingById,
  meetingsByRound,
  progressByRound,
  type RoundRow,
  roundById,
} from './round.store.ts';

export const QuotaBasisEnum = builder.enumType('QuotaBasis', {
  description:
    'LITERAL_HTT_ONLY: a percentage of those rated GOOD. HTT_AND_ABOVE: of those rated GOOD or better (Nghị định 335/2025/NĐ-CP art. 20(5) leaves it open).',
  values: QUOTA_BASES,
});
export const MeetingKindEnum = builder.enumType('MeetingKind', {
  description: 'All staff; leadership with heads of sub-units; or written opinions of their heads.',
  values: MEETING_KINDS,
});
const RoundStateEnum = builder.enumType('RoundState', {
  description: 'Where an agency’s year stands: open, levels proposed, closed.',
  values: ROUND_STATES,
});

const StateCountRef = builder
  .objectRef<{ readonly state: ClassificationState; readonly count: number }>('ClassificationStateCount')
  .implement({
    description: 'How many people of a round stand in a state.',
    fields: (t) => ({
      state: t.expose('state', { type: ClassificationStateEnum, description: 'The state.' }),
      count: t.exposeInt('count', { description: 'How many.' }),
    }),
  });

export const MeetingRef = builder.objectRef<MeetingRow>('ClassificationMeeting');

builder.node(MeetingRef, {
  description: 'Minutes of a meeting (biên bản) that discussed people’s levels of a year.',
  id: { resolve: (meeting) => meeting.id },
  loadMany: (ids: string[], context) => Promise.all(ids.map((id) => loadOne(context, meetingById, id))),
  fields: (t) => ({
    unit: t.field({
      type: UnitRef,
      description: 'Whose meeting it was.',
      resolve: (meeting, _args, context) => getUnit(context, meeting.unitId),
    }),
    heldOn: t.expose('heldOn', { type: 'LocalDate', description: 'When it was held.' }),
    kind: t.expose('kind', { type: MeetingKindEnum, description: 'Whom it brought together.' }),
    chair: t.exposeString('chair', { description: 'Who presided.' }),
    secretary: t.exposeString('secretary', { description: 'Who kept the minutes.' }),
    present: t.exposeInt('present', { description: 'How many were present.' }),
    absent: t.exposeInt('absent', { description: 'How many were absent.' }),
    content: t.exposeString('content', { description: 'What was said and concluded.' }),
    documentNumber: t.exposeString('documentNumber', { nullable: true, description: 'Number of the minutes.' }),
    recordedBy: t.exposeString('recordedBy', { description: 'Name of who recorded it.' }),
    recordedAt: t.expose('recordedAt', { type: 'DateTime', description: 'When it was recorded.' }),
  }),
});

export const RoundRef = builder.objectRef<RoundRow>('ClassificationRound');

builder.node(RoundRef, {
  description: 'The year of one agency: whom it classifies, by which quota, until when.',
  id: { resolve: (round) => round.id },
  loadMany: (ids: string[], context) => Promise.all(ids.map((id) => loadOne(context, roundById, id))),
  fields: (t) => ({
    agency: t.field({
      type: UnitRef,
      description: 'The agency.',
      resolve: (round, _args, context) => getUnit(context, round.agencyId),
    }),
    year: t.exposeInt('year', { description: 'The year.' }),
    state: t.expose('state', { type: RoundStateEnum, description: 'Where it stands.' }),
    quotaBasis: t.expose('quotaBasis', { type: QuotaBasisEnum, description: 'Of what the quota is a percentage.' }),
    quotaMinOne: t.exposeBoolean('quotaMinOne', { description: 'Whether a pool too small for one still has one.' }),
    quotaIncludeHead: t.exposeBoolean('quotaIncludeHead', { description: 'Whether the head is in the pool.' }),
    ratePercent: t.exposeInt('ratePercent', { description: '20, or 25 for an outstanding organisation.' }),
    rateDocument: t.exposeString('rateDocument', { nullable: true, description: 'The document that allows 25.' }),
    dueOn: t.expose('dueOn', { type: 'LocalDate', description: 'Last day in time (before 15 December).' }),
    daysLeft: t.int({
      description: 'Days until then; negative when overdue.',
      // A date column's text is a date.
      resolve: (round, _args, context) => daysBetween(context.today, round.dueOn as LocalDate),
    }),
    openedBy: t.exposeString('openedBy', { description: 'Name of who opened it.' }),
    openedAt: t.expose('openedAt', { type: 'DateTime', description: 'When it was opened.' }),
    proposedAt: t.expose('proposedAt', {
      type: 'DateTime',
      nullable: true,
      description: 'When levels were last proposed.',
    }),
    closedAt: t.expose('closedAt', { type: 'DateTime', nullable: true, description: 'When it was closed.' }),
    revision: t.exposeInt('revision', { description: 'Rises with each change.' }),
    meetings: t.field({
      type: [MeetingRef],
      description: 'Its minutes, oldest first.',
      resolve: async (round, _args, context) => [...((await loadOne(context, meetingsByRound, round.id)) ?? [])],
    }),
    progress: t.field({
      type: [StateCountRef],
      description: 'How many people one may see stand in each state, in the order of the procedure.',
      resolve: async (round, _args, context) => {
        const rows = (await loadOne(context, progressByRound, round.id)) ?? [];
        return CLASSIFICATION_STATES.map((state) => ({
          state,
          count: rows.find((row) => row.state === state)?.count ?? 0,
        }));
      },
    }),
  }),
});
