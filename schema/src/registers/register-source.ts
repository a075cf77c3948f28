import type { LocalDate } from '../primitives/local-date.ts';
import type { Certainty, Source } from '../primitives/source.ts';

/** Where a row of a register's table stands. A clause that was not seen is null. The days given exist. */
export function source(
  instrument: string,
  clause: string | null,
  certainty: Certainty,
  effectiveFrom: string | null = null,
  effectiveTo: string | null = null,
): Source {
  return {
    instrument,
    clause,
    // Written days of the tables beside, which the tests read back.
    effectiveFrom: effectiveFrom as LocalDate | null,
    effectiveTo: effectiveTo as LocalDate | null,
    url: null,
    certainty,
  };
}

/** The first day of the law on cán bộ, công chức and of NĐ 172/2025, which ended giáng chức and hạ bậc lương. */
export const NEW_LAW_FROM = '2025-07-01' as LocalDate;
export const OLD_LAW_TO = '2025-06-30' as LocalDate;
