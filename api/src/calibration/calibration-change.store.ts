import { Prisma } from '@congvu/prisma/client';
import type { Transaction } from '@congvu/prisma/database';
import type { CalibrationState } from '@congvu/schema/calibration';
import type { Level } from '@congvu/schema/evaluation';
import { lockRow } from '../mutation/as-seen.ts';
import { CALIBRATED_PLACES, IS_NEAREST_PLACE } from './calibration-row.store.ts';

/** A session under its lock. */
export interface LockedSession {
  readonly id: string;
  readonly state: CalibrationState;
  readonly dueOn: Date;
  readonly revision: number;
  readonly units: readonly {
    readonly unitId: string;
    readonly late: boolean;
    readonly submittedAt: Date | null;
    readonly unit: { readonly code: string };
  }[];
}

/** The session as it is once nobody else changes it; null where one may not see it. */
export async function lockSession(tx: Transaction, id: string): Promise<LockedSession | null> {
  await lockRow(tx, 'CalibrationSession', id);
  return tx.calibrationSession.findUnique({
    where: { id },
    select: {
      id: true,
      state: true,
      dueOn: true,
      revision: true,
      units: {
        select: { unitId: true, late: true, submittedAt: true, unit: { select: { code: true } } },
        orderBy: { unit: { code: 'asc' } },
      },
    },
  });
}

/** A year of a session with the unit that speaks for it. */
export interface CalibratedYear {
  readonly classificationId: string;
  readonly employeeId: string;
  readonly unitId: string;
  readonly proposedLevel: Level | null;
}

/** Those of these years that stand in the session, as far as one may see them. */
export function findCalibratedYears(
  tx: Transaction,
  sessionId: string,
  ids: readonly string[],
): Promise<readonly CalibratedYear[]> {
  return tx.$queryRaw`
    select r.classification_id as "classificationId", c.employee_id as "employeeId", r.unit_id as "unitId",
      c.proposed_level as "proposedLevel"
    from (${Prisma.raw(CALIBRATED_PLACES.text)} where x.id = ${sessionId}::uuid and ${Prisma.raw(IS_NEAREST_PLACE.text)}) r
    join congvu.classification c on c.id = r.classification_id
    where r.classification_id = any(${ids}::uuid[])`;
}

/** A level to be proposed. */
export interface NewProposal {
  readonly classificationId: string;
  readonly level: Level;
  readonly reason: string | null;
}

/** Keeps proposals of a unit, the newest in place of an older one, by one statement. Answers the ids of those kept by year. */
export async function keepProposals(
  tx: Transaction,
  session: { readonly id: string; readonly unitId: string },
  rows: readonly NewProposal[],
  by: { readonly userId: string; readonly name: string; readonly at: Date },
): Promise<ReadonlyMap<string, string>> {
  const kept = await tx.$queryRaw<{ id: string; classificationId: string }[]>`
    insert into congvu.calibration_proposal as p
      (session_id, unit_id, classification_id, level, reason, proposed_by_id, proposed_by_name, proposed_at)
    select ${session.id}::uuid, ${session.unitId}::uuid, n."classificationId", n.level::congvu.level, n.reason,
      ${by.userId}::uuid, ${by.name}, ${by.at}::timestamptz
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as n("classificationId" uuid, level text, reason text)
    on conflict (session_id, classification_id) do update set level = excluded.level, reason = excluded.reason,
      proposed_by_id = excluded.proposed_by_id, proposed_by_name = excluded.proposed_by_name,
      proposed_at = excluded.proposed_at, revision = p.revision + 1
    returning p.id, p.classification_id as "classificationId"`;
  return new Map(kept.map((row) => [row.classificationId, row.id]));
}

/** What one year was changed to last, else what its unit proposed; null where the unit left it as the rules propose it. */
export async function findStandingLevel(
  tx: Transaction,
  sessionId: string,
  classificationId: string,
): Promise<Level | null> {
  const [row] = await tx.$queryRaw<{ level: Level | null }[]>`
    select coalesce(
      (select x.after from congvu.calibration_change x
        where x.session_id = ${sessionId}::uuid and x.classification_id = ${classificationId}::uuid order by x.at desc, x.id desc limit 1),
      (select p.level from congvu.calibration_proposal p
        where p.session_id = ${sessionId}::uuid and p.classification_id = ${classificationId}::uuid)) as level`;
  return row?.level ?? null;
}
