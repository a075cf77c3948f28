import { once } from 'node:events';
import { Worker } from 'node:worker_threads';
import { domainError } from '@congvu/schema/errors';
import { fail, type Result } from '@congvu/schema/primitives/result';
import type { FileAsked, FileProblem, ReadFile } from './read-import-file.ts';
import type { ReadingOrder } from './reading.thread.ts';

/** Megabytes the cells of a file may take, and milliseconds their reading; a file of 50,000 rows takes 250 and 4,000. */
const MOST_MEGABYTES = 768;
const LONGEST_MS = 60_000;
/** Files read at once in a process; others wait. */
const AT_ONCE = 2;

let reading = 0;
const waiting: (() => void)[] = [];

/**
 * Reads a file in a thread of its own: a large workbook would keep every other request of the process waiting for seconds, and
 * one made to fill the memory ends with its thread and not with the api.
 *
 * Errors: those of `readImportFile`; FILE_UNREADABLE for what takes more memory or time than any honest file.
 */
export async function readApart(content: Buffer, asked: FileAsked): Promise<Result<ReadFile, FileProblem>> {
  if (reading >= AT_ONCE) await new Promise<void>((resolve) => waiting.push(resolve));
  reading += 1;
  try {
    return await readInThread(content, asked);
  } finally {
    reading -= 1;
    waiting.shift()?.();
  }
}

async function readInThread(content: Buffer, asked: FileAsked): Promise<Result<ReadFile, FileProblem>> {
  const bytes = new Uint8Array(content);
  const order: ReadingOrder = { bytes, asked };
  const thread = new Worker(new URL('./reading.thread.ts', import.meta.url), {
    workerData: order,
    transferList: [bytes.buffer],
    resourceLimits: { maxOldGenerationSizeMb: MOST_MEGABYTES },
    // Neither the settings of the process nor its secrets are a reader's business.
    env: {},
    execArgv: [],
  });
  const late = setTimeout(() => void thread.terminate(), LONGEST_MS);
  try {
    const [read] = (await Promise.race([once(thread, 'message'), once(thread, 'exit').then(() => [null])])) as [
      Result<ReadFile, FileProblem> | null,
    ];
    if (read === null) return unreadable();
    // Bytes come out of a thread as plain ones.
    return read.ok ? { ok: true, value: { ...read.value, content: Buffer.from(read.value.content) } } : read;
  } catch (error) {
    const code: unknown = error instanceof Error ? Reflect.get(error, 'code') : null;
    if (code === 'ERR_WORKER_OUT_OF_MEMORY') return unreadable();
    throw error;
  } finally {
    clearTimeout(late);
    await thread.terminate();
  }
}

function unreadable() {
  return fail({ path: '/upload' as const, error: domainError('FILE_UNREADABLE', { format: 'XLSX' }) });
}
