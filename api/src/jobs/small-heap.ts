import process from 'node:process';
import { nodeOptions } from '../environment.ts';

/**
 * What V8 reads once, at the very beginning of a process; changing it later is what Node's documentation says may crash. Megabytes of
 * each half of the space where it makes objects: by itself three times 32, which any export touches whole. Each growth of the heap a
 * fifth of what is alive in it, where V8's own measure is up to four times that (an export of 48,200 rows stood 360 MB above idle).
 * And less compiled code, whose making alone stands 40 MB in memory.
 */
const SMALL_HEAP = ['--max-semi-space-size=4', '--heap-growing-percent=20', '--optimize-for-size'] as const;

/** With what a process that does jobs is to begin; nothing where somebody chose a size for this one himself. */
export function smallHeap(): readonly string[] {
  const chosen = [...process.execArgv, nodeOptions()].join(' ');
  return /max[-_]semi[-_]space[-_]size/.test(chosen) ? [] : SMALL_HEAP;
}
