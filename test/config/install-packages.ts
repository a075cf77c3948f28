import { execFile } from 'node:child_process';
import { access } from 'node:fs/promises';
import { promisify } from 'node:util';

const run = promisify(execFile);

/** A program, known by one of its files, and Debian's package that brings it. */
export interface Program {
  readonly file: string;
  readonly package: string;
}

/**
 * Installs what is missing of Debian's packages where it may (root); else throws with the command to run, for `purpose`.
 *
 * `environment` is added to that of apt-get, whose packages' own scripts inherit it.
 */
export async function installPackages(
  purpose: string,
  programs: readonly Program[],
  environment: Readonly<Record<string, string>> = {},
): Promise<void> {
  const missing: string[] = [];
  for (const program of programs) {
    const isPresent = await access(program.file).then(
      () => true,
      () => false,
    );
    if (!isPresent) missing.push(program.package);
  }
  if (missing.length === 0) return;
  const settings = Object.entries(environment).map(([name, value]) => `${name}=${value} `);
  const command = `${settings.join('')}apt-get install -y --no-install-recommends ${missing.join(' ')}`;
  if (process.getuid?.() !== 0) throw new Error(`${purpose} needs: sudo ${command}`);
  console.log(`  ${command}`);
  const large = {
    env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive', ...environment },
    maxBuffer: 64 * 1024 * 1024,
  };
  await run('apt-get', ['update'], large);
  await run('apt-get', ['install', '-y', '--no-install-recommends', ...missing], large);
}
