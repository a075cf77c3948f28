import { expect, test } from 'vitest';
import { read, sourceFiles } from './repository.ts';

const core = sourceFiles(/^schema\/src\/.*\.ts$/).filter((path) => !path.endsWith('.test.ts'));

test.each([
  ['reads no clock', /\bDate\.now\(|\bnew Date\(\)|\bperformance\.now\(/],
  ['throws no dice', /\bMath\.random\(|\bcrypto\.randomUUID\(/],
  ['follows no default locale or time zone', /\.toLocale\w*\(\s*\)|\bIntl\.\w+\(\s*\)|\blocaleCompare\(\s*\w+\s*\)/],
  ['formats and parses no floating point score', /\bparseFloat\(|\.toFixed\(/],
])('the core %s', (_, pattern) => {
  expect(core.length).toBeGreaterThan(10);
  expect(core.filter((path) => pattern.test(withoutComments(read(path))))).toEqual([]);
});

test('the environment is read in one file of the api', () => {
  const readers = sourceFiles(/^(schema|prisma|api|extension)\/.*\.tsx?$/)
    .filter((path) => !/\.test\.tsx?$|\.config\.ts$|\/testing\//.test(path))
    .filter((path) => /\bprocess\.env\b/.test(withoutComments(read(path))));
  expect(readers).toEqual(['api/src/environment.ts']);
});

function withoutComments(source: string): string {
  return source.replaceAll(/\/\*[\s\S]*?\*\//g, '').replaceAll(/(^|\s)\/\/.*$/gm, '');
}
