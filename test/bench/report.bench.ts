/**
 * How long does the periodic report of a province take: 50,000 people in 1,050 units, one year of registers (province-data.ts,
 * register-data.ts), over HTTP?
 *
 * Floor 5 s and 60 statements, goal 1 s and 30: a leader waits for it, and the page behind it asks again for each period. The
 * statements are all that the operation sends, naming the actor included. The figures must be those that were loaded, or the
 * bench fails. The workbook with the rows behind each number is timed beside and has no floor.
 *
 * Run: node test/bench/report.bench.ts
 */
import { loadavg } from 'node:os';
import { middle, openBenchOffice, tell, timeRuns } from './bench-office.ts';
import { agencyCode, loadProvince, YEAR } from './province-data.ts';
import { COUNTS, loadRegisters } from './register-data.ts';

const SIZE = { agencies: 50, officesPerAgency: 20, peoplePerOffice: 50 };
const RUNS = 5;
const [FROM, TO] = [`${YEAR}-01-01`, `${YEAR}-12-31`];
const REPORT = `{ periodicReport(unit: "T", from: "${FROM}", to: "${TO}") { empty
  sections { key title figures { key label value hasRows breakdown { code label value } } }
  paragraphs { heading text figures { key code } } } }`;

interface Answer {
  readonly periodicReport: {
    readonly empty: boolean;
    readonly sections: readonly { readonly figures: readonly { readonly key: string; readonly value: number }[] }[];
  };
}

const office = await openBenchOffice(async (client) => {
  const start = performance.now();
  await loadProvince(client, SIZE);
  await loadRegisters(client, SIZE);
  console.error(`loaded in ${((performance.now() - start) / 1_000).toFixed(1)} s`);
});
try {
  assertCounted(await office.ask<Answer>(REPORT, 'STATISTICS'));
  office.countStatements();
  await office.ask(REPORT, 'STATISTICS');
  const statements = office.countStatements();
  const report = await timeRuns(RUNS, () => office.ask(REPORT, 'STATISTICS'));
  // The whole province has more rows than one file may hold (LIMIT_EXCEEDED): an agency's.
  const path = `/files/report/${agencyCode(1)}/${FROM}/${TO}.xlsx`;
  const workbook = await timeRuns(2, () => office.download(path, 'STATISTICS'));
  const load = loadavg()[0]?.toFixed(1);
  console.error(`report ${report.map((each) => each.toFixed(2)).join(', ')} s; load ${load}`);
  tell('the report of 50,000 people, one year', middle(report), 's', { floor: 5, goal: 1 });
  tell('the same, statements', statements, '', { floor: 60, goal: 30 });
  tell('the report of one of its agencies as a workbook with the rows behind each number', middle(workbook), 's');
} finally {
  await office.close();
}

/** Throws where a figure is not what was loaded. */
function assertCounted({ periodicReport: { empty, sections } }: Answer): void {
  const figures = new Map(sections.flatMap(({ figures: each }) => each.map(({ key, value }) => [key, value] as const)));
  const people = SIZE.agencies * SIZE.officesPerAgency * SIZE.peoplePerOffice;
  const expected = {
    'inspections.ended': COUNTS.inspections,
    'conclusions.issued': COUNTS.inspections,
    'feedback.received': COUNTS.feedback,
    'coordination.asked': COUNTS.requests,
    discipline: COUNTS.decisions,
    commendation: COUNTS.commendations,
    levels: people,
  };
  const wrong = Object.entries(expected).filter(([key, value]) => figures.get(key) !== value);
  if (empty || wrong.length > 0) {
    throw new Error(`not what was loaded: ${wrong.map(([key, value]) => `${key} ${figures.get(key)} for ${value}`)}`);
  }
}
