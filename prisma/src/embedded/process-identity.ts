import { readFileSync, readlinkSync } from 'node:fs';

/**
 * A process, told apart from a later one that was given the same number. `startedAt` is the kernel's start time in clock
 * ticks since boot; null where /proc is absent (macOS), where only the number is compared.
 */
export interface ProcessIdentity {
  readonly pid: number;
  readonly startedAt: string | null;
}

/** The identity of a running process, or null when there is none with this number. */
export function findProcess(pid: number): ProcessIdentity | null {
  if (!isRunning(pid)) return null;
  try {
    // The command's name, in brackets, may hold spaces: fields are counted after the last bracket. The start is the 22nd.
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    if (fields[0] === 'Z') return null;
    return { pid, startedAt: fields[19] ?? null };
  } catch {
    return isRunning(pid) ? { pid, startedAt: null } : null;
  }
}

/** True while the very process that `identity` was taken of runs. */
export function isSameProcessRunning(identity: ProcessIdentity): boolean {
  const found = findProcess(identity.pid);
  return found !== null && (identity.startedAt === null || found.startedAt === identity.startedAt);
}

/** The working directory of a process, or null where it cannot be read. A server's is its cluster. */
export function findWorkingDirectory(pid: number): string | null {
  try {
    return readlinkSync(`/proc/${pid}/cwd`);
  } catch {
    return null;
  }
}

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}
