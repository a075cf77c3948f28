/** What the benches of the card share: its question, the endpoints' first line and the load they put on an endpoint. */
import type { ChildProcess } from 'node:child_process';
import { createInterface } from 'node:readline';
import autocannon from 'autocannon';

export const CONNECTIONS = 8;

/** What card-endpoints.ts prints once it listens. */
export interface Endpoints {
  readonly api: number;
  readonly reference: number;
  readonly token: string;
  /** Of others who may read the same people. */
  readonly callers: readonly string[];
  readonly codes: readonly string[];
  /** The database both ask, as congvu_api. */
  readonly databaseUrl: string;
  /** The subject of `token`, an account of the embedded issuer. */
  readonly subject: string;
}

export const CARD = `query Card($code: String!) { employee(code: $code) { code name unit { name } assignment { title post }
  periodSheets(first: 8) { edges { node { period state score { level display } } } }
  commendations(first: 5) { edges { node { title decidedOn } } }
  disciplineDecisions(first: 5) { edges { node { form effectiveTo } } } } }`;

/** The JSON of the first line that a program of ours prints; whoever asks says its shape. */
export async function readFirstLine<Shape>({ stdout }: ChildProcess): Promise<Shape> {
  if (stdout === null) throw new Error('The endpoints have a standard output.');
  for await (const line of createInterface(stdout)) return JSON.parse(line) as Shape;
  throw new Error('The endpoints ended before they listened.');
}

export function headersOf(token: string): Record<string, string> {
  return { authorization: `Bearer ${token}`, 'content-type': 'application/json', 'x-purpose': 'STATISTICS' };
}

/** Answers a second on eight connections that ask the bodies in turn, as callers in turn; throws where one is refused. */
export async function load(
  url: string,
  headers: readonly Readonly<Record<string, string>>[],
  bodies: readonly object[],
  seconds: number,
): Promise<number> {
  const result = await autocannon({
    url,
    connections: CONNECTIONS,
    duration: seconds,
    requests: bodies.map((body, turn) => ({
      method: 'POST' as const,
      headers: { ...headers[turn % headers.length] },
      body: JSON.stringify(body),
    })),
    // GraphQL refuses with a status of 200.
    verifyBody: (body) => !body.includes('"errors":'),
  });
  const failures = result.non2xx + result.errors + result.mismatches;
  if (failures > 0) throw new Error(`${url} answered ${failures} errors`);
  return result.requests.total / result.duration;
}
