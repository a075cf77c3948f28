import { afterAll, beforeAll, expect, it } from 'vitest';
import { createTestDatabase, type TestDatabase } from '../../../test/testkit/database.ts';
import { actorOf, createSmallOrganisation, type SmallOrganisation } from '../../../test/testkit/small-organisation.ts';
import type { Reads } from './read-together.ts';

let test: TestDatabase;
let org: SmallOrganisation;
beforeAll(async () => {
  test = await createTestDatabase();
  org = await createSmallOrganisation(test.ownerPool);
});
afterAll(() => test.drop());

const together = <Value>(work: (reads: Reads) => Promise<Value>): Promise<Value> =>
  test.database.runAs(actorOf(org.headA), () => test.database.readTogether(work));
const figure = async (reads: Reads) =>
  (await reads.query<{ level: string | null }>('select level from congvu.period_sheet order by id')).rows;

it('sees one instant, whatever another connection commits meanwhile, and the next one sees that', async () => {
  const [before, during] = await together(async (reads) => {
    const first = await figure(reads);
    await test.ownerPool.query(
      `update period_sheet set score_state = 'SCORED', total_numerator = 80, total_denominator = 1, level = 'GOOD', display = '80,00'`,
    );
    return [first, await figure(reads)];
  });
  expect(before.length).toBeGreaterThan(0);
  expect(during).toEqual(before);
  const after = await together(figure);
  expect(after).not.toEqual(before);
  expect(after.every(({ level }) => level === 'GOOD')).toBe(true);
});

it('reads as the actor, in the order it was asked', async () => {
  const answers = await together((reads) =>
    Promise.all(
      [1, 2, 3].map((number) =>
        reads.query<{ number: number; actor: string }>(
          'select $1::int as number, congvu.actor_user() as actor, clock_timestamp() as at',
          [number],
        ),
      ),
    ),
  );
  expect(answers.map(({ rows }) => rows[0]?.number)).toEqual([1, 2, 3]);
  expect(new Set(answers.map(({ rows }) => rows[0]?.actor))).toEqual(new Set([actorOf(org.headA).userId]));
});

it('writes nothing, fails as its work fails, and gives its connection back', async () => {
  let late: Reads | undefined;
  const write = together(async (reads) => {
    late = reads;
    // The second waits behind the one that fails.
    await Promise.all([reads.query('delete from congvu.period_sheet'), figure(reads).catch(() => [])]);
  });
  await expect(write).rejects.toThrow(/read-only|permission denied/);
  await expect(late?.query('select 1')).rejects.toThrow('over');
  // More often than the pool has connections.
  for (let turn = 0; turn < 12; turn += 1) {
    await expect(together(() => Promise.reject(new Error('as its work')))).rejects.toThrow('as its work');
  }
  expect(await together(figure)).not.toEqual([]);
});
