import type { LocalDate } from '@congvu/schema/primitives/local-date';
import { type AnyRuleSet, builtInRuleSets, type RuleSetRegistry, withStored } from '@congvu/schema/rulesets';
import { levelRuleSetShape, organisationRuleSetShape, type RuleSet, ruleSetShape } from '@congvu/schema/scoring';
import type { Context } from '../context.ts';
import { defineBatch, loadOne } from '../sql/batch.ts';
import { query } from '../sql/list.ts';
import { sql } from '../sql/sql.ts';

/** A rule set an office published, with what stands beside it. */
export interface PublishedRow {
  readonly id: string;
  readonly code: string;
  readonly version: number;
  readonly agencyId: string | null;
  readonly decisionNumber: string;
  readonly publishedAt: Date;
}

interface StoredRow extends PublishedRow {
  readonly body: unknown;
}

/**
 * Bodies read before, by database and id: a published one never changes, so it is parsed once in a process's life. What is
 * in force is asked anew by each request.
 */
const parsedBodies = new WeakMap<object, Map<string, AnyRuleSet>>();

/** Ids of published rule sets whose bodies need not be read again. */
export function knownRuleSetIds(context: Context): readonly string[] {
  return [...(parsedBodies.get(context.database)?.keys() ?? [])];
}

/** The rule set of a stored row; `body` null where it is known. */
export function readPublished(context: Context, row: { readonly id: string; readonly body: unknown }): AnyRuleSet {
  const known = parsedBodies.get(context.database) ?? new Map<string, AnyRuleSet>();
  parsedBodies.set(context.database, known);
  const ruleSet = known.get(row.id) ?? parseRuleSet(row.body);
  known.set(row.id, ruleSet);
  return ruleSet;
}

const allPublished = defineBatch('publishedRuleSets', async (context: Context, keys: readonly 'all'[]) => {
  const rows = await query<StoredRow>(
    context,
    sql`select r.id, r.code, r.version::int as version, r.agency_id as "agencyId", r.decision_number as "decisionNumber",
        r.published_at as "publishedAt",
        case when r.id = any(${knownRuleSetIds(context)}::uuid[]) then null else r.body end as body
      from congvu.stored_rule_set r order by r.code, r.version`,
  );
  const published = rows.map(({ body, ...row }) => ({ ...row, ruleSet: readPublished(context, { id: row.id, body }) }));
  return new Map(keys.map((key) => [key, published]));
});

/** A stored body. It was checked when it was published, so a body that cannot be read is a fault of ours. */
function parseRuleSet(body: unknown): AnyRuleSet {
  const kind = typeof body === 'object' && body !== null ? Reflect.get(body, 'kind') : null;
  if (kind === 'ORGANISATION') return organisationRuleSetShape.parse(body);
  if (kind === 'LEVELS' || kind === 'HISTORY') return levelRuleSetShape.parse(body);
  return ruleSetShape.parse(body);
}

/** The office's own published versions, in the order of code and version. */
export async function listPublished(
  context: Context,
): Promise<readonly (PublishedRow & { readonly ruleSet: AnyRuleSet })[]> {
  return (await loadOne(context, allPublished, 'all')) ?? [];
}

/** The law's own rule sets with the office's beside; the office's are read once a request. */
export async function loadRuleSets(context: Context): Promise<RuleSetRegistry> {
  const published = await listPublished(context);
  return published.length === 0
    ? builtInRuleSets
    : withStored(published.map(({ ruleSet, agencyId }) => ({ ruleSet, agency: agencyId })));
}

/** A rule set that scores, by code and version: the law's own without a statement. Throws where there is none. */
export async function getScoringRuleSet(context: Context, code: string, version: number): Promise<RuleSet> {
  return builtInRuleSets.findScoring(code, version) ?? (await loadRuleSets(context)).getScoring(code, version);
}

/** Like `getScoringRuleSet`, for any kind: a sheet may stand under rules that give levels alone. */
export async function getAnyRuleSet(context: Context, code: string, version: number): Promise<AnyRuleSet> {
  return builtInRuleSets.find(code, version) ?? (await loadRuleSets(context)).get(code, version);
}

/** A unit and those above it, nearest first: whose own rule sets may govern its people. */
const lineageByUnit = defineBatch('lineageByUnit', async (context: Context, ids: readonly string[]) => {
  const rows = await query<{ readonly id: string; readonly lineage: readonly string[] }>(
    context,
    sql`select u.id, array_agg(above.id::text order by above.level desc) as lineage
      from congvu.unit u join congvu.unit above on u.path <@ above.path
      where u.id = any(${ids}::uuid[]) group by u.id`,
  );
  return new Map(rows.map((row) => [row.id, row.lineage]));
});

export async function lineageOf(context: Context, unitId: string): Promise<readonly string[]> {
  return (await loadOne(context, lineageByUnit, unitId)) ?? [unitId];
}

/** The rule set that governs a kind of service in a unit on a day; null where nothing known does. */
export async function findRuleSetInForce(
  context: Context,
  subjectType: Parameters<RuleSetRegistry['findFor']>[0],
  unitId: string,
  on: LocalDate,
): Promise<AnyRuleSet | null> {
  const [registry, lineage] = await Promise.all([loadRuleSets(context), lineageOf(context, unitId)]);
  return registry.findFor(subjectType, on, lineage);
}

/** The path of the topmost unit: a rule set for everybody is published by who keeps the rules there. */
export async function findRoot(context: Context): Promise<string | null> {
  const [row] = await query<{ readonly path: string }>(
    context,
    sql`select u.path_text as path from congvu.unit u where u.level = 1 order by u.code limit 1`,
  );
  return row?.path ?? null;
}
