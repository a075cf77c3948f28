import { withConnection } from '../start/with-connection.ts';

/** Entries read at a time: bounds memory however long the chain is. */
const BATCH = 2_000;

/** One line of `congvu audit export`: what is hashed, and the signed head of it. */
export interface ExportedEntry {
  readonly sequence: number;
  /** The canonical text; its SHA-256 is `hash`, and one of its lines is the hash of the entry before. */
  readonly text: string;
  readonly previousHash: string;
  readonly hash: string;
  /** Ed25519 over the head, base64; null where the entry was never signed. */
  readonly signature: string | null;
  readonly keyId: string | null;
}

const SELECT = `
  select e.sequence::integer as sequence, congvu.audit_text(e) as text, encode(e.previous_hash, 'hex') as "previousHash",
    encode(e.hash, 'hex') as hash, encode(h.signature, 'base64') as signature, h.key_id as "keyId"
  from congvu.audit_entry e left join congvu.audit_head h on h.sequence = e.sequence
  where e.sequence > $1 order by e.sequence limit ${BATCH}`;

/** Gives every entry of the chain, in order, to `take`. Reads as the owner. */
export async function exportAudit(ownerUrl: string, take: (entry: ExportedEntry) => void): Promise<void> {
  await withConnection({ connectionString: ownerUrl }, async (client) => {
    for (let last = 0, isMore = true; isMore; ) {
      const { rows } = await client.query<ExportedEntry>(SELECT, [last]);
      for (const entry of rows) take(entry);
      last = rows.at(-1)?.sequence ?? last;
      isMore = rows.length === BATCH;
    }
  });
}
