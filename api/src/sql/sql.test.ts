import { expect, test } from 'vitest';
import { all, raw, sql, toStatement } from './sql.ts';

test('numbers parameters in the order of their appearance, also those of spliced pieces', () => {
  const condition = sql`u.code = ${'A'} and u.level = ${2}`;
  const piece = sql`select ${raw('u.id')} from unit u where ${condition} or u.name = ${'B'}`;
  expect(toStatement(piece)).toEqual({
    text: 'select u.id from unit u where u.code = $1 and u.level = $2 or u.name = $3',
    values: ['A', 2, 'B'],
  });
});

test('never makes text of a value', () => {
  const hostile = "'; drop table unit; --";
  expect(toStatement(sql`select ${hostile}`)).toEqual({ text: 'select $1', values: [hostile] });
});

test('joins conditions by and; none is true', () => {
  expect(toStatement(all([])).text).toBe('true');
  expect(toStatement(all([sql`a = ${1}`, sql`b = ${2}`])).text).toBe('a = $1 and b = $2');
});
