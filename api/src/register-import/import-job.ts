import { createHash } from 'node:crypto';
import type { Transaction } from '@congvu/prisma/database';
import type { ImportRegister } from '@congvu/schema/registers';
import { covers } from '../authority/authority.policy.ts';
import type { Context } from '../context.ts';
import { loadClocks } from '../discipline/violation-clock.ts';
import type { JobHandler, StepOutcome } from '../jobs/job-run.ts';
import { loadRegisterTable } from '../register-table/register-table.store.ts';
import { getActor } from '../task/task-change.ts';
import { commendationTarget } from './commendation-target.ts';
import { type CsvFile, readCsv } from './csv-file.ts';
import { disciplineTarget } from './discipline-target.ts';
import { feedbackTarget } from './feedback-target.ts';
import { permissionOf } from './import.policy.ts';
import { findImportFile, insertProblems } from './import.store.ts';
import type { Found, ImportTarget, Planned } from './import-target.ts';
import { initiativeTarget } from './initiative-target.ts';
import { type TakenIn, takeIn } from './take-in.ts';

/** Rows in one transaction where the good ones are kept: what is lost when a process dies, at most. */
const BATCH = 1_000;

/**
 * Takes in a file: each good row as its register's own act would store it, each bad one named by line, column and code. With
 * ALL_OR_NONE everything is one transaction, undone where one row is bad.
 */
export const importJob: JobHandler = async (run) => {
  const { context, job } = run;
  const stored = await findImportFile(context, job.id);
  // Over already, by a process that died before it said so.
  if (stored === null || stored.content === null) return;
  const file = readCsv(stored.register, stored.content.toString('utf8'));
  if (!file.ok) throw new Error('a file was read when it was sent and cannot be read now');
  const isKept = keptWithin(context, stored.register, stored.unitPath);
  const target = await targetOf(context, stored.register, stored.unitPath);
  const lines = file.value.lines;
  const about = { register: stored.register, mode: stored.mode, sha256: stored.sha256 };
  const store = (tx: Transaction, from: number, to: number) =>
    takeIn(
      tx,
      context,
      target,
      { columns: file.value.columns, lines: lines.slice(from, to) } satisfies CsvFile,
      isKept,
    );

  if (stored.mode === 'ALL_OR_NONE') {
    // Told to stop while its one step was at work: there is nothing left to do.
    if (job.cursor !== null) return;
    await run.step(String(lines.length), async (tx) => {
      await tx.$executeRaw`savepoint import_all`;
      const taken = await store(tx, 0, lines.length);
      if (taken.problems.length === 0) return settle(tx, job.id, taken, lines.length, about);
      await tx.$executeRaw`rollback to savepoint import_all`;
      return settle(tx, job.id, { ...taken, stored: [] }, lines.length, about);
    });
    return;
  }
  let from = Number(job.cursor ?? '0');
  while (from < lines.length) {
    const to = Math.min(from + BATCH, lines.length);
    const start = from;
    const goesOn = await run.step(String(to), async (tx) =>
      settle(tx, job.id, await store(tx, start, to), to - start, about),
    );
    if (!goesOn) return;
    from = to;
  }
};

/**
 * Names the bad rows and says what the step came to. A step is one entry of the chain, as a batch of a closing is: an entry a
 * row would keep the chain's tip locked for half a minute. Its digest binds every row that was stored.
 */
async function settle(
  tx: Transaction,
  jobId: string,
  { stored, problems }: TakenIn,
  done: number,
  about: StepOutcome['payload'],
): Promise<StepOutcome> {
  await insertProblems(tx, jobId, problems);
  const leftOpen = new Set(problems.map(({ line }) => line)).size;
  return { done, leftOpen, payload: { ...about, stored: stored.length, digest: digestOf(stored) } };
}

/** SHA-256 of "line id number", a line each, in the order of the file. */
function digestOf(stored: readonly Planned[]): string {
  const lines = stored.map(({ line, id, number }) => `${line} ${id} ${number ?? ''}\n`);
  return createHash('sha256').update(lines.join('')).digest('hex');
}

function keptWithin(context: Context, register: ImportRegister, unitPath: string): Found['isKept'] {
  const permission = permissionOf(register);
  const held = context.actor?.permissions.find((each) => each.permission === permission)?.unitPaths ?? [];
  return ({ path }) => covers([unitPath], path) && covers(held, path);
}

async function targetOf(context: Context, register: ImportRegister, unitPath: string): Promise<ImportTarget> {
  const { userId, displayName } = getActor(context);
  const recordedBy = { id: userId, name: displayName };
  switch (register) {
    case 'DISCIPLINE': {
      const forms = await loadRegisterTable(context, 'DISCIPLINE_FORMS', unitPath, context.today);
      const effects = await loadRegisterTable(context, 'DISCIPLINE_EFFECTS', unitPath, context.today);
      const windows = { table: effects.table, tableId: effects.id };
      const { table: today } = await loadRegisterTable(context, 'CLOCKS', unitPath, context.today);
      const clocks = { today, of: await loadClocks(context) };
      return disciplineTarget(forms.table, windows, clocks, recordedBy) as unknown as ImportTarget;
    }
    case 'COMMENDATION':
      return commendationTarget(recordedBy) as unknown as ImportTarget;
    case 'INITIATIVE':
      return initiativeTarget(recordedBy) as unknown as ImportTarget;
    case 'FEEDBACK':
      return feedbackTarget(recordedBy) as unknown as ImportTarget;
  }
}
