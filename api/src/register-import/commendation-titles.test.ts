import { afterAll, beforeAll, expect, test } from 'vitest';
import { newKey } from '../testing/api-office.ts';
import { csv, openFileOffice } from './testing/file-office.ts';

let files: Awaited<ReturnType<typeof openFileOffice>>;
beforeAll(async () => {
  files = await openFileOffice();
});
afterAll(() => files?.close());

const AGENCY = 'H99.01';
const HEADING = ['unit', 'titleCode', 'form', 'title', 'kind', 'decisionNumber', 'decidedOn', 'issuer'];
const row = (titleCode: string, number: string, decidedOn: string, unit = AGENCY) => [
  ...[unit, titleCode, 'Danh hiệu thi đua', 'Tập thể chuyển đổi số', 'Đột xuất', number, decidedOn, 'Giám đốc Sở'],
];

test('a file names titles as the office had them on the day of the decision', async () => {
  const title = {
    ...{ code: 'TT-CDS', subject: 'COLLECTIVE', onTheSpot: true },
    name: { vi: 'Tập thể chuyển đổi số', en: 'Digital collective' },
    conditions: [{ kind: 'NOT_HELD' }],
  };
  const { data, errors } = await files.office.as('quantri')(
    'mutation M($input: PublishRegisterTableInput!) { publishRegisterTable(input: $input) { __typename } }',
    {
      input: {
        ...{ idempotencyKey: newKey(), kind: 'COMMENDATION_TITLES', unit: AGENCY, version: 1 },
        ...{ effectiveFrom: '2026-06-01', decisionNumber: '58/QĐ-SNV', body: JSON.stringify([title]) },
      },
    },
  );
  expect([errors, data?.publishRegisterTable.__typename]).toEqual([[], 'RegisterTable']);

  const preview = await files.previewed({
    register: 'COMMENDATION',
    file: csv(
      HEADING,
      row('TT-CDS', '1/QĐ', '2026-06-01'),
      row('TT-CDS', '2/QĐ', '2026-05-31'),
      row('LDTT', '3/QĐ', '2026-06-01'),
      row('TT-CDS', '4/QĐ', '2026-06-01', 'H99.02'),
      row('', '5/QĐ', '2026-06-01'),
    ),
  });
  expect(preview.problems.map((each) => [each.row, each.path, each.code])).toEqual([
    [3, '/titleCode', 'UNKNOWN_VALUE'],
    [4, '/titleCode', 'UNKNOWN_VALUE'],
    [5, '/titleCode', 'UNKNOWN_VALUE'],
  ]);
  expect((await files.takenIn(preview.id)).taken).toMatchObject({ committed: 2, bad: 3 });
  expect(
    await files.rows(
      "select title_code as code from congvu.commendation where title = 'Tập thể chuyển đổi số' order by 1",
    ),
  ).toEqual([{ code: 'TT-CDS' }, { code: null }]);
});
