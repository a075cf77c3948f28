import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { toLocalDate } from '@congvu/schema/primitives/local-date';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createTestDatabase, type TestDatabase } from '../../../test/testkit/database.ts';
import { auditFiles } from '../start/audit-files.ts';
import { runCongvu } from './testing/run-congvu.ts';

const offlineVerifier = fileURLToPath(new URL('verify-offline.mjs', import.meta.url));
const today = toLocalDate(new Date());

let office: TestDatabase;
let dataDirectory: string;
let environment: Record<string, string>;

// Three changes, made by the command line itself: what it writes, it must be able to verify.
beforeAll(async () => {
  office = await createTestDatabase();
  dataDirectory = mkdtempSync(join(tmpdir(), 'congvu-audit-'));
  environment = {
    DATABASE_URL: office.urls.apiUrl,
    DATABASE_OWNER_URL: office.urls.ownerUrl,
    DATA_DIR: dataDirectory,
  };
  await office.ownerPool.query(
    `insert into congvu.user_account (issuer, subject, user_name, display_name)
     values ('https://sso.example', 'NV-0001', 'nhansu', 'Trần Thị Bình')`,
  );
  const words = ['token', 'create', '--user', 'nhansu', '--scopes', 'UNIT_READ', '--expires', today];
  for (const name of ['một', 'hai', 'ba'])
    expect(await runCongvu([...words, '--name', name], { environment })).toMatchObject({ code: 0 });
});

afterAll(async () => {
  await office?.drop();
  rmSync(dataDirectory, { recursive: true, force: true });
});

/** Exports the chain, lets `alter` have it, and runs the program that knows nothing of us. */
async function verifyOffline(alter: (lines: string[]) => string[]) {
  const { keyFile, headsFile } = auditFiles({ dataDirectory });
  const { out } = await runCongvu(['audit', 'export'], { environment });
  const chain = join(dataDirectory, 'chain.jsonl');
  writeFileSync(chain, `${alter(out.trimEnd().split('\n')).join('\n')}\n`);
  const run = spawnSync(process.execPath, [offlineVerifier, chain, `${keyFile}.pub`, headsFile], { encoding: 'utf8' });
  return { code: run.status, faults: run.stdout.trim() };
}

test('finds nothing in a chain that nobody touched', async () => {
  const { code, out } = await runCongvu(['audit', 'verify', '--json'], { environment });
  expect(JSON.parse(out)).toEqual({ entries: 3, keptHeads: 3, faults: [] });
  expect(code).toBe(0);
  expect(await verifyOffline((lines) => lines)).toEqual({ code: 0, faults: '' });
});

test('finds offline an edited entry, a missing one, and a tail cut off', async () => {
  const edited = await verifyOffline((lines) => lines.map((line) => line.replace('UNIT_READ', 'TASK_READ')));
  expect(edited).toEqual({ code: 1, faults: '1 EDITED\n2 EDITED\n3 EDITED' });
  const missing = await verifyOffline(([first = '', , third = '']) => [first, third]);
  expect(missing).toEqual({ code: 1, faults: '3 GAP\n3 BROKEN_LINK\n2 HEAD_CONTRADICTED' });
  const cut = await verifyOffline((lines) => lines.slice(0, 2));
  expect(cut).toEqual({ code: 1, faults: '3 HEAD_CONTRADICTED' });
});

test('finds offline a head that another key signed', async () => {
  // The same bytes in another order: a signature of the right length that no key made.
  const forge = (line: string) => {
    const entry = JSON.parse(line) as { sequence: number; signature: string };
    const forged = Buffer.from(entry.signature, 'base64').reverse().toString('base64');
    return JSON.stringify(entry.sequence === 1 ? { ...entry, signature: forged } : entry);
  };
  expect(await verifyOffline((lines) => lines.map(forge))).toEqual({ code: 1, faults: '1 FALSE_SIGNATURE' });
});

test('finds in the database an edited entry, in one line and with exit code 1', async () => {
  await office.ownerPool.query('alter table congvu.audit_entry disable trigger append_only');
  await office.ownerPool.query("update congvu.audit_entry set payload = '{}' where sequence = 2");
  const { code, out, err } = await runCongvu(['audit', 'verify', '--lang', 'en'], { environment });
  expect(out).toBe('2 EDITED\n');
  expect(err).toContain('3 entries, 3 heads kept outside, 1 faults');
  expect(code).toBe(1);
});
