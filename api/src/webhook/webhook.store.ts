import type { EventType, SetAsideState, WebhookState } from '@congvu/schema/events';
import type { Context } from '../context.ts';
import { batchById, childPage, listPage, query } from '../sql/list.ts';
import type { Page, PageArguments, PlacedRow } from '../sql/page.ts';
import { raw, sql } from '../sql/sql.ts';
import type { DisabledReason } from './deliver.ts';
import type { Message } from './message.ts';
import type { DeliveryError } from './post-message.ts';

/** A receiver outside that is told of events its owner sees. Its secret is read by nobody here. */
export interface WebhookRow {
  readonly id: string;
  readonly unitId: string;
  readonly name: string;
  readonly url: string;
  readonly events: readonly EventType[];
  readonly state: WebhookState;
  /** Until when the secret before the present one signs too; null where there is none. */
  readonly previousUntil: Date | null;
  /** How often the event under way was tried in vain, and when it is tried again. */
  readonly attempt: number;
  readonly nextAt: Date;
  readonly lastStatus: number | null;
  readonly lastError: DeliveryError | null;
  readonly lastOkAt: Date | null;
  /** Since when nothing arrived; null where the last attempt went well, or there was none. */
  readonly failingSince: Date | null;
  /** Events that wait for their owner, or to be sent again in a moment. */
  readonly setAside: number;
  readonly disabledReason: DisabledReason | null;
  readonly createdAt: Date;
  readonly revision: number;
}

const COLUMNS = raw(`w.id, w.unit_id as "unitId", w.name, w.url, w.events, w.state,
  case when w.previous_until > now() then w.previous_until end as "previousUntil", w.attempt, w.next_at as "nextAt",
  w.last_status as "lastStatus", w.last_error as "lastError", w.last_ok_at as "lastOkAt",
  w.disabled_reason as "disabledReason", w.created_at as "createdAt", w.revision, w.failing_since as "failingSince",
  (select count(*)::int from congvu.webhook_set_aside s where s.webhook_id = w.id and s.settled_at is null) as "setAside"`);
const FROM = raw('congvu.webhook w');

export const webhookById = batchById<WebhookRow>('webhookById', COLUMNS, FROM, 'w.id');

/** One's own webhooks, newest first. */
export function listWebhooks(context: Context, args: PageArguments): Promise<Page<WebhookRow>> {
  return listPage<WebhookRow & PlacedRow>(
    context,
    {
      columns: COLUMNS,
      from: FROM,
      conditions: [],
      order: [
        { expression: 'w.created_at', type: 'timestamptz' },
        { expression: 'w.id', type: 'uuid' },
      ],
      descending: true,
    },
    args,
  );
}

/** How many webhooks of one's own could still be delivered to. */
export async function countWebhooks(context: Context): Promise<number> {
  const [row] = await query<{ readonly count: number }>(
    context,
    sql`select count(*)::int as count from ${FROM} where w.state <> 'DISABLED'`,
  );
  return row?.count ?? 0;
}

/** One attempt to deliver; the last 200 of a webhook are kept. */
export interface AttemptRow {
  readonly id: string;
  readonly sequence: string;
  readonly event: Message['event'];
  readonly at: Date;
  readonly status: number | null;
  readonly error: DeliveryError | null;
  readonly milliseconds: number;
}

/** Attempts of a webhook, newest first. */
export function listAttempts(context: Context, webhookId: string, args: PageArguments): Promise<Page<AttemptRow>> {
  return childPage<AttemptRow & PlacedRow>(
    context,
    'attemptsOfWebhook',
    {
      columns: raw('wa.id, wa.sequence::text, wa.event, wa.at, wa.status, wa.error, wa.milliseconds'),
      from: raw('congvu.webhook_attempt wa'),
      conditions: [raw('wa.webhook_id = parent.id')],
      order: [
        { expression: 'wa.at', type: 'timestamptz' },
        { expression: 'wa.id', type: 'uuid' },
      ],
      descending: true,
    },
    args,
    webhookId,
  );
}

/** An event the receiver did not take; of those that are settled the last 200 are kept. */
export interface SetAsideRow {
  readonly sequence: string;
  readonly event: Message['event'];
  readonly state: SetAsideState;
  readonly attempts: number;
  readonly at: Date;
  readonly status: number | null;
  readonly error: DeliveryError | null;
  readonly settledAt: Date | null;
}

/** Events of a webhook that were set aside, newest first. */
export function listSetAside(context: Context, webhookId: string, args: PageArguments): Promise<Page<SetAsideRow>> {
  return childPage<SetAsideRow & PlacedRow>(
    context,
    'setAsideOfWebhook',
    {
      columns: raw(
        's.sequence::text, s.event, s.state, s.attempts, s.at, s.status, s.error, s.settled_at as "settledAt"',
      ),
      from: raw('congvu.webhook_set_aside s'),
      conditions: [raw('s.webhook_id = parent.id')],
      order: [{ expression: 's.sequence', type: 'bigint' }],
      descending: true,
    },
    args,
    webhookId,
  );
}
