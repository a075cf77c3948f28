import { expect, it } from 'vitest';
import { readCodes } from './read-codes.ts';

it.each([
  ['H99.01, H99.02', ['H99.01', 'H99.02']],
  [' AB0001;AB0002\nAB0001 ', ['AB0001', 'AB0002']],
  ['', []],
  [' , ', []],
])('reads %j', (typed, codes) => {
  expect(readCodes(typed)).toEqual(codes);
});
