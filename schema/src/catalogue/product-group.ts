/** At most five groups by complexity of the job position. Source: NĐ 335/2025 art. 13. */
export const PRODUCT_GROUPS = ['N1', 'N2', 'N3', 'N4', 'N5'] as const;
export type ProductGroup = (typeof PRODUCT_GROUPS)[number];
