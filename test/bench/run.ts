/**
 * Runs the benchmarks one after the other and prints what they measured beside its floor and goal.
 *
 * Each `*.bench.ts` is a program of its own that prints JSON lines of the shape `Figure` on standard output; whatever
 * else it has to say goes to standard error. The table goes to standard output, all figures to `results/<instant>.json`.
 * Exit code 1 where a figure misses its floor.
 */
import { spawn } from 'node:child_process';
import { mkdir, readdir, writeFile } from 'node:fs/promises';
import { cpus, totalmem } from 'node:os';
import { join } from 'node:path';

/** One measured figure; `higherIsBetter` says on which side of the floor it should lie. */
interface Figure {
  readonly name: string;
  readonly value: number;
  readonly unit: string;
  readonly floor?: number;
  readonly goal?: number;
  readonly higherIsBetter: boolean;
}

const folder = import.meta.dirname;
const wanted = process.argv.slice(2);

const programs = (await readdir(folder))
  .filter((name) => name.endsWith('.bench.ts'))
  .filter((name) => wanted.length === 0 || wanted.some((word) => name.includes(word)));
const figures: Figure[] = [];
for (const program of programs.toSorted()) {
  console.error(`▶ ${program}`);
  figures.push(...(await measure(program)));
}

console.table(
  figures.map((figure) => ({
    figure: figure.name,
    value: `${figure.value.toLocaleString('en', { maximumFractionDigits: 2 })} ${figure.unit}`,
    floor: figure.floor ?? '',
    goal: figure.goal ?? '',
    verdict: verdict(figure),
  })),
);
const results = join(folder, 'results');
await mkdir(results, { recursive: true });
const machine = { node: process.version, cores: cpus().length, memoryBytes: totalmem() };
const file = join(results, `${new Date().toISOString().replaceAll(':', '-')}.json`);
await writeFile(file, `${JSON.stringify({ machine, figures }, null, 2)}\n`);
console.error(file);
if (figures.some((figure) => verdict(figure) === 'below the floor')) process.exitCode = 1;

async function measure(program: string): Promise<readonly Figure[]> {
  const child = spawn(process.execPath, ['--expose-gc', join(folder, program)], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  let text = '';
  child.stdout.setEncoding('utf8').on('data', (chunk: string) => {
    text += chunk;
  });
  const code = await new Promise<number | null>((resolve) => child.once('close', resolve));
  if (code !== 0) throw new Error(`${program} ended with ${code}\n${text}`);
  return text
    .split('\n')
    .filter((line) => line.startsWith('{'))
    .map((line) => JSON.parse(line) as Figure); // Our own programs; a wrong shape shows in the table.
}

function verdict({ value, floor, goal, higherIsBetter }: Figure): string {
  const reaches = (bound: number) => (higherIsBetter ? value >= bound : value <= bound);
  if (goal !== undefined && reaches(goal)) return 'goal';
  if (floor === undefined) return '';
  return reaches(floor) ? 'floor' : 'below the floor';
}
