import { spawn } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from 'vitest';
import { repository } from '../../architecture/repository.ts';
import type { Clerk } from '../harness/command-line.ts';
import { listAll } from './months.ts';

/**
 * The rated person fetches the receipt of a confirmed month and checks it with the printed program, which asks nobody: genuine as
 * it is, refused with one figure altered.
 */
export async function checkReceipt(employee: Clerk, period: string): Promise<void> {
  const { viewer } = await employee.call<{ readonly viewer: { readonly employee: { readonly code: string } } }>(
    'viewer',
    {},
  );
  const sheets = await listAll<{ readonly id: string; readonly employee: { readonly code: string } }>(
    employee,
    'sheets',
    'periodSheets',
    { unit: 'H99.01', period },
  );
  const own = sheets.find((sheet) => sheet.employee.code === viewer.employee.code);
  const { auditKeys } = await employee.call<{ readonly auditKeys: readonly { readonly publicKey: string }[] }>(
    'audit-keys',
    {},
  );
  const response = await fetch(`http://127.0.0.1:4000/files/receipt/${own?.id}.json`, {
    headers: { authorization: `Bearer ${employee.token}`, 'x-purpose': 'DATA_PROTECTION' },
  });
  expect(response.status).toBe(200);
  const receipt = await response.text();
  const directory = await mkdtemp(join(tmpdir(), 'congvu-receipt-'));
  try {
    const key = join(directory, 'key.pem');
    await writeFile(key, auditKeys.at(-1)?.publicKey ?? '');
    const said = async (text: string) => {
      const file = join(directory, 'receipt.json');
      await writeFile(file, text);
      return run(file, key);
    };
    expect(await said(receipt)).toBe(0);
    const altered = receipt.replace(
      /"display":\s*"(\d)/,
      (_, digit: string) => `"display":"${(Number(digit) + 1) % 10}`,
    );
    expect(altered).not.toBe(receipt);
    expect(await said(altered)).toBe(1);
  } finally {
    await rm(directory, { recursive: true, force: true });
  }
}

function run(receipt: string, key: string): Promise<number | null> {
  const program = join(repository, 'api/src/receipt/check-receipt.mjs');
  const child = spawn(process.execPath, [program, receipt, key], { stdio: 'ignore' });
  return new Promise((resolve) => child.once('close', resolve));
}
