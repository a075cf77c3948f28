/**
 * How many periods of 20 tasks does one core score in a second, with rule ids, sources and the full explanation?
 *
 * Floor 200,000, goal 500,000. The first line scores and makes the compact explanation, level and exact total that a
 * caller stores; the second, which has no floor, also expands every line and item, as only a reader of one score does. Each round alternates with a bare loop that only sums the
 * same items' units in doubles; `ratio` is the share of that loop's speed, comparable across machines.
 *
 * Time is the process's own processor time, collecting garbage included, so that a busy machine does not count against it.
 *
 * Run: node test/bench/scoring.bench.ts
 */
import { rational, whole } from '@congvu/schema/primitives/rational';
import { getRuleSet } from '@congvu/schema/rulesets';
import { encodeExplanation, type ScoreInput, type ScoreItem, scorePeriod } from '@congvu/schema/scoring';

const PERIODS = 5_000;
const TASKS = 20;
const ROUNDS = 5;
const PASSES = 12;
const FLOOR = 200_000;
const GOAL = 500_000;

const ruleSet = getRuleSet('ND335-2025/CIVIL_SERVANT');

/** Coefficients of the example catalogue times small quantities; one task in ten unplanned, some late, wrong or not done. */
function makeItem(period: number, task: number): ScoreItem {
  const seed = (period * 31 + task * 17) % 97;
  const coefficients = [
    rational(1),
    rational(8, 5),
    rational(5),
    rational(12),
    rational(14),
    rational(16),
    rational(5, 2),
  ];
  return {
    units: coefficients[seed % coefficients.length] ?? rational(1),
    origin: seed % 10 === 0 ? 'UNPLANNED' : 'PLANNED',
    outcome: seed % 13 === 0 ? 'NOT_DONE' : 'DONE',
    errors: seed % 11 === 0 ? 1 : 0,
    delays: seed % 7 === 0 ? 1 : 0,
  };
}

function makePeriod(period: number): ScoreInput {
  const general = rational(40 + (period % 20), 2);
  const items = Array.from({ length: TASKS }, (_, task) => makeItem(period, task));
  if (period % 8 !== 0) return { role: 'STAFF', general, items };
  return { role: 'LEADER', general, items, unitResult: 100, organising: period % 16 === 0 ? 50 : 100, cohesion: 100 };
}

const periods = Array.from({ length: PERIODS }, (_, period) => makePeriod(period));
/** Everything a loop makes runs into this, so that no engine leaves it out. */
let sink = 0;

function sumBare(): void {
  for (const { items } of periods) {
    let total = 0;
    for (const { units } of items) total += units.smallNumerator / units.smallDenominator;
    sink += total;
  }
}

function scoreAndStore(): void {
  for (const period of periods) {
    const score = scorePeriod(ruleSet, period);
    if (score.state !== 'SCORED') throw new Error('every period here has planned tasks');
    const { lines, items } = encodeExplanation(score);
    sink += lines.length + items.length + score.total.smallNumerator + score.level.length;
  }
}

function scoreAndExpand(): void {
  for (const period of periods) {
    const score = scorePeriod(ruleSet, period);
    if (score.state !== 'SCORED') throw new Error('every period here has planned tasks');
    for (const line of score.explanation) {
      sink += line.points.smallNumerator + line.source.instrument.length + line.rule.length;
      for (const item of line.items) sink += item.value.smallNumerator;
    }
    sink += score.total.smallNumerator + score.display.length;
  }
}

function periodsPerSecond(work: () => void): number {
  const start = process.cpuUsage();
  for (let pass = 0; pass < PASSES; pass += 1) work();
  const { user, system } = process.cpuUsage(start);
  return (PERIODS * PASSES * 1_000_000) / (user + system);
}

function median(values: readonly number[]): number {
  return values.toSorted((left, right) => left - right)[Math.floor(values.length / 2)] ?? 0;
}

function measure(name: string, work: () => void, bounds: { floor?: number; goal?: number }): void {
  const speeds: number[] = [];
  const ratios: number[] = [];
  for (let round = 0; round <= ROUNDS; round += 1) {
    const speed = periodsPerSecond(work);
    const bare = periodsPerSecond(sumBare);
    // The first round warms the compiler up.
    if (round === 0) continue;
    speeds.push(speed);
    ratios.push(speed / bare);
  }
  const value = Math.round(median(speeds));
  const ratio = Number(median(ratios).toFixed(4));
  console.log(JSON.stringify({ name, value, unit: 'periods/s', ratio, ...bounds, higherIsBetter: true }));
}

if (scorePeriod(ruleSet, { role: 'STAFF', general: whole(0), items: [] }).state !== 'INSUFFICIENT_DATA') {
  throw new Error('an empty period has no score');
}
measure('scoring, stored form', scoreAndStore, { floor: FLOOR, goal: GOAL });
measure('scoring, everything expanded', scoreAndExpand, {});
if (!Number.isFinite(sink)) throw new Error('a figure was not a number');
