import { type Database, type TakenJob, translateDatabaseError } from '@congvu/prisma/database';
import type { Logger } from 'pino';
import { findDomainError } from '../failure.ts';
import { createSweep } from './expired-files.ts';
import { actorOfJob, createJobContext } from './job-context.ts';
import { finishJob, giveBackJob } from './job-progress.store.ts';
import { createRun, type JobHandler, JobLost } from './job-run.ts';
import { sleepUntilWoken } from './wake.ts';

export interface WorkerOptions {
  readonly database: Database;
  readonly handlers: Readonly<Partial<Record<TakenJob['kind'], JobHandler>>>;
  readonly log: Pick<Logger, 'warn' | 'error'>;
  /** The clock of the process unless a test stands it still. */
  readonly now?: () => Date;
  /** How often it looks for work nobody woke it for: another process's, or one left behind. */
  readonly pollMs?: number;
  /** How long a job stays with a process that says nothing; a batch must take less. */
  readonly leaseSeconds?: number;
  /** How often files past their time are dropped; at its start, and then once an hour unless a test is in a hurry. */
  readonly sweepMs?: number;
}

export interface Worker {
  /** Finishes the batch in hand and gives the job back; resolves when nothing is in hand any more. */
  readonly close: () => Promise<void>;
  /** Resolves when there was nothing to do for a moment. */
  readonly untilIdle: () => Promise<void>;
}

const POLL_MS = 1_000;
const LEASE_SECONDS = 30;

/**
 * Does jobs one at a time, in the name of who asked for each. Any number of processes may run one: a job belongs to whoever
 * holds its lease (decisions/0006).
 */
export function startWorker(options: WorkerOptions): Worker {
  const ending = new AbortController();
  const idle = new Set<() => void>();
  const pollMs = options.pollMs ?? POLL_MS;
  const working = (async () => {
    const look = createLook(options);
    const sweep = createSweep(options);
    while (!ending.signal.aborted) {
      await sweep();
      const job = await look();
      if (job !== null) await carryOut(options, job, () => ending.signal.aborted);
      else {
        for (const resolve of idle) resolve();
        idle.clear();
        await sleepUntilWoken(pollMs, ending.signal);
      }
    }
  })();
  return {
    close: () => {
      ending.abort();
      return working;
    },
    untilIdle: () => new Promise((resolve) => idle.add(resolve)),
  };
}

/** A database that is away for a while is asked again at the next look; it is told of once, not at each. */
function createLook({ database, leaseSeconds, log }: WorkerOptions): () => Promise<TakenJob | null> {
  let isAway = false;
  return async () => {
    try {
      const job = await database.takeJob(leaseSeconds ?? LEASE_SECONDS);
      isAway = false;
      return job;
    } catch (error) {
      if (!isAway) log.warn({ err: error }, 'no job could be looked for');
      isAway = true;
      return null;
    }
  };
}

async function carryOut(options: WorkerOptions, job: TakenJob, isEnding: () => boolean): Promise<void> {
  const { database, log } = options;
  const leaseSeconds = options.leaseSeconds ?? LEASE_SECONDS;
  const renewing = setInterval(
    () => {
      database
        .renewJob(job.id, leaseSeconds)
        .catch((error: unknown) => log.warn({ err: error }, 'a lease was not renewed'));
    },
    (leaseSeconds * 1_000) / 3,
  );
  try {
    await database.runAs(actorOfJob(job), () => work(options, job, { leaseSeconds, isEnding }));
  } catch (error) {
    await settleFailure(options, job, error);
  } finally {
    clearInterval(renewing);
  }
}

async function work(
  options: WorkerOptions,
  job: TakenJob,
  run: { readonly leaseSeconds: number; readonly isEnding: () => boolean },
): Promise<void> {
  const handler = options.handlers[job.kind];
  if (handler === undefined) throw new Error(`nobody does ${job.kind}`);
  const context = await createJobContext(options.database, job, (options.now ?? (() => new Date()))());
  const started = createRun(job, context, run);
  await handler(started.run);
  // Stopped jobs are stopped already; what this process leaves behind because it ends goes to the next one.
  await options.database.withActor((tx) => (started.wasCut() ? giveBackJob(tx, job.id) : finishJob(tx, job.id)));
}

/** A job another process has is its own; one the database dropped under us is taken up again when its lease ran out. */
async function settleFailure({ database, log }: WorkerOptions, job: TakenJob, error: unknown): Promise<void> {
  if (error instanceof JobLost) return;
  const known = findDomainError(error) ?? translateDatabaseError(error);
  log.error({ err: error, job: job.id, kind: job.kind }, 'a job could not go on');
  if (known?.code === 'DATABASE_UNREACHABLE') return;
  await database.failJob(job.id, known?.code ?? 'INTERNAL').catch((failed: unknown) => {
    log.error({ err: failed, job: job.id }, 'a failed job was not marked');
  });
}
