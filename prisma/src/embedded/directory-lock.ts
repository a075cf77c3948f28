import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { unusable } from './data-directory-error.ts';
import { findProcess, isSameProcessRunning, type ProcessIdentity } from './process-identity.ts';

/**
 * Takes a data directory for this process; the returned function gives it back.
 *
 * A lock whose process is gone is taken over. Two starts that find such a lock at the same instant can both take it; then
 * PostgreSQL's own lock on the cluster refuses the second.
 *
 * Errors: DATA_DIRECTORY_UNUSABLE with LOCKED, naming the process that holds it.
 */
export function lockDirectory(root: string): () => void {
  const file = join(root, 'lock.json');
  const holder = findLockHolder(root);
  if (holder !== null) throw unusable(root, 'LOCKED', `process ${holder.pid}`);
  rmSync(file, { force: true });
  try {
    writeFileSync(file, JSON.stringify(findProcess(process.pid)), { mode: 0o600, flag: 'wx' });
  } catch (cause) {
    throw unusable(root, 'LOCKED', 'another start', cause);
  }
  return () => rmSync(file, { force: true });
}

/** The running process that holds the directory, or null. */
export function findLockHolder(root: string): ProcessIdentity | null {
  try {
    const holder = JSON.parse(readFileSync(join(root, 'lock.json'), 'utf8')) as ProcessIdentity;
    return isSameProcessRunning(holder) ? holder : null;
  } catch {
    // Absent, or cut short by a kill while it was written: nobody holds it.
    return null;
  }
}
