import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { createTestDatabase } from '../../../test/testkit/database.ts';

test('the first steps of the README make an administrator whom the api knows', async () => {
  const readme = readFileSync(new URL('README.md', import.meta.url), 'utf8');
  const sql = /```sql\n([\s\S]*?)```/.exec(readme)?.[1] ?? '';
  const office = await createTestDatabase();
  try {
    await office.ownerPool.query(sql);
    const known = await office.database.authenticateSubject(
      'https://sso.example.gov.vn/realm',
      'sub-of-the-administrator',
    );
    expect(known?.permissions).toContainEqual({ permission: 'GRANT_MANAGE', unitPaths: ['h99'] });
  } finally {
    await office.drop();
  }
});
