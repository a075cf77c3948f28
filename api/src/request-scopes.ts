import { domainError } from '@congvu/schema/errors';
import type { Permission } from '@congvu/schema/permission';
import type { Actor, Context } from './context.ts';
import { forbidden, type RequestError, requestError } from './error/request-error.ts';

/** Whether the actor may ask for this kind of record at all; a token only for what its scopes name. */
export function mayRead(actor: Actor | null, permission: Permission): boolean {
  if (actor === null) return false;
  return actor.tokenScopes === null || actor.tokenScopes.includes(permission);
}

/** The error of a refused root field: without an actor the token is at fault, with one the permission. */
export function refusal(context: Context): RequestError {
  if (context.actor === null)
    return requestError(domainError(context.signInFailure ?? 'UNAUTHENTICATED'), context.locale);
  return forbidden(context.locale);
}
