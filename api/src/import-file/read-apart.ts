import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { text } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';
import { domainError } from '@congvu/schema/errors';
import { fail, type Result } from '@congvu/schema/primitives/result';
import type { FileAsked, FileProblem, ReadFile } from './read-import-file.ts';
import type { ReadingOrder } from './reading.process.ts';

/** What the cells of a file may take, and their reading; a file of 50,000 rows takes 250 MB and 4 s. */
export interface ReadingLimits {
  readonly megabytes: number;
  readonly milliseconds: number;
}

const MOST: ReadingLimits = { megabytes: 768, milliseconds: 60_000 };
/** Files read at once in a process; others wait. */
const AT_ONCE = 2;

const READER = fileURLToPath(new URL('./reading.process.ts', import.meta.url));

let reading = 0;
const waiting: (() => void)[] = [];

/**
 * Reads a file in a process of its own: a large workbook would keep every other request waiting for seconds, and one made to fill
 * the memory ends with its reader and not with the api. A thread would not do: what ends one's heap may end the whole process, and
 * threads that come and go have made V8 end it (decisions/0016).
 *
 * Errors: those of `readImportFile`; FILE_UNREADABLE for what takes more memory or time than any honest file.
 */
export async function readApart(
  content: Buffer,
  asked: FileAsked,
  limits: ReadingLimits = MOST,
): Promise<Result<ReadFile, FileProblem>> {
  if (reading >= AT_ONCE) await new Promise<void>((resolve) => waiting.push(resolve));
  reading += 1;
  try {
    return await readInProcess({ bytes: content, asked }, limits);
  } finally {
    reading -= 1;
    waiting.shift()?.();
  }
}

async function readInProcess(order: ReadingOrder, limits: ReadingLimits): Promise<Result<ReadFile, FileProblem>> {
  const reader = fork(READER, [], {
    serialization: 'advanced',
    stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
    execArgv: [`--max-old-space-size=${limits.megabytes}`],
    // Neither the settings of the process nor its secrets are a reader's business.
    env: {},
  });
  const late = setTimeout(() => reader.kill('SIGKILL'), limits.milliseconds);
  // Of one that never began nothing can be read; that it did not is told by its error.
  const complaint = reader.stderr === null ? '' : text(reader.stderr).catch(() => '');
  try {
    // A reader that is gone already is told of by its end.
    reader.send(order, () => {});
    const read = await Promise.race([answerOf(reader), endOf(reader)]);
    if (!('signal' in read)) return read;
    // Out of memory V8 aborts; out of time we end it. Anything else is our own mistake.
    if (read.signal !== null) return unreadable();
    throw new Error(`the reader of a file ended with ${read.code}: ${await complaint}`);
  } finally {
    clearTimeout(late);
    reader.kill('SIGKILL');
  }
}

async function answerOf(reader: ChildProcess): Promise<Result<ReadFile, FileProblem>> {
  const [read] = (await once(reader, 'message')) as [Result<ReadFile, FileProblem>];
  // Bytes come out of a process as plain ones.
  return read.ok ? { ok: true, value: { ...read.value, content: Buffer.from(read.value.content) } } : read;
}

/** After whatever it still said: an exit may be seen before the last message. */
async function endOf(reader: ChildProcess) {
  const [exit] = await Promise.all([once(reader, 'exit'), once(reader, 'disconnect')]);
  const [code, signal] = exit as [number | null, NodeJS.Signals | null];
  return { code, signal };
}

function unreadable() {
  return fail({ path: '/upload' as const, error: domainError('FILE_UNREADABLE', { format: 'XLSX' }) });
}
