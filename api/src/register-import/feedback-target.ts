import { createHash, randomUUID } from 'node:crypto';
import { ok } from '@congvu/schema/primitives/result';
import { type FoundPerson, type ImportTarget, toJson } from './import-target.ts';
import { findFuture, findPerson, findUnitOf } from './row-problem.ts';

/**
 * Citizens' feedback, answered where the row says by which document. The sender goes into his own table.
 */
export function feedbackTarget(recordedBy: { readonly id: string; readonly name: string }): ImportTarget<'FEEDBACK'> {
  return {
    register: 'FEEDBACK',
    people: ({ employee, receivedOn }) => (employee === null ? [] : [{ code: employee, on: receivedOn }]),
    units: ({ unit }) => [unit],
    plan: (record, line, found) => {
      let person: FoundPerson | null = null;
      if (record.employee !== null) {
        const read = findPerson(found, { code: record.employee, on: record.receivedOn }, '/employee');
        if (!read.ok) return read;
        person = read.value;
      }
      const unit = findUnitOf(found, record.unit, person, { on: record.receivedOn, path: '/receivedOn' });
      if (!unit.ok) return unit;
      const future = findFuture(found, { receivedOn: record.receivedOn, answeredOn: record.answeredOn });
      if (future !== null) return future;
      return ok({
        line,
        id: randomUUID(),
        number: null,
        row: {
          unit_id: unit.value.id,
          employee_id: person?.id ?? null,
          kind: record.kind,
          channel: record.channel,
          topic: record.topic,
          received_on: record.receivedOn,
          content: record.content,
          due_on: record.dueOn,
          answered_on: record.answeredOn,
          answer_document: record.answerDocument,
          outcome: record.outcome,
          state: record.answeredOn === null ? 'RECEIVED' : 'ANSWERED',
          sender_name: record.senderName,
          sender_contact: record.senderContact,
          recorded_by_id: recordedBy.id,
          recorded_by_name: recordedBy.name,
        },
      });
    },
    keyOf: ({ row: { unit_id: unitId, received_on: receivedOn, kind, content } }) =>
      keyOf([unitId, receivedOn, kind, content].map(String)),
    keyPath: '/content',
    findKnown: async (tx, planned) => {
      const rows = await tx.$queryRaw<readonly { readonly parts: readonly string[]; readonly number: string }[]>`
        select array[f.unit_id::text, f.received_on::text, f.kind::text, f.content] as parts, f.number
        from congvu.feedback f
        join jsonb_to_recordset(${toJson(planned)}::jsonb) g (unit_id uuid, received_on date, kind congvu.feedback_kind, content text)
          on f.unit_id = g.unit_id and f.received_on = g.received_on and f.kind = g.kind and f.content = g.content`;
      return rows.map(({ parts, number }) => ({ key: keyOf(parts), number }));
    },
    insert: async (tx, planned) => {
      const rows = toJson(planned);
      await tx.$executeRaw`
        insert into congvu.feedback (id, unit_id, employee_id, kind, channel, topic, received_on, content, due_on, answered_on,
          answer_document, outcome, state, recorded_by_id, recorded_by_name)
        select g.id, g.unit_id, g.employee_id, g.kind, g.channel, g.topic, g.received_on, g.content, g.due_on, g.answered_on,
          g.answer_document, g.outcome, g.state, g.recorded_by_id, g.recorded_by_name
        from jsonb_to_recordset(${rows}::jsonb) g (id uuid, unit_id uuid, employee_id uuid, kind congvu.feedback_kind,
          channel text, topic congvu.finding_topic, received_on date, content text, due_on date, answered_on date,
          answer_document text, outcome congvu.feedback_outcome, state congvu.feedback_state, recorded_by_id uuid,
          recorded_by_name text)`;
      await tx.$executeRaw`
        insert into congvu.feedback_sender (feedback_id, name, contact)
        select g.id, g.sender_name, g.sender_contact
        from jsonb_to_recordset(${rows}::jsonb) g (id uuid, sender_name text, sender_contact text)
        where coalesce(g.sender_name, g.sender_contact) is not null`;
    },
  };
}

/** The same content from two senders on one day is one file; kept short, since it is compared and not read. */
function keyOf(parts: readonly string[]): string {
  return createHash('sha256').update(JSON.stringify(parts)).digest('base64');
}
