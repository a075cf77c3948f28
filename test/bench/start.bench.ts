/** How long does a person wait from the start command to a system that answers, once all is built and seeded? */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startOffice } from '../e2e/harness/office.ts';

const rounds = 5;
/** Beside a running system: other ports than the built defaults. */
const environment = { PORT: '4590', DOCUMENTS_PORT: '4591' };
const dataDirectory = await mkdtemp(join(tmpdir(), 'congvu-start-'));

const first = await secondsToReady();
const later: number[] = [];
for (let round = 0; round < rounds; round += 1) later.push(await secondsToReady());
await rm(dataDirectory, { recursive: true, force: true });

later.sort((left, right) => left - right);
console.error(`first ${first.toFixed(1)} s, then ${later.map((seconds) => seconds.toFixed(2)).join(', ')} s`);
print({
  name: 'start to ready, built and seeded (median of 5)',
  value: later[Math.floor(rounds / 2)],
  floor: 8,
  goal: 3,
});
print({ name: 'first start to ready: database made and seeded', value: first });

async function secondsToReady(): Promise<number> {
  const startedAt = performance.now();
  const office = await startOffice({ dataDirectory, environment });
  const seconds = (performance.now() - startedAt) / 1000;
  await office.stop();
  return seconds;
}

function print(figure: object): void {
  console.log(JSON.stringify({ ...figure, unit: 's', higherIsBetter: false }));
}
