import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import process from 'node:process';
import { fileURLToPath } from 'node:url';
import type { Logger } from 'pino';
import { smallHeap } from '../jobs/small-heap.ts';
import { sleepUntilWoken } from '../jobs/wake.ts';
import type { Closing } from './closing.ts';

/** What the start says to the process that does its jobs. The address goes this way because arguments are seen by everybody. */
export type JobProcessMessage =
  | { readonly kind: 'BEGIN'; readonly apiUrl: string }
  /** There is work. */
  | { readonly kind: 'WAKE' };

/** Before another one takes the place of one that ended by itself: whatever ended it is not met a hundred times a second. */
const PAUSE_MS = 5_000;
/** For the batch in hand; what is not finished by then another process takes up when the lease runs out. */
const LAST_MS = 15_000;
/** A process looks for work itself each second; this only keeps the loop that wakes it alive. */
const LONG_MS = 3_600_000;

/**
 * Does the jobs of this start in a process of its own: a small heap can be chosen only at a process's beginning, a job that fills
 * its memory ends alone, and requests share no core's loop with it. It is begun again where it ends by itself.
 */
export async function openJobProcess(parts: {
  readonly apiUrl: string;
  readonly closing: Closing;
  readonly log: Pick<Logger, 'error'>;
}): Promise<void> {
  const { apiUrl, closing, log } = parts;
  const ending = new AbortController();
  const program = fileURLToPath(new URL('./job-process.ts', import.meta.url));
  const keeping = (async () => {
    while (!ending.signal.aborted) {
      // Its standard output would mix with the one line of ours.
      const stdio = ['ignore', 'ignore', 'inherit', 'ipc'] as const;
      const child = fork(program, [], { execArgv: [...smallHeap(), ...process.execArgv], stdio: [...stdio] });
      const ended = once(child, 'exit');
      tell(child, { kind: 'BEGIN', apiUrl });
      await passOn(child, ending.signal);
      if (ending.signal.aborted) await endChild(child, ended);
      else {
        const [code, signal] = await ended;
        log.error({ code, signal }, 'the process that does jobs ended; another one is begun');
        await sleepUntilWoken(PAUSE_MS, ending.signal);
      }
    }
  })();
  await closing.add(() => {
    ending.abort();
    return keeping;
  });
}

/** Tells a process of work that was asked for here; answers when it is gone or the start ends. */
async function passOn(child: ChildProcess, ending: AbortSignal): Promise<void> {
  const over = new AbortController();
  child.once('exit', () => over.abort());
  const either = AbortSignal.any([ending, over.signal]);
  while (!either.aborted) {
    await sleepUntilWoken(LONG_MS, either);
    if (!either.aborted) tell(child, { kind: 'WAKE' });
  }
}

function tell(child: ChildProcess, message: JobProcessMessage): void {
  // One that is just ending hears nothing more.
  if (child.connected) child.send(message, () => {});
}

async function endChild(child: ChildProcess, ended: Promise<unknown>): Promise<void> {
  if (child.connected) child.disconnect();
  const late = setTimeout(() => child.kill('SIGKILL'), LAST_MS);
  await ended;
  clearTimeout(late);
}
