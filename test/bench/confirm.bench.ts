/**
 * How long does it take to confirm the scores of 250 people in one call? Sheets of an agency with their tasks as the demonstration
 * has them (some twenty a month), opened again, ten criteria a sheet, through HTTP and answered row by row (floor 2 s, goal 0.5 s);
 * and its statements, without naming the actor and transaction control (25 at most). A head who confirms presses one button and
 * waits; one by one it would be thousands of trips.
 *
 * Six calls on fresh sheets; the first warms up, the median of the others counts.
 */
import { randomUUID } from 'node:crypto';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { loadavg } from 'node:os';
import { createEphemeralSigner } from '@congvu/prisma/audit';
import { openDatabase } from '@congvu/prisma/database';
import { seedDemonstration } from '@congvu/prisma/seed';
import { parseLocalDate } from '@congvu/schema/primitives/local-date';
import { expectOk } from '@congvu/schema/primitives/result';
import pg from 'pg';
import { createBearerVerifier } from '../../api/src/identity/bearer.ts';
import { createTestIssuer } from '../../api/src/testing/issuer.ts';
import { createYogaHandler } from '../../api/src/yoga.ts';
import { startTestServer } from '../testkit/test-server.ts';

const TODAY = expectOk(parseLocalDate('2026-11-22'));
const UNIT = 'H99.01';
const ROWS = 250;
const ROUNDS = 6;
const CONTROL = /^(begin|commit|savepoint|select congvu\.name_actor|select .*authenticate_)/i;

interface Sheet {
  readonly id: string;
  readonly revision: number;
  readonly role: string;
}

// The ten criteria of form 01 (Nghị định 335/2025/NĐ-CP), near their maximum.
const CRITERIA = [
  ...['I.1', 'I.2'].map((code) => ({ code, points: '4.5' })),
  ...['II.1', 'II.2', 'II.3', 'II.4', 'III.1', 'III.2', 'III.3', 'III.4'].map((code) => ({ code, points: '2.25' })),
];

const { urls, stop } = await startTestServer();
const statements: string[] = [];
const database = openDatabase({
  url: urls.apiUrl,
  poolSize: 4,
  auditSigner: createEphemeralSigner(),
  onStatement: (text) => statements.push(text),
});
try {
  await seedDemonstration(urls.ownerUrl, { today: TODAY });
  const owner = new pg.Client({ connectionString: urls.ownerUrl });
  // What fails below ends the server first; that must not hide why.
  owner.on('error', () => undefined);
  await owner.connect();
  const find = async (text: string) => (await owner.query<{ value: string }>(text)).rows.map(({ value }) => value);
  const [subject = ''] = await find("select subject as value from congvu.user_account where user_name = 'lanhdao'");
  const superuser = Object.assign(new URL(urls.superuserUrl), { pathname: new URL(urls.ownerUrl).pathname }).href;
  const sheets = await openSheets(superuser);
  await owner.query('vacuum analyze');
  await owner.end();
  if (sheets.length < ROWS * ROUNDS) throw new Error(`${UNIT} has ${sheets.length} sheets.`);

  const issuer = await createTestIssuer();
  const handler = createYogaHandler({
    database,
    verifyBearer: createBearerVerifier({ database, trusted: issuer.trusted }),
    facts: { demonstration: true, publicUrl: 'http://127.0.0.1', issuer: null, graphiqlClientId: null },
    log: { error: console.error } as unknown as Parameters<typeof createYogaHandler>[0]['log'],
    now: () => new Date(`${TODAY}T08:00:00+07:00`),
  });
  const server = createServer((request, response) => void handler(request, response));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/graphql`;
  const token = await issuer.sign(subject);

  const query = `mutation M($input: ConfirmPeriodSheetsInput!) { confirmPeriodSheets(input: $input) { __typename
    ... on ConfirmedSheets { confirmed refused rows { index periodSheet { id } errors { path code } } } } }`;
  const confirm = async (chosen: readonly Sheet[]): Promise<number> => {
    const rows = chosen.map(({ id, revision, role }) => ({
      sheet: Buffer.from(`PeriodSheet:${id}`).toString('base64'),
      revision,
      criteria: CRITERIA,
      ...(role === 'LEADER' ? { organising: 100, cohesion: 100 } : {}),
    }));
    statements.length = 0;
    const begun = performance.now();
    const response = await fetch(url, {
      method: 'POST',
      headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json', 'x-purpose': 'EVALUATE' },
      body: JSON.stringify({
        query,
        variables: { input: { idempotencyKey: randomUUID(), mode: 'ALL_OR_NONE', rows } },
      }),
    });
    const answer = (await response.json()) as { data?: { confirmPeriodSheets?: { confirmed?: number } } };
    const took = performance.now() - begun;
    if (answer.data?.confirmPeriodSheets?.confirmed !== ROWS) throw new Error(JSON.stringify(answer).slice(0, 800));
    return took;
  };

  const times: number[] = [];
  let counted = 0;
  for (let round = 0; round < ROUNDS; round += 1) {
    const took = await confirm(sheets.slice(round * ROWS, (round + 1) * ROWS));
    const own = statements.filter((text) => !CONTROL.test(text.trim()));
    console.error(
      `round ${round}: ${took.toFixed(0)} ms, ${statements.length} statements, ${own.length} without control, load ${loadavg()[0]}`,
    );
    if (process.argv.includes('--statements'))
      for (const text of own) console.error('  ', text.trim().slice(0, 110).replaceAll(/\s+/g, ' '));
    times.push(took);
    counted = Math.max(counted, own.length);
  }
  const [, ...measured] = times;
  const median = measured.toSorted((left, right) => left - right)[Math.floor(measured.length / 2)] ?? Number.NaN;
  const common = { higherIsBetter: false };
  const seconds = { name: '250 scores confirmed in one call', value: median / 1_000, unit: 's', floor: 2, goal: 0.5 };
  console.log(JSON.stringify({ ...seconds, ...common }));
  const trips = { name: '250 scores confirmed, statements', value: counted, unit: 'statements', floor: 25, goal: 25 };
  console.log(JSON.stringify({ ...trips, ...common }));
  await new Promise((resolve) => server.close(resolve));
} finally {
  await database.close();
  await stop();
}

/** Sheets as their people scored them: those of months long confirmed, opened again with their months, without triggers. */
async function openSheets(superuserUrl: string): Promise<readonly Sheet[]> {
  const client = new pg.Client({ connectionString: superuserUrl });
  client.on('error', () => undefined);
  await client.connect();
  try {
    await client.query('set session_replication_role = replica; set search_path to congvu, public');
    await client.query('update congvu.period_plan set closed_at = null');
    await client.query('delete from congvu.period_result');
    await client.query(`update congvu.period_sheet set state = 'SELF_SCORED', provisional = true, general = null,
      organising = null, cohesion = null, confirmed_at = null, confirmed_by_id = null, confirmed_by_name = null,
      notified_at = null where self_general is not null`);
    const { rows } = await client.query<Sheet>(
      `select s.id, s.revision, s.role from congvu.period_sheet s join congvu.unit u on u.id = s.unit_id
       where u.path <@ (select path from congvu.unit where code = '${UNIT}') and s.self_general is not null
         and s.period >= '2026-01' and s.employee_id <> (select employee_id from congvu.user_account where user_name = 'lanhdao')
       order by s.period, s.id`,
    );
    return rows;
  } finally {
    await client.end();
  }
}
