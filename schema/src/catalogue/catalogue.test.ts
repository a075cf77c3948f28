import { describe, expect, it } from 'vitest';
import { compare, toText } from '../primitives/rational.ts';
import { exampleCatalogue } from './catalogue.ts';

describe('the example catalogue', () => {
  const { products, frames, standardProduct } = exampleCatalogue;

  it('holds the products, points and coefficients of the published decision', () => {
    expect(products.map(({ code, group, points, coefficient }) => `${code} ${group} ${points} ${coefficient}`)).toEqual(
      [
        'DC.01 N1 5 1',
        'VP.06 N1 8 8/5',
        'DC.02 N2 25 5',
        'DC.04 N2 25 5',
        'DC.05 N3 60 12',
        'DC.08 N3 70 14',
        'QL.01 N3 70 14',
        'DC.06 N3 80 16',
        'KTTC.01 N4 120 24',
      ],
    );
  });

  it('gives its standard product the coefficient 1', () => {
    expect(products.filter(({ coefficient }) => toText(coefficient) === '1').map(({ code }) => code)).toEqual([
      standardProduct,
    ]);
  });

  it('keeps every product within the frame of its group, and says that it is practice', () => {
    for (const { group, points, source } of products) {
      const frame = frames.find((each) => each.group === group);
      if (frame === undefined) throw new Error(group);
      expect(compare(points, frame.minimum)).toBeGreaterThanOrEqual(0);
      if (frame.maximum !== null) expect(compare(points, frame.maximum)).toBeLessThanOrEqual(0);
      expect([source.certainty, source.clause]).toEqual(['PRACTICE', null]);
    }
  });
});
