import { afterAll, beforeAll, expect, test } from 'vitest';
import { createSeededDatabase, type TestDatabase } from '../../../test/testkit/database.ts';
import { translateRowError } from './row-error.ts';

let database: TestDatabase;
beforeAll(async () => {
  database = await createSeededDatabase();
});
afterAll(() => database?.drop());

const refusalOf = async (text: string) => {
  try {
    await database.ownerPool.query(text);
  } catch (error) {
    return translateRowError(error);
  }
  throw new Error('nothing was refused');
};

test('a code that is taken is a record there already', async () => {
  const refused = await refusalOf(
    'insert into congvu.work_group (code, name, unit_id) select code, name, unit_id from congvu.work_group limit 1',
  );
  expect(refused).toMatchObject({ code: 'DUPLICATE_RECORD' });
});

test('days that are taken are a second assignment at once', async () => {
  const refused = await refusalOf(
    `insert into congvu.assignment (employee_id, unit_id, post, title, group_code, subject_type, role, rule_set, valid_from)
     select employee_id, unit_id, post, title, group_code, subject_type, role, rule_set, valid_from from congvu.assignment limit 1`,
  );
  expect(refused).toEqual({ code: 'INCONSISTENT', payload: { reason: 'OVERLAPPING_ASSIGNMENT' } });
});

test('anything else means what it means elsewhere', () => {
  expect(translateRowError({ code: '42501' })).toMatchObject({ code: 'FORBIDDEN' });
  expect(translateRowError({ code: '23503' })).toBeNull();
});
