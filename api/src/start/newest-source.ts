import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';

/** Folders that hold what is made, and files that only tests and readers look at. */
const SKIPPED = /^(node_modules|generated|\.output|\.wxt|saved-pages|decisions)$|\.test\.tsx?$|\.md$/;

/**
 * Whether `output` is missing or older than anything under `sources` (files or folders).
 *
 * Times and not contents are compared: reading everything would take longer than a start may. A fresh clone has no
 * output, and switching to another commit gives what it changes a new time.
 */
export function isStale(output: string, sources: readonly string[]): boolean {
  const made = modifiedAt(output);
  return made === null || sources.some((source) => newestUnder(source) > made);
}

/** Milliseconds since 1970 of the youngest file; 0 where there is none. */
function newestUnder(path: string): number {
  const stats = statSync(path, { throwIfNoEntry: false });
  if (stats === undefined) return 0;
  if (!stats.isDirectory()) return stats.mtimeMs;
  let newest = 0;
  for (const entry of readdirSync(path, { withFileTypes: true })) {
    if (SKIPPED.test(entry.name)) continue;
    newest = Math.max(newest, newestUnder(join(path, entry.name)));
  }
  return newest;
}

function modifiedAt(path: string): number | null {
  return statSync(path, { throwIfNoEntry: false })?.mtimeMs ?? null;
}
