import { type ChildProcess, spawn } from 'node:child_process';
import { chmodSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { afterEach, beforeEach, expect, test } from 'vitest';

const launchers = new URL('launchers.ts', import.meta.url).href;
let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'congvu-launchers-'));
  writeFileSync(
    join(folder, 'watched.mjs'),
    `import { watchLaunchers } from '${launchers}';
     setInterval(() => {}, 1000);
     watchLaunchers(() => { process.stdout.write('gone\\n', () => process.exit(0)); });
     console.log(process.pid);`,
  );
  // A package manager as the system sees it: another program's name, a shell between, the command last.
  const script = join(folder, 'npx.mjs');
  writeFileSync(
    script,
    `import { spawn } from 'node:child_process';
     spawn('sh', ['-c', process.argv[2] + '; true'], { stdio: 'inherit' });
     setInterval(() => {}, 1000);`,
  );
  chmodSync(script, 0o755);
});

afterEach(() => {
  rmSync(folder, { recursive: true });
});

/** Starts the command and waits until the watched process has told its id. */
async function start(program: string, words: readonly string[]) {
  const child: ChildProcess = spawn(program, words, { stdio: ['ignore', 'pipe', 'inherit'] });
  const { stdout } = child;
  if (stdout === null) throw new Error('there is no pipe');
  const lines = createInterface({ input: stdout })[Symbol.asyncIterator]();
  const pid = Number((await lines.next()).value);
  return { child, pid, nextLine: async () => String((await lines.next()).value) };
}

const command = () => `'${process.execPath}' '${join(folder, 'watched.mjs')}'`;

test.each(['SIGTERM', 'SIGKILL'] as const)('notices that npx, two processes above, was ended by %s', async (signal) => {
  const { child, nextLine } = await start(process.execPath, [join(folder, 'npx.mjs'), command()]);
  child.kill(signal);
  expect(await nextLine()).toBe('gone');
});

test('notices that its own parent was killed', async () => {
  // "; true" keeps the shell as the parent, which would else become the command.
  const { child, nextLine } = await start('sh', ['-c', `${command()}; true`]);
  child.kill('SIGKILL');
  expect(await nextLine()).toBe('gone');
});

test('outlives the shell from which npx was put into the background', async () => {
  const npx = `'${process.execPath}' '${join(folder, 'npx.mjs')}' "${command()}"`;
  const { child, pid, nextLine } = await start('sh', ['-c', `${npx} & wait`]);
  child.kill('SIGKILL');
  const line = nextLine();
  const first = await Promise.race([line, new Promise((resolve) => setTimeout(resolve, 2_000, 'still there'))]);
  expect(first).toBe('still there');
  process.kill(parentOf(parentOf(pid)), 'SIGKILL');
  expect(await line).toBe('gone');
});

function parentOf(pid: number): number {
  const status = readFileSync(`/proc/${pid}/stat`, 'utf8');
  return Number(status.slice(status.lastIndexOf(')') + 2).split(' ')[1]);
}
