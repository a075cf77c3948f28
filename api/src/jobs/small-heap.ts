import process from 'node:process';
import { setFlagsFromString } from 'node:v8';
import { nodeOptions } from '../environment.ts';

/**
 * What V8 reads once, at the very beginning of a process. Megabytes of each half of the space where it makes objects: by itself
 * three times 32, which any export touches whole. And less compiled code, whose making alone stands 40 MB in memory.
 */
const SMALL_SPACES = ['--max-semi-space-size=4', '--optimize-for-size'] as const;

/** With what a process that does jobs is to begin; nothing where somebody chose a size for this one himself. */
export function smallSpaces(): readonly string[] {
  const chosen = [...process.execArgv, nodeOptions()].join(' ');
  return /max[-_]semi[-_]space[-_]size/.test(chosen) ? [] : SMALL_SPACES;
}

/** Each growth of the heap is a fifth of what is alive in it. */
const SMALL = '--heap-growing-percent=20';
/** V8's own measure: up to four times what is alive. */
const USUAL = '--heap-growing-percent=0';

/**
 * Keeps the heap small while a job is done: V8 looks for garbage when the heap has grown to several times what is alive, and a job
 * has time (an export of 48,200 rows stood 360 MB above idle). V8 reads the measure at each collection; requests the same process
 * answers meanwhile pay for more of them.
 */
export async function withSmallHeap<Value>(work: () => Promise<Value>): Promise<Value> {
  setFlagsFromString(SMALL);
  try {
    return await work();
  } finally {
    setFlagsFromString(USUAL);
  }
}
