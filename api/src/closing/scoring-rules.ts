import { withStored } from '@congvu/schema/rulesets';
import { type RuleSet, ruleSetShape } from '@congvu/schema/scoring';
import type { Context } from '../context.ts';
import { query } from '../sql/list.ts';
import { sql } from '../sql/sql.ts';

/** Finds the rule sets that score, those the office has published among them; each version is read once. */
export async function loadScoringRules(context: Context): Promise<(code: string, version: number) => RuleSet | null> {
  const rows = await query<{ readonly body: unknown; readonly agency: string | null }>(
    context,
    sql`select r.body, r.agency_id as agency from congvu.stored_rule_set r where r.subject_type <> 'ORGANISATION'`,
  );
  const stored = rows.flatMap(({ body, agency }) => {
    const parsed = ruleSetShape.safeParse(body);
    // Rule sets of levels alone score nobody.
    return parsed.success ? [{ ruleSet: parsed.data, agency }] : [];
  });
  const registry = withStored(stored);
  const found = new Map<string, RuleSet | null>();
  return (code, version) => {
    const key = `${code} ${version}`;
    let ruleSet = found.get(key);
    if (ruleSet === undefined) {
      ruleSet = registry.findScoring(code, version);
      found.set(key, ruleSet);
    }
    return ruleSet;
  };
}
