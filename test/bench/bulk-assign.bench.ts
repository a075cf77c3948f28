/**
 * What does a plan for a whole unit cost? One call of `assignTasks` for 70 people × 30 products through HTTP, answered row
 * by row: its time, and its statements. A manager presses one button and waits; a statement a row would be 2,100 trips.
 *
 * Five months are assigned, each with its 70 sheets made and scored; the first warms up, the median of the others counts.
 * All statements are counted on standard error; the figure leaves out naming the actor and transaction control.
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
const PEOPLE = 70;
const PRODUCTS_EACH = 30;
const MONTHS = ['2027-01', '2027-02', '2027-03', '2027-04', '2027-05'];
const CONTROL = /^(begin|commit|savepoint|select congvu\.name_actor|select .*authenticate_)/i;

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
  const people = await find(`select e.code as value from congvu.employee e
    join congvu.assignment a on a.employee_id = e.id and a.valid_to is null
    join congvu.unit u on u.id = a.unit_id
    where (u.code = '${UNIT}' or u.code like '${UNIT}.%') and not (u.code = '${UNIT}' and a.post = 'HEAD') order by e.code limit ${PEOPLE}`);
  const products = await find('select code as value from congvu.product order by code');
  await owner.query('vacuum analyze');
  await owner.end();
  if (people.length !== PEOPLE) throw new Error(`${UNIT} has ${people.length} people, not ${PEOPLE}.`);

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

  const query = `mutation M($input: AssignTasksInput!) { assignTasks(input: $input) { __typename
    ... on AssignedTasks { assigned refused rows { index task { id } errors { path code } } } } }`;
  const assign = async (month: string): Promise<number> => {
    const rows = people.flatMap((employee) =>
      Array.from({ length: PRODUCTS_EACH }, (_, index) => ({
        employee,
        product: products[index % products.length],
        title: `Nhiệm vụ ${index + 1} của kế hoạch tháng ${month}`,
        quantity: String((index % 3) + 1),
        deadline: `${month}-${String((index % 25) + 1).padStart(2, '0')}`,
        responsibility: 'LEAD',
      })),
    );
    const input = { idempotencyKey: randomUUID(), unit: UNIT, rows };
    statements.length = 0;
    const begun = performance.now();
    const response = await fetch(url, {
      method: 'POST',
      headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json', 'x-purpose': 'EVALUATE' },
      body: JSON.stringify({ query, variables: { input } }),
    });
    const answer = (await response.json()) as { data?: { assignTasks?: { assigned?: number } } };
    const took = performance.now() - begun;
    if (answer.data?.assignTasks?.assigned !== PEOPLE * PRODUCTS_EACH)
      throw new Error(JSON.stringify(answer).slice(0, 500));
    return took;
  };

  const times: number[] = [];
  let counted = 0;
  for (const month of MONTHS) {
    const took = await assign(month);
    const own = statements.filter((text) => !CONTROL.test(text.trim()));
    console.error(
      `${month}: ${took.toFixed(0)} ms, ${statements.length} statements, ${own.length} without control, load ${loadavg()[0]}`,
    );
    if (process.argv.includes('--statements'))
      for (const text of statements) console.error('  ', text.trim().slice(0, 90).replaceAll(/\s+/g, ' '));
    times.push(took);
    counted = Math.max(counted, own.length);
  }
  const [, ...measured] = times;
  const median = measured.toSorted((left, right) => left - right)[Math.floor(measured.length / 2)] ?? Number.NaN;
  const common = { higherIsBetter: false };
  console.log(
    JSON.stringify({
      name: 'bulk assignment 70 × 30',
      value: median / 1_000,
      unit: 's',
      floor: 3,
      goal: 0.5,
      ...common,
    }),
  );
  console.log(
    JSON.stringify({
      name: 'bulk assignment, statements',
      value: counted,
      unit: 'statements',
      floor: 40,
      goal: 12,
      ...common,
    }),
  );
  await new Promise((resolve) => server.close(resolve));
} finally {
  await database.close();
  await stop();
}
