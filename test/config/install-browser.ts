import { execFile } from 'node:child_process';
import { access } from 'node:fs/promises';
import { promisify } from 'node:util';

const run = promisify(execFile);
const needed = [
  { file: '/usr/bin/chromium', package: 'chromium' },
  { file: '/usr/bin/Xvfb', package: 'xvfb' },
  { file: '/usr/bin/xdotool', package: 'xdotool' },
] as const;

/** Installs Debian's Chromium, Xvfb and xdotool where they are missing and may be; else throws with the command to run. */
export async function installBrowser(): Promise<void> {
  const missing: string[] = [];
  for (const tool of needed) {
    const present = await access(tool.file).then(
      () => true,
      () => false,
    );
    if (!present) missing.push(tool.package);
  }
  if (missing.length === 0) return;
  const command = `apt-get install -y ${missing.join(' ')}`;
  if (process.getuid?.() !== 0) throw new Error(`The tests in the browser need: sudo ${command}`);
  console.log(`  ${command}`);
  const environment = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  const large = { env: environment, maxBuffer: 64 * 1024 * 1024 };
  await run('apt-get', ['update'], large);
  await run('apt-get', ['install', '-y', '--no-install-recommends', ...missing], large);
}
