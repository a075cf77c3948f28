import type { Transaction } from '@congvu/prisma/database';
import { domainError } from '@congvu/schema/errors';
import type { DisciplineForm } from '@congvu/schema/evaluation';
import type { LocalDate } from '@congvu/schema/primitives/local-date';
import type { EffectKind } from '@congvu/schema/registers';
import type { Certainty, Source } from '@congvu/schema/scoring';
import type { Context } from '../context.ts';
import { DecisionExistsError } from '../error/refusals.ts';
import { toDateColumn } from '../task/task-change.store.ts';
import { getActor } from '../task/task-change.ts';

/** A decision to be kept, with the acts it punishes, the main one first, and what it brings. */
export interface NewDecision {
  readonly employeeId: string;
  readonly unitId: string;
  readonly acts: readonly string[];
  readonly form: DisciplineForm;
  readonly decisionNumber: string;
  readonly decidedOn: LocalDate;
  readonly effectiveFrom: LocalDate;
  readonly effectiveTo: LocalDate;
  readonly issuer: string;
  readonly relatedToDuty: boolean;
  readonly degradation: boolean;
  readonly summary: string | null;
  readonly reasonForForm: string | null;
  readonly sourceCertainty: Certainty;
  readonly supersedesId: string | null;
  readonly effects: readonly NewEffect[];
}

export interface NewEffect {
  readonly kind: EffectKind;
  readonly from: LocalDate;
  readonly to: LocalDate | null;
  readonly months: number | null;
  readonly source: Source;
  /** The office's table it comes from; null: the built-in one. */
  readonly tableId: string | null;
}

/** Errors: DECISION_EXISTS where a decision of the same body is in force on one of the acts. */
export async function assertUndecided(tx: Transaction, acts: readonly string[], party: boolean): Promise<void> {
  const [found] = await tx.$queryRaw<{ decisionNumber: string; decidedOn: LocalDate }[]>`
    select dd.decision_number as "decisionNumber", dd.decided_on::text as "decidedOn"
    from congvu.discipline_act da join congvu.discipline_decision dd on dd.id = da.decision_id
    where da.violation_id = any(${acts}::uuid[]) and dd.party = ${party} and dd.annulled_on is null
    order by dd.decided_on limit 1`;
  if (found !== undefined) throw new DecisionExistsError(domainError('DECISION_EXISTS', found));
}

/** Form of the administrative decision with effect on a day; the heaviest where there are several. */
export async function findCurrentForm(
  tx: Transaction,
  employeeId: string,
  day: LocalDate,
  except: string | null,
): Promise<DisciplineForm | null> {
  const [found] = await tx.$queryRaw<{ form: DisciplineForm }[]>`
    select dd.form from congvu.discipline_decision dd
    where dd.employee_id = ${employeeId}::uuid and not dd.party and dd.annulled_on is null
      and ${day}::date between dd.effective_from and dd.effective_to and dd.id is distinct from ${except}::uuid
    order by dd.form desc limit 1`;
  return found?.form ?? null;
}

/** Keeps a decision and closes its acts; a sealed one is sealed no longer. Answers its id. */
export async function insertDecision(tx: Transaction, context: Context, decision: NewDecision): Promise<string> {
  const { acts, effects, ...columns } = decision;
  const actor = getActor(context);
  const { id } = await tx.disciplineDecision.create({
    data: {
      ...columns,
      violationId: acts[0] ?? null,
      decidedOn: toDateColumn(decision.decidedOn),
      effectiveFrom: toDateColumn(decision.effectiveFrom),
      effectiveTo: toDateColumn(decision.effectiveTo),
      recordedById: actor.userId,
      recordedByName: actor.displayName,
      recordedAt: context.now,
    },
    select: { id: true },
  });
  await tx.disciplineAct.createMany({ data: acts.map((violationId) => ({ decisionId: id, violationId })) });
  await tx.disciplineEffect.createMany({
    data: effects.map(({ from, to, source, ...effect }) => ({
      ...effect,
      decisionId: id,
      fromOn: toDateColumn(from),
      toOn: to === null ? null : toDateColumn(to),
      instrument: source.instrument,
      clause: source.clause,
      certainty: source.certainty,
    })),
  });
  // Where the other body decided before, the day it was closed stays.
  await tx.$executeRaw`update congvu.violation set state = 'DECIDED', sealed = false, revision = revision + 1,
    closed_on = coalesce(closed_on, ${decision.decidedOn}::date) where id = any(${acts}::uuid[])`;
  return id;
}

/** Acts on which no decision is in force any more are open again. */
export async function reopenActs(tx: Transaction, decisionId: string): Promise<void> {
  await tx.$executeRaw`update congvu.violation v set state = 'OPEN', closed_on = null, revision = v.revision + 1
    where v.id in (select da.violation_id from congvu.discipline_act da where da.decision_id = ${decisionId}::uuid)
      and not exists (select 1 from congvu.discipline_act da join congvu.discipline_decision dd on dd.id = da.decision_id
        where da.violation_id = v.id and dd.annulled_on is null)`;
}
