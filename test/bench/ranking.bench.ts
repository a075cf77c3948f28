/**
 * What does a leader wait for? A ranking's first fifty places with its spread, by the api as a multiple of an endpoint written by hand
 * with the best SQL we could write (ranking-by-hand.ts), which answers the same figures to the same caller past the row policies.
 * 200,000 people; subtrees of 50, 1,250 and 5,000 people and one group of 20,000; a month and a year. Both run in one process, asked in
 * turns, so that a busy machine slows both. Above the floor a leader would rather keep a spreadsheet.
 */
import { type ChildProcess, spawn } from 'node:child_process';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import autocannon from 'autocannon';
import { middle, tell } from './bench-office.ts';
import { agencyCode, GROUP, MONTH, officeCode, partCode, YEAR } from './leader-data.ts';

const WARM_UP = 50;
const TURNS = 15;
/** Callers at once, each of whom asks every question so often. */
const CALLERS = 8;
const TIMES = 10;

const QUERY = `query Ranking($unit: String!, $period: Period!, $agency: String!, $group: String!) {
  ranking(unit: $unit, period: $period, agency: $agency, group: $group) { wholeGroup levels { level count }
    distribution { bins { from count } quartiles { min q1 median q3 max } mean }
    rows(first: 50) { edges { node { rank decidingKey total resultPoints quality delays level display
      employee { code name unit { name } } } } } } }`;

const SCALES = [
  { people: 50, unit: officeCode(2, 17, 401), agency: agencyCode(2) },
  { people: 1_250, unit: partCode(2, 17), agency: agencyCode(2) },
  { people: 5_000, unit: agencyCode(2), agency: agencyCode(2) },
  { people: 20_000, unit: agencyCode(1), agency: agencyCode(1) },
] as const;

interface Endpoints {
  readonly api: number;
  readonly reference: number;
  readonly token: string;
}

const child = spawn(process.execPath, [join(import.meta.dirname, 'ranking-endpoints.ts')], {
  stdio: ['ignore', 'pipe', 'inherit'],
});
try {
  await measure(await readEndpoints(child));
} finally {
  child.kill('SIGTERM');
}

async function readEndpoints({ stdout }: ChildProcess): Promise<Endpoints> {
  if (stdout === null) throw new Error('The endpoints have a standard output.');
  for await (const line of createInterface(stdout)) return JSON.parse(line) as Endpoints;
  throw new Error('The endpoints ended before they listened.');
}

async function measure({ api, reference, token }: Endpoints): Promise<void> {
  const headers = {
    authorization: `Bearer ${token}`,
    'content-type': 'application/json',
    'x-purpose': 'STATISTICS',
  };
  const send = async (port: number, path: string, body: object) => {
    const start = performance.now();
    const response = await fetch(`http://127.0.0.1:${port}${path}`, {
      method: 'POST',
      headers,
      body: JSON.stringify(body),
    });
    const text = await response.text();
    if (!response.ok || text.includes('"errors"')) throw new Error(text.slice(0, 2_000));
    return { text, milliseconds: performance.now() - start };
  };
  const questions = SCALES.flatMap((scale) => [MONTH, YEAR].map((period) => ({ ...scale, period })));
  // A server that serves has been asked before: what is asked first would pay for compiling what all others use. After some hundred
  // requests of one kind the smallest ranking still becomes faster.
  for (let turn = 0; turn < WARM_UP; turn += 1)
    for (const { unit, agency, period } of questions) {
      await send(api, '/graphql', { query: QUERY, variables: { unit, period, agency, group: GROUP } });
      await send(reference, '/', { unit, period, agency, group: GROUP });
    }
  const ratios: number[] = [];
  for (const { people, unit, agency, period } of questions) {
    const variables = { unit, period, agency, group: GROUP };
    const times = { api: [] as number[], hand: [] as number[] };
    for (let turn = 0; turn <= TURNS; turn += 1) {
      const asked = await send(api, '/graphql', { query: QUERY, variables });
      const byHand = await send(reference, '/', variables);
      if (turn === 0) assertSame(asked.text, byHand.text);
      else {
        times.api.push(asked.milliseconds);
        times.hand.push(byHand.milliseconds);
      }
    }
    const [ours, theirs] = [times.api, times.hand].map((each) => middle(each.toSorted((a, b) => a - b))) as [
      number,
      number,
    ];
    ratios.push(ours / theirs);
    console.error(
      `${people} people, ${period}: ${ours.toFixed(1)} ÷ ${theirs.toFixed(1)} ms = ${(ours / theirs).toFixed(2)}`,
    );
  }
  tell(
    'ranking top 50 + distribution ÷ best SQL (median of subtrees)',
    middle(ratios.toSorted((a, b) => a - b)),
    'ratio',
    {
      floor: 4,
      goal: 1.5,
    },
  );
  tell('the same, the worst subtree', Math.max(...ratios), 'ratio', { floor: 4, goal: 1.5 });
  const latencies = await latenciesOf(`http://127.0.0.1:${api}/graphql`, headers, questions);
  const at = (share: number) => latencies[Math.ceil(latencies.length * share) - 1] ?? Number.NaN;
  console.error(`${latencies.length} requests: half in ${at(0.5)} ms, 97.5 % in ${at(0.975)} ms, all in ${at(1)} ms`);
  const name = `ranking top 50 + distribution, 95 % of requests with ${CALLERS} connections`;
  tell(name, at(0.95), 'ms', { floor: 400, goal: 50 });
}

/**
 * Milliseconds of each request in rising order, callers at once. Each begins at another question, as people do: in step all would ask
 * the dearest one together. By count and not by time: the load ends with its last answer, and no request finds the database closed.
 */
async function latenciesOf(
  url: string,
  headers: Readonly<Record<string, string>>,
  questions: readonly { readonly unit: string; readonly agency: string; readonly period: string }[],
): Promise<readonly number[]> {
  const requests = questions.map(({ unit, agency, period }) => ({
    method: 'POST' as const,
    headers,
    body: JSON.stringify({ query: QUERY, variables: { unit, period, agency, group: GROUP } }),
  }));
  const latencies: number[] = [];
  let callers = 0;
  const load = autocannon({
    url,
    connections: CALLERS,
    amount: CALLERS * requests.length * TIMES,
    setupClient: (client) => {
      const turn = callers % requests.length;
      callers += 1;
      client.setRequests([...requests.slice(turn), ...requests.slice(0, turn)]);
    },
  });
  load.on('response', (_client, _status, _bytes, milliseconds) => latencies.push(milliseconds));
  const { non2xx, errors } = await load;
  if (non2xx > 0 || errors > 0) throw new Error(`${non2xx + errors} errors`);
  return latencies.toSorted((left, right) => left - right);
}

/** Both must say the same people in the same places: what is quick because it is wrong is no figure. */
function assertSame(asked: string, byHand: string): void {
  interface Answer {
    readonly data: {
      readonly ranking: {
        readonly wholeGroup: number;
        readonly rows: {
          readonly edges: readonly {
            readonly node: { readonly rank: number; readonly employee: { readonly code: string } };
          }[];
        };
      };
    };
  }
  const ours = (JSON.parse(asked) as Answer).data.ranking.rows.edges.map(
    ({ node }) => `${node.rank} ${node.employee.code}`,
  );
  const theirs = (JSON.parse(byHand) as { rows: { rank: number; code: string }[] }).rows
    .slice(0, ours.length)
    .map(({ rank, code }) => `${rank} ${code}`);
  if (ours.length === 0 || ours.join() !== theirs.join()) throw new Error(`${ours.join()}\n${theirs.join()}`);
}
