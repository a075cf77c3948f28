import type { Actor } from '../context.ts';
import { covers } from './authority.policy.ts';

/** Who keeps the registers of discipline, commendation and initiatives: personnel, by STAFF_MANAGE. */
export interface Registrar {
  readonly employeeId: string | null;
  /** Paths of units; each covers itself and all below. */
  readonly unitPaths: readonly string[];
}

export function registrarOf(actor: Actor | null): Registrar {
  return {
    employeeId: actor?.employeeId ?? null,
    unitPaths: actor?.permissions.find((held) => held.permission === 'STAFF_MANAGE')?.unitPaths ?? [],
  };
}

/** Whether he may write a row about a person, or about a unit itself, kept at a unit. Never about himself. */
export function mayKeep(registrar: Registrar, unitPath: string, employeeId: string | null): boolean {
  const isOwn = employeeId !== null && registrar.employeeId === employeeId;
  return !isOwn && covers(registrar.unitPaths, unitPath);
}
