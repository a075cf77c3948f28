import { appendAudit } from '@congvu/prisma/audit';
import type { TakenJob, Transaction } from '@congvu/prisma/database';
import type { Context } from '../context.ts';
import { advanceInTransaction } from './job-progress.store.ts';

/** What one step came to. */
export interface StepOutcome {
  /** People gone through in it, and among them left open. */
  readonly done: number;
  readonly leftOpen: number;
  /** For the audit entry: ids, codes and figures; no names. */
  readonly payload: Readonly<Record<string, string | number | boolean | null>>;
}

/** The job is another process's now, or was stopped from outside: nothing of the step may stay. */
export class JobLost extends Error {
  override readonly name = 'JobLost';
}

/** One run of a job by this process, as its creator. */
export interface JobRun {
  readonly job: TakenJob;
  readonly context: Context;
  /** How many people there are to go through; told once they are counted. */
  readonly setTotal: (total: number) => Promise<void>;
  /**
   * One transaction: the work, the progress, the audit entry. `cursor` is where the next step begins. Answers whether to go
   * on; false once somebody asked to stop or the process ends. Throws JobLost.
   */
  readonly step: (cursor: string, work: (tx: Transaction) => Promise<StepOutcome>) => Promise<boolean>;
}

/** What a kind of job does. Answers when all is done, or as soon as a step says not to go on. */
export type JobHandler = (run: JobRun) => Promise<void>;

export interface RunOptions {
  readonly leaseSeconds: number;
  readonly isEnding: () => boolean;
}

export function createRun(job: TakenJob, context: Context, options: RunOptions) {
  let cursor = job.cursor;
  let goesOn = true;
  const run: JobRun = {
    job,
    context,
    setTotal: (total) =>
      context.database.withActor(async (tx) => {
        await tx.job.update({ where: { id: job.id }, data: { total } });
      }),
    step: async (next, work) => {
      goesOn = await context.database.withActor(async (tx) => {
        const outcome = await work(tx);
        const move = { from: cursor, to: next, ...outcome, leaseSeconds: options.leaseSeconds };
        const state = await advanceInTransaction(tx, job.id, move);
        if (state === null) throw new JobLost();
        await appendAudit(tx, {
          action: ACTIONS[job.kind],
          entity: 'Job',
          entityId: job.id,
          employeeId: null,
          payload: { period: job.period, done: outcome.done, leftOpen: outcome.leftOpen, ...outcome.payload },
          idempotencyKey: null,
        });
        return state === 'RUNNING';
      });
      cursor = next;
      goesOn &&= !options.isEnding();
      return goesOn;
    },
  };
  return { run, wasCut: () => !goesOn };
}

const ACTIONS: Readonly<Record<TakenJob['kind'], string>> = {
  CLOSE_MONTH: 'closeMonth',
  CLOSE_YEAR: 'closeYear',
  NATIONAL_EXPORT: 'nationalExport',
  IMPORT: 'importRecords',
  RETENTION: 'proposeRetention',
  EXPORT: 'exportList',
};
