import type { TraceLine } from '@congvu/schema/classification';
import type { AnyRuleSet } from '@congvu/schema/rulesets';
import { classificationFinding, type LocalisedText } from '@congvu/schema/texts';
import { covers } from '../authority/authority.policy.ts';
import type { Context } from '../context.ts';
import { mayRead } from '../request-scopes.ts';
import { getAnyRuleSet } from '../rule-set/rule-set.store.ts';
import { loadOne } from '../sql/batch.ts';
import { getUnit } from '../unit/unit.store.ts';
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
  const lines = (stored?.trace ?? []) as readonly TraceLine[];
  const isTold = await mayKnowProcedures(context, row);
  return lines
    .filter((line) => line.step !== 'pendingProcedure' || isTold)
    .map((line) => ({
      ...line,
      text:
        // It rests on no rule of a rule set.
        line.step === 'pendingProcedure'
          ? classificationFinding(line)
          : withRule(classificationFinding(line), texts.get(line.rule) ?? { vi: line.rule, en: line.rule }),
    }));
}

/** What the authority should know of a row, as far as the asking person may: a procedure is told by the register’s own rule. */
export async function flagsOf(context: Context, row: ClassificationRow): Promise<string[]> {
  if (!row.flags.includes('PENDING_PROCEDURE') || (await mayKnowProcedures(context, row))) return [...row.flags];
  return row.flags.filter((flag) => flag !== 'PENDING_PROCEDURE');
}

/** The person himself, as no sealed one is noted, and who reads discipline over his unit. */
async function mayKnowProcedures(context: Context, { employeeId, unitId }: ClassificationRow): Promise<boolean> {
  if (!mayRead(context.actor, 'DISCIPLINE_READ')) return false;
  if (context.actor?.employeeId === employeeId) return true;
  const held = context.actor?.permissions.find(({ permission }) => permission === 'DISCIPLINE_READ');
  return held !== undefined && covers(held.unitPaths, (await getUnit(context, unitId)).pathText);
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
