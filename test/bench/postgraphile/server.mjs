/**
 * PostGraphile 5 over the schema `congvu`, as card-postgraphile.bench.ts asks it. The environment gives DATABASE_URL (the role
 * congvu_api), PG_SETTINGS (JSON: what naming the actor sets), SUBJECT (his) and POOL_SIZE. A request with the header `x-duties` is
 * signed in and logged first (duties.mjs). Prints one JSON line when it listens; ends on SIGTERM.
 */
import { createServer } from 'node:http';
import pg from 'pg';
import { postgraphile } from 'postgraphile';
import { makePgService } from 'postgraphile/adaptors/pg';
import { grafserv } from 'postgraphile/grafserv/node';
import { PostGraphileAmberPreset } from 'postgraphile/presets/amber';
import { jsonPgSmartTags } from 'postgraphile/utils';
import { signInAndLog } from './duties.mjs';

const { DATABASE_URL, PG_SETTINGS, POOL_SIZE, SUBJECT } = process.env;
const settings = JSON.parse(PG_SETTINGS);

const pool = new pg.Pool({ connectionString: DATABASE_URL, max: Number(POOL_SIZE) });
// A connection that the ending server cuts is no fault of the measurement.
pool.on('error', () => undefined);

const instance = postgraphile({
  extends: [PostGraphileAmberPreset],
  // A person's code is unique by an index, which PostGraphile does not take for a key unless told.
  plugins: [jsonPgSmartTags({ version: 1, config: { class: { 'congvu.employee': { tags: { unique: 'code' } } } } })],
  pgServices: [makePgService({ pool, schemas: ['congvu'] })],
  grafast: {
    context: async ({ node }, { variableValues }) => ({
      pgSettings:
        node?.req.headers['x-duties'] === undefined
          ? settings
          : await signInAndLog(pool, { subject: SUBJECT, settings, code: variableValues.code }),
    }),
  },
  grafserv: { graphqlPath: '/graphql', graphiql: false, watch: false },
});
const server = createServer();
server.on('error', (error) => {
  throw error;
});
await instance.createServ(grafserv).addTo(server);
await instance.getSchema();
await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
console.log(JSON.stringify({ port: server.address().port }));

// Requests of a load that has just ended may be under way; whoever asked them has gone.
process.once('SIGTERM', () => process.exit(0));
