import { ERROR_CODES, type ErrorCode } from '@congvu/schema/errors';
import { expect, test } from 'vitest';
import { ERROR_PLACES, type ErrorPlace } from '../../api/src/docs/error-places.ts';
import { read, sourceFiles } from './repository.ts';

/** The page of errors says where each code is met; what the sources show of it is compared, in both directions. */
const sources = sourceFiles(/^(api|schema|prisma|extension)\/src\/.*\.tsx?$/)
  .filter((path) => !/\.test\.|\/testing\/|error-examples|error-places|src\/errors\/|src\/texts\//.test(path))
  .map((path) => ({ path, text: read(path) }));

const COMMANDS = /^(api\/src\/(cli|start)\/|api\/src\/environment|prisma\/src\/(embedded|migrate)\/)/;
const DOWNLOADS = /^api\/src\/(files\/|.*\.download\.ts$)/;

/** Where a code that is made here comes out, as far as the line alone tells. */
function placeOf(path: string, made: string): ErrorPlace | null {
  if (COMMANDS.test(path)) return 'START';
  if (path.startsWith('extension/')) return 'CLIENT';
  if (path.startsWith('schema/src/batch/')) return 'BATCH';
  if (!made.startsWith('requestError')) return null;
  return DOWNLOADS.test(path) ? 'FILE' : 'TOP';
}

test('a place where the sources make a code stands on the page of errors', () => {
  const missing = sources.flatMap(({ path, text }) =>
    [...text.matchAll(/((?:requestError\(\s*)?domainError\(\s*)'([A-Z_]+)'/g)].flatMap(([, made = '', code]) => {
      const place = placeOf(path, made);
      return place === null || ERROR_PLACES[code as ErrorCode].includes(place) ? [] : [`${code} ${place}: ${path}`];
    }),
  );
  expect(missing).toEqual([]);
});

/** The sources a place's codes can come from: there each of them is named. */
const ORIGINS: Readonly<Record<ErrorPlace, RegExp>> = {
  FIELD: /^(api|schema|prisma)\//,
  TOP: /^(api|schema|prisma)\//,
  FILE: /^(api|schema|prisma)\//,
  BATCH: /^schema\//,
  STREAM: /^(api|prisma)\//,
  CLIENT: /^extension\//,
  START: COMMANDS,
  SIGN_IN: /^api\/src\/identity\//,
};

test('a place on the page of errors is one whose sources name the code', () => {
  const stale = ERROR_CODES.flatMap((code) =>
    ERROR_PLACES[code]
      .filter((place) => !sources.some(({ path, text }) => ORIGINS[place].test(path) && text.includes(`'${code}'`)))
      .map((place) => `${code} ${place}`),
  );
  expect(stale).toEqual([]);
});
