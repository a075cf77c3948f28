import type { Transaction } from '@congvu/prisma/database';
import type { Level } from '@congvu/schema/evaluation';
import type { FindingTopic } from '@congvu/schema/registers';

/** The year of a unit, or of the units an authority recognises. */
export interface YearOf {
  readonly unitId: string;
  readonly year: number;
}

export function keyOfYear({ unitId, year }: YearOf): string {
  return `${unitId} ${year}`;
}

/** One change of the organisations of an authority's year at a time: they share a quota. */
export function lockUnitResults(tx: Transaction, authorityId: string, year: number): Promise<void> {
  return lockYears(tx, [{ unitId: authorityId, year }]);
}

/** The same of several authorities, in one order, so that two who lock do not wait for one another. */
export async function lockYears(tx: Transaction, authorities: readonly YearOf[]): Promise<void> {
  const names = [...new Set(authorities.map((each) => `unit results ${keyOfYear(each)}`))].sort();
  if (names.length > 0)
    await tx.$executeRaw`select pg_advisory_xact_lock(hashtextextended(name, 0)) from unnest(${names}::text[]) name`;
}

/** A direct subordinate that exists at the end of the year, with its decided level; null while it is not decided. */
export interface SubordinateLevel {
  readonly code: string;
  readonly level: Level | null;
}

export async function subordinateLevels(
  tx: Transaction,
  unitId: string,
  year: number,
): Promise<readonly SubordinateLevel[]> {
  return (await subordinatesOf(tx, [{ unitId, year }])).get(keyOfYear({ unitId, year })) ?? [];
}

/** The direct subordinates of several units' years, by `keyOfYear`, in the order of their codes. */
export async function subordinatesOf(
  tx: Transaction,
  years: readonly YearOf[],
): Promise<ReadonlyMap<string, readonly SubordinateLevel[]>> {
  const rows = await tx.$queryRaw<readonly (SubordinateLevel & YearOf)[]>`
    select g."unitId", g.year, u.code, (select r.decided_level from congvu.unit_result r
      where r.unit_id = u.id and r.year = g.year and r.current and r.decided_at is not null) as level
    from jsonb_to_recordset(${JSON.stringify(years)}::jsonb) g ("unitId" uuid, year integer)
    join congvu.unit u on u.parent_id = g."unitId" and u.valid_from <= make_date(g.year, 12, 31)
      and coalesce(u.valid_to >= make_date(g.year, 12, 31), true)
    order by u.code`;
  return Map.groupBy(rows, keyOfYear);
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
export async function openFindings(tx: Transaction, unitId: string, year: number): Promise<readonly OpenFinding[]> {
  return (await openFindingsOf(tx, [{ unitId, year }])).get(keyOfYear({ unitId, year })) ?? [];
}

/** The same of several units' years, by `keyOfYear`. */
export async function openFindingsOf(
  tx: Transaction,
  years: readonly YearOf[],
): Promise<ReadonlyMap<string, readonly OpenFinding[]>> {
  const rows = await tx.$queryRaw<readonly (OpenFinding & YearOf)[]>`
    select g."unitId", g.year, f.id, f.topic::text as topic
    from jsonb_to_recordset(${JSON.stringify(years)}::jsonb) g ("unitId" uuid, year integer)
    cross join lateral congvu.open_findings(g."unitId", congvu.today()) f
    where f.found_on <= make_date(g.year, 12, 31)
    order by f.found_on, f.id`;
  return Map.groupBy(rows, keyOfYear);
}
