/** Why a record is read (Nghị định 356/2025/NĐ-CP: purpose limitation). A closed list, kept with every access entry. */
export const PURPOSES = [
  'EVALUATE',
  'CLASSIFY',
  'RESOLVE_PETITION',
  'COMMENDATION',
  'APPOINTMENT',
  'INSPECTION',
  'STATISTICS',
  'DISCIPLINE',
  'DATA_PROTECTION',
] as const;
export type Purpose = (typeof PURPOSES)[number];

export function isPurpose(value: unknown): value is Purpose {
  return PURPOSES.some((purpose) => purpose === value);
}
