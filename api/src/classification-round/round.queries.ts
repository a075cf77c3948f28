import { builder } from '../builder.ts';
import { agencyOfUnit } from '../classification/agency.store.ts';
import { ClassificationRef } from '../classification/classification.type.ts';
import { loadOne } from '../sql/batch.ts';
import { UnitRef } from '../unit/unit.type.ts';
import { type MeetingRow, meetingById, roundById, roundOfAgency } from './round.store.ts';
import { MeetingRef, RoundRef } from './round.type.ts';

builder.objectFields(UnitRef, (t) => ({
  agency: t.field({
    type: UnitRef,
    nullable: true,
    description:
      'The agency in whose round its people stand: itself, or the nearest one above; null where there is none.',
    resolve: (unit, _args, context) => loadOne(context, agencyOfUnit, unit.id),
  }),
  classificationRound: t.field({
    type: RoundRef,
    nullable: true,
    description: 'The year of its agency; null where it is not opened.',
    args: { year: t.arg.int({ description: 'The year.' }) },
    resolve: async (unit, { year }, context) => {
      const agency = await loadOne(context, agencyOfUnit, unit.id);
      return agency === null ? null : loadOne(context, roundOfAgency(year), agency.id);
    },
  }),
}));

builder.objectFields(ClassificationRef, (t) => ({
  round: t.field({
    type: RoundRef,
    nullable: true,
    description: 'The round it stands in.',
    resolve: (row, _args, context) => loadOne(context, roundById, row.roundId),
  }),
  meeting: t.field({
    type: MeetingRef,
    nullable: true,
    description: 'The meeting that discussed it, with its minutes; null before it.',
    resolve: (row, _args, context): Promise<MeetingRow | null> | null =>
      row.meetingId === null ? null : loadOne(context, meetingById, row.meetingId),
  }),
}));
