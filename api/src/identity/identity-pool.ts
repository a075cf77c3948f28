import pg from 'pg';
import type { Logger } from 'pino';

/** Sign-ins are rare and short; the api's own pool is another one. */
const CONNECTIONS = 4;

/** Connections of the role `congvu_identity`, which reaches the provider's own records and nothing else. */
export function openIdentityPool(url: string, log: Logger): pg.Pool {
  const pool = new pg.Pool({ connectionString: url, max: CONNECTIONS });
  const warn = (error: Error) => log.warn({ err: error }, 'a connection of the identity provider broke');
  pool.on('error', warn);
  // The pool lets go of a connection before the server has: one that is cut off then would end the process.
  pool.on('connect', (client) => client.on('error', warn));
  return pool;
}
