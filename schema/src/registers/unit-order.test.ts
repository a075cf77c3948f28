import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { orderUnits } from './unit-order.ts';

/** "A<B" is the unit A below B. */
const rowsOf = (...written: readonly string[]) =>
  written.map((each) => {
    const [code = '', parent = ''] = each.split('<');
    return { code, parent };
  });
const known = new Set(['H']);

describe('the order of a file of units', () => {
  it('puts each unit after its parent, wherever the file has it', () => {
    const rows = rowsOf('C<B', 'B<A', 'A<H', 'D<H');
    const { order, problems } = orderUnits(rows, known);
    expect(problems).toEqual([]);
    expect(order.map((place) => rows[place]?.code)).toEqual(['A', 'D', 'B', 'C']);
  });

  it.each([
    ['one below itself', rowsOf('A<A'), ['0 UNIT_CYCLE A']],
    ['two below each other', rowsOf('A<B', 'B<A'), ['0 UNIT_CYCLE A,B', '1 UNIT_CYCLE B,A']],
    [
      'three in a circle',
      rowsOf('A<B', 'B<C', 'C<A'),
      ['0 UNIT_CYCLE A,B,C', '1 UNIT_CYCLE B,C,A', '2 UNIT_CYCLE C,A,B'],
    ],
    ['a known one put below its own unit', rowsOf('H<A', 'A<H'), ['0 UNIT_CYCLE H,A', '1 UNIT_CYCLE A,H']],
    ['one below a circle', rowsOf('A<B', 'B<A', 'C<A'), ['0 UNIT_CYCLE A,B', '1 UNIT_CYCLE B,A', '2 UNIT_UNKNOWN A']],
    ['an unknown parent', rowsOf('A<X'), ['0 UNIT_UNKNOWN X']],
    ['a code twice', rowsOf('A<H', 'A<H'), ['1 INCONSISTENT DUPLICATE_CODE']],
  ])('names %s', (_name, rows, expected) => {
    const { problems } = orderUnits(rows, known);
    expect(problems.map(({ row, error }) => `${row} ${error.code} ${Object.values(error.payload).join()}`)).toEqual(
      expected,
    );
  });

  it('goes on with the good rows beside a circle', () => {
    const rows = rowsOf('A<B', 'B<A', 'C<H');
    expect(orderUnits(rows, known).order).toEqual([2]);
  });

  it('takes or names every row once, each after its parent', () => {
    const codes = ['A', 'B', 'C', 'D', 'E', 'H'];
    const someRow = fc.record({ code: fc.constantFrom(...codes), parent: fc.constantFrom(...codes, 'X') });
    fc.assert(
      fc.property(fc.array(someRow, { maxLength: 9 }), (rows) => {
        const { order, problems } = orderUnits(rows, known);
        const named = [...order, ...problems.map(({ row }) => row)].toSorted((left, right) => left - right);
        expect(named).toEqual(rows.map((_row, place) => place));
        const there = new Set<string>(rows.some(({ code }) => code === 'H') ? [] : known);
        for (const place of order) {
          const row = rows[place];
          expect(there.has(row?.parent ?? '') || (row?.parent === 'H' && known.has('H'))).toBe(true);
          there.add(row?.code ?? '');
        }
      }),
    );
  });

  it('walks over 60,000 rows once, be they a tree, a chain without a root or one circle', () => {
    const rows = (parentOf: (index: number) => string) =>
      Array.from({ length: 60_000 }, (_, index) => ({ code: `U${index}`, parent: parentOf(index) }));
    const tree = rows((index) => (index === 0 ? 'H' : `U${(index - 1) >> 1}`)).toReversed();
    expect(orderUnits(tree, known).order).toHaveLength(60_000);
    const chain = orderUnits(
      rows((index) => (index === 0 ? 'X' : `U${index - 1}`)),
      known,
    );
    expect(chain.problems.at(-1)?.error).toEqual({ code: 'UNIT_UNKNOWN', payload: { unit: 'U59998' } });
    const circle = orderUnits(
      rows((index) => `U${(index + 1) % 60_000}`),
      known,
    );
    expect(circle.problems).toHaveLength(60_000);
    expect(circle.problems[0]?.error).toMatchObject({ code: 'UNIT_CYCLE' });
  });
});
