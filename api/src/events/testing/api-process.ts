import process from 'node:process';
import { createEphemeralSigner } from '@congvu/prisma/audit';
import { openDatabase } from '@congvu/prisma/database';
import { pino } from 'pino';
import { createBearerVerifier } from '../../identity/bearer.ts';
import { listen } from '../../server.ts';
import { Closing } from '../../start/closing.ts';
import { createYogaHandler } from '../../yoga.ts';
import { EventFeed } from '../event-feed.ts';
import { EventStreams } from '../event-streams.ts';

// Another api on the same database, with personal tokens alone: node api-process.ts <api url>. Prints its port; ends by TERM.
const [url = ''] = process.argv.slice(2);
const log = pino({ level: 'error' }, pino.destination(2));
const closing = new Closing();
const server = await listen('127.0.0.1', 0, log);
const database = openDatabase({ url, poolSize: 4, auditSigner: createEphemeralSigner() });
await closing.add(() => database.close());
const streams = new EventStreams(new EventFeed({ database, log }));
const graphql = createYogaHandler({
  database,
  verifyBearer: createBearerVerifier({ database, trusted: null }),
  facts: { demonstration: true, publicUrl: 'http://127.0.0.1', issuer: null, graphiqlClientId: null },
  log,
  streams,
});
server.open({ graphql, files: graphql, identity: null, isReady: async () => true });
// As `start` does: what goes on for ever ends first, else the server would wait for it.
await closing.add(() => server.close());
await closing.add(() => streams.close());
process.once('SIGTERM', () => void closing.close().then(() => process.exit(0)));
console.log(server.port);
