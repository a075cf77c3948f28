import pg from 'pg';

/** One connection for `use`, closed afterwards. Throws what connecting and `use` throw. */
export async function withConnection<Value>(
  config: pg.ClientConfig,
  use: (client: pg.Client) => Promise<Value>,
): Promise<Value> {
  const client = new pg.Client(config);
  // A connection that is cut between two statements must not end the process; the next statement reports it.
  client.on('error', () => {});
  try {
    await client.connect();
    return await use(client);
  } finally {
    await client.end().catch(() => {});
  }
}
