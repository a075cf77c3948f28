import { domainError } from '@congvu/schema/errors';
import type { Period } from '@congvu/schema/primitives/period';
import type { UndoImport } from '@congvu/schema/registers';
import type { Context } from '../context.ts';
import { JobRunningError, wrongState } from '../error/refusals.ts';
import { lockJobs } from '../job/job.service.ts';
import { change } from '../mutation/change.ts';
import { rescoreSheets } from '../period-sheet/sheet.recompute.ts';
import { lockSheets } from '../period-sheet/sheet-figures.store.ts';
import { getActor } from '../task/task-change.ts';
import { getUnit } from '../unit/unit.store.ts';
import { lockYears } from '../unit-result/unit-result-change.store.ts';
import { getImportJob } from './file-import.service.ts';
import { authoriseImport } from './import.service.ts';
import { findUndone, isTakingIn, sheetsOfImport, undoRows, yearsOfImport } from './import.store.ts';

/**
 * Takes back a whole import: what it created goes, what it changed is as it was; decisions of discipline are annulled and stay.
 * All of it or none: once anything was built on one row, the file is corrected by hand. Sheets of tasks that go are worked out
 * anew. Answers the job's id.
 *
 * Errors: NOT_FOUND, FORBIDDEN; WRONG_STATE for a job that is at work, a preview, and one taken back before; IMPORT_USED with
 * the first row that something was built on; JOB_RUNNING while one's own file for the same register is taken in.
 */
export async function undoImport(context: Context, input: UndoImport): Promise<string> {
  const job = await getImportJob(context, input.job);
  const { register, mode } = job.taken;
  const unit = await getUnit(context, job.unitId);
  await authoriseImport(context, register, unit.code);
  if (mode === 'PREVIEW') throw wrongState(mode);
  return change(context, 'undoImport', input, async (tx) => {
    await lockJobs(tx);
    if (await isTakingIn(tx, { userId: getActor(context).userId, register }))
      // A year, as it was asked for.
      throw new JobRunningError(domainError('JOB_RUNNING', { period: job.period as Period }));
    const state = await findUndone(tx, job.id);
    if (state !== 'DONE' && state !== 'STOPPED' && state !== 'FAILED') throw wrongState(state);
    const sheets = register === 'TASK' ? await sheetsOfImport(tx, job.id) : [];
    await lockSheets(tx, sheets);
    // A decision meanwhile waits, or is seen.
    if (register === 'UNIT_RESULT') await lockYears(tx, await yearsOfImport(tx, job.id));
    const undone = await undoRows(tx, job.id);
    // Somebody took it back between the two.
    if (undone === null) throw wrongState('UNDONE');
    await rescoreSheets(tx, context, sheets);
    return { entity: 'ImportUndo', id: job.id, employeeId: null, payload: { register, unit: unit.code, undone } };
  });
}
