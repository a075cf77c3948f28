import type { RuleSet } from '@congvu/schema/scoring';
import type { Context } from '../context.ts';
import { loadRuleSets } from '../rule-set/rule-set.store.ts';

/** Finds the rule sets that score, those the office has published among them; each version is looked for once. */
export async function loadScoringRules(context: Context): Promise<(code: string, version: number) => RuleSet | null> {
  const registry = await loadRuleSets(context);
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
