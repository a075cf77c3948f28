import { createHash } from 'node:crypto';
import type { Transaction } from '@congvu/prisma/database';
import { readImportHeading } from '@congvu/schema/registers';
import { covers } from '../authority/authority.policy.ts';
import type { Context } from '../context.ts';
import { openTable } from '../import-file/table-file.ts';
import type { TableRow } from '../import-file/table-row.ts';
import type { JobHandler, JobRun, StepOutcome } from '../jobs/job-run.ts';
import { getActor } from '../task/task-change.ts';
import { permissionOf } from './import.policy.ts';
import { countRows, findImportFile, insertProblems, insertWritten, type WaitingFile } from './import.store.ts';
import type { Found, ImportSetting, Planned } from './import-target.ts';
import { openRows } from './open-rows.ts';
import { type FileMemory, rememberRows, type TableHead, type TakenIn, takeIn } from './take-in.ts';
import { targetOf } from './targets.ts';

/** Rows in one transaction where the good ones are kept: what is lost when a process dies, at most. */
const BATCH = 1_000;

/**
 * Takes in a file: each good row as its own act would store it, each bad one named by line, column and code. With ALL_OR_NONE
 * everything is one transaction, undone where one row is bad; with PREVIEW each batch is undone, whatever came of it.
 */
export const importJob: JobHandler = async (run) => {
  const { context, job } = run;
  const file = await findImportFile(context, job.id);
  // Over already, by a process that died before it said so.
  if (file === null || file.content === null) return;
  const heading = readImportHeading(file.register, file.columns ?? []);
  if (!heading.ok) throw new Error('a file was read when it was sent and cannot be read now');
  const target = await targetOf(file.register, settingOf(context, file));
  const table = await openTable(file.content);
  const head: TableHead = { columns: heading.value, days: table.days };
  const rows = await openRows(context, file.register, head, table.rows);
  const memory: FileMemory = new Map();
  const take = (tx: Transaction, batch: readonly TableRow[]) => takeIn(tx, target, head, batch, memory, rows.refused);

  if (file.mode === 'ALL_OR_NONE') return takeAll(run, file, rows.each, take);
  const done = Number(job.cursor ?? '0');
  let to = 0;
  // Units are above one another, so a batch that is undone would be missed by the next.
  const most = file.mode === 'PREVIEW' && file.register === 'UNIT' ? file.rows : BATCH;
  for await (const batch of inBatches(rows.each, most, done)) {
    to += batch.length;
    if (to <= done) {
      rememberRows(target, head, batch, memory);
      continue;
    }
    const goesOn = await run.step(String(to), async (tx) => {
      if (file.mode !== 'PREVIEW') return settle(tx, job.id, file, await take(tx, batch), batch.length);
      await tx.$executeRaw`savepoint import_all`;
      const taken = await take(tx, batch);
      await tx.$executeRaw`rollback to savepoint import_all`;
      return settle(tx, job.id, file, taken, batch.length);
    });
    if (!goesOn) return;
  }
};

type Take = (tx: Transaction, batch: readonly TableRow[]) => Promise<TakenIn>;

/** One transaction, in batches of their own, so that the file never stands in memory as records. */
async function takeAll(
  { job, step }: JobRun,
  file: WaitingFile,
  rows: AsyncIterable<TableRow>,
  take: Take,
): Promise<void> {
  // Told to stop while its one step was at work: there is nothing left to do.
  if (job.cursor !== null) return;
  await step(String(file.rows), async (tx) => {
    await tx.$executeRaw`savepoint import_all`;
    const sum = { stored: [] as Planned[], written: [] as TakenIn['written'][number][], unchanged: 0 };
    const problems: TakenIn['problems'][number][] = [];
    for await (const batch of inBatches(rows, BATCH, 0)) {
      const taken = await take(tx, batch);
      // An array of some thousand rows is too long for push(...).
      for (const each of taken.stored) sum.stored.push({ ...each, row: {} });
      for (const each of taken.written) sum.written.push(each);
      for (const each of taken.problems) problems.push(each);
      sum.unchanged += taken.unchanged;
    }
    if (problems.length > 0) await tx.$executeRaw`rollback to savepoint import_all`;
    return settle(tx, job.id, file, { ...sum, problems }, file.rows);
  });
}

/** Batches of rows, none of which reaches over the row where an earlier run stopped. */
async function* inBatches(
  rows: AsyncIterable<TableRow>,
  most: number,
  edge: number,
): AsyncGenerator<readonly TableRow[]> {
  let batch: TableRow[] = [];
  let count = 0;
  for await (const row of rows) {
    batch.push(row);
    count += 1;
    if (batch.length < most && count !== edge) continue;
    yield batch;
    batch = [];
  }
  if (batch.length > 0) yield batch;
}

/**
 * Names the bad rows, keeps what was written for an undoing, and says what the step came to. A step is one entry of the chain,
 * as a batch of a closing is: an entry a row would keep the chain's tip locked for half a minute. Its digest binds every row
 * that was stored.
 */
async function settle(
  tx: Transaction,
  jobId: string,
  { register, mode, sha256 }: WaitingFile,
  { stored, written, unchanged, problems }: TakenIn,
  done: number,
): Promise<StepOutcome> {
  const isKept = mode === 'GOOD_ONES' || (mode === 'ALL_OR_NONE' && problems.length === 0);
  await insertProblems(tx, jobId, problems);
  if (isKept) await insertWritten(tx, jobId, written);
  const changed = stored.filter(({ action }) => action === 'CHANGED').length;
  await countRows(tx, jobId, { unchanged, changed });
  const leftOpen = new Set(problems.map(({ line }) => line)).size;
  const kept = isKept ? stored : [];
  const payload = { register, mode, sha256, stored: kept.length, unchanged, digest: digestOf(kept) };
  return { done, leftOpen, payload };
}

/** SHA-256 of "line id number", a line each, in the order of the file. */
function digestOf(stored: readonly Planned[]): string {
  const lines = stored.map(({ line, id, number }) => `${line} ${id} ${number ?? ''}\n`);
  return createHash('sha256').update(lines.join('')).digest('hex');
}

function settingOf(context: Context, file: WaitingFile): ImportSetting {
  const { userId, displayName, permissions } = getActor(context);
  const permission = permissionOf(file.register, context.actor);
  const held = permissions.find((each) => each.permission === permission)?.unitPaths ?? [];
  const isKept: Found['isKept'] = ({ path }) => covers([file.unitPath], path) && covers(held, path);
  const unit = { id: file.unitId, code: file.unitCode, path: file.unitPath };
  return { context, unit, isKept, recordedBy: { id: userId, name: displayName } };
}
