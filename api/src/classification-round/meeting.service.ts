import type { Transaction } from '@congvu/prisma/database';
import { canAdvanceClassification, type RecordMeeting } from '@congvu/schema/procedure';
import { assertNotFuture } from '../classification/procedure.service.ts';
import type { Context } from '../context.ts';
import { wrongState } from '../error/refusals.ts';
import { changeAll } from '../mutation/change.ts';
import { getActor } from '../task/task-change.ts';
import { findProposedUnit, getOpenRound } from './agency-round.ts';
import { namedOf } from './notice.service.ts';
import { lockRound, type PersonInRound, peopleInRound } from './round-change.store.ts';

/**
 * Keeps the minutes of a meeting of a unit and attaches them to the people it discussed: those named, or everybody of the
 * unit whose level is not further on. Answers the meeting's id.
 */
export async function recordMeeting(context: Context, input: RecordMeeting): Promise<string> {
  const { unit, agency } = await findProposedUnit(context, input.unit);
  const round = await getOpenRound(context, agency, input.year);
  assertNotFuture(context, input.heldOn, '/heldOn');
  const actor = getActor(context);
  return changeAll(context, 'recordMeeting', input, async (tx) => {
    await lockRound(tx, round.id);
    const discussed = await findDiscussed(tx, round.id, unit.pathText, input.employees);
    const meeting = await tx.classificationMeeting.create({
      data: {
        roundId: round.id,
        unitId: unit.id,
        heldOn: new Date(input.heldOn),
        kind: input.kind,
        chair: input.chair,
        secretary: input.secretary,
        present: input.present,
        absent: input.absent,
        content: input.content,
        documentNumber: input.documentNumber,
        recordedById: actor.userId,
        recordedByName: actor.displayName,
        recordedAt: context.now,
      },
      select: { id: true },
    });
    const ids = discussed.map((person) => person.id);
    // Every post comes to the same state by a meeting.
    await tx.$executeRaw`update congvu.classification set meeting_id = ${meeting.id}::uuid, state = 'MEETING_HELD',
      row_revision = row_revision + 1 where id = any(${ids}::uuid[])`;
    const payload = { year: input.year, heldOn: input.heldOn, kind: input.kind };
    return {
      outcome: meeting.id,
      changes: [
        {
          entity: 'ClassificationMeeting',
          id: meeting.id,
          employeeId: null,
          payload: { ...payload, unit: unit.code, people: ids.length },
        },
        ...discussed.map((person) => ({
          entity: 'Classification' as const,
          id: person.id,
          employeeId: person.employeeId,
          payload: { ...payload, meeting: meeting.id, state: 'MEETING_HELD' },
        })),
      ],
    };
  });
}

async function findDiscussed(
  tx: Transaction,
  roundId: string,
  path: string,
  codes: readonly string[] | null,
): Promise<readonly PersonInRound[]> {
  const people = await peopleInRound(tx, roundId, path);
  const isOpen = (person: PersonInRound) => canAdvanceClassification(person.state, 'RECORD_MEETING', person.post);
  if (codes === null) return people.filter(isOpen);
  const named = namedOf(people, codes);
  const further = named.find((person) => !isOpen(person));
  if (further !== undefined) throw wrongState(further.state);
  return named;
}
