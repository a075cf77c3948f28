/** What a unit is to the people in it: the agency that manages them, that which uses them, or a unit inside either. Source: domain.md 2. */
export const UNIT_KINDS = ['MANAGING_AGENCY', 'USING_AGENCY', 'DIRECT_UNIT'] as const;
export type UnitKind = (typeof UNIT_KINDS)[number];
