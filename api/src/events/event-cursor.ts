import { decodeGlobalID, encodeGlobalID } from '@pothos/plugin-relay';

const TYPE = 'Event';

/** An event's identifier, which is also its place: `after` takes it. */
export function toEventCursor(sequence: string): string {
  return encodeGlobalID(TYPE, sequence);
}

/** The place an identifier of an event names; null for anything else. */
export function fromEventCursor(cursor: string): bigint | null {
  try {
    const { typename, id } = decodeGlobalID(cursor);
    return typename === TYPE && /^\d{1,18}$/.test(id) ? BigInt(id) : null;
  } catch {
    return null;
  }
}
