/**
 * What does it cost that every statement runs for somebody, under row policies (prisma/decisions/0001)?
 *
 * One person's card of nine sheets in the seeded province (1,200 people, 288,000 tasks), eight connections, the ways in turn
 * for three rounds, the best of each, divided by the same prepared statement of the owner, whom no policy narrows. Below 0.3 for
 * a connection that has its actor, or 0.12 for one that names him each time, the shape of a policy or of name_actor() broke.
 */
import { type Actor, openDatabase } from '@congvu/prisma/database';
import { seedDemonstration } from '@congvu/prisma/seed';
import { parseLocalDate } from '@congvu/schema/primitives/local-date';
import { expectOk } from '@congvu/schema/primitives/result';
import pg from 'pg';
import { startTestServer } from '../testkit/test-server.ts';

const connections = 8;
const rounds = 3;
const statementsPerRound = 800;
const card = `SELECT e.code, e.name, (
    SELECT json_agg(json_build_object('period', s.period, 'level', s.level, 'display', s.display) ORDER BY s.period DESC)
    FROM congvu.period_sheet s WHERE s.employee_id = e.id AND s.period < '2026-10') AS sheets
  FROM congvu.employee e WHERE e.code = $1`;

const server = await startTestServer();
await seedDemonstration(server.urls.ownerUrl, { today: expectOk(parseLocalDate('2026-11-22')) });
const owner = new pg.Pool({ connectionString: server.urls.ownerUrl, max: connections });
// pg ends a pool before the server has let go; stopping it then breaks a connection that nobody listens to.
owner.on('error', () => undefined);
owner.on('connect', (client) => client.on('error', () => undefined));
const database = openDatabase({ url: server.urls.apiUrl, poolSize: connections });

/** A head and the codes of his people, whom he may see. */
interface Scope {
  readonly actor: Actor;
  readonly codes: readonly string[];
}
const { rows: heads } = await owner.query<{ user_id: string; codes: string[] }>(
  `SELECT a.id AS user_id, array_agg(e.code) AS codes
   FROM congvu.user_account a
   JOIN congvu.assignment h ON h.employee_id = a.employee_id AND h.post = 'HEAD'
   JOIN congvu.assignment s ON s.unit_id = h.unit_id
   JOIN congvu.employee e ON e.id = s.employee_id
   GROUP BY a.id ORDER BY a.id LIMIT 16`,
);
const scopes = heads.map(
  ({ user_id, codes }): Scope => ({
    codes,
    actor: { userId: user_id, tokenScopes: null, purpose: null, requestId: 'bench' },
  }),
);

const pick = <Item>(items: readonly Item[], turn: number): Item => {
  const item = items[turn % items.length];
  if (item === undefined) throw new Error('the seed has heads with people');
  return item;
};
const bare = (turn: number) => {
  const { codes } = pick(scopes, 0);
  return owner.query({ name: 'card', text: card, values: [pick(codes, turn)] });
};
const read = (turn: number, { actor, codes }: Scope) =>
  database.runAs(actor, () => database.pool.query(card, [pick(codes, turn)]));
const ways: Record<string, (turn: number) => Promise<unknown>> = {
  bare,
  'the connection has its actor': (turn) => read(turn, pick(scopes, 0)),
  'sixteen actors in turn': (turn) => read(turn, pick(scopes, turn * 7)),
  'Prisma, the connection has its actor': (turn) => {
    const { actor, codes } = pick(scopes, 0);
    return database.runAs(actor, () =>
      database.prisma.employee.findUnique({
        where: { code: pick(codes, turn) },
        relationLoadStrategy: 'join',
        include: { periodSheets: { where: { period: { lt: '2026-10' } }, orderBy: { period: 'desc' } } },
      }),
    );
  },
  'withActor, a transaction': (turn) => {
    const { actor, codes } = pick(scopes, 0);
    return database.runAs(actor, () => database.withActor((tx) => tx.$queryRawUnsafe(card, pick(codes, turn))));
  },
};

const best = new Map<string, number>();
for (let round = 0; round < rounds; round += 1) {
  for (const [name, way] of Object.entries(ways)) {
    best.set(name, Math.max(best.get(name) ?? 0, await perSecond(way)));
  }
}
const reference = best.get('bare') ?? Number.NaN;
const floors: Record<string, number> = { 'the connection has its actor': 0.3, 'sixteen actors in turn': 0.12 };
for (const [name, rate] of best) {
  console.error(`${name}: ${rate.toFixed(0)} a second`);
  if (name === 'bare') continue;
  const floor = floors[name];
  const figure = { name: `card statement ÷ bare: ${name}`, value: rate / reference, unit: '×', higherIsBetter: true };
  console.log(JSON.stringify(floor === undefined ? figure : { ...figure, floor }));
}
await database.close();
await owner.end();
await server.stop();

/** `connections` callers, each with its next statement as soon as the last is answered. */
async function perSecond(way: (turn: number) => Promise<unknown>): Promise<number> {
  const started = performance.now();
  let turn = 0;
  const caller = async () => {
    while (turn < statementsPerRound) {
      turn += 1;
      await way(turn);
    }
  };
  await Promise.all(Array.from({ length: connections }, caller));
  return (statementsPerRound * 1_000) / (performance.now() - started);
}
