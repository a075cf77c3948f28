import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createEphemeralSigner } from '@congvu/prisma/audit';
import { openDatabase } from '@congvu/prisma/database';
import pg from 'pg';
import { createFilesHandler } from '../../api/src/files/files-handler.ts';
import { createBearerVerifier } from '../../api/src/identity/bearer.ts';
import { RateLimiter } from '../../api/src/limits/rate-limiter.ts';
import { createTestIssuer } from '../../api/src/testing/issuer.ts';
import { createYogaHandler } from '../../api/src/yoga.ts';
import { startTestServer } from '../testkit/test-server.ts';

const TODAY = '2026-11-22';

export interface BenchOffice {
  /** Asks as the province's personnel, over HTTP; throws on any error. */
  ask<Data>(query: string, purpose: string): Promise<Data>;
  /** The bytes of a file; throws where it is refused. */
  download(path: string, purpose: string): Promise<Uint8Array>;
  /** Statements sent to PostgreSQL since this was last asked. */
  countStatements(): number;
  close(): Promise<void>;
}

/** The api's real handlers on a database that `load` fills as the superuser; time stands still on 22 November 2026. */
export async function openBenchOffice(load: (client: pg.Client) => Promise<void>): Promise<BenchOffice> {
  const { urls, stop } = await startTestServer();
  let statements = 0;
  const database = openDatabase({
    url: urls.apiUrl,
    auditSigner: createEphemeralSigner(),
    onStatement: () => {
      statements += 1;
    },
  });
  const end = async () => {
    await database.close();
    await stop();
  };
  try {
    await loadAs(urls.superuserUrl, urls.apiUrl, load);
    const issuer = await createTestIssuer();
    const parts = {
      database,
      verifyBearer: createBearerVerifier({ database, trusted: issuer.trusted }),
      facts: { demonstration: false, publicUrl: 'http://127.0.0.1', issuer: null, graphiqlClientId: null },
      // The handlers log faults alone.
      log: { error: console.error } as unknown as Parameters<typeof createYogaHandler>[0]['log'],
      now: () => new Date(`${TODAY}T08:00:00+07:00`),
      limiter: new RateLimiter(1_000_000_000),
    };
    const [graphql, files] = [createYogaHandler(parts), createFilesHandler(parts)];
    const server = createServer(
      (request, response) => void (request.url?.startsWith('/files/') ? files : graphql)(request, response),
    );
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    const headers = async (purpose: string) => ({
      authorization: `Bearer ${await issuer.sign('ns')}`,
      'content-type': 'application/json',
      'x-purpose': purpose,
    });
    return {
      async ask<Data>(query: string, purpose: string) {
        const body = JSON.stringify({ query });
        const response = await fetch(`${origin}/graphql`, { method: 'POST', headers: await headers(purpose), body });
        // The bench reads what it asked for.
        const { data, errors } = (await response.json()) as { readonly data: Data; readonly errors?: unknown };
        if (errors !== undefined) throw new Error(JSON.stringify(errors));
        return data;
      },
      async download(path, purpose) {
        const response = await fetch(`${origin}${path}`, { headers: await headers(purpose) });
        if (!response.ok) throw new Error(`${path}: ${response.status} ${await response.text()}`);
        return new Uint8Array(await response.arrayBuffer());
      },
      countStatements() {
        const counted = statements;
        statements = 0;
        return counted;
      },
      async close() {
        await new Promise((resolve) => server.close(resolve));
        await end();
      },
    };
  } catch (error) {
    await end();
    throw error;
  }
}

/** The superuser's way into the api's database. */
async function loadAs(superuserUrl: string, apiUrl: string, load: (client: pg.Client) => Promise<void>): Promise<void> {
  const address = new URL(superuserUrl);
  address.pathname = new URL(apiUrl).pathname;
  const client = new pg.Client({ connectionString: address.href, options: '-c search_path=congvu,public' });
  client.on('error', () => undefined);
  await client.connect();
  try {
    await load(client);
  } finally {
    await client.end();
  }
}

/** Seconds of so many runs, sorted; the first one before them warms up and is not counted. */
export async function timeRuns(runs: number, work: () => Promise<unknown>): Promise<readonly number[]> {
  const seconds: number[] = [];
  for (let run = 0; run <= runs; run += 1) {
    const start = performance.now();
    await work();
    if (run > 0) seconds.push((performance.now() - start) / 1_000);
  }
  return seconds.toSorted((left, right) => left - right);
}

/** The middle one of sorted values. */
export function middle(values: readonly number[]): number {
  return values[Math.floor(values.length / 2)] ?? Number.NaN;
}

/** One figure as `run.ts` reads it; without `bounds` it is told and judged by nobody. */
export function tell(name: string, value: number, unit: string, bounds: { floor?: number; goal?: number } = {}): void {
  console.log(JSON.stringify({ name, value: Number(value.toFixed(3)), unit, ...bounds, higherIsBetter: false }));
}
