/**
 * The test command: everything a change must pass, from a fresh clone, in one go.
 *
 * Stages run one after the other, the cheap ones first, so that a slip shows early; the last line counts the tests
 * that ran. Nothing is skipped: what is missing on the machine is installed or named with the command that installs it.
 */
import { rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { countTests } from './config/count-tests.ts';
import { installBrowser } from './config/install-browser.ts';
import { runStage } from './config/run-stage.ts';

const report = join(tmpdir(), `congvu-test-${process.pid}`);
const pnpm = (filter: string, script: string) => ['pnpm', ['--filter', filter, 'run', script]] as const;
const vitest = (project: string) =>
  ['vitest', ['run', '--reporter=default', '--reporter=json', `--outputFile.json=${report}/${project}.json`]] as const;

try {
  await runStage('browser and virtual screen', installBrowser);
  await runStage('generated code: database client', ...pnpm('@congvu/prisma', 'generate'));
  await runStage('generated code: extension', ...pnpm('@congvu/extension', 'generate'));
  await runStage('extension', ...pnpm('@congvu/extension', 'build'));
  await runStage('format and lint, import walls', 'biome', ['ci', '--error-on-warnings', '.']);
  for (const folder of ['schema', 'prisma', 'api', 'extension', 'test'])
    await runStage(`types: ${folder}`, 'tsc', ['-p', folder]);
  await runStage('dead code', 'knip', ['--config', 'test/config/knip.json']);
  for (const folder of ['schema', 'prisma', 'api', 'extension', 'test', 'test/e2e'])
    await runStage(`tests: ${folder}`, ...vitest(folder.replace('/', '-')), folder);
  const { passed, failed } = await countTests(report);
  console.log(`${passed} passed, ${failed} failed`);
} catch (error) {
  const { passed, failed } = await countTests(report);
  console.error(error instanceof Error ? error.message : error);
  console.log(`${passed} passed, ${Math.max(failed, 1)} failed`);
  process.exitCode = 1;
} finally {
  await rm(report, { recursive: true, force: true });
}
