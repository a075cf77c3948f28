/**
 * What does GraphQL cost? The throughput of one person's card, and of `identify` with 200 keys, by the api, as a part of
 * that of an endpoint written by hand that does the same for the same caller. About 1,200 people, 12 months; both run in
 * one process, asked in turns, so that a busy machine slows both. Below the floor a page of marks would keep people waiting.
 */
import { type ChildProcess, spawn } from 'node:child_process';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import autocannon from 'autocannon';

const ROUNDS = 3;
const SECONDS = 1;
const CONNECTIONS = 8;

interface Endpoints {
  readonly api: number;
  readonly reference: number;
  readonly token: string;
  readonly codes: readonly string[];
}

const CARD = `query Card($code: String!) { employee(code: $code) { code name unit { name } assignment { title post }
  periodSheets(first: 8) { edges { node { period state score { level display } } } }
  commendations(first: 5) { edges { node { title decidedOn } } }
  disciplineDecisions(first: 5) { edges { node { form effectiveTo } } } } }`;
const IDENTIFY = `query Identify($keys: [String!]!) { identify(keys: $keys) { key state matches { code name title post unitCode unitName
  period level sheetState display provisional openTasks lateTasks commendations activeDiscipline activeDisciplineUntil } } }`;

const child = spawn(process.execPath, [join(import.meta.dirname, 'card-endpoints.ts')], {
  stdio: ['ignore', 'pipe', 'inherit'],
});
try {
  const endpoints = await readEndpoints(child);
  const keys = endpoints.codes.slice(0, 200);
  await compare(
    'card by GraphQL ÷ by hand',
    endpoints,
    CARD,
    endpoints.codes.map((code) => ({ code })),
  );
  await compare('identify with 200 keys by GraphQL ÷ by hand', endpoints, IDENTIFY, [{ keys }]);
} finally {
  child.kill('SIGTERM');
}

async function readEndpoints({ stdout }: ChildProcess): Promise<Endpoints> {
  if (stdout === null) throw new Error('The endpoints have a standard output.');
  for await (const line of createInterface(stdout)) return JSON.parse(line) as Endpoints;
  throw new Error('The endpoints ended before they listened.');
}

/** The median of the rounds' ratios; the first requests of each are thrown away. */
async function compare(name: string, endpoints: Endpoints, query: string, variables: readonly object[]): Promise<void> {
  const ask = (port: number, path: string, bodies: readonly object[], seconds: number) =>
    load(`http://127.0.0.1:${port}${path}`, endpoints.token, bodies, seconds);
  const bodies = variables.map((each) => ({ query, variables: each }));
  await Promise.all([ask(endpoints.api, '/graphql', bodies, 2), ask(endpoints.reference, '/', variables, 2)]);
  const ratios: number[] = [];
  for (let round = 0; round < ROUNDS; round += 1) {
    const api = await ask(endpoints.api, '/graphql', bodies, SECONDS);
    const reference = await ask(endpoints.reference, '/', variables, SECONDS);
    console.error(`${name}: ${api.toFixed(0)} ÷ ${reference.toFixed(0)} a second`);
    ratios.push(api / reference);
  }
  ratios.sort((left, right) => left - right);
  const value = ratios[Math.floor(ROUNDS / 2)];
  console.log(JSON.stringify({ name, value, unit: 'ratio', floor: 0.25, goal: 0.8, higherIsBetter: true }));
}

async function load(url: string, token: string, bodies: readonly object[], seconds: number): Promise<number> {
  const headers = { authorization: `Bearer ${token}`, 'content-type': 'application/json', 'x-purpose': 'STATISTICS' };
  const result = await autocannon({
    url,
    connections: CONNECTIONS,
    duration: seconds,
    requests: bodies.map((body) => ({ method: 'POST' as const, headers, body: JSON.stringify(body) })),
  });
  if (result.non2xx > 0 || result.errors > 0) throw new Error(`${url} answered ${result.non2xx} errors`);
  return result.requests.total / result.duration;
}
