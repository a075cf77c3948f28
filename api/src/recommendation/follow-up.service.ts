import type { Prisma } from '@congvu/prisma/client';
import type { Transaction } from '@congvu/prisma/database';
import { domainError } from '@congvu/schema/errors';
import type {
  AddFollowUp,
  CloseRecommendation,
  RecommendationState,
  WithdrawRecommendation,
} from '@congvu/schema/registers';
import type { Context } from '../context.ts';
import { EvidenceRequiredError, wrongState } from '../error/refusals.ts';
import { forbidden } from '../error/request-error.ts';
import { assertNotBefore } from '../inspection/inspection-change.ts';
import { asSeen, lockRow } from '../mutation/as-seen.ts';
import { type Change, change } from '../mutation/change.ts';
import { rowId } from '../mutation/global-id.ts';
import { assertVisible } from '../query-arguments.ts';
import { loadOne } from '../sql/batch.ts';
import { assertPast } from '../task/assignable.ts';
import { toDateColumn } from '../task/task-change.store.ts';
import { getActor } from '../task/task-change.ts';
import { isOpen, type RecommendationAction, recommendationActions } from './recommendation.policy.ts';
import { type RecommendationRow, recommendationById } from './recommendation.store.ts';
import { rightsOn } from './rights.ts';

/**
 * The owner, who confirms his unit's work, or the inspector says what became of a recommendation. Done is said only with a
 * proof, now or before. Answers the recommendation's id.
 * Errors: NOT_FOUND, FORBIDDEN, STALE_REVISION, WRONG_STATE, EVIDENCE_REQUIRED.
 */
export async function addFollowUp(context: Context, input: AddFollowUp): Promise<string> {
  const row = await findActedOn(context, input.recommendation, 'FOLLOW_UP');
  const { state, note, proof } = input;
  return takeStep(context, 'addFollowUp', input, row, {
    followUp: { state, note, proof },
    needsProof: state === 'DONE',
    proofPath: '/proof',
    data: { state, doneOn: state === 'DONE' ? toDateColumn(context.today) : null },
    payload: { state, hasProof: proof !== null },
  });
}

/**
 * An inspector of another agency closes a recommendation whose follow-up is proved. Answers its id.
 * Errors: NOT_FOUND, FORBIDDEN for who had to act, OUT_OF_RANGE, STALE_REVISION, WRONG_STATE, EVIDENCE_REQUIRED.
 */
export async function closeRecommendation(context: Context, input: CloseRecommendation): Promise<string> {
  const row = await findActedOn(context, input.recommendation, 'CLOSE');
  assertPast(context, '/on', input.on);
  assertNotBefore('/on', input.on, row.issuedOn);
  const { userId, displayName } = getActor(context);
  const closed = { closedOn: toDateColumn(input.on), closedById: userId, closedByName: displayName };
  return takeStep(context, 'closeRecommendation', input, row, {
    followUp: input.note === null ? null : { state: 'CLOSED', note: input.note, proof: null },
    needsProof: true,
    proofPath: null,
    data: { state: 'CLOSED', ...closed },
    payload: { state: 'CLOSED', on: input.on },
  });
}

/** A recommendation that no longer stands, with why. Answers its id. Errors: as closeRecommendation, but for the proof. */
export async function withdrawRecommendation(context: Context, input: WithdrawRecommendation): Promise<string> {
  const row = await findActedOn(context, input.recommendation, 'WITHDRAW');
  return takeStep(context, 'withdrawRecommendation', input, row, {
    followUp: { state: 'WITHDRAWN', note: input.reason, proof: null },
    needsProof: false,
    proofPath: null,
    data: { state: 'WITHDRAWN' },
    payload: { state: 'WITHDRAWN' },
  });
}

/** Read before the transaction. Errors: NOT_FOUND; WRONG_STATE once it is closed or withdrawn; FORBIDDEN. */
async function findActedOn(
  context: Context,
  globalId: string,
  action: RecommendationAction,
): Promise<RecommendationRow> {
  const row = assertVisible(
    await loadOne(context, recommendationById, rowId(context, 'Recommendation', globalId)),
    context,
  );
  const rights = await rightsOn(context, row);
  // By the rights alone: whether its state allows it is asked under the lock, after a repeated call was answered.
  if (!recommendationActions({ state: 'NOT_STARTED', considersDiscipline: false }, rights).includes(action))
    throw forbidden(context.locale, 'INSPECTION_MANAGE');
  return row;
}

interface Step {
  readonly followUp: {
    readonly state: RecommendationState;
    readonly note: string;
    readonly proof: string | null;
  } | null;
  readonly needsProof: boolean;
  /** The field of the input that may hold the proof; null where it was given before or not at all. */
  readonly proofPath: string | null;
  readonly data: Prisma.RecommendationUncheckedUpdateInput;
  readonly payload: Change['payload'];
}

function takeStep(
  context: Context,
  mutation: string,
  input: { readonly idempotencyKey: string; readonly revision: number },
  row: RecommendationRow,
  { followUp, needsProof, proofPath, data, payload }: Step,
): Promise<string> {
  const { userId, displayName } = getActor(context);
  return change(context, mutation, input, async (tx) => {
    await lockRow(tx, 'Recommendation', row.id);
    const select = { revision: true, state: true };
    const present = asSeen(
      context,
      await tx.recommendation.findUnique({ where: { id: row.id }, select }),
      input.revision,
    );
    if (!isOpen(present.state)) throw wrongState(present.state);
    if (needsProof && (followUp?.proof ?? null) === null && !(await isProved(tx, row.id)))
      throw new EvidenceRequiredError(domainError('EVIDENCE_REQUIRED', { component: 'proof' }), proofPath);
    if (followUp !== null) {
      await tx.followUp.create({
        data: { recommendationId: row.id, ...followUp, byId: userId, byName: displayName },
        select: { id: true },
      });
    }
    await tx.recommendation.update({
      where: { id: row.id },
      data: { ...data, revision: present.revision + 1 },
      select: { id: true },
    });
    return { entity: 'Recommendation', id: row.id, employeeId: row.targetEmployeeId, payload };
  });
}

async function isProved(tx: Transaction, recommendationId: string): Promise<boolean> {
  const proved = await tx.followUp.findFirst({
    where: { recommendationId, proof: { not: null } },
    select: { id: true },
  });
  return proved !== null;
}
