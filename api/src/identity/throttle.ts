import type { Pool } from 'pg';

/** Wrong passwords within one window before the next attempt is refused unread. */
const LIMITS = { account: 10, address: 100 } as const;
const WINDOW_MINUTES = 15;

type ThrottleAnswer =
  | { readonly isAllowed: true }
  /** Seconds until the window ends, at least 1. */
  | { readonly isAllowed: false; readonly retryAfter: number };

/**
 * Counts sign-in attempts per account and per network address, in PostgreSQL: a restart or a second process gives
 * nobody new attempts. They lie among the provider's own records, which are removed when their window has ended.
 *
 * An attempt is counted before its password is looked at, so that parallel guesses do not slip through, and taken back
 * when the password was right.
 */
export interface SignInThrottle {
  countAttempt(userName: string, address: string): Promise<ThrottleAnswer>;
  forgiveAttempt(userName: string, address: string): Promise<void>;
}

export function createSignInThrottle(pool: Pool): SignInThrottle {
  const count = async (key: string, limit: number): Promise<number> => {
    const { rows } = await pool.query<{ failures: number; seconds: number }>(
      `insert into congvu.oidc_record as counted (model, id, payload, expires_at)
       values ('SignInThrottle', $1, '{"failures": 1}', now() + make_interval(mins => $2))
       on conflict (model, id) do update set
         payload = case when counted.expires_at <= now() then excluded.payload
           else jsonb_build_object('failures', (counted.payload ->> 'failures')::integer + 1) end,
         expires_at = case when counted.expires_at <= now() then excluded.expires_at else counted.expires_at end
       returning (payload ->> 'failures')::integer as failures,
         greatest(1, ceil(extract(epoch from expires_at - now())))::integer as seconds`,
      [key, WINDOW_MINUTES],
    );
    const row = rows[0];
    if (row === undefined) throw new Error('the sign-in throttle answered nothing');
    return row.failures > limit ? row.seconds : 0;
  };

  return {
    async countAttempt(userName, address) {
      const seconds = [
        await count(accountKey(userName), LIMITS.account),
        await count(`address:${address}`, LIMITS.address),
      ];
      const retryAfter = Math.max(...seconds);
      return retryAfter > 0 ? { isAllowed: false, retryAfter } : { isAllowed: true };
    },
    async forgiveAttempt(userName, address) {
      await pool.query("delete from congvu.oidc_record where model = 'SignInThrottle' and id = $1", [
        accountKey(userName),
      ]);
      await pool.query(
        `update congvu.oidc_record
         set payload = jsonb_build_object('failures', greatest(0, (payload ->> 'failures')::integer - 1))
         where model = 'SignInThrottle' and id = $1`,
        [`address:${address}`],
      );
    },
  };
}

/** User names are compared without regard to case; a name longer than any stored one is cut, not stored whole. */
function accountKey(userName: string): string {
  return `account:${userName.toLowerCase().slice(0, 200)}`;
}
