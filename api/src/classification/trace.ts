import type { TraceLine } from '@congvu/schema/classification';
import type { AnyRuleSet } from '@congvu/schema/rulesets';
import { classificationFinding, type LocalisedText } from '@congvu/schema/texts';
import type { Context } from '../context.ts';
import { getAnyRuleSet } from '../rule-set/rule-set.store.ts';
import { loadOne } from '../sql/batch.ts';
import { type ClassificationRow, traceByClassification } from './classification.store.ts';

/** A step in words: what it found with its figures, then the rule it rests on. */
export interface TraceView extends TraceLine<string> {
  readonly text: LocalisedText;
}

/** How the proposal of a row came about, in the order of the law; empty before the first proposal. */
export async function explainClassification(context: Context, row: ClassificationRow): Promise<TraceView[]> {
  const stored = await loadOne(context, traceByClassification, row.id);
  const texts = textsOf(await getAnyRuleSet(context, row.ruleSet, row.ruleSetVersion));
  // Written by proposeLevels as classifyAgency() gave it, and by nothing else.
  return ((stored?.trace ?? []) as readonly TraceLine[]).map((line) => ({
    ...line,
    text: withRule(classificationFinding(line), texts.get(line.rule) ?? { vi: line.rule, en: line.rule }),
  }));
}

/** A finding and the rule it rests on, as one text. */
export function withRule(finding: LocalisedText, rule: LocalisedText): LocalisedText {
  return { vi: `${finding.vi} ${rule.vi}`, en: `${finding.en} ${rule.en}` };
}

function textsOf(ruleSet: AnyRuleSet): ReadonlyMap<string, LocalisedText> {
  if (ruleSet.kind !== 'PERSON') return new Map();
  const rules = [...Object.values(ruleSet.year.rules), ...ruleSet.year.forced];
  return new Map(rules.map((rule) => [rule.id, rule.text]));
}
