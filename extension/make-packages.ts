/**
 * `pnpm package`: the packages for the three stores, and the sources that Mozilla's reviewers build again.
 *
 * They lie in .output/packages; what is unpacked there is what each zip holds. The same input gives the same bytes: zips
 * carry no times, and names are put in order.
 */
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { zip } from 'wxt';

const output = join(import.meta.dirname, '.output/packages');

const silent = (): void => undefined;
/** WXT names each of a thousand files; here only what went wrong is of interest, and the end's list. */
const logger = {
  level: 0,
  debug: silent,
  log: silent,
  info: silent,
  success: silent,
  warn: console.warn,
  error: console.error,
  fatal: console.error,
};

// WXT measures the sources by paths relative to their root.
process.chdir(join(import.meta.dirname, '..'));
rmSync(output, { recursive: true, force: true });
for (const browser of ['chrome', 'edge', 'firefox'])
  await zip({
    root: import.meta.dirname,
    outDir: '.output/packages',
    outDirTemplate: '{{browser}}',
    browser,
    logger,
    hooks: {
      'build:manifestGenerated': (_wxt, manifest) => {
        // A store refuses the key and gives the extension an id of its own, to which the office's provider must answer.
        delete manifest.key;
      },
    },
  });

for (const name of readdirSync(output).filter((entry) => entry.endsWith('.zip'))) {
  const path = join(output, name);
  const hash = createHash('sha256').update(readFileSync(path)).digest('hex');
  console.log(`${name}  ${(statSync(path).size / 1024).toFixed(0)} kB  sha256 ${hash}`);
}
