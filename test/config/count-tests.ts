import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';

/** Tests passed and failed over all of Vitest's JSON reports in a folder; none where it does not exist. */
export async function countTests(folder: string): Promise<{ readonly passed: number; readonly failed: number }> {
  const files = await readdir(folder).catch(() => []);
  let passed = 0;
  let failed = 0;
  for (const file of files) {
    // Vitest's own report: these two keys are part of its documented (Jest-compatible) shape.
    const report = JSON.parse(await readFile(join(folder, file), 'utf8')) as Record<
      'numPassedTests' | 'numFailedTests',
      number
    >;
    passed += report.numPassedTests;
    failed += report.numFailedTests;
  }
  return { passed, failed };
}
