import { expect, it } from 'vitest';
import { openDatabase, translateDatabaseError } from './database.ts';

// Row policies, guards and grants are translated in write-policies.test.ts, from errors that PostgreSQL gave.

it('tells a server that cannot be reached, through pg and through Prisma', async () => {
  // Port 1 is nobody's.
  const database = openDatabase({ url: 'postgresql://congvu_api:x@127.0.0.1:1/congvu' });
  const actor = { userId: '00000000-0000-0000-0000-000000000000', tokenScopes: null, purpose: null, requestId: 'r' };
  const failures = await Promise.allSettled([
    database.authenticateSubject('embedded', 'x'),
    database.runAs(actor, () => database.pool.query('SELECT 1')),
    database.runAs(actor, () => database.prisma.unit.findMany()),
    database.runAs(actor, () => database.withActor((tx) => tx.unit.count())),
  ]);
  const codes = failures.map(
    (failure) => failure.status === 'rejected' && translateDatabaseError(failure.reason)?.code,
  );
  expect(codes).toEqual(Array.from({ length: 4 }, () => 'DATABASE_UNREACHABLE'));
  await database.close();
});

it('has nothing to say of a fault of ours', () => {
  for (const fault of [new TypeError('x'), Object.assign(new Error('syntax'), { code: '42601' }), 'text', null]) {
    expect(translateDatabaseError(fault)).toBeNull();
  }
});

it('ends on an error that is its own cause', () => {
  const error = new Error('round');
  error.cause = error;
  expect(translateDatabaseError(error)).toBeNull();
});
