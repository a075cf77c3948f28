import pg from 'pg';
import type { Credentials } from './data-directory.ts';

/** The one database of an embedded server. */
export const databaseName = 'congvu';

/**
 * Makes the three roles, and the database where they are missing; changes nothing that is there.
 *
 * `congvu_owner` owns the database and migrates it; `congvu_api` and `congvu_identity` own nothing and may do what the
 * migrations grant them. None of them has any attribute beyond signing in.
 */
export async function createRolesAndDatabase(
  connection: { readonly host: string; readonly port: number },
  credentials: Credentials,
): Promise<void> {
  const server = { ...connection, user: 'postgres', password: credentials.superuser };
  await withClient({ ...server, database: 'postgres' }, async (client) => {
    await createRole(client, 'congvu_owner', credentials.owner);
    await createRole(client, 'congvu_api', credentials.api);
    await createRole(client, 'congvu_identity', credentials.identity);
    await createDatabase(client);
  });
}

async function createRole(client: pg.Client, name: string, password: string): Promise<void> {
  const found = await client.query('select from pg_roles where rolname = $1', [name]);
  if (found.rowCount !== 0) return;
  await client.query(`create role ${name} login password ${client.escapeLiteral(password)}`);
}

async function createDatabase(client: pg.Client): Promise<void> {
  const found = await client.query('select from pg_database where datname = $1', [databaseName]);
  if (found.rowCount !== 0) return;
  await client.query(`create database ${databaseName} owner congvu_owner`);
  // Only the roles that the migrations name may connect, not every role of the cluster.
  await client.query(`revoke connect, temporary on database ${databaseName} from public`);
  await client.query(`grant connect on database ${databaseName} to congvu_api, congvu_identity`);
}

async function withClient(config: pg.ClientConfig, use: (client: pg.Client) => Promise<void>): Promise<void> {
  const client = new pg.Client(config);
  await client.connect();
  try {
    await use(client);
  } finally {
    await client.end();
  }
}
