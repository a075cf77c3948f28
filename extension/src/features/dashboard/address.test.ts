import { expect, it } from 'vitest';
import { readAddress, writeAddress } from './address.ts';

it.each([
  { path: 'phan-loai-nam', item: null, filters: { year: '2026', unit: 'H99.01' } },
  { path: 'phan-loai-nam', item: 'Q2xhc3M6MQ==', filters: {} },
  { path: 'xep-hang', item: 'a/b?c', filters: { search: 'Nguyễn & Trần', group: 'a=b' } },
])('reads back what it wrote: %j', (address) => {
  expect(readAddress(writeAddress(address))).toEqual(address);
});

it.each(['', '#', '#/', '#/?'])('takes %j for the first screen', (hash) => {
  expect(readAddress(hash)).toEqual({ path: '', item: null, filters: {} });
});

it('does not fail at a mangled address', () => {
  expect(readAddress('#/%E0%A4%A/%?year=2026')).toEqual({ path: '', item: null, filters: { year: '2026' } });
});

it('leaves empty filters out of the address', () => {
  expect(writeAddress({ path: 'nam', item: null, filters: { level: '', year: '2026' } })).toBe('#/nam?year=2026');
});
