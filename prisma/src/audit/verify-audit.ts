import { createHash } from 'node:crypto';
import type pg from 'pg';
import { type AuditHeadRecord, isHeadSigned, keyIdOf } from './audit-signer.ts';

export interface AuditFault {
  readonly kind: /** An entry is missing between two others. */
    | 'GAP'
    /** An entry does not name its predecessor's hash. */
    | 'BROKEN_LINK'
    /** An entry's content is not what was hashed. */
    | 'EDITED'
    /** An entry has no signed head, or one of another hash. */
    | 'UNSIGNED'
    /** A head's signature is not by a known key. */
    | 'FALSE_SIGNATURE'
    /** A head kept outside the database has no entry any more, or another one: a removed tail, a rewritten chain. */
    | 'HEAD_CONTRADICTED'
    /** The tip does not point at the last entry. */
    | 'TIP';
  readonly sequence: number;
}

export interface AuditReport {
  readonly entries: number;
  readonly keptHeads: number;
  /** In the order of the chain; empty where nothing was found. */
  readonly faults: readonly AuditFault[];
}

interface EntryRow {
  readonly sequence: string;
  readonly text: string;
  readonly previous_hash: string;
  readonly hash: string;
  readonly head_hash: string | null;
  readonly signature: string | null;
  readonly key_id: string | null;
}

/** Entries read at a time: bounds memory however long the chain is. */
const batchSize = 5_000;
const zeroHash = '0'.repeat(64);

const readEntries = `
SELECT e.sequence, encode(e.previous_hash, 'hex') AS previous_hash, encode(e.hash, 'hex') AS hash,
       encode(h.hash, 'hex') AS head_hash, encode(h.signature, 'base64') AS signature, h.key_id,
       concat_ws(E'\\n', 'congvu-audit-1', e.sequence, to_char(e.at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'),
         e.actor_user_id, e.actor_name, e.action, e.entity, e.entity_id, coalesce(e.employee_id::text, ''), e.request_id,
         coalesce(e.idempotency_key, ''), encode(e.previous_hash, 'hex'), e.payload) AS text
FROM congvu.audit_entry e LEFT JOIN congvu.audit_head h ON h.sequence = e.sequence
WHERE e.sequence > $1 ORDER BY e.sequence LIMIT ${batchSize}`;

/**
 * Reads the whole chain as its owner and recomputes it: an edited row, a gap, a false or missing signature, and, against
 * the heads kept outside the database, a removed tail or a rewritten chain. The hash is computed here, not by the database.
 *
 * It cannot find: a change that never was appended; a tail removed before any of its heads reached `keptHeads`; a chain
 * rewritten by somebody who holds both the signing key and every copy of the heads. So keep the heads file on other media
 * and receipts with the people concerned.
 */
export async function verifyAudit(
  owner: pg.Pool,
  trust: { readonly publicKeys: readonly string[]; readonly keptHeads: readonly AuditHeadRecord[] },
): Promise<AuditReport> {
  const keys = new Map(trust.publicKeys.map((key) => [keyIdOf(key), key]));
  const kept = new Map(trust.keptHeads.map((head) => [head.sequence, head]));
  const faults: AuditFault[] = [];
  let previous = { sequence: 0, hash: zeroHash };
  let entries = 0;

  for (;;) {
    const { rows } = await owner.query<EntryRow>(readEntries, [previous.sequence]);
    for (const row of rows) {
      const sequence = Number(row.sequence);
      for (const kind of faultsOfEntry(row, previous, keys, kept.get(sequence))) faults.push({ kind, sequence });
      kept.delete(sequence);
      previous = { sequence, hash: row.hash };
    }
    entries += rows.length;
    if (rows.length < batchSize) break;
  }
  for (const sequence of kept.keys()) faults.push({ kind: 'HEAD_CONTRADICTED', sequence });

  const { rows } = await owner.query<{ sequence: string; hash: string }>(
    "SELECT sequence, encode(hash, 'hex') AS hash FROM congvu.audit_tip",
  );
  const tip = rows[0];
  if (Number(tip?.sequence) !== previous.sequence || tip?.hash !== previous.hash) {
    faults.push({ kind: 'TIP', sequence: previous.sequence });
  }
  return { entries, keptHeads: trust.keptHeads.length, faults: faults.toSorted((a, b) => a.sequence - b.sequence) };
}

function* faultsOfEntry(
  row: EntryRow,
  previous: { readonly sequence: number; readonly hash: string },
  keys: ReadonlyMap<string, string>,
  kept: AuditHeadRecord | undefined,
): Generator<AuditFault['kind']> {
  const sequence = Number(row.sequence);
  if (sequence !== previous.sequence + 1) yield 'GAP';
  if (row.previous_hash !== previous.hash) yield 'BROKEN_LINK';
  if (createHash('sha256').update(row.text).digest('hex') !== row.hash) yield 'EDITED';
  if (kept && kept.hash !== row.hash) yield 'HEAD_CONTRADICTED';
  if (row.head_hash !== row.hash || !row.signature || !row.key_id) {
    yield 'UNSIGNED';
    return;
  }
  const key = keys.get(row.key_id);
  const head = { sequence, hash: row.hash, signature: row.signature, keyId: row.key_id };
  if (!key || !isHeadSigned(head, key)) yield 'FALSE_SIGNATURE';
}
