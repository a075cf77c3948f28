import { covers } from '../authority/authority.policy.ts';
import type { Actor } from '../context.ts';

/**
 * Whether somebody may read what a Party committee said of a person: political data are narrower than the year they stand in
 * (Luật 91/2025/QH15; domain.md 13). The person himself, and who holds PARTY_READ over the unit he ended the year in.
 */
export function mayReadPartyOpinion(
  actor: Pick<Actor, 'employeeId' | 'permissions'> | null,
  employeeId: string,
  unitPath: string,
): boolean {
  if (actor === null) return false;
  if (actor.employeeId === employeeId) return true;
  const held = actor.permissions.find(({ permission }) => permission === 'PARTY_READ');
  return held !== undefined && covers(held.unitPaths, unitPath);
}
