import type { ActorPool } from './actor-pool.ts';

/** Drops uploads and exported files past their time, and answers how many. Needs no actor: whoever brought them may be gone. */
export async function dropExpiredFiles(pool: ActorPool): Promise<number> {
  const row = await pool.askForNobody<{ readonly files: number }>('SELECT congvu.drop_expired_files() AS files', []);
  return row?.files ?? 0;
}
