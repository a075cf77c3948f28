import type { Transaction } from '@congvu/prisma/database';
import type { JobState } from '@congvu/schema/procedure';

interface Move {
  /** The place this run believes the job to be at. */
  readonly from: string | null;
  readonly to: string;
  readonly done: number;
  readonly leftOpen: number;
  readonly leaseSeconds: number;
}

/**
 * Moves a running job on, in the transaction of the step itself, and stops it there where that was asked for. Answers its
 * state, null where it is not at the place this run believes: then another process has it, and the step must be undone.
 */
export async function advanceInTransaction(tx: Transaction, jobId: string, move: Move): Promise<JobState | null> {
  const rows = await tx.$queryRaw<readonly { readonly state: JobState }[]>`
    update congvu.job set cursor = ${move.to}, done = done + ${move.done}, left_open = left_open + ${move.leftOpen},
      state = case when stop_requested then 'STOPPED' else state end::congvu.job_state,
      lease_until = case when stop_requested then null else now() + make_interval(secs => ${move.leaseSeconds}) end,
      stop_requested = false
    where id = ${jobId}::uuid and state = 'RUNNING' and cursor is not distinct from ${move.from}
    returning state::text as state`;
  return rows[0]?.state ?? null;
}

/** All is done. */
export async function finishJob(tx: Transaction, jobId: string): Promise<void> {
  await tx.$executeRaw`
    update congvu.job set state = 'DONE', finished_at = now(), lease_until = null, stop_requested = false
    where id = ${jobId}::uuid and state = 'RUNNING'`;
}

/** Gives a job back that this process will not finish: the next one need not wait for its lease to run out. */
export async function giveBackJob(tx: Transaction, jobId: string): Promise<void> {
  await tx.$executeRaw`
    update congvu.job set state = 'QUEUED', lease_until = null where id = ${jobId}::uuid and state = 'RUNNING'`;
}
