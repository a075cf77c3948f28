import { OBJECTIVE_CAUSE_STATES, TASK_EVENT_KINDS } from '@congvu/schema/evaluation';
import { builder } from '../builder.ts';
import { loadOne } from '../sql/batch.ts';
import { type CauseRow, type EventRow, eventByCause, eventById } from './task.store.ts';

export const TaskEventKindEnum = builder.enumType('TaskEventKind', {
  description:
    'What happened to a task: handed in, accepted, a major content error (−25 % of the product’s quality), a delay (−25 % of its progress), a new deadline, handed over to another.',
  values: TASK_EVENT_KINDS,
});

const ObjectiveCauseStateEnum = builder.enumType('ObjectiveCauseState', {
  description: 'Only a confirmed cause exempts (Nghị định 335/2025/NĐ-CP art. 14(2)).',
  values: OBJECTIVE_CAUSE_STATES,
});

const ObjectiveCauseRef = builder.objectRef<CauseRow>('ObjectiveCause');

builder.node(ObjectiveCauseRef, {
  description:
    'A cause outside the person’s control (nguyên nhân khách quan), claimed by him, decided by the competent authority.',
  record: { kind: 'task', of: (cause) => cause.employeeId },
  id: { resolve: (cause) => cause.id },
  loadMany: (ids: string[], context) =>
    Promise.all(ids.map(async (id) => (await loadOne(context, eventByCause, id))?.[0]?.cause ?? null)),
  fields: (t) => ({
    state: t.expose('state', { type: ObjectiveCauseStateEnum, description: 'Claimed, confirmed or refused.' }),
    reason: t.exposeString('reason', { description: 'The cause in the person’s words.' }),
    evidence: t.exposeString('evidence', { nullable: true, description: 'What proves it.' }),
    claimedBy: t.exposeString('claimedBy', { description: 'Name of who claimed it.' }),
    claimedAt: t.field({ type: 'DateTime', description: 'When.', resolve: (cause) => new Date(cause.claimedAt) }),
    decidedBy: t.exposeString('decidedBy', { nullable: true, description: 'Name of who decided.' }),
    decidedAt: t.field({
      type: 'DateTime',
      nullable: true,
      description: 'When; null while it is only claimed.',
      resolve: (cause) => (cause.decidedAt === null ? null : new Date(cause.decidedAt)),
    }),
    note: t.exposeString('note', { nullable: true, description: 'What the deciding person noted.' }),
  }),
});

export const TaskEventRef = builder.objectRef<EventRow>('TaskEvent');

builder.node(TaskEventRef, {
  description: 'Something that happened to a task. Undone, never deleted.',
  record: { kind: 'task', of: (event) => event.employeeId },
  id: { resolve: (event) => event.id },
  loadMany: (ids: string[], context) => Promise.all(ids.map((id) => loadOne(context, eventById, id))),
  fields: (t) => ({
    kind: t.expose('kind', { type: TaskEventKindEnum, description: 'What happened.' }),
    occurredOn: t.expose('occurredOn', { type: 'LocalDate', description: 'The day it happened.' }),
    note: t.exposeString('note', { nullable: true, description: 'Note of who recorded it.' }),
    recordedBy: t.exposeString('recordedBy', { description: 'Name of who recorded it.' }),
    recordedAt: t.expose('recordedAt', { type: 'DateTime', description: 'When it was recorded.' }),
    undone: t.exposeBoolean('undone', { description: 'Whether it was taken back; then it counts for nothing.' }),
    exempt: t.exposeBoolean('exempt', { description: 'Whether a confirmed objective cause exempts it.' }),
    objectiveCause: t.expose('cause', {
      type: ObjectiveCauseRef,
      nullable: true,
      description: 'The cause claimed for it.',
    }),
  }),
});
