import { countedDisciplines, type ViolationAct } from '@congvu/schema/aggregation';
import type { DisciplineFact } from '@congvu/schema/classification';
import type { DecisionOnAct } from './propose-levels.store.ts';

/** What a person's disciplines say of one year at one agency. */
export interface DisciplinesOfYear {
  readonly facts: readonly DisciplineFact[];
  /** Acts of the register that lower this very year; whoever decides so marks them (R-SP-4, R-SP-5). */
  readonly countedActs: readonly string[];
}

/**
 * Each act once, whatever decisions followed it, in the year and at the agency the law counts it (Nghị định 335/2025/NĐ-CP art.
 * 11; R-SP-3 to 7). `decisions` are one person's, earliest first.
 */
export function disciplinesOf(decisions: readonly DecisionOnAct[], year: number, agencyId: string): DisciplinesOfYear {
  const first = new Map<string, DecisionOnAct>();
  for (const decision of decisions) if (!first.has(decision.actId)) first.set(decision.actId, decision);
  const acts = [...first.values()].map(
    (decision): ViolationAct => ({
      id: decision.actId,
      // A unit of no agency is no other organisation's.
      agency: decision.agencyId ?? agencyId,
      actFrom: decision.actFrom,
      actTo: decision.actTo,
      relatedToDuty: decision.relatedToDuty,
      degradation: decision.degradation,
      countedYear: decision.countedYear,
    }),
  );
  const known = decisions.map(({ actId, decidedOn, servedAt }) => ({
    actId,
    decidedOn,
    ...(servedAt === null ? {} : { servedAt }),
  }));
  const counted = countedDisciplines(acts, known, year, agencyId);
  const facts: DisciplineFact[] = [];
  const countedActs: string[] = [];
  for (const { act, cause, outcome } of counted) {
    const decision = first.get(act.id);
    if (decision === undefined) continue;
    const record = { kind: 'DisciplineDecision', id: decision.decisionId, number: decision.decisionNumber } as const;
    facts.push({ form: decision.form, cause, countsInYear: outcome === 'COUNTED', record });
    if (outcome === 'COUNTED' && cause !== 'UNRELATED' && decision.violationId !== null) {
      countedActs.push(decision.violationId);
    }
  }
  return { facts, countedActs };
}
