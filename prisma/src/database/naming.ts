import { Permission } from '../../generated/client/enums.ts';
import type { Actor } from './actor.ts';
import type { AccountRow } from './authentication.ts';
import { preparedName } from './prepared-name.ts';

/** Somebody whom a statement named on its connection, and what it wrote there of him. */
export interface Named {
  readonly actor: Pick<Actor, 'userId' | 'tokenScopes'>;
  readonly settings: Settings;
}

/** What name_actor() writes: one value a name, as arrays of PostgreSQL's. */
export interface Settings {
  readonly userId: string;
  readonly employeeId: string | null;
  readonly scopes: string;
}

const permissions = Object.values(Permission);
const scopeNames = arrayOf(permissions.map((permission) => `congvu.scope_${permission.toLowerCase()}`));

/** The settings of an account that authenticate_subject() or authenticate_token() has just named. */
export function settingsOf({ user_id, employee_id, permissions: held }: AccountRow): Settings {
  // Every permission, also one that is not held: nothing of the connection's last actor may stay.
  const scopes = arrayOf(permissions.map((permission) => arrayOf(held[permission] ?? [])));
  return { userId: user_id, employeeId: employee_id, scopes };
}

/** Finds out what the actor may and names him; refused with CV001 where his account is not active. */
export function namingOf({ userId, tokenScopes }: Pick<Actor, 'userId' | 'tokenScopes'>) {
  return prepared('SELECT congvu.name_actor($1, $2, NULL, NULL)', [userId, tokenScopes]);
}

/** Names him again by what was found out, on another connection: no table is read. */
export function namingAgain({ userId, employeeId, scopes }: Settings) {
  const text = `SELECT set_config('congvu.actor_user', $1, false), set_config('congvu.actor_employee', $2, false),
    set_config('congvu.purpose', '', false), set_config('congvu.request_id', '', false),
    (SELECT count(set_config(name, value, false)) FROM unnest($3::text[], $4::text[]) AS s (name, value))`;
  return prepared(text, [userId, employeeId ?? '', scopeNames, scopes]);
}

function prepared(text: string, values: unknown[]) {
  return { name: preparedName(text), text, values };
}

function arrayOf(texts: readonly string[]): string {
  return `{${texts.map((text) => `"${text.replace(/[\\"]/g, '\\$&')}"`).join(',')}}`;
}
