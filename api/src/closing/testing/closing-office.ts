import { handlers } from '../../jobs/handlers.ts';
import type { JobHandler } from '../../jobs/job-run.ts';
import { startWorker, type Worker } from '../../jobs/worker.ts';
import type { ApiOffice } from '../../testing/api-office.ts';
import { newKey } from '../../testing/api-office.ts';

export const JOB = `__typename ... on Job { id kind state total done leftOpen stopRequested error canStop canResume
  reasons { reason count text } items(first: 100) { edges { node { reason employee { code } } } } }`;
const CLOSE = `mutation M($input: CloseMonthInput!) { closeMonth(input: $input) { ${JOB} ... on DomainError { code } } }`;
const FIND = `query Q($id: ID!) { job(id: $id) { ${JOB} } }`;

export interface ClosingOffice {
  /** Asks as HR for the closing and waits until the worker has nothing left to do. */
  close(unit: string, period: string): Promise<JobAnswer>;
  ask(unit: string, period: string, userName?: string): Promise<JobAnswer>;
  find(id: string): Promise<JobAnswer>;
  /** A worker with other handlers than the api's. */
  work(changes?: { readonly closeMonth?: JobHandler; readonly leaseSeconds?: number }): Worker;
  stop(): Promise<void>;
}

export interface JobAnswer {
  readonly __typename: string;
  readonly id: string;
  readonly state: string;
  readonly total: number;
  readonly done: number;
  readonly leftOpen: number;
  readonly error: string | null;
  readonly code?: string;
  readonly reasons: readonly { readonly reason: string; readonly count: number; readonly text: string }[];
  readonly items: {
    readonly edges: readonly {
      readonly node: { readonly reason: string; readonly employee: { readonly code: string } };
    }[];
  };
}

export function closingOffice(office: ApiOffice): ClosingOffice {
  const workers = new Set<Worker>();
  const log = { warn: () => {}, error: (facts: unknown) => console.error(facts) };
  const now = () => new Date('2026-11-22T08:00:00+07:00');
  const work: ClosingOffice['work'] = (changes = {}) => {
    const worker = startWorker({
      database: office.database,
      handlers: changes.closeMonth === undefined ? handlers : { ...handlers, CLOSE_MONTH: changes.closeMonth },
      log,
      now,
      pollMs: 10,
      ...(changes.leaseSeconds === undefined ? {} : { leaseSeconds: changes.leaseSeconds }),
    });
    workers.add(worker);
    return worker;
  };
  const find: ClosingOffice['find'] = async (id) => {
    const { data, errors } = await office.as('nhansu')(FIND, { id });
    if (errors.length > 0) throw new Error(JSON.stringify(errors));
    return data.job;
  };
  const ask: ClosingOffice['ask'] = async (unit, period, userName = 'nhansu') => {
    const { data, errors } = await office.as(userName)(CLOSE, { input: { idempotencyKey: newKey(), unit, period } });
    if (errors.length > 0) throw new Error(JSON.stringify(errors));
    return data.closeMonth;
  };
  return {
    ask,
    find,
    work,
    close: async (unit, period) => {
      const { id } = await ask(unit, period);
      const worker = work();
      await worker.untilIdle();
      await worker.close();
      return find(id);
    },
    stop: async () => {
      for (const worker of workers) await worker.close();
    },
  };
}
