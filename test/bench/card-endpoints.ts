/**
 * The two endpoints that card.bench.ts compares, in one process over one database: the api's handler, and one written by
 * hand with pg. Both check the same token, name the same actor under the same role, keep him on a connection for as long, and
 * write the same access entry. Forty more callers stand ready who may read the same people.
 * Prints one JSON line when both listen; ends on SIGTERM.
 */
import { createServer, type IncomingMessage, type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createEphemeralSigner } from '@congvu/prisma/audit';
import { openDatabase } from '@congvu/prisma/database';
import { seedDemonstration } from '@congvu/prisma/seed';
import { everybody } from '@congvu/prisma/seed/people';
import { parseLocalDate } from '@congvu/schema/primitives/local-date';
import { expectOk } from '@congvu/schema/primitives/result';
import pg from 'pg';
import { createBearerVerifier } from '../../api/src/identity/bearer.ts';
import { RateLimiter } from '../../api/src/limits/rate-limiter.ts';
import { createTestIssuer } from '../../api/src/testing/issuer.ts';
import { createYogaHandler } from '../../api/src/yoga.ts';
import { startTestServer } from '../testkit/test-server.ts';

const CALLERS = 40;
const TODAY = expectOk(parseLocalDate('2026-11-22'));
const CONNECTIONS = 8;

const { urls, stop } = await startTestServer();
await seedDemonstration(urls.ownerUrl, { today: TODAY });
const tokens = await createTestIssuer();
const owner = new pg.Client({ connectionString: urls.ownerUrl });
await owner.connect();
const { rows } = await owner.query<{ subject: string }>(
  "select subject from congvu.user_account where user_name = 'nhansu'",
);
await owner.query(
  `with caller as (
     insert into congvu.user_account (issuer, subject, user_name, display_name)
     select 'embedded', 'caller-' || n, 'caller-' || n, 'Caller ' || n from generate_series(1, ${CALLERS}) n returning id)
   insert into congvu.role_grant (user_id, role, unit_id, valid_from, document)
   select caller.id, g.role, g.unit_id, g.valid_from, g.document from caller cross join congvu.role_grant g
   where g.user_id = (select id from congvu.user_account where user_name = 'nhansu')`,
);
await owner.query('vacuum analyze');
await owner.end();
const subject = rows[0]?.subject ?? '';
const token = await tokens.sign(subject);
const callers = await Promise.all(Array.from({ length: CALLERS }, (_, index) => tokens.sign(`caller-${index + 1}`)));

const database = openDatabase({
  url: urls.apiUrl,
  poolSize: CONNECTIONS,
  auditSigner: createEphemeralSigner(),
  keepsIdentities: true,
});
const verifyBearer = createBearerVerifier({ database, trusted: tokens.trusted });
const silent = { error: console.error } as unknown as Parameters<typeof createYogaHandler>[0]['log'];
const handler = createYogaHandler({
  database,
  verifyBearer,
  facts: { demonstration: true, publicUrl: 'http://127.0.0.1', issuer: null, graphiqlClientId: null },
  log: silent,
  now: () => new Date(`${TODAY}T08:00:00+07:00`),
  // What is measured is the work of a request, not the limit on how many there may be.
  limiter: new RateLimiter(1_000_000_000),
});

const pool = new pg.Pool({ connectionString: urls.apiUrl, max: CONNECTIONS, options: '-c search_path=congvu,public' });
// A connection that the ending server cuts is no fault of the measurement.
pool.on('error', () => undefined);
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

const CARD = `select e.id, json_build_object('code', e.code, 'name', e.name, 'unit', json_build_object('name', u.name),
    'assignment', json_build_object('title', a.title, 'post', a.post),
    'periodSheets', (select json_agg(json_build_object('period', s.period, 'state', s.state, 'level', s.level, 'display', s.display))
      from (select * from congvu.period_sheet s where s.employee_id = e.id order by s.period desc limit 8) s),
    'commendations', (select json_agg(json_build_object('title', k.title, 'decidedOn', k.decided_on))
      from (select * from congvu.commendation k where k.employee_id = e.id order by k.decided_on desc limit 5) k),
    'disciplineDecisions', (select json_agg(json_build_object('form', d.form, 'effectiveTo', d.effective_to))
      from (select * from congvu.discipline_decision d where d.employee_id = e.id order by d.decided_on desc limit 5) d))::text as card
  from congvu.employee e join congvu.assignment a on a.employee_id = e.id and a.valid_from <= $2 and coalesce(a.valid_to >= $2, true)
  join congvu.unit u on u.id = a.unit_id where e.code = $1`;
const MARKS = `select json_agg(m)::text as marks, array_agg(distinct m.employee_id) as ids from congvu.identify($1::text[], $1::text[], $2) m`;
const LOG = `insert into congvu.access_entry (user_id, read_by, employee_id, purpose, kind, screen, request_id)
  select $1, $2, id, 'STATISTICS', $3, null, 'reference-request' from unnest($4::uuid[]) id`;

interface Named {
  readonly subject: string;
  readonly actor: { readonly user_id: string; readonly display_name: string };
  readonly until: number;
}
const namings = new WeakMap<pg.PoolClient, Named>();

/** Kept as long as the api keeps it. */
async function nameOn(client: pg.PoolClient, subject: string): Promise<Named['actor']> {
  const known = namings.get(client);
  if (known !== undefined && known.subject === subject && known.until > performance.now()) return known.actor;
  const until = performance.now() + 5_000;
  const named = await client.query<Named['actor']>({
    name: 'who',
    text: 'select * from congvu.authenticate_subject($1, $2)',
    values: ['embedded', subject],
  });
  const [actor] = named.rows;
  if (actor === undefined) throw new Error('nobody has this subject');
  namings.set(client, { subject, actor, until });
  return actor;
}

const reference: RequestListener = async (request, response) => {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  const { code, keys } = JSON.parse(Buffer.concat(chunks).toString()) as { code?: string; keys?: string[] };
  const subject = await subjectOf(request);
  const client = await pool.connect();
  try {
    const actor = await nameOn(client, subject);
    const found = code
      ? await client.query({ name: 'card', text: CARD, values: [code, TODAY] })
      : await client.query({ name: 'marks', text: MARKS, values: [keys, TODAY] });
    const row = found.rows[0] as { id?: string; card?: string; marks?: string; ids?: string[] };
    const ids = code ? [row.id] : row.ids;
    await client.query({
      name: 'log',
      text: LOG,
      values: [actor.user_id, actor.display_name, code ? 'card' : 'mark', ids],
    });
    response.setHeader('content-type', 'application/json');
    response.end(row.card ?? row.marks);
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
// Different people all along, so that nothing is quick because it was just asked.
const codes = everybody.slice(0, 400).map((person) => person.code);
console.log(
  JSON.stringify({ api: api.port, reference: hand.port, token, callers, codes, databaseUrl: urls.apiUrl, subject }),
);

process.once('SIGTERM', async () => {
  api.close();
  hand.close();
  await Promise.all([database.close(), pool.end()]);
  await stop();
  process.exit(0);
});
