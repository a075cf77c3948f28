import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import process from 'node:process';

const INTERVAL_MS = 500;

/** A process and the parent it had when we looked first. The link is broken when its parent is another one. */
type Link = readonly [child: number, parent: number];

/**
 * Calls `onGone` once when the process that started this one is gone, however it ended; returns a function that stops
 * watching.
 *
 * That process is our parent and, above it, every package manager and shell that only passed the command on: `npx pnpm
 * start` is npx, pnpm, a shell and this process, and a killed npx leaves the others running as orphans. Above the
 * topmost package manager nothing is watched, since a person may close the shell of a command left in the background.
 */
export function watchLaunchers(onGone: () => void): () => void {
  const links = findLinks();
  const watching = setInterval(() => {
    if (links.every(([child, parent]) => parentOf(child) === parent)) return;
    clearInterval(watching);
    onGone();
  }, INTERVAL_MS);
  watching.unref();
  return () => clearInterval(watching);
}

function findLinks(): readonly Link[] {
  const certain: Link[] = [];
  const possible: Link[] = [];
  let child = process.pid;
  for (let parent = parentOf(child); parent !== null && parent > 1; parent = parentOf(child)) {
    possible.push([child, parent]);
    const role = roleOf(parent);
    if (role === 'OTHER') break;
    if (role === 'PACKAGE_MANAGER') certain.push(...possible.splice(0));
    child = parent;
  }
  return certain.length > 0 ? certain : [[process.pid, process.ppid]];
}

function parentOf(pid: number): number | null {
  if (pid === process.pid) return process.ppid;
  const status = readProcessFile(pid, 'stat');
  // The name in brackets may hold anything, brackets too; state and parent follow the last one.
  const parent = status?.slice(status.lastIndexOf(')') + 2).split(' ')[1];
  return parent === undefined ? null : Number(parent);
}

const SHELLS = new Set(['sh', 'dash', 'bash', 'zsh']);
const PACKAGE_MANAGER = /^(npx|npm|pnpm|corepack|yarn)(-cli)?(\.\w+)?$/;

function roleOf(pid: number): 'PACKAGE_MANAGER' | 'SHELL' | 'OTHER' {
  // npm writes its command over its arguments with spaces between: "npm exec pnpm@12 start".
  const words = (readProcessFile(pid, 'cmdline') ?? '').split(/[\0 ]/);
  if (SHELLS.has(basename(words[0] ?? ''))) return 'SHELL';
  return words.slice(0, 4).some((word) => PACKAGE_MANAGER.test(basename(word))) ? 'PACKAGE_MANAGER' : 'OTHER';
}

/** Null where the process is gone, or the system has no /proc: then our own parent alone is watched. */
function readProcessFile(pid: number, name: 'stat' | 'cmdline'): string | null {
  try {
    return readFileSync(`/proc/${pid}/${name}`, 'utf8');
  } catch {
    return null;
  }
}
