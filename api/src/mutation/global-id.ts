import { decodeGlobalID } from '@pothos/plugin-relay';
import type { Context } from '../context.ts';
import { notFound } from '../error/request-error.ts';

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;

/** The row's own id of an identifier the api gave out. Errors: NOT_FOUND for one of another type or of nothing. */
export function rowId(context: Pick<Context, 'locale'>, type: string, globalId: string): string {
  const id = findRowId(type, globalId);
  if (id === null) throw notFound(context.locale);
  return id;
}

/** The same; null for an identifier of another type or of nothing. */
export function findRowId(type: string, globalId: string): string | null {
  const decoded = decode(globalId);
  return decoded === null || decoded.typename !== type || !UUID.test(decoded.id) ? null : decoded.id;
}

function decode(globalId: string): { readonly typename: string; readonly id: string } | null {
  try {
    return decodeGlobalID(globalId);
  } catch {
    return null;
  }
}
