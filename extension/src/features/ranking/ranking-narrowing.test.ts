import { expect, it } from 'vitest';
import {
  countNarrowing,
  keptSpans,
  readNarrowing,
  type Span,
  toNarrowingInput,
  writeNarrowing,
} from './ranking-narrowing.ts';

const nothing = { level: [], state: [], spans: {} };

it.each([
  nothing,
  { level: ['OUTSTANDING', 'GOOD'], state: [], spans: { total: { min: '70', max: '90' } } },
  { level: [], state: ['CONFIRMED'], spans: { quality: { min: '', max: '99.5' }, general: { min: '27', max: '' } } },
] as const)('reads back what it wrote: %j', (narrowing) => {
  expect(readNarrowing(writeNarrowing(narrowing), true)).toEqual(narrowing);
});

it('asks for nothing that an address mangles, and for no state of a year’s rows', () => {
  expect(readNarrowing({ level: 'BEST', state: 'x', total: 'a-b', quality: '-' }, true)).toEqual(nothing);
  expect(readNarrowing({ state: 'CONFIRMED' }, false)).toEqual(nothing);
});

it('takes a comma or a point, and leaves out what is no number', () => {
  const typed: Readonly<Record<string, Span>> = {
    total: { min: '70,5', max: '' },
    general: { min: 'nhiều', max: '' },
  };
  expect(keptSpans((name) => typed[name])).toEqual({
    total: { min: '70.5', max: '' },
  });
});

it('sends points as typed and percent as an exact fraction', () => {
  const narrowing = readNarrowing({ level: 'GOOD', total: '70-89.99', quality: '99.5-100', progress: '-0' }, true);
  expect(toNarrowingInput(narrowing)).toEqual({
    level: ['GOOD'],
    total: { min: '70', max: '89.99' },
    quality: { min: '199/200', max: '1' },
    progress: { min: null, max: '0' },
  });
  expect(toNarrowingInput(nothing)).toEqual({});
  expect([countNarrowing(narrowing), countNarrowing(nothing)]).toEqual([4, 0]);
});
