import type { FeedEntry } from '@congvu/prisma/database';
import { type EventType, eventOf } from '@congvu/schema/events';
import type { Permission } from '@congvu/schema/permission';
import type { Context } from '../context.ts';
import { query } from '../sql/list.ts';
import { type Sql, sql } from '../sql/sql.ts';
import { isInUnitUnder } from '../unit/unit.store.ts';

/** The GraphQL types an event is about. */
export type EventSubject = 'PeriodSheet' | 'Classification' | 'Petition';

/** Something others must know. It names ids and the period, never a person or a figure. */
export interface EventRow {
  /** Place in the audit chain, decimal digits: the event's own place among all. */
  readonly sequence: string;
  readonly type: EventType;
  readonly at: Date;
  /** "2026-10" or "2026"; null where the act is about none. */
  readonly period: string | null;
  readonly subject: EventSubject;
  readonly subjectId: string;
  /** The person it concerns. */
  readonly employeeId: string | null;
}

/** What a token has to carry to hear of a subject at all; row policies say which. */
export const SUBJECT_PERMISSIONS: Readonly<Record<EventSubject, Permission>> = {
  PeriodSheet: 'SCORE_READ',
  Classification: 'CLASSIFICATION_READ',
  Petition: 'CLASSIFICATION_READ',
};

/** What each event is about. */
export const SUBJECTS: Readonly<Record<EventType, EventSubject>> = {
  SCORE_CONFIRMED: 'PeriodSheet',
  SCORE_CORRECTED: 'PeriodSheet',
  LEVEL_DECIDED: 'Classification',
  LEVEL_SUPERSEDED: 'Classification',
  PETITION_FILED: 'Petition',
  PETITION_RESOLVED: 'Petition',
};

/** The event an entry of the chain is; null for one that is none. */
export function toEvent(entry: FeedEntry): EventRow | null {
  const type = eventOf(entry);
  if (type === null) return null;
  const { sequence, at, period, entityId, employeeId } = entry;
  return { sequence, type, at, period, subject: SUBJECTS[type], subjectId: entityId, employeeId };
}

/** Which events; conditions left out do not narrow. */
export interface EventFilter {
  readonly types: readonly EventType[];
  /** Code of a unit: what happened in it or below. */
  readonly unit: string | null;
}

/** Those events the current actor may know, by the row policies of what they are about, in their order. One statement. */
export async function visibleEvents(
  context: Context,
  events: readonly EventRow[],
  { types, unit }: EventFilter,
): Promise<readonly EventRow[]> {
  const asked = events.filter((event) => types.includes(event.type));
  if (asked.length === 0) return [];
  const rows = await query<{ readonly id: string }>(context, visibleSubjects(asked, unit));
  const visible = new Set(rows.map(({ id }) => id));
  return asked.filter((event) => visible.has(event.subjectId));
}

/**
 * What these events are about, as far as the current actor sees it, in a unit and below it where one is named.
 *
 * A year's decision is the person's own to know from his notice on, not from its signing.
 */
export function visibleSubjects(events: readonly EventRow[], unit: string | null): Sql {
  const idsOf = (subject: EventSubject) => [
    ...new Set(events.filter((event) => event.subject === subject).map((event) => event.subjectId)),
  ];
  const within = (column: string): Sql => (unit === null ? sql`true` : isInUnitUnder(column, unit));
  return sql`select s.id from congvu.period_sheet s where s.id = any(${idsOf('PeriodSheet')}::uuid[]) and ${within('s.unit_id')}
    union all
    select c.id from congvu.classification c where c.id = any(${idsOf('Classification')}::uuid[])
      and ${within('c.unit_id')}
      and (c.employee_id is distinct from congvu.actor_employee() or c.notified_at is not null)
    union all
    select pe.id from congvu.petition pe join congvu.classification c on c.id = pe.classification_id
    where pe.id = any(${idsOf('Petition')}::uuid[]) and ${within('c.unit_id')}`;
}
