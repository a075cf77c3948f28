import { createHash } from 'node:crypto';
import type { Context } from '../context.ts';
import { query } from '../sql/list.ts';
import { sql } from '../sql/sql.ts';

/** A file somebody sent, of one's own and not expired. */
export interface UploadRow {
  readonly id: string;
  readonly fileName: string;
  /** 64 lower-case hex digits. */
  readonly sha256: string;
  readonly bytes: number;
}

export interface NewUpload {
  readonly fileName: string;
  readonly mediaType: string;
  readonly content: Buffer;
}

/** Keeps bytes for a day, for a mutation to make something of. */
export async function insertUpload(context: Context, ownerId: string, upload: NewUpload): Promise<UploadRow> {
  const sha256 = createHash('sha256').update(upload.content).digest();
  const { id } = await context.database.withActor((tx) =>
    tx.upload.create({
      data: {
        ownerId,
        fileName: upload.fileName,
        mediaType: upload.mediaType,
        bytes: upload.content.length,
        sha256: new Uint8Array(sha256),
        content: new Uint8Array(upload.content),
      },
      select: { id: true },
    }),
  );
  return { id, fileName: upload.fileName, sha256: sha256.toString('hex'), bytes: upload.content.length };
}

/** How many files of his wait to be used, and their bytes. */
export async function countUploads(context: Context): Promise<{ readonly count: number; readonly bytes: number }> {
  const [row] = await query<{ readonly count: number; readonly bytes: number }>(
    context,
    sql`select count(*)::integer as count, coalesce(sum(u.bytes), 0)::float8 as bytes
      from congvu.upload u where u.expires_at > now()`,
  );
  return row ?? { count: 0, bytes: 0 };
}

export async function findUpload(context: Context, id: string): Promise<(UploadRow & { content: Buffer }) | null> {
  const [row] = await query<UploadRow & { content: Buffer }>(
    context,
    sql`select u.id, u.file_name as "fileName", encode(u.sha256, 'hex') as sha256, u.bytes, u.content
      from congvu.upload u where u.id = ${id}::uuid and u.expires_at > now()`,
  );
  return row ?? null;
}
