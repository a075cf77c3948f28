/**
 * The two endpoints that ranking.bench.ts compares, in one process over one database of 200,000 people: the api's handler, and one
 * written by hand with pg that answers the same figures. Both check the same token, name the same actor and write the same access
 * entries; the one by hand reads as the owner, past the row policies. Prints one JSON line when both listen; ends on SIGTERM.
 */
import { createServer, type IncomingMessage, type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createEphemeralSigner } from '@congvu/prisma/audit';
import { openDatabase } from '@congvu/prisma/database';
import pg from 'pg';
import { createBearerVerifier } from '../../api/src/identity/bearer.ts';
import { RateLimiter } from '../../api/src/limits/rate-limiter.ts';
import { createTestIssuer } from '../../api/src/testing/issuer.ts';
import { createYogaHandler } from '../../api/src/yoga.ts';
import { startTestServer } from '../testkit/test-server.ts';
import { loadLeaders } from './leader-data.ts';
import { byHand } from './ranking-by-hand.ts';

const CONNECTIONS = 8;

const { urls, stop } = await startTestServer();
const address = new URL(urls.superuserUrl);
address.pathname = new URL(urls.apiUrl).pathname;
const loader = new pg.Client({ connectionString: address.href, options: '-c search_path=congvu,public' });
await loader.connect();
await loadLeaders(loader);
await loader.end();
console.error('loaded');

const tokens = await createTestIssuer();
const token = await tokens.sign('ns');
const database = openDatabase({ url: urls.apiUrl, poolSize: CONNECTIONS, auditSigner: createEphemeralSigner() });
const handler = createYogaHandler({
  database,
  verifyBearer: createBearerVerifier({ database, trusted: tokens.trusted }),
  facts: { demonstration: false, publicUrl: 'http://127.0.0.1', issuer: null, graphiqlClientId: null },
  // The handler logs faults alone.
  log: { error: console.error } as unknown as Parameters<typeof createYogaHandler>[0]['log'],
  now: () => new Date('2026-11-22T08:00:00+07:00'),
  // What is measured is the work of a request, not the limit on how many there may be.
  limiter: new RateLimiter(1_000_000_000),
});

const settings = { max: CONNECTIONS, options: '-c search_path=congvu,public' };
const actors = new pg.Pool({ connectionString: urls.apiUrl, ...settings });
const owner = new pg.Pool({ connectionString: urls.ownerUrl, ...settings });
// A connection that the ending server cuts is no fault of the measurement.
for (const pool of [actors, owner]) pool.on('error', () => undefined);
const verified = new Map<string, string>();

async function subjectOf(request: IncomingMessage): Promise<string> {
  const bearer = request.headers.authorization?.slice('Bearer '.length) ?? '';
  let subject = verified.get(bearer);
  if (subject === undefined) {
    subject = await tokens.verify(bearer);
    verified.set(bearer, subject);
  }
  return subject;
}

const LOG = `insert into congvu.access_entry (user_id, read_by, employee_id, purpose, kind, screen, request_id)
  select $1, $2, id, 'STATISTICS', 'ranking', null, 'reference-request' from unnest($3::uuid[]) id`;

const reference: RequestListener = async (request, response) => {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  const asked = JSON.parse(Buffer.concat(chunks).toString()) as { unit: string; period: string; agency: string };
  const subject = await subjectOf(request);
  const client = await actors.connect();
  try {
    const named = await client.query({
      name: 'who',
      text: 'select * from congvu.authenticate_subject($1, $2)',
      values: ['embedded', subject],
    });
    const actor = named.rows[0] as { user_id: string; display_name: string };
    const isMonth = asked.period.length === 7;
    const values = [asked.unit, asked.agency, isMonth ? asked.period : Number(asked.period)];
    const isWhole = asked.unit === asked.agency;
    const texts = byHand(isMonth, isWhole);
    const name = `${isMonth} ${isWhole}`;
    const [page, spread] = await Promise.all([
      owner.query({ name: `page ${name}`, text: texts.page, values }),
      owner.query({ name: `spread ${name}`, text: texts.spread, values }),
    ]);
    const { rows, ids } = page.rows[0] as { rows: string; ids: string[] };
    await client.query({ name: 'log', text: LOG, values: [actor.user_id, actor.display_name, ids] });
    response.setHeader('content-type', 'application/json');
    response.end(`{"rows":${rows},"spread":${(spread.rows[0] as { spread: string }).spread}}`);
  } finally {
    client.release();
  }
};

async function listen(listener: RequestListener): Promise<{ port: number; close: () => void }> {
  const server = createServer(listener);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return { port: (server.address() as AddressInfo).port, close: () => server.closeAllConnections() };
}

const api = await listen((request, response) => void handler(request, response));
const hand = await listen((request, response) => void reference(request, response));
console.log(JSON.stringify({ api: api.port, reference: hand.port, token, owner: urls.ownerUrl, apiUrl: urls.apiUrl }));

process.once('SIGTERM', async () => {
  api.close();
  hand.close();
  await Promise.all([database.close(), actors.end(), owner.end()]);
  await stop();
  process.exit(0);
});
