import { afterAll, beforeAll, expect, test } from 'vitest';
import { newKey } from '../testing/api-office.ts';
import { csv, openFileOffice } from './testing/file-office.ts';

let files: Awaited<ReturnType<typeof openFileOffice>>;
beforeAll(async () => {
  files = await openFileOffice();
});
afterAll(() => files?.close());

test('who gives tasks by a file commands its job, without the right of personnel to import them', async () => {
  const heading = ['employee', 'product', 'title', 'quantity', 'deadline', 'responsibility'];
  const file = csv(heading, ['KHONG-CO', 'KHONG-CO', 'Việc thử', '1', '2026-11-27', 'Chủ trì']);
  const preview = await files.previewed({ register: 'TASK', unit: 'H99.01.01', file }, 'quanly');
  expect(preview).toMatchObject({ state: 'DONE', taken: { bad: 1 } });
  for (const name of ['stopJob', 'resumeJob']) {
    const { data, errors } = await files.office.as('quanly')(
      `mutation M($input: JobCommandInput!) { ${name}(input: $input) { __typename } }`,
      { input: { idempotencyKey: newKey(), job: preview.id } },
    );
    // It has ended, and he is not told that he may not.
    expect([errors, data?.[name]]).toEqual([[], { __typename: 'WrongStateError' }]);
  }
});
