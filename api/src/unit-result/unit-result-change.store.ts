import type { Transaction } from '@congvu/prisma/database';
import type { Level } from '@congvu/schema/evaluation';
import type { FindingTopic } from '@congvu/schema/registers';

/** One change of the organisations of an authority's year at a time: they share a quota. */
export async function lockUnitResults(tx: Transaction, authorityId: string, year: number): Promise<void> {
  await tx.$executeRaw`select pg_advisory_xact_lock(hashtextextended(${`unit results ${authorityId} ${year}`}, 0))`;
}

/** A direct subordinate that exists at the end of the year, with its decided level; null while it is not decided. */
export interface SubordinateLevel {
  readonly code: string;
  readonly level: Level | null;
}

export function subordinateLevels(tx: Transaction, unitId: string, year: number): Promise<SubordinateLevel[]> {
  return tx.$queryRaw`
    select u.code, (select r.decided_level from congvu.unit_result r where r.unit_id = u.id and r.year = ${year}
      and r.current and r.decided_at is not null) as level
    from congvu.unit u
    where u.parent_id = ${unitId}::uuid and u.valid_from <= make_date(${year}::int, 12, 31)
      and coalesce(u.valid_to >= make_date(${year}::int, 12, 31), true)
    order by u.code`;
}

/** The pool of an authority's organisations beside one of them: those OUTSTANDING or GOOD, decided or else proposed. */
export async function countOthers(
  tx: Transaction,
  result: { readonly id: string; readonly authorityId: string; readonly year: number },
): Promise<{ readonly pool: number; readonly outstanding: number }> {
  const rows = await tx.$queryRaw<{ readonly pool: number; readonly outstanding: number }[]>`
    select count(*) filter (where coalesce(r.decided_level, r.proposed_level) in ('OUTSTANDING', 'GOOD'))::int as pool,
      count(*) filter (where r.decided_level = 'OUTSTANDING')::int as outstanding
    from congvu.unit_result r
    where r.authority_id = ${result.authorityId}::uuid and r.year = ${result.year} and r.current and r.id <> ${result.id}::uuid`;
  return rows[0] ?? { pool: 0, outstanding: 0 };
}

/** A finding of an inspection that the unit was told of and did not remedy. */
export interface OpenFinding {
  readonly id: string;
  readonly topic: FindingTopic;
}

/**
 * Findings of a unit still open today that were made until the end of the year; those of the units below block those. What is
 * found later says nothing of that year.
 */
export function openFindings(tx: Transaction, unitId: string, year: number): Promise<OpenFinding[]> {
  return tx.$queryRaw`
    select f.id, f.topic::text as topic from congvu.open_findings(${unitId}::uuid, congvu.today()) f
    where f.found_on <= make_date(${year}::int, 12, 31)`;
}
