import { execFileSync } from 'node:child_process';
import { chmodSync, cpSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, expect, test } from 'vitest';
import { canTraverse, getServerAccount } from './server-account.ts';
import { getServerBinaries, placeBinaries } from './server-binaries.ts';

const directories: string[] = [];
afterEach(() => {
  for (const directory of directories.splice(0)) rmSync(directory, { recursive: true, force: true });
});

function newDirectory(mode: number): string {
  const directory = mkdtempSync(join(tmpdir(), 'congvu-binaries-'));
  directories.push(directory);
  chmodSync(directory, mode);
  return directory;
}

/** An account that is neither ours nor any file's owner. */
const stranger = { uid: 64_999, gid: 64_999, isOther: true };

test('copies the programs out of a clone that the server account cannot enter, once, and they run', async () => {
  const account = getServerAccount(tmpdir());
  const installed = await getServerBinaries(tmpdir(), account, newDirectory(0o755));
  const native = join(newDirectory(0o700), 'native');
  cpSync(dirname(dirname(installed.postgres)), native, { recursive: true, verbatimSymlinks: true });
  const sharedDir = newDirectory(0o755);
  const placed = await placeBinaries(native, '18.0', stranger, sharedDir);
  expect(placed.startsWith(sharedDir)).toBe(true);
  expect(canTraverse(stranger, join(placed, 'bin'))).toBe(true);
  const runAs = account.isOther ? { uid: account.uid, gid: account.gid } : {};
  expect(execFileSync(join(placed, 'bin', 'postgres'), ['--version'], runAs).toString()).toMatch(/^postgres .* 18\./);
  expect(await placeBinaries(native, '18.0', stranger, sharedDir)).toBe(placed);
});

test('lets an account through where every directory on the way has the bit for it', () => {
  const open = newDirectory(0o755);
  mkdirSync(join(open, 'closed'), { mode: 0o700 });
  mkdirSync(join(open, 'closed', 'open'), { mode: 0o755 });
  expect(canTraverse(stranger, open)).toBe(true);
  expect(canTraverse(stranger, join(open, 'closed'))).toBe(false);
  expect(canTraverse(stranger, join(open, 'closed', 'open'))).toBe(false);
  expect(canTraverse(stranger, join(open, 'not yet there'))).toBe(true);
});
