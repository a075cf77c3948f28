import type { Period } from '@congvu/schema/primitives/period';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type ClosingOffice, closingOffice } from '../closing/testing/closing-office.ts';
import { createJobContext } from '../jobs/job-context.ts';
import { loadRuleSets } from '../rule-set/rule-set.store.ts';
import { type ApiOffice, openApiOffice } from '../testing/api-office.ts';
import { correctResult } from './correct-result.ts';

let office: ApiOffice;
let closing: ClosingOffice;
let person: { readonly id: string; readonly sheet: string };
const PERIOD = '2026-10' as Period;

beforeAll(async () => {
  office = await openApiOffice();
  closing = closingOffice(office);
  const { rows } = await office.ownerPool.query<{ id: string; sheet: string }>(
    `select s.employee_id as id, s.id as sheet from congvu.period_sheet s join congvu.unit u on u.id = s.unit_id
     where u.code = 'H99.01.01' and s.period = $1 and s.role = 'STAFF' order by s.id limit 1`,
    [PERIOD],
  );
  person = rows[0] ?? { id: '', sheet: '' };
});
afterAll(async () => {
  await closing?.stop();
  await office?.close();
});

/** Runs a correction of the person's month as an account, in one transaction. */
async function correct(userName: string): Promise<number | null> {
  const { rows } = await office.ownerPool.query<{ id: string }>(
    'select id from congvu.user_account where user_name = $1',
    [userName],
  );
  const createdById = rows[0]?.id ?? '';
  const actor = { userId: createdById, tokenScopes: null, purpose: null, requestId: 'correct-result' };
  return office.database.runAs(actor, async () => {
    const job = {
      id: 'test',
      kind: 'CLOSE_MONTH',
      unitId: '',
      period: PERIOD,
      cursor: null,
      createdById,
      tokenScopes: null,
    } as const;
    const context = await createJobContext(office.database, job, new Date('2026-11-22T09:00:00+07:00'));
    await loadRuleSets(context);
    return office.database.withActor((tx) => correctResult(tx, context, person.id, PERIOD));
  });
}

const results = async () => {
  const text = `select revision, total_numerator::float / total_denominator::float as total, worked_days as days, job_id is null as correction
    from congvu.period_result where employee_id = $1 and period = $2 order by revision`;
  return (await office.ownerPool.query(text, [person.id, PERIOD])).rows;
};

describe('a correction of a closed month', () => {
  test('does nothing to a month that was not closed', async () => {
    expect(await correct('quanly')).toBeNull();
    expect(await results()).toEqual([]);
  });

  test('keeps the corrected figure as the next revision, by who may confirm, and once', async () => {
    await closing.close('H99.01.01', PERIOD);
    const [closed] = await results();
    expect(await correct('quanly')).toBeNull();
    // One point less for the general criteria, as a correction stores it.
    await office.ownerPool.query(
      `update congvu.period_sheet set state = 'CORRECTED', revision = revision + 1, general = general - 1,
         total_numerator = total_numerator - total_denominator where id = $1`,
      [person.sheet],
    );
    // Who may not see the result finds nothing to correct.
    expect(await correct('chuyenvien')).toBeNull();
    expect(await correct('quanly')).toBe(2);
    expect(await correct('quanly')).toBeNull();
    expect(await results()).toEqual([
      closed,
      { revision: 2, total: closed.total - 1, days: closed.days, correction: true },
    ]);
    const again = await closing.close('H99.01.01', PERIOD);
    expect(again).toMatchObject({ leftOpen: 0 });
    expect(await results()).toHaveLength(2);
  });

  test('is refused where the stored figure is not what its inputs give', async () => {
    await office.ownerPool.query('update congvu.period_sheet set general = general - 1 where id = $1', [person.sheet]);
    await expect(correct('quanly')).rejects.toThrow('INPUTS_CHANGED');
    expect(await results()).toHaveLength(2);
  });
});
