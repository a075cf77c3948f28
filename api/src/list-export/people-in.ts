import { findRowId } from '../mutation/global-id.ts';

/** Row ids of the people a record names, wherever it names them; of a person himself, his own. */
export function peopleIn(node: unknown): readonly string[] {
  if (Array.isArray(node)) return node.flatMap(peopleIn);
  if (typeof node !== 'object' || node === null || node instanceof Date) return [];
  const id: unknown = Reflect.get(node, 'id');
  const own = typeof id === 'string' ? findRowId('Employee', id) : null;
  return [...(own === null ? [] : [own]), ...Object.values(node).flatMap(peopleIn)];
}
