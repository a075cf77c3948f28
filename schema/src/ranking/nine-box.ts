import type { LocalisedText } from '../primitives/locale.ts';
import { compare, divide, multiply, type Rational, rational, whole } from '../primitives/rational.ts';
import type { Source } from '../primitives/source.ts';

/** The place of a box: columns by results, rows by general criteria, each from low (0) to high (2). */
export type Third = 0 | 1 | 2;
export const THIRDS: readonly Third[] = [0, 1, 2];

export interface Box {
  readonly column: Third;
  readonly row: Third;
}

/**
 * Where low ends and high begins, as shares of what is attainable. They are the bounds of the levels GOOD (70 of 100) and OUTSTANDING
 * (90 of 100) laid on each half of the score: our reading, since no text cuts the halves.
 */
export const NINE_BOX_BOUNDS: { readonly low: Rational; readonly high: Rational; readonly source: Source } = {
  low: rational(70, 100),
  high: rational(90, 100),
  source: {
    instrument: '335/2025/NĐ-CP',
    clause: null,
    effectiveFrom: null,
    effectiveTo: null,
    url: null,
    certainty: 'ASSUMPTION',
  },
};

/** Points attainable for results and for general criteria. Source: NĐ 335/2025 art. 12(2); domain.md 3.2, 3.7. */
const RESULT_MAXIMUM = whole(70);
const GENERAL_MAXIMUM = whole(30);

/** The box of somebody with so many result points of 70 and general points of 30. A figure on a bound belongs above it. */
export function boxOf(resultPoints: Rational, general: Rational): Box {
  return {
    column: thirdOf(divide(resultPoints, RESULT_MAXIMUM)),
    row: thirdOf(divide(general, GENERAL_MAXIMUM)),
  };
}

function thirdOf(share: Rational): Third {
  if (compare(share, NINE_BOX_BOUNDS.high) >= 0) return 2;
  return compare(share, NINE_BOX_BOUNDS.low) >= 0 ? 1 : 0;
}

/** From how many points a third begins: "49" of 70 for the middle column. Exact. */
export function thirdBeginsAt(axis: 'RESULT' | 'GENERAL', third: Third): Rational {
  const maximum = axis === 'RESULT' ? RESULT_MAXIMUM : GENERAL_MAXIMUM;
  if (third === 0) return whole(0);
  return multiply(maximum, third === 1 ? NINE_BOX_BOUNDS.low : NINE_BOX_BOUNDS.high);
}

const THIRD_TEXTS: readonly LocalisedText[] = [
  { vi: 'chưa cao', en: 'lower' },
  { vi: 'khá', en: 'middle' },
  { vi: 'cao', en: 'high' },
];

/** What a box is called: what it holds and no judgement of who stands in it. */
export function boxName({ column, row }: Box): LocalisedText {
  // A third is a place of the list above.
  const [result, general] = [THIRD_TEXTS[column], THIRD_TEXTS[row]] as [LocalisedText, LocalisedText];
  return {
    vi: `Kết quả ${result.vi} · tiêu chí chung ${general.vi}`,
    en: `Results ${result.en} · general criteria ${general.en}`,
  };
}
