import type { Transaction } from '@congvu/prisma/database';
import { isInTime, petitionFilingClock, petitionResolvingClock } from '@congvu/schema/calendar';
import { domainError } from '@congvu/schema/errors';
import { type LocalDate, toLocalDate } from '@congvu/schema/primitives/local-date';
import {
  advancePetition,
  type FilePetition,
  type ResolvePetition,
  type WithdrawPetition,
} from '@congvu/schema/procedure';
import { EARLIER_LAW } from '@congvu/schema/rulesets';
import { loadCalendar } from '../calendar/calendar.store.ts';
import { classifierOf, mayDecide } from '../classification/classification.policy.ts';
import { type ClassificationRow, classificationById } from '../classification/classification.store.ts';
import { advance, lockClassification } from '../classification/classification-change.ts';
import { findNamed } from '../classification/procedure.service.ts';
import { replaceDecision } from '../classification/replace.ts';
import { lockRound } from '../classification-round/round-change.store.ts';
import type { Context } from '../context.ts';
import { PetitionLateError, PetitionOpenError, wrongState } from '../error/refusals.ts';
import { forbidden, notFound } from '../error/request-error.ts';
import { type Change, changeAll } from '../mutation/change.ts';
import { rowId } from '../mutation/global-id.ts';
import { assertVisible } from '../query-arguments.ts';
import { getScoringRuleSet, loadRuleSets } from '../rule-set/rule-set.store.ts';
import { loadOne } from '../sql/batch.ts';
import { getActor } from '../task/task-change.ts';
import { getUnit } from '../unit/unit.store.ts';
import { type PetitionRow, petitionById } from './petition.store.ts';

/**
 * The person asks that his level be looked at again, after he was told. Where the law sets a time for it (public employees: from
 * the publication), a petition after its last day in Viet Nam is late. Answers the petition's id.
 */
export async function filePetition(context: Context, input: FilePetition): Promise<string> {
  const row = await findNamed(context, input.classification);
  if (row.employeeId !== context.actor?.employeeId) throw forbidden(context.locale);
  if (EARLIER_LAW.includes(row.ruleSet)) throw wrongState(row.state);
  const { petition: rules } = (await getScoringRuleSet(context, row.ruleSet, row.ruleSetVersion)).year;
  const calendar = await loadCalendar(context);
  const published = row.publishedAt === null ? null : toLocalDate(row.publishedAt);
  const limit = published === null ? null : petitionFilingClock(rules, calendar, published);
  const answer = petitionResolvingClock(rules, calendar, context.now);
  return changeAll(context, 'filePetition', input, async (tx) => {
    const locked = await lockClassification(tx, row.id);
    if (locked === null) throw notFound(context.locale);
    if (locked.state === 'PETITIONED') throw await petitionOpen(tx, row.id);
    const state = advance(locked, 'PETITION');
    if (limit !== null && !isInTime(limit, context.now)) {
      throw new PetitionLateError(domainError('PETITION_LATE', { until: limit.lastDay }));
    }
    const petition = await tx.petition.create({
      data: {
        classificationId: row.id,
        employeeId: row.employeeId,
        authorityId: row.authorityId,
        filedAt: context.now,
        receivedOn: new Date(context.today),
        dueOn: new Date(answer.lastDay),
        content: input.content,
        state: 'FILED',
      },
      select: { id: true },
    });
    await setState(tx, row, locked.rowRevision, state);
    const payload = { year: row.year, receivedOn: context.today, dueOn: answer.lastDay };
    return { outcome: petition.id, changes: changesOf(petition.id, row, { ...payload, state }) };
  });
}

/** The person takes his petition back; the decision stands. */
export async function withdrawPetition(context: Context, input: WithdrawPetition): Promise<string> {
  const { petition, row } = await findPetition(context, input.petition);
  if (petition.employeeId !== context.actor?.employeeId) throw forbidden(context.locale);
  return changeAll(context, 'withdrawPetition', input, async (tx) => {
    const locked = await lockPetitioned(tx, context, petition, 'WITHDRAW');
    await tx.petition.update({ where: { id: petition.id }, data: { state: 'WITHDRAWN' } });
    const state = advance(locked, 'WITHDRAW');
    await setState(tx, row, locked.rowRevision, state);
    return { outcome: petition.id, changes: changesOf(petition.id, row, { year: row.year, state: 'WITHDRAWN' }) };
  });
}

/**
 * The authority answers a petition, never his own. Upheld, a new decision takes the old one's place by the rules of any
 * decision, and the old one stays; dismissed, it stands (art. 22).
 */
export async function resolvePetition(context: Context, input: ResolvePetition): Promise<string> {
  const { petition, row } = await findPetition(context, input.petition);
  const authority = await getUnit(context, petition.authorityId);
  if (!mayDecide(classifierOf(context.actor), authority.pathText, petition.employeeId)) {
    throw forbidden(context.locale, 'CLASSIFICATION_DECIDE');
  }
  const registry = await loadRuleSets(context);
  const actor = getActor(context);
  return changeAll(context, 'resolvePetition', input, async (tx) => {
    await lockRound(tx, row.roundId);
    const locked = await lockPetitioned(tx, context, petition, 'RESOLVE');
    const state = advance(locked, 'RESOLVE');
    // The shape demands a decision number of an upheld petition and refuses one of a dismissed.
    const replacementId =
      input.outcome === 'DISMISSED' || input.decisionNumber === null
        ? null
        : await replaceDecision(tx, context, registry, locked, {
            authorityId: row.authorityId,
            level: input.level,
            notClassified: input.notClassified,
            reason: input.resolution,
            overrideDocument: input.overrideDocument,
            handling: input.handling,
            decisionNumber: input.decisionNumber,
            decidedOn: context.today,
          });
    if (replacementId === null) await setState(tx, row, locked.rowRevision, state);
    await tx.petition.update({
      where: { id: petition.id },
      data: {
        state: 'RESOLVED',
        outcome: input.outcome,
        resolution: input.resolution,
        documentNumber: input.documentNumber,
        resolvedAt: context.now,
        resolvedById: actor.userId,
        resolvedByName: actor.displayName,
        replacementId,
      },
    });
    const payload = {
      year: row.year,
      outcome: input.outcome,
      before: locked.decidedLevel,
      level: input.level,
      number: input.decisionNumber,
      replacement: replacementId,
    };
    return { outcome: petition.id, changes: changesOf(petition.id, row, payload) };
  });
}

async function findPetition(context: Context, globalId: string) {
  const petition = assertVisible(await loadOne(context, petitionById, rowId(context, 'Petition', globalId)), context);
  return { petition, row: await findClassification(context, petition) };
}

async function findClassification(context: Context, petition: PetitionRow): Promise<ClassificationRow> {
  return assertVisible(await loadOne(context, classificationById, petition.classificationId), context);
}

/** The result a petition is about, locked, while the petition may still take this end. Errors: WRONG_STATE. */
async function lockPetitioned(tx: Transaction, context: Context, seen: PetitionRow, action: 'RESOLVE' | 'WITHDRAW') {
  const locked = await lockClassification(tx, seen.classificationId);
  const petition = await tx.petition.findUnique({ where: { id: seen.id }, select: { state: true } });
  if (locked === null || petition === null) throw notFound(context.locale);
  if (!advancePetition(petition.state, action).ok) throw wrongState(petition.state);
  return locked;
}

async function setState(
  tx: Transaction,
  row: ClassificationRow,
  rowRevision: number,
  state: ClassificationRow['state'],
): Promise<void> {
  await tx.classification.update({ where: { id: row.id }, data: { state, rowRevision: rowRevision + 1 } });
}

async function petitionOpen(tx: Transaction, classificationId: string): Promise<PetitionOpenError> {
  const open = await tx.petition.findFirstOrThrow({ where: { classificationId, state: 'FILED' } });
  // A date column as Prisma gives it: midnight in UTC.
  return new PetitionOpenError(
    domainError('PETITION_OPEN', { dueOn: open.dueOn.toISOString().slice(0, 10) as LocalDate }),
  );
}

function changesOf(petitionId: string, row: ClassificationRow, payload: Change['payload']): readonly Change[] {
  return [
    { entity: 'Petition', id: petitionId, employeeId: row.employeeId, payload: { ...payload, classification: row.id } },
  ];
}
