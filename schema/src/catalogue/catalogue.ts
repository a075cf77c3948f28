export {
  type ConsolidateProposals,
  consolidateProposalsShape,
  type DecideCatalogue,
  decideCatalogueShape,
  type ProposeProduct,
  proposeProductShape,
} from './catalogue-input.ts';
export { checkFrames, checkProduct, coefficientOf } from './frame.ts';
export { PRODUCT_GROUPS, type ProductGroup } from './product-group.ts';

import type { LocalDate } from '../primitives/local-date.ts';
import type { LocalisedText } from '../primitives/locale.ts';
import { type Rational, rational, whole } from '../primitives/rational.ts';
import type { Certainty, Source } from '../primitives/source.ts';
import type { ProductGroup } from './product-group.ts';

/** The points a product of the group may be given; `maximum` null: no upper end. */
export interface ScoreFrame {
  readonly group: ProductGroup;
  readonly minimum: Rational;
  readonly maximum: Rational | null;
  readonly certainty: Certainty;
}

/** An output product. `coefficient` = `points` ÷ the points of the standard product, exact. */
export interface CatalogueProduct {
  readonly code: string;
  readonly name: LocalisedText;
  readonly group: ProductGroup;
  readonly points: Rational;
  readonly coefficient: Rational;
  readonly unitOfWork: LocalisedText;
  readonly source: Source;
}

export interface Catalogue {
  readonly code: string;
  readonly name: LocalisedText;
  /** The code of the product whose coefficient is 1. */
  readonly standardProduct: string;
  readonly frames: readonly ScoreFrame[];
  readonly products: readonly CatalogueProduct[];
  readonly source: Source;
}

/** A published commune decision (Nghệ An, 31 May 2026) that applies the guidance handbook; practice, not law for everybody. */
const source: Source = {
  instrument: 'Quyết định của UBND xã (Nghệ An) ngày 31/05/2026',
  clause: null,
  // The decision's date stands in its source; a written ISO day that exists is a LocalDate.
  effectiveFrom: '2026-05-31' as LocalDate,
  effectiveTo: null,
  url: null,
  certainty: 'PRACTICE',
};

const STANDARD_POINTS = 5;

const FRAMES = [
  ['N1', 1, 10, 'PRACTICE'],
  ['N2', 11, 50, 'PRACTICE'],
  ['N3', 51, 100, 'PRACTICE'],
  ['N4', 101, 200, 'PRACTICE'],
  ['N5', 201, null, 'RECALLED'],
] as const;

const PRODUCTS = [
  ['DC.01', 5, 'Soạn thảo văn bản hành chính đơn giản', 'Simple administrative document', 'văn bản', 'document'],
  ['VP.06', 8, 'Công việc văn phòng', 'Office task', 'việc', 'task'],
  ['DC.02', 25, 'Công văn xin ý kiến', 'Official letter asking for opinions', 'công văn', 'letter'],
  ['DC.04', 25, 'Báo cáo nhanh', 'Quick report', 'báo cáo', 'report'],
  ['DC.05', 60, 'Báo cáo định kỳ', 'Periodic report', 'báo cáo', 'report'],
  ['DC.08', 70, 'Kế hoạch', 'Plan', 'kế hoạch', 'plan'],
  ['QL.01', 70, 'Nhiệm vụ lãnh đạo, quản lý', 'Leadership task', 'nhiệm vụ', 'task'],
  ['DC.06', 80, 'Báo cáo chuyên đề', 'Thematic report', 'báo cáo', 'report'],
  ['KTTC.01', 120, 'Dự toán ngân sách', 'Budget estimate', 'dự toán', 'estimate'],
] as const;

/** The catalogue a new office starts from until it enters its own. Source: domain.md 3.3. */
export const exampleCatalogue: Catalogue = {
  code: 'NGHE-AN-2026',
  name: {
    vi: 'Danh mục sản phẩm quy đổi mẫu (một xã ở Nghệ An, 2026)',
    en: 'Example conversion catalogue (a commune in Nghệ An, 2026)',
  },
  standardProduct: 'DC.01',
  frames: FRAMES.map(([group, minimum, maximum, certainty]) => ({
    group,
    minimum: whole(minimum),
    maximum: maximum === null ? null : whole(maximum),
    certainty,
  })),
  products: PRODUCTS.map(([code, points, vi, en, unitVi, unitEn]) => ({
    code,
    name: { vi, en },
    group: groupOf(points),
    points: whole(points),
    coefficient: rational(points, STANDARD_POINTS),
    unitOfWork: { vi: unitVi, en: unitEn },
    source,
  })),
  source,
};

function groupOf(points: number): ProductGroup {
  const frame = FRAMES.find(([, minimum, maximum]) => points >= minimum && (maximum === null || points <= maximum));
  if (frame === undefined) throw new Error(`no frame holds ${points} points`);
  return frame[0];
}
