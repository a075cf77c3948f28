import { Console } from 'node:console';
import { writeSync } from 'node:fs';
import process from 'node:process';
import { runCommandLine } from './run-command-line.ts';

// Standard output is for answers alone; what a library has to say goes where notes go.
globalThis.console = new Console(process.stderr, process.stderr);

// Written at once, not queued: what was said must be out before a process that is told to end is gone.
const write = (descriptor: number) => (text: string) => writeWhole(descriptor, `${text}\n`);
const exitCode = await runCommandLine(process.argv.slice(2), {
  // Made when it is read: opening it would keep a command that reads nothing waiting for its end.
  get input() {
    return process.stdin;
  },
  print: write(1),
  note: write(2),
});
// Ended and not left to drain: what is still open then (a reader that went away, a timer) must not keep us.
process.exit(exitCode);

function writeWhole(descriptor: number, text: string): void {
  let rest: Uint8Array = Buffer.from(text);
  while (rest.length > 0) {
    try {
      rest = rest.subarray(writeSync(descriptor, rest));
    } catch (error) {
      // A reader that went away wants nothing more; one that is slow is waited for.
      if (isCode(error, 'EPIPE')) return;
      if (!isCode(error, 'EAGAIN')) throw error;
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 2);
    }
  }
}

function isCode(error: unknown, code: string): boolean {
  return error instanceof Error && 'code' in error && error.code === code;
}
