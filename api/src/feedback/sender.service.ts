import { translateDatabaseError } from '@congvu/prisma/database';
import type { RevealFeedbackSender } from '@congvu/schema/registers';
import type { Context } from '../context.ts';
import { forbidden } from '../error/request-error.ts';
import { change } from '../mutation/change.ts';
import { query } from '../sql/list.ts';
import { sql } from '../sql/sql.ts';
import { findActedOn } from './handle.service.ts';

/** Who sent feedback; both null where it was not said, or was erased when its time was over. */
export interface FeedbackSender {
  readonly name: string | null;
  readonly contact: string | null;
}

/**
 * Tells who sent feedback to who handles or keeps it, never to the person it is about, and a denouncer's name to no superior of
 * that person who does not handle it. That it was told, to whom and why, is chained before it leaves; the name stands in no
 * entry and in no outcome, so a repeated call reads it again.
 *
 * Errors: NOT_FOUND, FORBIDDEN. Source: domain.md 13 (denouncers).
 */
export async function revealFeedbackSender(context: Context, input: RevealFeedbackSender): Promise<FeedbackSender> {
  const row = await findActedOn(context, input.feedback, 'REVEAL_SENDER');
  const id = await change(context, 'revealFeedbackSender', input, async (tx) => {
    // Asked once inside: what the database refuses leaves no entry that it was told.
    await tx.$executeRaw`select from congvu.reveal_sender(${row.id}::uuid)`;
    return { entity: 'Feedback', id: row.id, employeeId: null, payload: { reason: input.reason } };
  });
  try {
    const [sender] = await query<FeedbackSender>(
      context,
      sql`select s.name, s.contact from congvu.reveal_sender(${id}::uuid) s`,
    );
    return { name: sender?.name ?? null, contact: sender?.contact ?? null };
  } catch (error) {
    // Another right than a moment ago.
    if (translateDatabaseError(error)?.code === 'FORBIDDEN') throw forbidden(context.locale, 'FEEDBACK_MANAGE');
    throw error;
  }
}
