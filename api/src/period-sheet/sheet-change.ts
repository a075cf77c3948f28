import type { Change } from '../mutation/change.ts';
import type { KeptRevision } from './sheet-revision.store.ts';

/** The change of a sheet as the chain keeps it. */
export function toChange(sheet: KeptRevision, reason: string | null): Change {
  const { id, employeeId, period, revision, state, selfGeneral, general, total, level } = sheet;
  return {
    entity: 'PeriodSheet',
    id,
    employeeId,
    payload: { period, revision, state, selfGeneral, general, total, level, reason },
  };
}
