/**
 * How long does the end of an agency's year take? Levels of 500 people are proposed in one call and decided by 20 clients at
 * once, 25 people each, through HTTP. Each client also tries one person more as OUTSTANDING than was proposed, and decides
 * whom the quota refuses as GOOD in a second call. What would worry us: a limit exceeded by one, or people waiting.
 */
import { randomUUID } from 'node:crypto';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { loadavg } from 'node:os';
import { createEphemeralSigner } from '@congvu/prisma/audit';
import { openDatabase } from '@congvu/prisma/database';
import { parseLocalDate } from '@congvu/schema/primitives/local-date';
import { expectOk } from '@congvu/schema/primitives/result';
import pg from 'pg';
import { createBearerVerifier } from '../../api/src/identity/bearer.ts';
import { RateLimiter } from '../../api/src/limits/rate-limiter.ts';
import { createTestIssuer } from '../../api/src/testing/issuer.ts';
import { createYogaHandler } from '../../api/src/yoga.ts';
import { startTestServer } from '../testkit/test-server.ts';
import { AGENCY, createDecidedAgency, YEAR } from './decide-data.ts';

const TODAY = expectOk(parseLocalDate('2026-11-22'));
const PEOPLE = 500;
const CLIENTS = 20;

const OPEN = `mutation M($input: OpenYearInput!) { openYear(input: $input) { __typename ... on OpenedYear { added } } }`;
const MEET = `mutation M($input: RecordMeetingInput!) { recordMeeting(input: $input) { __typename } }`;
const PROPOSE = `mutation M($input: ProposeLevelsInput!) { proposeLevels(input: $input) { __typename ... on ProposedYear { pool limit } } }`;
const LIST = `query Q($after: String) { classifications(first: 100, after: $after, filter: { unit: "${AGENCY}", year: ${YEAR}, post: STAFF }) {
  edges { node { id proposedLevel } } pageInfo { hasNextPage endCursor } } }`;
const DECIDE = `mutation M($input: DecideClassificationsInput!) { decideClassifications(input: $input) { __typename
  ... on DecidedClassifications { decided refused rows { index errors { code } } } ... on DomainError { message } } }`;

interface Row {
  readonly id: string;
  readonly proposedLevel: string | null;
}

const { urls, stop } = await startTestServer();
const database = openDatabase({ url: urls.apiUrl, auditSigner: createEphemeralSigner() });
const owner = new pg.Pool({ connectionString: urls.ownerUrl, options: '-c search_path=congvu,public' });
owner.on('error', () => undefined);
try {
  await createDecidedAgency(owner, PEOPLE);
  const issuer = await createTestIssuer();
  const handler = createYogaHandler({
    database,
    verifyBearer: createBearerVerifier({ database, trusted: issuer.trusted }),
    facts: { demonstration: false, publicUrl: 'http://127.0.0.1', issuer: null, graphiqlClientId: null },
    log: { error: console.error } as unknown as Parameters<typeof createYogaHandler>[0]['log'],
    now: () => new Date(`${TODAY}T08:00:00+07:00`),
    limiter: new RateLimiter(1_000_000_000),
  });
  const server = createServer((request, response) => void handler(request, response));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/graphql`;
  const ask = async (subject: string, query: string, variables: object) => {
    const token = await issuer.sign(subject);
    const response = await fetch(url, {
      method: 'POST',
      headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json', 'x-purpose': 'CLASSIFY' },
      body: JSON.stringify({ query, variables }),
    });
    const { data, errors } = await response.json();
    if (errors) throw new Error(JSON.stringify(errors));
    return data;
  };
  const act = (subject: string, query: string, input: object) =>
    ask(subject, query, { input: { idempotencyKey: randomUUID(), ...input } });

  const round = { unit: AGENCY, year: YEAR };
  const opened = await timed(() => act('ns', OPEN, round));
  if (opened.value.openYear.added !== PEOPLE + 2) throw new Error(`opened ${JSON.stringify(opened.value)}`);
  await act('ns', MEET, {
    ...round,
    heldOn: TODAY,
    kind: 'ALL_STAFF',
    chair: 'Giám đốc',
    secretary: 'Thư ký',
    present: PEOPLE,
    absent: 0,
    content: 'Thống nhất',
  });
  const proposed = await timed(() => act('ns', PROPOSE, round));
  const rows = await readAll();
  const decided = await timed(() =>
    Promise.all(
      Array.from({ length: CLIENTS }, (_, client) => decide(rows.filter((_row, index) => index % CLIENTS === client))),
    ),
  );
  await assertHeld(
    decided.value.reduce((sum, count) => sum + count, 0),
    rows.length,
  );
  server.close();

  const load = loadavg()[0]?.toFixed(1);
  console.error(
    `pool ${proposed.value.proposeLevels.pool}, limit ${proposed.value.proposeLevels.limit}; opened in ${opened.seconds.toFixed(2)} s; load ${load}`,
  );
  report(`an agency of ${PEOPLE}: levels proposed`, proposed.seconds);
  report(`the same decided by ${CLIENTS} at once, the quota held`, decided.seconds);
  report('both together, no limit exceeded', proposed.seconds + decided.seconds);

  async function readAll(): Promise<readonly Row[]> {
    const all: Row[] = [];
    for (let after: string | null = null; ; ) {
      const { classifications } = await ask('gd', LIST, { after });
      all.push(...classifications.edges.map((edge: { node: Row }) => edge.node));
      if (!classifications.pageInfo.hasNextPage) return all;
      after = classifications.pageInfo.endCursor;
    }
  }

  /** Decides as proposed, one more as OUTSTANDING, then whom the quota refused as GOOD. Answers how many were decided. */
  async function decide(mine: readonly Row[]): Promise<number> {
    const extra = mine.find((row) => row.proposedLevel === 'GOOD');
    const input = mine.map((row) => {
      const level = row === extra ? 'OUTSTANDING' : (row.proposedLevel ?? 'GOOD');
      return { classification: row.id, level, reason: row === extra ? 'Thành tích đột xuất' : null };
    });
    const first = (await send(input)).rows as readonly { index: number; errors: readonly { code: string }[] }[];
    const refused = first.filter((row) => row.errors.length > 0);
    const strange = refused.find((row) => row.errors[0]?.code !== 'QUOTA_EXCEEDED');
    if (strange !== undefined) throw new Error(`refused by ${strange.errors[0]?.code}`);
    if (refused.length === 0) return first.length;
    const second = await send(refused.map((row) => ({ ...input[row.index], level: 'GOOD', reason: 'Hết chỉ tiêu' })));
    return first.length - refused.length + second.decided;
  }

  async function send(rowsOfClient: readonly object[]) {
    const { decideClassifications } = await act('gd', DECIDE, {
      decisionNumber: '9/QĐ',
      decidedOn: TODAY,
      rows: rowsOfClient,
    });
    if (decideClassifications.__typename !== 'DecidedClassifications')
      throw new Error(JSON.stringify(decideClassifications));
    return decideClassifications;
  }
} finally {
  await database.close();
  await owner.end();
  await stop();
}

async function timed<Value>(work: () => Promise<Value>): Promise<{ readonly value: Value; readonly seconds: number }> {
  const start = performance.now();
  const value = await work();
  return { value, seconds: (performance.now() - start) / 1_000 };
}

/** Counts once more, past the api and its triggers: nobody undecided, no group and not the agency above its limit. */
async function assertHeld(decided: number, expected: number): Promise<void> {
  if (decided !== expected) throw new Error(`${decided} of ${expected} were decided`);
  const { rows } = await owner.query<{ group_code: string | null; pool: number; outstanding: number }>(
    `select group_code, count(*) filter (where decided_level in ('OUTSTANDING', 'GOOD'))::int as pool,
       count(*) filter (where decided_level = 'OUTSTANDING')::int as outstanding
     from classification where current and decided_at is not null group by grouping sets ((group_code), ())`,
  );
  for (const { group_code, pool, outstanding } of rows) {
    if (outstanding > Math.floor(pool / 6))
      throw new Error(`${group_code ?? 'the agency'}: ${outstanding} of a pool of ${pool}`);
  }
  console.error(`outstanding ${rows.find((row) => row.group_code === null)?.outstanding} of ${decided}`);
}

function report(name: string, value: number, goal?: number): void {
  // The floor is that nothing is exceeded: a breach ends the program.
  const bound = goal === undefined ? {} : { goal };
  console.log(JSON.stringify({ name, value, unit: 's', ...bound, higherIsBetter: false }));
}
