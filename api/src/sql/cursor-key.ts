/**
 * Whether the keys of a cursor are a place in a list of this order. A cursor is opaque and may come from anybody and from
 * another list: what PostgreSQL could not cast would be a fault of ours and is the caller's.
 */
export function isPlaceOf(order: readonly { readonly type: string }[], keys: readonly string[]): boolean {
  return keys.length === order.length && order.every(({ type }, index) => isOf(type, keys[index] ?? ''));
}

function isOf(type: string, key: string): boolean {
  switch (type) {
    case 'uuid':
      return /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(key);
    case 'smallint':
      return /^-?\d{1,4}$/.test(key);
    case 'int':
    case 'integer':
      return /^-?\d{1,9}$/.test(key);
    case 'bigint':
      return /^-?\d{1,18}$/.test(key);
    case 'numeric':
      return /^-?\d{1,40}(?:\.\d{1,40})?$/.test(key);
    case 'date':
      return isEndless(key) || isInstant(`${key}T00:00:00Z`);
    case 'timestamptz':
      // As PostgreSQL prints one: "2026-11-22 08:00:00.123+07", also "+05:30".
      return isEndless(key) || isInstant(key.replace(' ', 'T').replace(/([+-]\d{2})$/, '$1:00'));
    default:
      return !key.includes('\0');
  }
}

function isEndless(key: string): boolean {
  return key === 'infinity' || key === '-infinity';
}

const INSTANT = /^(\d{4}-\d{2}-\d{2})T\d{2}:\d{2}:\d{2}(?:\.\d{1,6})?(?:Z|[+-]\d{2}:\d{2})$/;

/** A day that is in the calendar too: "2026-02-30" is read by Date and refused by PostgreSQL. */
function isInstant(text: string): boolean {
  const day = INSTANT.exec(text)?.[1];
  if (day === undefined || Number.isNaN(Date.parse(text))) return false;
  const date = new Date(`${day}T00:00:00Z`);
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(day);
}
