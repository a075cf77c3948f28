import type { Transaction } from '@congvu/prisma/database';
import {
  type ClassifiedAgency,
  type ClassifiedPerson,
  classifyAgency,
  type PersonYear,
  type TraceRecord,
  toProposal,
} from '@congvu/schema/classification';
import { toDisplay, whole, ZERO } from '@congvu/schema/primitives/rational';
import { advanceRound, missingSteps, type ProposeLevels } from '@congvu/schema/procedure';
import type { RuleSetRegistry } from '@congvu/schema/rulesets';
import type { Context } from '../context.ts';
import { wrongState } from '../error/refusals.ts';
import { changeAll } from '../mutation/change.ts';
import { loadRuleSets } from '../rule-set/rule-set.store.ts';
import { optionalExact, optionalRational } from '../scalar/exact.ts';
import { findProposedAgency, getOpenRound } from './agency-round.ts';
import { disciplinesOf } from './discipline-facts.ts';
import { toParts } from './opened-row.ts';
import {
  type CandidateOfYear,
  type CorruptionInUnit,
  candidatesOfRound,
  corruptionOfRound,
  disciplinesOfRound,
  keepProposals,
  type ProposalRow,
  pendingOfRound,
} from './propose-levels.store.ts';
import type { RoundRow } from './round.store.ts';
import { lockRound } from './round-change.store.ts';

/** What proposing did. JSON: it is kept with the idempotency key. */
export type ProposedYear = {
  readonly round: string;
  readonly pool: number;
  readonly limit: number;
  readonly groups: { readonly group: string; readonly pool: number; readonly limit: number }[];
  /** Rows whose proposal is a level. */
  readonly proposed: number;
  /** Who cannot be decided yet, has no level proposed, or was decided above the unit he heads, and why. */
  readonly open: { readonly classification: string; readonly reasons: string[] }[];
};

/**
 * Runs the law's pipeline over the agency's year and keeps what it proposes for whom nobody has decided: the same function as
 * `congvu classify`, on stored figures. May be run again until the decisions.
 */
export async function proposeLevels(context: Context, input: ProposeLevels): Promise<ProposedYear> {
  const agency = await findProposedAgency(context, input.unit);
  const round = await getOpenRound(context, agency, input.year);
  const registry = await loadRuleSets(context);
  return changeAll(context, 'proposeLevels', input, async (tx) => {
    await lockRound(tx, round.id);
    const state = advanceRound(round.state, 'PROPOSE');
    if (!state.ok) throw wrongState(round.state);
    const candidates = await candidatesOfRound(tx, round.id);
    const { rows, quota } = await propose(tx, registry, round, candidates);
    const changed = await keepProposals(tx, rows);
    await tx.classificationRound.update({
      where: { id: round.id },
      data: { state: state.value, proposedAt: context.now, revision: { increment: 1 } },
    });
    const outcome = toOutcome(round, candidates, rows, quota);
    const payload = { year: input.year };
    return {
      outcome,
      changes: [
        {
          entity: 'ClassificationRound',
          id: round.id,
          employeeId: null,
          payload: {
            ...payload,
            unit: agency.code,
            pool: outcome.pool,
            limit: outcome.limit,
            proposed: outcome.proposed,
          },
        },
        ...changed.map((row) => ({
          entity: 'Classification' as const,
          id: row.id,
          employeeId: row.employeeId,
          payload: { ...payload, round: round.id },
        })),
      ],
    };
  });
}

async function propose(
  tx: Transaction,
  registry: RuleSetRegistry,
  round: RoundRow,
  candidates: readonly CandidateOfYear[],
) {
  const disciplines = Map.groupBy(await disciplinesOfRound(tx, round.id, null), (decision) => decision.employeeId);
  const pending = await pendingOfRound(tx, round.id);
  const corruption = await corruptionOfRound(tx, round.id);
  const rules = rulesOfMost(registry, candidates);
  if (rules === null) return { rows: [], quota: null };
  const own = candidates.find((each) => isHeadOfAgency(each, round));
  const classified = classifyAgency(rules, {
    unit: { level: own?.unitLevel ?? null, isOutstanding: round.ratePercent > 20 },
    people: candidates.map((each) =>
      toPersonYear(registry, each, round, {
        discipline: disciplinesOf(disciplines.get(each.employeeId) ?? [], round.year, round.agencyId).facts,
        pending: pending.has(each.employeeId),
        corruption: corruption.get(each.employeeId) ?? null,
      }),
    ),
    quota: {
      basis: round.quotaBasis,
      minOne: round.quotaMinOne,
      includeHead: round.quotaIncludeHead,
      ratePercent: round.ratePercent,
    },
  });
  return { rows: classified.people.map(toRow), quota: classified.quota };
}

/** The agency's rule set is that of most of its people; it says how the quota is counted. */
function rulesOfMost(registry: RuleSetRegistry, candidates: readonly CandidateOfYear[]) {
  const counts = Map.groupBy(candidates, (each) => `${each.ruleSet} ${each.ruleSetVersion}`);
  const [most] = [...counts.values()].toSorted((left, right) => right.length - left.length);
  const first = most?.[0];
  return first === undefined ? null : registry.getScoring(first.ruleSet, first.ruleSetVersion);
}

function isHeadOfAgency(each: CandidateOfYear, round: RoundRow): boolean {
  return each.post === 'HEAD' && each.unitId === round.agencyId;
}

/** What the register of discipline says of a person’s year. */
interface RegisterFacts extends Pick<PersonYear, 'discipline'> {
  readonly pending: boolean;
  readonly corruption: CorruptionInUnit | null;
}

function toPersonYear(
  registry: RuleSetRegistry,
  each: CandidateOfYear,
  round: RoundRow,
  { corruption, discipline, pending }: RegisterFacts,
): PersonYear {
  const isHeadOfPart = each.post === 'HEAD' && !isHeadOfAgency(each, round);
  return {
    // Rows are found again by it.
    code: each.id,
    post: each.post,
    group: each.groupCode,
    months: each.totals.map(optionalRational),
    workedMonths: whole(each.workedMonths),
    leave: each.leave,
    resultPoints: optionalExact(each.resultNumerator, each.resultDenominator) ?? ZERO,
    quality: optionalExact(each.qualityNumerator, each.qualityDenominator) ?? ZERO,
    delays: each.delays,
    discipline,
    hasDegradation: each.concludedDegradation,
    hasCorruptionInUnit: each.concludedCorruption || corruption !== null,
    ...(corruption === null ? {} : { corruptionRecord: toRecord(corruption) }),
    ...(pending ? { pending } : {}),
    rules: registry.getScoring(each.ruleSet, each.ruleSetVersion),
    // The head of a part of the agency is capped by that part's level.
    ...(isHeadOfPart ? { unit: { level: each.unitLevel } } : {}),
  };
}

function toRecord({ decisionNumber, violationId }: CorruptionInUnit): TraceRecord {
  return { kind: 'Violation', id: violationId, number: decisionNumber };
}

function toRow(person: ClassifiedPerson): ProposalRow {
  const [meanNumerator, meanDenominator] = toParts(person.mean);
  const { proposal, proposedLevel } = toProposal(person.level);
  return {
    id: person.code,
    mean_numerator: meanNumerator,
    mean_denominator: meanDenominator,
    mean_display: person.mean === null ? null : toDisplay(person.mean),
    score_level: person.scoreLevel,
    proposed_level: proposedLevel,
    proposal,
    flags: person.flags,
    trace: person.trace,
  };
}

function toOutcome(
  round: RoundRow,
  candidates: readonly CandidateOfYear[],
  rows: readonly ProposalRow[],
  quota: ClassifiedAgency['quota'] | null,
): ProposedYear {
  const proposals = new Map(rows.map((row) => [row.id, row.proposal]));
  const open = candidates
    .filter((each) => !each.decided || each.aboveUnit)
    .map((each) => {
      if (each.aboveUnit) return { classification: each.id, reasons: ['HEAD_ABOVE_UNIT'] };
      const proposal = proposals.get(each.id) ?? 'NOT_CLASSIFIED';
      // There is no level to discuss where none is given.
      const steps = proposal === 'NOT_CLASSIFIED' ? [] : missingSteps(each.state, each.post);
      return { classification: each.id, reasons: [...(proposal === 'LEVEL' ? [] : [proposal]), ...steps] };
    });
  return {
    round: round.id,
    pool: quota?.pool ?? 0,
    limit: quota?.limit ?? 0,
    groups: [...(quota?.groups ?? [])].map(([group, { pool, limit }]) => ({ group, pool, limit })),
    proposed: rows.filter((row) => row.proposal === 'LEVEL').length,
    open: open.filter((each) => each.reasons.length > 0),
  };
}
