/**
 * What does GraphQL cost? The throughput of one person's card, and of `identify` with 200 keys, by the api, as a part of
 * that of an endpoint written by hand that does the same for the same caller. About 1,200 people, 12 months; both run in
 * one process, asked in turns, so that a busy machine slows both. Below the floor a page of marks would keep people waiting.
 */
import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { CARD, type Endpoints, headersOf, load, readFirstLine } from './card-load.ts';

const ROUNDS = 3;
const SECONDS = 1;

const IDENTIFY = `query Identify($keys: [String!]!) { identify(keys: $keys) { key state matches { code name title post unitCode unitName
  period level sheetState display provisional openTasks lateTasks commendations activeDiscipline activeDisciplineUntil } } }`;

const child = spawn(process.execPath, [join(import.meta.dirname, 'card-endpoints.ts')], {
  stdio: ['ignore', 'pipe', 'inherit'],
});
try {
  const endpoints = await readFirstLine<Endpoints>(child);
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

/** The median of the rounds' ratios; the first requests of each are thrown away. */
async function compare(name: string, endpoints: Endpoints, query: string, variables: readonly object[]): Promise<void> {
  const ask = (port: number, path: string, bodies: readonly object[], seconds: number) =>
    load(`http://127.0.0.1:${port}${path}`, [headersOf(endpoints.token)], bodies, seconds);
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
