import { fail, ok } from '@congvu/schema/primitives/result';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createTestDatabase, type TestDatabase } from '../../../test/testkit/database.ts';
import { actorOf, createSmallOrganisation, type SmallOrganisation } from '../../../test/testkit/small-organisation.ts';
import type { Transaction } from '../database/database.ts';
import { hashBody, once } from './idempotency.ts';

let test: TestDatabase;
let org: SmallOrganisation;
beforeAll(async () => {
  test = await createTestDatabase();
  org = await createSmallOrganisation(test.ownerPool);
});
afterAll(() => test.drop());

const fixPlan = (tx: Transaction, period: string) =>
  tx.periodPlan.create({
    data: { unitId: org.units.officeA, period, fixedAt: new Date(), fixedByName: 'Trần Trưởng A' },
  });

const call = (key: string, input: unknown, mutation = 'fixPeriodPlan') => ({
  key,
  mutation,
  bodyHash: hashBody(input),
});

/** Fixes a plan as the head of office A; the plan's row is the effect that must not double. */
function fix(key: string, period: string, input: unknown = { period }, mutation?: string) {
  return test.database.runAs(actorOf(org.headA), () =>
    test.database.withActor((tx) =>
      once(tx, call(key, input, mutation), async () => ok({ id: (await fixPlan(tx, period)).id })),
    ),
  );
}

const plans = async (period: string) =>
  (await test.ownerPool.query('SELECT id FROM period_plan WHERE period = $1', [period])).rowCount;

describe('a call repeated with the same key', () => {
  it('answers the first outcome and has no second effect', async () => {
    const first = await fix('key-aaaa-1', '2026-01');
    const again = await fix('key-aaaa-1', '2026-01');
    expect(first).toMatchObject({ ok: true, value: { replayed: false } });
    expect(again).toEqual({ ok: true, value: { ...(first.ok ? first.value : {}), replayed: true } });
    expect(await plans('2026-01')).toBe(1);
  });

  it('is the same body whatever the order of its fields', () => {
    expect(hashBody({ a: 1, b: { c: [1, 2], d: null } })).toEqual(hashBody({ b: { d: null, c: [1, 2] }, a: 1 }));
    expect(hashBody({ a: [1, 2] })).not.toEqual(hashBody({ a: [2, 1] }));
  });

  it('conflicts with another body and with another mutation, and changes nothing', async () => {
    await fix('key-bbbb-1', '2026-02');
    const conflict = { ok: false, error: { code: 'IDEMPOTENCY_CONFLICT' } };
    expect(await fix('key-bbbb-1', '2026-03')).toMatchObject(conflict);
    expect(await fix('key-bbbb-1', '2026-03', { period: '2026-02' }, 'assignTask')).toMatchObject(conflict);
    expect(await plans('2026-03')).toBe(0);
  });

  it('of another user is another call', async () => {
    const own = await test.database.runAs(actorOf(org.staffA), () =>
      test.database.withActor((tx) => once(tx, call('key-aaaa-1', {}), async () => ok({ id: 'own' }))),
    );
    expect(own).toMatchObject({ ok: true, value: { reference: { id: 'own' }, replayed: false } });
  });

  it('has one effect when twenty arrive at once', async () => {
    const answers = await Promise.all(Array.from({ length: 20 }, () => fix('key-cccc-1', '2026-04')));
    expect(answers.filter((answer) => answer.ok && !answer.value.replayed)).toHaveLength(1);
    expect(new Set(answers.map((answer) => answer.ok && answer.value.reference.id)).size).toBe(1);
    expect(await plans('2026-04')).toBe(1);
  });
});

describe('a call that fails', () => {
  it('with a value undoes what it wrote and leaves the key free', async () => {
    const refused = await test.database.runAs(actorOf(org.headA), () =>
      test.database.withActor((tx) =>
        once(tx, call('key-dddd-1', { period: '2026-05' }), async () => {
          await fixPlan(tx, '2026-05');
          return fail('WRONG_STATE' as const);
        }),
      ),
    );
    expect(refused).toEqual({ ok: false, error: 'WRONG_STATE' });
    expect(await plans('2026-05')).toBe(0);
    expect(await fix('key-dddd-1', '2026-05')).toMatchObject({ ok: true, value: { replayed: false } });
  });

  it('by throwing undoes the whole transaction', async () => {
    const thrown = test.database.runAs(actorOf(org.headA), () =>
      test.database.withActor((tx) =>
        once(tx, call('key-eeee-1', {}), async () => {
          await fixPlan(tx, '2026-06');
          throw new Error('broken');
        }),
      ),
    );
    await expect(thrown).rejects.toThrow('broken');
    expect(await plans('2026-06')).toBe(0);
    expect(await fix('key-eeee-1', '2026-06')).toMatchObject({ ok: true, value: { replayed: false } });
  });
});
