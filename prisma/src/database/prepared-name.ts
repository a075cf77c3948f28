import { createHash } from 'node:crypto';

/** Statements that a process keeps prepared on each connection; later ones are planned each time. */
const capacity = 1_000;
const names = new Map<string, string>();

/**
 * The name under which a statement is prepared, the same for the same text; undefined beyond the capacity, so that texts
 * that grow with their input (lists of parameters) cannot fill the server's memory.
 */
export function preparedName(text: string): string | undefined {
  const known = names.get(text);
  if (known !== undefined || names.size >= capacity) return known;
  const name = createHash('sha256').update(text).digest('base64url').slice(0, 24);
  names.set(text, name);
  return name;
}
