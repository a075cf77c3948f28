import { mkdtemp, readFile, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { isHeadSigned, keyIdOf, openAuditSigner } from './audit-signer.ts';

let directory: string;
beforeAll(async () => {
  directory = await mkdtemp(join(tmpdir(), 'congvu-audit-'));
});
afterAll(() => rm(directory, { recursive: true }));

it('makes the key once, keeps it to its owner, and signs with the same one after a restart', async () => {
  const files = { keyFile: join(directory, 'keys', 'audit.pem'), headsFile: join(directory, 'heads', 'heads.jsonl') };
  const first = await openAuditSigner(files);
  const second = await openAuditSigner(files);
  expect(second.keyId).toBe(first.keyId);
  expect((await stat(files.keyFile)).mode & 0o777).toBe(0o600);
  const published = await readFile(`${files.keyFile}.pub`, 'utf8');
  expect(keyIdOf(published)).toBe(first.keyId);

  const head = first.sign(7, 'ab'.repeat(32));
  expect(isHeadSigned(head, published)).toBe(true);
  expect(isHeadSigned({ ...head, hash: 'ac'.repeat(32) }, published)).toBe(false);

  await first.record(head);
  await second.record(second.sign(8, 'cd'.repeat(32)));
  const lines = (await readFile(files.headsFile, 'utf8')).trimEnd().split('\n');
  expect(lines.map((line) => JSON.parse(line).sequence)).toEqual([7, 8]);
});

it('gives one key to processes that start at the same time', async () => {
  const files = { keyFile: join(directory, 'together.pem'), headsFile: join(directory, 'together.jsonl') };
  const signers = await Promise.all(Array.from({ length: 5 }, () => openAuditSigner(files)));
  expect(new Set(signers.map((signer) => signer.keyId)).size).toBe(1);
});
