import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The repository's root, with a slash at its end. */
export const repository = fileURLToPath(new URL('../../', import.meta.url));

/** Files that git tracks or would track, as paths from the root. */
export function sourceFiles(pattern: RegExp): readonly string[] {
  const listed = execFileSync('git', ['ls-files', '--cached', '--others', '--exclude-standard', '-z'], {
    cwd: repository,
    encoding: 'utf8',
    maxBuffer: 64 * 1024 * 1024,
  });
  return [...new Set(listed.split('\0'))].filter((path) => pattern.test(path)).filter(exists);
}

export function read(path: string): string {
  return readFileSync(join(repository, path), 'utf8');
}

/** A file deleted in the work tree is still in git's index until the deletion is staged. */
function exists(path: string): boolean {
  try {
    readFileSync(join(repository, path));
    return true;
  } catch {
    return false;
  }
}
