/**
 * How long does the list of candidates for a title take in an agency of 5,000 people with three years of titles behind them,
 * every missing condition named, over HTTP?
 *
 * Floor 3 s, goal 0.5 s: who keeps the register turns from title to title. Each of five titles is asked for its first page; the
 * slowest counts. Every person must be counted once in some state, or the bench fails. The whole list as a workbook is timed
 * beside and has no floor.
 *
 * Run: node test/bench/candidates.bench.ts
 */
import { loadavg } from 'node:os';
import { middle, openBenchOffice, tell, timeRuns } from './bench-office.ts';
import { agencyCode, loadProvince, YEAR } from './province-data.ts';

const SIZE = { agencies: 1, officesPerAgency: 20, peoplePerOffice: 250 };
const PEOPLE = 5_000;
const RUNS = 5;
const TITLES = ['LDTT', 'CSTDCS', 'CSTD_TINH', 'CSTD_TQ', 'GIAY_KHEN'] as const;
const unit = agencyCode(1);

const asked = (title: string) => `{ candidates(unit: "${unit}", year: ${YEAR}, title: "${title}", first: 50) {
  counts { state count } quota { percent limit awarded }
  edges { node { state employee { code name } missing { needed found } toConfirm { text } } } pageInfo { hasNextPage } } }`;

interface Answer {
  readonly candidates: { readonly counts: readonly { readonly state: string; readonly count: number }[] };
}

const office = await openBenchOffice((client) => loadProvince(client, SIZE));
try {
  const slowest = { title: '', seconds: 0, statements: 0 };
  for (const title of TITLES) {
    office.countStatements();
    const { candidates } = await office.ask<Answer>(asked(title), 'COMMENDATION');
    const statements = office.countStatements();
    const counted = candidates.counts.reduce((sum, { count }) => sum + count, 0);
    if (counted !== PEOPLE) throw new Error(`${title}: ${counted} of ${PEOPLE} people were counted`);
    const seconds = middle(await timeRuns(RUNS, () => office.ask(asked(title), 'COMMENDATION')));
    console.error(`${title}: ${seconds.toFixed(3)} s, ${statements} statements ${JSON.stringify(candidates.counts)}`);
    if (seconds > slowest.seconds) Object.assign(slowest, { title, seconds, statements });
  }
  const filter = Buffer.from(JSON.stringify({ unit, year: YEAR, title: 'CSTDCS' })).toString('base64url');
  const workbook = await timeRuns(2, () =>
    office.download(`/files/register/candidates/${filter}.xlsx`, 'COMMENDATION'),
  );
  console.error(`load ${loadavg()[0]?.toFixed(1)}`);
  tell(`candidates of 5,000 people, the slowest title (${slowest.title})`, slowest.seconds, 's', {
    floor: 3,
    goal: 0.5,
  });
  tell('the same, statements', slowest.statements, '');
  tell('all 5,000 as a workbook', middle(workbook), 's');
} finally {
  await office.close();
}
