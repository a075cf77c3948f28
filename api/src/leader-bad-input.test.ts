import { readFileSync } from 'node:fs';
import { domainError, errorCatalogue, isErrorCode } from '@congvu/schema/errors';
import { describeError } from '@congvu/schema/texts';
import { expect, test } from 'vitest';

/**
 * Bad input of rankings, imports, events and lists: the code each case is refused with, and the test through HTTP that meets it.
 * Each case is proved in its own file; this one fails where a proof goes missing.
 */
const PROOFS: readonly (readonly [bad: string, code: string, file: string])[] = [
  ['a file of 200 MB', 'BODY_TOO_LARGE', 'upload/upload.test.ts'],
  ['an archive that unpacks to too much', 'ARCHIVE_TOO_LARGE', 'register-import/file-import.test.ts'],
  ['no workbook, a damaged one, one with a password', 'FILE_UNREADABLE', 'register-import/file-import.test.ts'],
  ['a formula in a cell', 'FORMULA_IN_CELL', 'register-import/file-import.test.ts'],
  ['text of no known charset', 'ENCODING_UNKNOWN', 'register-import/file-import.test.ts'],
  ['a date that is none', 'NOT_A_DATE', 'register-import/file-import.test.ts'],
  ['merged cells', 'MERGED_CELLS', 'register-import/file-import.test.ts'],
  ['a code twice in a file', 'DUPLICATE_RECORD', 'register-import/file-kinds.test.ts'],
  ['units above one another in a circle', 'UNIT_CYCLE', 'register-import/file-kinds.test.ts'],
  ['an assignment that overlaps', 'ASSIGNMENT_OVERLAPS', 'register-import/file-kinds.test.ts'],
  ['a cursor of another query', 'CURSOR_FOREIGN', 'sql/paging.test.ts'],
  ['a cursor of each list there is, taken to another', 'CURSOR_FOREIGN', 'own-cursors.test.ts'],
  ['a cursor with a revoked token', 'TOKEN_REVOKED', 'sql/paging.test.ts'],
  ['a subscriber that stops reading', 'SUBSCRIBER_TOO_SLOW', 'events/slow-reader.test.ts'],
  ['a webhook inside the network', 'ADDRESS_REFUSED', 'webhook/webhook.test.ts'],
  ['people of several groups compared', 'NOT_COMPARABLE', 'comparison/comparison.test.ts'],
  ['a ranking over several groups', 'NOT_COMPARABLE', 'ranking/ranking.test.ts'],
  ['a shortlist for a post without conditions', 'POST_WITHOUT_CONDITIONS', 'shortlist/shortlist.test.ts'],
  ['a row of many that is bad, all or none', 'ROWS_REFUSED', 'period-sheet/confirm-sheets.test.ts'],
  ['an exported file past its day', 'EXPORT_EXPIRED', 'list-export/list-export.test.ts'],
];

test.each(PROOFS)('%s is refused with %s, proved in %s', (_bad, code, file) => {
  expect(isErrorCode(code) && errorCatalogue[code].httpStatus).toBeGreaterThanOrEqual(200);
  expect(readFileSync(new URL(file, import.meta.url), 'utf8')).toContain(`'${code}'`);
});

test('a cursor of another query is told so in both languages', () => {
  const error = domainError('CURSOR_FOREIGN');
  expect(describeError(error, 'vi')).not.toBe(describeError(error, 'en'));
});
