import { createHash } from 'node:crypto';
import type { Adapter, AdapterFactory, AdapterPayload } from 'oidc-provider';
import { errors } from 'oidc-provider';
import type { Pool } from 'pg';

/**
 * The provider's sessions, codes, tokens and grants in `congvu.oidc_record`, so that a restart or a second process
 * knows them. The pool is that of the role `congvu_identity`, which reaches nothing else.
 *
 * The id of a code, a refresh token or a session is the secret that its holder shows. It is kept as a digest, so that
 * whoever reads the table, or a backup of it, cannot act as anybody.
 */
export function createRecordStore(pool: Pool): AdapterFactory {
  return (model) => new RecordStore(pool, model);
}

/** Removes what has ended. The provider checks the end of each record itself; this only keeps the table small. */
export async function removeEndedRecords(pool: Pool): Promise<number> {
  const { rowCount } = await pool.query('delete from congvu.oidc_record where expires_at < now()');
  return rowCount ?? 0;
}

interface RecordRow {
  readonly payload: AdapterPayload;
  readonly consumed: number | null;
}

class RecordStore implements Adapter {
  readonly #pool: Pool;
  readonly #model: string;

  constructor(pool: Pool, model: string) {
    this.#pool = pool;
    this.#model = model;
  }

  async upsert(id: string, payload: AdapterPayload, expiresIn?: number): Promise<void> {
    const kept = withoutSecrets(payload);
    await this.#pool.query(
      `insert into congvu.oidc_record (model, id, payload, grant_id, uid, user_code, expires_at)
       values ($1, $2, $3, $4, $5, $6, now() + make_interval(secs => $7))
       on conflict (model, id) do update
       set payload = excluded.payload, grant_id = excluded.grant_id, uid = excluded.uid,
           user_code = excluded.user_code, expires_at = excluded.expires_at`,
      [
        this.#model,
        digest(id),
        JSON.stringify(kept),
        payload.grantId ?? null,
        payload.uid ?? null,
        payload.userCode ?? null,
        expiresIn ?? null,
      ],
    );
  }

  async find(id: string): Promise<AdapterPayload | undefined> {
    const payload = await this.#findBy('id', digest(id));
    return payload && { ...payload, jti: id };
  }

  /** Without its id, which nobody knows but its holder: the provider only reads who it is of. */
  findByUid(uid: string): Promise<AdapterPayload | undefined> {
    return this.#findBy('uid', uid);
  }

  findByUserCode(userCode: string): Promise<AdapterPayload | undefined> {
    return this.#findBy('user_code', userCode);
  }

  /** Errors: invalid_grant for the second of two requests that present one code or one refresh token at the same time. */
  async consume(id: string): Promise<void> {
    const { rowCount } = await this.#pool.query(
      'update congvu.oidc_record set consumed_at = now() where model = $1 and id = $2 and consumed_at is null',
      [this.#model, digest(id)],
    );
    if (rowCount === 0) throw new errors.InvalidGrant('already used');
  }

  async destroy(id: string): Promise<void> {
    await this.#pool.query('delete from congvu.oidc_record where model = $1 and id = $2', [this.#model, digest(id)]);
  }

  async revokeByGrantId(grantId: string): Promise<void> {
    await this.#pool.query('delete from congvu.oidc_record where model = $1 and grant_id = $2', [this.#model, grantId]);
  }

  /** `column` is one of our own three names, never input. */
  async #findBy(column: 'id' | 'uid' | 'user_code', value: string): Promise<AdapterPayload | undefined> {
    const { rows } = await this.#pool.query<RecordRow>({
      name: `oidc_record_by_${column}`,
      text: `select payload, extract(epoch from consumed_at)::integer as consumed
             from congvu.oidc_record where model = $1 and ${column} = $2`,
      values: [this.#model, value],
    });
    const row = rows[0];
    if (row === undefined) return undefined;
    return row.consumed === null ? row.payload : { ...row.payload, consumed: row.consumed };
  }
}

/** The payload repeats its own id, and that of the session in an interaction, where nothing reads it again. */
function withoutSecrets({ jti: _own, ...payload }: AdapterPayload): AdapterPayload {
  if (payload.session === undefined) return payload;
  const { cookie: _session, ...session } = payload.session;
  return { ...payload, session };
}

/** No salt and no slow hash: ids are random and long. */
function digest(id: string): string {
  return createHash('sha256').update(id).digest('base64url');
}
