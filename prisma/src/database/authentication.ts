import type { ActorPool } from './actor-pool.ts';
import { settingsOf } from './naming.ts';

/** The units, by path, over which a permission is held; each stands for all below it. */
export interface HeldPermission {
  readonly permission: string;
  readonly unitPaths: readonly string[];
}

export interface Authenticated {
  readonly userId: string;
  /** Null for accounts of no person in service. */
  readonly employeeId: string | null;
  readonly displayName: string;
  readonly userName: string;
  /** "vi" or "en". */
  readonly locale: string;
  /** Permissions held today, narrowed by the token's scopes; none are listed with no unit. */
  readonly permissions: readonly HeldPermission[];
  /** Null where no token narrows. */
  readonly tokenScopes: readonly string[] | null;
}

/** Expired and revoked tokens are answered with their owner and without permissions: nobody was named. */
export interface AuthenticatedToken extends Authenticated {
  readonly tokenScopes: readonly string[];
  readonly expired: boolean;
  readonly revoked: boolean;
}

/** As authenticate_subject() and authenticate_token() answer it. */
export interface AccountRow {
  readonly user_id: string;
  readonly employee_id: string | null;
  readonly display_name: string;
  readonly user_name: string;
  readonly locale: string;
  readonly permissions: Readonly<Record<string, readonly string[]>>;
}

interface TokenRow extends AccountRow {
  readonly token_scopes: readonly string[];
  readonly expired: boolean;
  readonly revoked: boolean;
}

export async function authenticateSubject(
  pool: ActorPool,
  issuer: string,
  subject: string,
): Promise<Authenticated | null> {
  const text = 'SELECT * FROM congvu.authenticate_subject($1, $2)';
  const row = await pool.askForNobody<AccountRow>(text, [issuer, subject], (found) => ({
    actor: { userId: found.user_id, tokenScopes: null },
    settings: settingsOf(found),
  }));
  return row && { ...toAccount(row), tokenScopes: null };
}

export async function authenticateToken(pool: ActorPool, digest: string): Promise<AuthenticatedToken | null> {
  const text = 'SELECT * FROM congvu.authenticate_token($1)';
  const row = await pool.askForNobody<TokenRow>(text, [digest], (found) =>
    found.expired || found.revoked
      ? null
      : { actor: { userId: found.user_id, tokenScopes: found.token_scopes }, settings: settingsOf(found) },
  );
  if (!row) return null;
  return { ...toAccount(row), tokenScopes: row.token_scopes, expired: row.expired, revoked: row.revoked };
}

function toAccount(row: AccountRow): Omit<Authenticated, 'tokenScopes'> {
  return {
    userId: row.user_id,
    employeeId: row.employee_id,
    displayName: row.display_name,
    userName: row.user_name,
    locale: row.locale,
    permissions: Object.entries(row.permissions).map(([permission, unitPaths]) => ({ permission, unitPaths })),
  };
}
