import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const repository = fileURLToPath(new URL('../../', import.meta.url));

/**
 * Runs one stage and prints its name and duration; throws where it fails.
 *
 * A stage is a function or a command, run in `folder` with the binaries of its package and of the root on the path.
 */
export async function runStage(
  name: string,
  action: string | (() => Promise<void>),
  parameters: readonly string[] = [],
  folder = '.',
): Promise<void> {
  const startedAt = performance.now();
  console.log(`\n▶ ${name}`);
  if (typeof action === 'string') await runCommand(action, parameters, folder);
  else await action();
  console.log(`✔ ${name} (${((performance.now() - startedAt) / 1000).toFixed(1)} s)`);
}

async function runCommand(command: string, parameters: readonly string[], folder: string): Promise<void> {
  const cwd = join(repository, folder);
  const path = [folder, folder.split('/', 1)[0] ?? '.', '.']
    .map((owner) => join(repository, owner, 'node_modules/.bin'))
    .concat(process.env.PATH ?? '')
    .join(':');
  const [program, programParameters] = command === 'pnpm' ? pnpmCommand(parameters) : [command, parameters];
  const child = spawn(program, programParameters, { cwd, env: { ...process.env, PATH: path }, stdio: 'inherit' });
  const code = await new Promise<number | null>((resolve, reject) => {
    child.once('error', reject);
    child.once('exit', resolve);
  });
  if (code !== 0) throw new Error(`${command} ${parameters.join(' ')} ended with ${code}`);
}

/** The pnpm that runs this script (a machine need not have one on its path), else the README's. */
function pnpmCommand(parameters: readonly string[]): readonly [string, readonly string[]] {
  const running = process.env.npm_execpath;
  if (running === undefined) return ['npx', ['--yes', 'pnpm@12', ...parameters]];
  return /\.[cm]?js$/.test(running) ? [process.execPath, [running, ...parameters]] : [running, parameters];
}
