import process from 'node:process';
import { smallHeap } from '../jobs/small-heap.ts';

/**
 * Begins this process anew, same id and streams, as one that takes little memory. To be called before anything is opened. Where
 * the system cannot replace a process (Windows), or whoever started this one chose a size himself, it goes on as it is.
 */
export function beginAnewSmall(): void {
  const small = smallHeap();
  if (process.platform === 'win32' || process.execve === undefined || small.length === 0) return;
  process.execve(process.execPath, [process.execPath, ...small, ...process.execArgv, ...process.argv.slice(1)]);
}
