/**
 * How long does one agency's year take: 500 people of twelve months, with rules, sources and a line for each step?
 *
 * Floor 50 ms, goal 5 ms: whoever proposes levels waits for it, and a screen may ask again at each keystroke. The second figure is
 * the same for ten times the people, which no agency has; it would show a step that grows faster than n·log n.
 *
 * Time is the process's own processor time, collecting garbage included, so that a busy machine does not count against it.
 *
 * Run: node test/bench/classification.bench.ts
 */
import { classifyAgency, type PersonYear } from '@congvu/schema/classification';
import { rational, whole } from '@congvu/schema/primitives/rational';
import { getRuleSet } from '@congvu/schema/rulesets';

const PEOPLE = 500;
const ROUNDS = 7;
const PASSES = 20;

const rules = getRuleSet('ND335-2025/CIVIL_SERVANT');

/** Totals from 60 to 100 in hundredths, twelve groups, one in forty disciplined, one in fifty with a month missing. */
function makePerson(index: number): PersonYear {
  const months = Array.from({ length: 12 }, (_, month) =>
    index % 50 === 0 && month === 5 ? null : rational(6_000 + ((index * 997 + month * 131) % 4_001), 100),
  );
  return {
    code: `P${index}`,
    post: index === 0 ? 'HEAD' : index % 20 === 0 ? 'DEPUTY' : 'STAFF',
    group: `g${index % 12}`,
    months: index % 6 === 0 ? months.map(() => whole(95)) : months,
    workedMonths: whole(12),
    leave: 'NONE',
    resultPoints: rational(5_000 + (index % 2_000), 100),
    quality: rational(80 + (index % 21), 100),
    delays: index % 5,
    discipline: index % 40 === 39 ? [{ form: 'REPRIMAND', cause: 'PUBLIC_DUTY', countsInYear: true }] : [],
    hasDegradation: false,
    hasCorruptionInUnit: false,
  };
}

/** Everything a loop makes runs into this, so that no engine leaves it out. */
let sink = 0;

function millisecondsFor(people: readonly PersonYear[], passes: number): number {
  const start = process.cpuUsage();
  for (let pass = 0; pass < passes; pass += 1) {
    const answer = classifyAgency(rules, { unit: { level: 'GOOD', isOutstanding: false }, people });
    sink += answer.quota.limit;
    for (const { trace, flags } of answer.people) sink += trace.length + flags.length;
  }
  const { user, system } = process.cpuUsage(start);
  return (user + system) / 1_000 / passes;
}

function median(values: readonly number[]): number {
  return values.toSorted((left, right) => left - right)[Math.floor(values.length / 2)] ?? 0;
}

const agency = Array.from({ length: PEOPLE }, (_, index) => makePerson(index));
const tenfold = Array.from({ length: 10 * PEOPLE }, (_, index) => makePerson(index));
const times: number[] = [];
const tenfoldTimes: number[] = [];
for (let round = 0; round <= ROUNDS; round += 1) {
  const time = millisecondsFor(agency, PASSES);
  const tenfoldTime = millisecondsFor(tenfold, PASSES / 10);
  // The first round warms the compiler up.
  if (round === 0) continue;
  times.push(time);
  tenfoldTimes.push(tenfoldTime);
}
const report = (name: string, values: readonly number[], floor: number, goal: number) => {
  const value = Number(median(values).toFixed(2));
  console.log(JSON.stringify({ name, value, unit: 'ms', floor, goal, higherIsBetter: false }));
};
report('an agency of 500 classified', times, 50, 5);
report('an agency of 5,000 classified', tenfoldTimes, 500, 65);
if (!Number.isFinite(sink) || sink === 0) throw new Error('nothing was classified');
