import { EVENTS } from '@congvu/schema/events';
import { builder } from '../builder.ts';
import type { EventRow } from './event.store.ts';
import { toEventCursor } from './event-cursor.ts';

export const EventTypeEnum = builder.enumType('EventType', {
  description:
    'What others must know at once. SCORE_CONFIRMED, SCORE_CORRECTED: of a period sheet; LEVEL_DECIDED, LEVEL_SUPERSEDED: of a year; PETITION_FILED, PETITION_RESOLVED: of a petition.',
  values: EVENTS,
});

export const EventRef = builder.objectRef<EventRow>('Event').implement({
  description:
    'Something that happened to a record one may see: it says what and when, and leads to the record by one’s own rights.',
  fields: (t) => ({
    id: t.id({
      description: 'Identifier and place of the event: given as `after`, the subscription goes on behind it.',
      resolve: (event) => toEventCursor(event.sequence),
    }),
    type: t.expose('type', { type: EventTypeEnum, description: 'What happened.' }),
    at: t.expose('at', { type: 'DateTime', description: 'When it was chained.' }),
    period: t.expose('period', { type: 'Period', nullable: true, description: 'The month or year it is about.' }),
    subject: t.node({
      description:
        'What it happened to, as it is now: a PeriodSheet, Classification or Petition; null where one may no longer see it.',
      id: (event) => ({ type: event.subject, id: event.subjectId }),
    }),
  }),
});
