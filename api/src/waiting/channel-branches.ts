import { sql } from '../sql/sql.ts';
import { type Branch, ledWith } from './branch.ts';

/** Days before a review is due from which on it waits: long enough to ask the holder’s superior. */
const REVIEW_DAYS = 30;

/** What calibration, grants and webhooks leave to be done. None of them shows a person’s record. */
export const CHANNEL_BRANCHES: readonly Branch[] = [
  {
    needs: 'SCORE_CONFIRM',
    rows: () => sql`
      select 'CALIBRATION_TO_SUBMIT', 'CalibrationSession', cs.id, null::uuid, u.name, cs.year::text, 1, cs.due_on, cu.joined_at
      from congvu.calibration_unit cu join congvu.calibration_session cs on cs.id = cu.session_id
        join congvu.unit u on u.id = cu.unit_id
      where cu.submitted_at is null and (cs.state = 'OPEN' or (cs.state = 'REVEALED' and cu.late))
        and cu.unit_id in (${ledWith('SCORE_CONFIRM')})`,
  },
  {
    needs: 'GRANT_MANAGE',
    rows: ({ today }) => sql`
      select 'GRANT_TO_REVIEW', 'Grant', g.id, null::uuid, a.display_name || ' (' || u.name || ')', null, 1, g.review_due_on,
        g.created_at
      from congvu.role_grant g join congvu.user_account a on a.id = g.user_id join congvu.unit u on u.id = g.unit_id
      where g.kind = 'GRANT' and g.revoked_at is null and g.user_id <> congvu.actor_user()
        and coalesce(g.valid_to, 'infinity') >= ${today}::date and g.review_due_on <= ${today}::date + ${REVIEW_DAYS}::int
        and u.path <@ (select congvu.scopes('GRANT_MANAGE'))`,
  },
  {
    needs: 'WEBHOOK_MANAGE',
    rows: () => sql`
      select 'WEBHOOK_DISABLED', 'Webhook', w.id, null::uuid, w.name, null, 1, null::date, w.next_at
      from congvu.webhook w
      where w.owner_id = congvu.actor_user() and w.state = 'DISABLED' and w.disabled_reason <> 'OWNER'`,
  },
  {
    needs: 'WEBHOOK_MANAGE',
    rows: () => sql`
      select 'WEBHOOK_EVENTS_SET_ASIDE', 'Webhook', w.id, null::uuid, w.name, null, 1, null::date, min(s.at)
      from congvu.webhook w join congvu.webhook_set_aside s on s.webhook_id = w.id
      where w.owner_id = congvu.actor_user() and s.state = 'SET_ASIDE' and w.state <> 'DISABLED'
      group by w.id, w.name`,
  },
];
