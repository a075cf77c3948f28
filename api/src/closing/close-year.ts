import type { Transaction } from '@congvu/prisma/database';
import { advanceRound, type ClassificationState, type LeftOpenReason, type RoundState } from '@congvu/schema/procedure';
import { forbidden } from '../error/request-error.ts';
import { missingPermission, YEAR_PERMISSIONS } from '../job/job.policy.ts';
import type { JobRun } from '../jobs/job-run.ts';
import { getUnit } from '../unit/unit.store.ts';
import { keepLeftOpen } from './left-open.store.ts';

interface YearPerson {
  readonly employeeId: string;
  /** Null: not in the round. */
  readonly state: ClassificationState | null;
  readonly isClassified: boolean;
  readonly isPublished: boolean;
  readonly hasPetition: boolean;
}

/** Its only step. */
const DONE = '~round';

/**
 * Closes an agency's round once everybody's level is decided, notified and published and no petition is open. Where somebody
 * is left open the round stays as it is, and the job says for whom what is missing.
 */
export async function closeYear(run: JobRun): Promise<void> {
  const { job, context } = run;
  const unit = await getUnit(context, job.unitId);
  const missing = missingPermission(context.actor, YEAR_PERMISSIONS, unit.pathText);
  if (missing !== null) throw forbidden(context.locale, missing);
  if (job.cursor === DONE) return;
  await run.step(DONE, async (tx) => {
    const people = await readYear(tx, job.unitId, Number(job.period));
    const leftOpen = new Map<string, LeftOpenReason>();
    for (const person of people) {
      const reason = whatIsMissing(person);
      if (reason !== null) leftOpen.set(person.employeeId, reason);
    }
    await keepLeftOpen(tx, job.id, leftOpen);
    const isClosed = leftOpen.size === 0 && (await closeRound(tx, job.unitId, Number(job.period), context.now));
    await tx.job.update({ where: { id: job.id }, data: { total: people.length } });
    return { done: people.length, leftOpen: leftOpen.size, payload: { closed: isClosed } };
  });
}

/** Whom the agency classifies, with where each stands; also whoever has a row and is no longer there. */
async function readYear(tx: Transaction, agencyId: string, year: number): Promise<readonly YearPerson[]> {
  return tx.$queryRaw<readonly YearPerson[]>`
    select coalesce(p.employee_id, c.employee_id) as "employeeId", c.state::text as state,
      not coalesce(c.not_classified, false) as "isClassified", c.published_at is not null as "isPublished",
      exists (select 1 from congvu.petition f where f.classification_id = c.id and f.state = 'FILED') as "hasPetition"
    from congvu.year_people(${agencyId}::uuid, ${year}::integer) p
    full join (
      select c.* from congvu.classification c join congvu.classification_round r on r.id = c.round_id
      where r.agency_id = ${agencyId}::uuid and r.year = ${year} and c.current) c on c.employee_id = p.employee_id`;
}

function whatIsMissing({ state, isClassified, isPublished, hasPetition }: YearPerson): LeftOpenReason | null {
  if (hasPetition || state === 'PETITIONED') return 'PETITION_OPEN';
  switch (state) {
    case null:
      return 'NOT_IN_ROUND';
    case 'DECIDED':
      return 'NOT_NOTIFIED';
    case 'NOTIFIED':
    case 'PUBLISHED':
    case 'RESOLVED':
      // Who has no level has none to publish.
      return isPublished || !isClassified ? null : 'NOT_PUBLISHED';
    default:
      return 'LEVEL_UNDECIDED';
  }
}

/** Errors: WRONG_STATE is told as false: a round that was never proposed has nobody decided. */
async function closeRound(tx: Transaction, agencyId: string, year: number, at: Date): Promise<boolean> {
  const rows = await tx.$queryRaw<readonly { readonly id: string; readonly state: RoundState }[]>`
    select r.id, r.state::text as state from congvu.classification_round r
    where r.agency_id = ${agencyId}::uuid and r.year = ${year} for update`;
  const [round] = rows;
  if (round === undefined || !advanceRound(round.state, 'CLOSE').ok) return false;
  await tx.$executeRaw`
    update congvu.classification_round set state = 'CLOSED', closed_at = ${at}, revision = revision + 1
    where id = ${round.id}::uuid`;
  return true;
}
