/**
 * Is our api slower than one that is made from the tables? The throughput of one person's card by our api, as a part of that of
 * PostGraphile 5 over the same seeded database: same role, the settings that naming the actor writes, the same fields of the same
 * people, asked in turns. Every person's answer is compared first. Below the floor our own layer would be the dearer one.
 *
 * The work differs. Only ours: checks the token and who asks, writes the access entry that a read must leave (PostGraphile is given the
 * settings once and looks at no token), holds a request's limits, and takes the assignment of the day (there the newest, which is the
 * same in the seed). Only PostGraphile's: a transaction with the settings written anew for each request, where ours keeps a
 * connection's actor until somebody's rights change, five seconds at most.
 *
 * So one caller is our best case, and two figures more are told: with forty callers in turn nearly each request of ours names another
 * actor on its connection; and PostGraphile with the two duties that an office could not leave out, signing in and the entry, done by hand
 * at each request (postgraphile/duties.mjs). Both run as in production, each in a process of its own; ours has the endpoint by hand beside
 * it, which is not asked.
 */
import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { cp, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import pg from 'pg';
import { middle } from './bench-office.ts';
import { CARD, CONNECTIONS, type Endpoints, headersOf, load, readFirstLine } from './card-load.ts';
import { CARD_OF_TABLES, type Card, type CardOfTables, toCard } from './card-of-tables.ts';

const ROUNDS = 15;
const SECONDS = 1;

/** Whom the same question is put to. */
interface Side {
  readonly url: string;
  readonly query: string;
  /** Of its callers, who ask in turn. */
  readonly headers: readonly Readonly<Record<string, string>>[];
}

const environment = { ...process.env, NODE_ENV: 'production', GRAPHILE_ENV: 'production' };
const folder = await mkdtemp(join(tmpdir(), 'congvu-postgraphile-'));
const children: ChildProcess[] = [];
try {
  await install();
  const endpoints = await readFirstLine<Endpoints>(start(join(import.meta.dirname, 'card-endpoints.ts'), {}));
  const { port } = await readFirstLine<{ readonly port: number }>(
    start(join(folder, 'server.mjs'), {
      DATABASE_URL: endpoints.databaseUrl,
      PG_SETTINGS: JSON.stringify(await settingsOf(endpoints)),
      SUBJECT: endpoints.subject,
      POOL_SIZE: String(CONNECTIONS),
    }),
  );
  const headers = [headersOf(endpoints.token)];
  const api: Side = { url: `http://127.0.0.1:${endpoints.api}/graphql`, query: CARD, headers };
  const tables: Side = { url: `http://127.0.0.1:${port}/graphql`, query: CARD_OF_TABLES, headers };
  const many: Side = { ...api, headers: endpoints.callers.map(headersOf) };
  const dutiful: Side = { ...tables, headers: headers.map((each) => ({ ...each, 'x-duties': 'yes' })) };
  await assertSameCards(endpoints.codes, api, tables);
  await assertSameCards(endpoints.codes.slice(0, 20), api, dutiful);
  const ratios = await compare(endpoints.codes, [
    [api, tables],
    [many, tables],
    [api, dutiful],
  ]);
  tell('card ÷ PostGraphile 5', ratios[0], { floor: 0.8, goal: 1.5 });
  tell('the same, forty callers in turn', ratios[1], {});
  tell('the same, one caller, PostGraphile signing in and logging each read', ratios[2], {});
} finally {
  // One after the other: the endpoints end the database.
  for (const child of children.toReversed()) await end(child);
  await rm(folder, { recursive: true, force: true });
}

/** PostGraphile stands outside the workspace, for it needs graphql 16: installed anew in a copy of its folder. */
async function install(): Promise<void> {
  await cp(join(import.meta.dirname, 'postgraphile'), folder, { recursive: true });
  const words = [
    'install',
    '--prefix',
    folder,
    '--no-package-lock',
    '--no-audit',
    '--no-fund',
    '--ignore-scripts',
    '--loglevel=error',
  ];
  const { status, error } = spawnSync('npm', words, { cwd: folder, stdio: ['ignore', 'ignore', 'inherit'] });
  if (status !== 0) throw error ?? new Error(`npm install ended with ${status}`);
}

async function end(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const ended = new Promise((resolve) => child.once('exit', resolve));
  child.kill('SIGTERM');
  await ended;
}

function start(program: string, variables: Record<string, string>): ChildProcess {
  const child = spawn(process.execPath, [program], {
    env: { ...environment, ...variables },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  children.push(child);
  return child;
}

/** The settings of a connection on which this caller was just named, as name_actor() writes them. */
async function settingsOf({ databaseUrl, subject }: Endpoints): Promise<Record<string, string>> {
  const client = new pg.Client({ connectionString: databaseUrl });
  await client.connect();
  try {
    await client.query("select from congvu.authenticate_subject('embedded', $1)", [subject]);
    const { rows } = await client.query<{ name: string; value: string }>(
      `select name, current_setting(name) as value from (
         select 'congvu.scope_' || lower(unnest(enum_range(null::congvu.permission))::text) as name
         union all values ('congvu.actor_user'), ('congvu.actor_employee'), ('congvu.purpose'), ('congvu.request_id')) s`,
    );
    return Object.fromEntries(rows.map(({ name, value }) => [name, value]));
  } finally {
    await client.end();
  }
}

/**
 * For each pair the median of the rounds' ratios; the sides begin in turn. What comes before the first round warms up and is not
 * counted.
 */
async function compare(
  codes: readonly string[],
  pairs: readonly (readonly [Side, Side])[],
): Promise<readonly number[]> {
  const sides = [...new Set(pairs.flat())];
  const ask = ({ url, query, headers }: Side, seconds: number) =>
    load(
      url,
      headers,
      codes.map((code) => ({ query, variables: { code } })),
      seconds,
    );
  for (const side of sides) await ask(side, 3);
  const ratios = pairs.map((): number[] => []);
  for (let round = 0; round < ROUNDS; round += 1) {
    const answers = new Map<Side, number>();
    const shift = round % sides.length;
    for (const side of [...sides.slice(shift), ...sides.slice(0, shift)]) answers.set(side, await ask(side, SECONDS));
    console.error(sides.map((side) => (answers.get(side) ?? 0).toFixed(0)).join(', '));
    for (const [index, [ours, theirs]] of pairs.entries())
      ratios[index]?.push((answers.get(ours) ?? 0) / (answers.get(theirs) ?? 0));
  }
  return ratios.map((each) => middle(each.toSorted((left, right) => left - right)));
}

function tell(
  name: string,
  value: number | undefined,
  bounds: { readonly floor?: number; readonly goal?: number },
): void {
  console.log(JSON.stringify({ name, value, unit: 'ratio', ...bounds, higherIsBetter: true }));
}

async function assertSameCards(codes: readonly string[], ours: Side, theirs: Side): Promise<void> {
  const tally = { sheets: 0, records: 0 };
  for (const code of codes) {
    const api = await fetchCard<Card>(ours, code);
    const tables = toCard(await fetchCard<CardOfTables>(theirs, code));
    if (!isDeepStrictEqual(api, tables))
      throw new Error(`${code} differs\n${JSON.stringify(api)}\n${JSON.stringify(tables)}`);
    tally.sheets += api.periodSheets.edges.length;
    tally.records += api.commendations.edges.length + api.disciplineDecisions.edges.length;
  }
  // Equal because both were empty would tell nothing.
  if (tally.sheets === 0 || tally.records === 0) throw new Error('The cards show nothing to compare.');
  console.error(`${codes.length} cards are equal: ${tally.sheets} sheets, ${tally.records} records`);
}

async function fetchCard<Shape>({ url, query, headers }: Side, code: string): Promise<Shape> {
  const body = JSON.stringify({ query, variables: { code } });
  const response = await fetch(url, { method: 'POST', headers: { ...headers[0] }, body });
  // The bench reads what it asked for.
  const { data, errors } = (await response.json()) as {
    readonly data?: { readonly employee: Shape | null };
    errors?: unknown;
  };
  if (errors !== undefined || !data?.employee) throw new Error(`${url} ${code}: ${JSON.stringify(errors)}`);
  return data.employee;
}
