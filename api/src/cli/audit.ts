import { readFile } from 'node:fs/promises';
import type { AuditHeadRecord, AuditReport } from '@congvu/prisma/audit';
import pg from 'pg';
import { readEnvironment } from '../environment.ts';
import { auditFiles } from '../start/audit-files.ts';
import { bringUpToDate, databaseClient } from '../start/builds.ts';
import { withOwner } from '../start/database-source.ts';
import { type Command, type CommandInput, misuse, noteProgress, type Terminal, textOption } from './command.ts';
import { exportAudit } from './export-audit.ts';

export const command: Command = {
  usage: 'verify [--heads <tệp|file>] [--key <tệp|file>] [--json] | export',
  options: { heads: { type: 'string' }, key: { type: 'string' } },
  help: {
    vi: `verify: kiểm tra chuỗi nhật ký: tính lại từng mục, chữ ký của từng đầu chuỗi, và so với các đầu chuỗi đã lưu ngoài
cơ sở dữ liệu (mặc định DATA_DIR/audit/heads.jsonl và signing-key.pem.pub). Mã thoát 1 khi có sai lệch; mỗi sai lệch một dòng.
export: in cả chuỗi, mỗi mục một dòng JSON, để kiểm tra ở nơi khác bằng api/src/cli/verify-offline.mjs.`,
    en: `verify: recomputes every entry of the chain, checks the signature of every head, and compares them with the heads kept outside
the database (DATA_DIR/audit/heads.jsonl and signing-key.pem.pub by default). Exit code 1 where anything differs; one line each.
export: prints the whole chain, one line of JSON for each entry, to be verified elsewhere by api/src/cli/verify-offline.mjs.`,
  },
  run: (input, terminal) => {
    const [action, ...more] = input.words;
    if (action === 'verify' && more.length === 0) return runVerify(input, terminal);
    if (action === 'export' && more.length === 0) return runExport(terminal);
    throw misuse(input.words.join(' ') || 'audit');
  },
};

async function runVerify(input: CommandInput, terminal: Terminal): Promise<number> {
  const environment = readEnvironment();
  const files = auditFiles(environment);
  const key = await readText(textOption(input, 'key') ?? `${files.keyFile}.pub`);
  const heads = await readText(textOption(input, 'heads') ?? files.headsFile);
  const trust = { publicKeys: key === null ? [] : [key], keptHeads: readHeads(heads ?? '') };
  await bringUpToDate(databaseClient, noteProgress(terminal), new AbortController().signal);
  const { verifyAudit } = await import('@congvu/prisma/audit');
  const report = await withOwner(environment, async (ownerUrl) => {
    const pool = new pg.Pool({ connectionString: ownerUrl, max: 1 });
    // Let go of before the server has: one that ends with the server then must not end the command.
    pool.on('connect', (client) => client.on('error', () => {}));
    try {
      return await verifyAudit(pool, trust);
    } finally {
      await pool.end();
    }
  });
  print(report, terminal);
  return report.faults.length === 0 ? 0 : 1;
}

async function runExport(terminal: Terminal): Promise<number> {
  await withOwner(readEnvironment(), (ownerUrl) =>
    exportAudit(ownerUrl, (entry) => terminal.print(JSON.stringify(entry))),
  );
  return 0;
}

function print({ entries, keptHeads, faults }: AuditReport, terminal: Terminal): void {
  if (terminal.isJson) {
    terminal.print(JSON.stringify({ entries, keptHeads, faults }));
    return;
  }
  for (const { kind, sequence } of faults) terminal.print(`${sequence} ${kind}`);
  const found = faults.length;
  terminal.note(
    terminal.locale === 'vi'
      ? `${entries} mục, ${keptHeads} đầu chuỗi lưu ngoài, ${found} sai lệch`
      : `${entries} entries, ${keptHeads} heads kept outside, ${found} faults`,
  );
}

function readHeads(text: string): readonly AuditHeadRecord[] {
  const lines = text.split('\n').filter((line) => line.trim() !== '');
  // Written by the signer of @congvu/prisma/audit, one object a line; what is not of that shape contradicts the chain.
  return lines.map((line) => JSON.parse(line) as AuditHeadRecord);
}

/** Null where there is no such file: an office without changes has neither key nor heads. */
async function readText(path: string): Promise<string | null> {
  try {
    return await readFile(path, 'utf8');
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return null;
    throw error;
  }
}
