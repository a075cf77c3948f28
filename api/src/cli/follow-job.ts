import { setTimeout as delay } from 'node:timers/promises';
import { type ApiAccess, type ApiAnswer, askApi, troublesOf } from './ask-api.ts';
import type { Terminal } from './command.ts';
import { progressTeller } from './progress-bar.ts';
import { tellTroubles } from './tell-troubles.ts';

/** What the commands show of a job. */
export const JOB_FIELDS = `id kind state period total done leftOpen error createdBy createdAt unit { code }
  reasons { reason count text }`;

export interface JobSeen {
  readonly id: string;
  readonly kind: string;
  readonly state: 'QUEUED' | 'RUNNING' | 'STOPPED' | 'DONE' | 'FAILED';
  readonly period: string;
  readonly total: number;
  readonly done: number;
  readonly leftOpen: number;
  readonly error: string | null;
  readonly createdBy: string;
  readonly createdAt: string;
  readonly unit: { readonly code: string };
  readonly reasons: readonly { readonly reason: string; readonly count: number; readonly text: string }[];
}

const POLL_MS = 500;

/** Asks for a job until it stands still; tells its progress. Null where it could not be asked for, which is told. */
export async function followJob(access: ApiAccess, id: string, terminal: Terminal): Promise<JobSeen | null> {
  const tell = progressTeller(terminal);
  for (;;) {
    const answer = await askApi(access, {
      query: `query Job($id: ID!) { job(id: $id) { ${JOB_FIELDS} } }`,
      variables: { id },
    });
    const job = jobIn(answer, 'job');
    if (tellTroubles(troublesOf(answer), terminal) !== 0 || job === null) return null;
    tell(job);
    if (job.state !== 'QUEUED' && job.state !== 'RUNNING') return job;
    await delay(POLL_MS);
  }
}

/** The job in a root field of an answer; null where there is none. */
export function jobIn({ data }: ApiAnswer, field: string): JobSeen | null {
  const value = data?.[field];
  // Asked for with JOB_FIELDS.
  return typeof value === 'object' && value !== null && 'state' in value ? (value as JobSeen) : null;
}

/** A job on a line, and a line for each reason somebody was left open; as JSON for programs. */
export function printJob(job: JobSeen, { print, isJson, locale }: Terminal): void {
  if (isJson) {
    print(JSON.stringify(job));
    return;
  }
  const open = locale === 'vi' ? 'còn mở' : 'left open';
  const counts = `${job.done}/${job.total}, ${job.leftOpen} ${open}`;
  print([job.id, job.kind, job.unit.code, job.period, job.state, counts, job.error ?? ''].join('  ').trimEnd());
  for (const { reason, count, text } of job.reasons) print(`  ${String(count).padStart(6)}  ${reason}  ${text}`);
}
