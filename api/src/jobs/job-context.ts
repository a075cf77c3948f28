import type { Database, TakenJob } from '@congvu/prisma/database';
import { toLocalDate } from '@congvu/schema/primitives/local-date';
import { AccessLog } from '../access/access-log.ts';
import type { Purpose } from '../access/purpose.ts';
import type { Actor, Context } from '../context.ts';

/** Why a job reads the records it works on. */
const PURPOSES: Readonly<Record<TakenJob['kind'], Purpose>> = {
  CLOSE_MONTH: 'EVALUATE',
  CLOSE_YEAR: 'CLASSIFY',
  NATIONAL_EXPORT: 'STATISTICS',
  // Rows are written, none of a person's record is read.
  IMPORT: 'STATISTICS',
  RETENTION: 'DATA_PROTECTION',
  // What each file was asked for is stated with it; a page of one is read for that.
  EXPORT: 'STATISTICS',
};

interface ActorRow {
  readonly userId: string;
  readonly employeeId: string | null;
  readonly displayName: string;
  readonly userName: string;
  readonly locale: string;
  readonly permissions: Readonly<Record<string, readonly string[]>>;
}

/** As whom a job's statements run. */
export function actorOfJob(job: TakenJob) {
  const { createdById, tokenScopes, kind } = job;
  return { userId: createdById, tokenScopes, purpose: PURPOSES[kind], requestId: job.id };
}

/**
 * What services may know in a job: its creator with the rights he has now, as in a request of his. Runs inside `runAs`, which
 * refuses who is no longer active.
 */
export async function createJobContext(database: Database, job: TakenJob, now: Date): Promise<Context> {
  const { rows } = await database.pool.query<ActorRow & object>(
    `select a.id as "userId", a.employee_id as "employeeId", a.display_name as "displayName", a.user_name as "userName",
       a.locale, congvu.named_permissions() as permissions
     from congvu.user_account a where a.id = congvu.actor_user()`,
  );
  const [row] = rows;
  if (row === undefined) throw new Error('Whoever is named has an account.');
  const permissions = Object.entries(row.permissions).map(([permission, unitPaths]) => ({ permission, unitPaths }));
  const actor: Actor = { ...row, permissions, tokenScopes: job.tokenScopes, clientId: null };
  const locale = row.locale === 'en' ? 'en' : 'vi';
  const purpose = PURPOSES[job.kind];
  return {
    requestId: job.id,
    locale,
    screen: null,
    statedPurpose: purpose,
    database,
    facts: { demonstration: false, publicUrl: '', issuer: null, graphiqlClientId: null },
    actor,
    signInFailure: null,
    purpose,
    now,
    today: toLocalDate(now),
    loaders: new Map(),
    access: new AccessLog(actor, purpose, locale),
    measure: null,
    remainingRequests: 0,
  };
}
