import { describe, expect, it } from 'vitest';
import { builtInAdapters } from '../../adapters/built-in-adapters.ts';
import { parseAdapters } from './parse-adapters.ts';

const [adapter] = builtInAdapters;
if (!adapter) throw new Error('there are built-in adapters');

describe('adapters from elsewhere', () => {
  it('are taken as an object and as the text of a policy, in their order', () => {
    const other = { ...adapter, name: 'other' };
    expect(parseAdapters([JSON.stringify(adapter), other])).toEqual({ list: [adapter, other], leftOut: [] });
  });

  it('of one name: the first counts', () => {
    expect(parseAdapters([{ ...adapter, version: 3 }, adapter]).list).toMatchObject([{ version: 3 }]);
  });

  it.each([
    ['a shape of later', { ...adapter, name: 'later', version: 9, speaks: true }, { name: 'later', version: 9 }],
    ['no JSON', '{', { name: 'unnamed', version: 1 }],
    ['nothing', null, { name: 'unnamed', version: 1 }],
    ['a name that is none', { name: '<b>', version: -1 }, { name: 'unnamed', version: 1 }],
  ])('are left out and told, one by one: %s', (_, given, told) => {
    expect(parseAdapters([given, adapter])).toEqual({ list: [adapter], leftOut: [told] });
  });

  it('are at most a hundred', () => {
    const many = Array.from({ length: 101 }, (_, index) => ({ ...adapter, name: `site-${index}` }));
    const { list, leftOut } = parseAdapters(many);
    expect([list.length, leftOut]).toEqual([100, [{ name: 'site-100', version: adapter.version }]]);
  });
});
