import { domainError } from '@congvu/schema/errors';
import {
  isDecided,
  type RecordConclusion,
  type RecordPartyOpinion,
  type SelfRate,
  type Synthesise,
} from '@congvu/schema/procedure';
import type { Context } from '../context.ts';
import { invalidField, staleRevision, wrongState } from '../error/refusals.ts';
import { forbidden, notFound } from '../error/request-error.ts';
import { change } from '../mutation/change.ts';
import { rowId } from '../mutation/global-id.ts';
import { assertVisible } from '../query-arguments.ts';
import { loadOne } from '../sql/batch.ts';
import { getUnit } from '../unit/unit.store.ts';
import { classifierOf, mayPropose } from './classification.policy.ts';
import { type ClassificationRow, classificationById } from './classification.store.ts';
import { lockClassification, takeStep } from './classification-change.ts';

/** The row a mutation names, as the actor may see it. Errors: NOT_FOUND. */
export async function findNamed(context: Context, globalId: string): Promise<ClassificationRow> {
  return assertVisible(await loadOne(context, classificationById, rowId(context, 'Classification', globalId)), context);
}

/** The row of somebody over whose agency the actor proposes. Errors: NOT_FOUND, FORBIDDEN. */
async function findProposed(context: Context, globalId: string): Promise<ClassificationRow> {
  const row = await findNamed(context, globalId);
  const agency = await getUnit(context, row.agencyId);
  if (!mayPropose(classifierOf(context.actor), agency.pathText))
    throw forbidden(context.locale, 'CLASSIFICATION_PROPOSE');
  return row;
}

/** Nothing of the past is dated tomorrow. Errors: INVALID_INPUT. */
export function assertNotFuture(context: Context, day: string, path: string): void {
  if (day > context.today) throw invalidField(path, domainError('INCONSISTENT', { reason: 'FUTURE_DATE' }));
}

/** The person names his own level and says why (form 02), again until the meeting. */
export async function selfRate(context: Context, input: SelfRate): Promise<string> {
  const row = await findNamed(context, input.classification);
  if (row.employeeId !== context.actor?.employeeId) throw forbidden(context.locale);
  return takeStep(context, 'selfRate', input, row, {
    action: 'SELF_RATE',
    data: { selfLevel: input.level, selfNote: input.note, selfRatedAt: context.now },
    payload: { selfLevel: input.level },
  });
}

/** The personnel body enters what the Party committee where the person works said. */
export async function recordPartyOpinion(context: Context, input: RecordPartyOpinion): Promise<string> {
  const row = await findProposed(context, input.classification);
  assertNotFuture(context, input.givenOn, '/givenOn');
  return takeStep(context, 'recordPartyOpinion', input, row, {
    action: 'RECORD_PARTY_OPINION',
    data: { partyBody: input.body, partyOpinion: input.opinion, partyOpinionOn: new Date(input.givenOn) },
    payload: { givenOn: input.givenOn },
  });
}

/** The personnel body puts together what was said of a head. */
export async function synthesise(context: Context, input: Synthesise): Promise<string> {
  const row = await findProposed(context, input.classification);
  return takeStep(context, 'synthesise', input, row, {
    action: 'SYNTHESISE',
    data: { synthesis: input.synthesis },
    payload: {},
  });
}

/**
 * The personnel body enters what the authority concluded about a person, or about the unit he leads: it forces the lowest level at
 * the next proposal (art. 20(4)(b)(d)). No step of the procedure; open until the decision.
 */
export async function recordConclusion(context: Context, input: RecordConclusion): Promise<string> {
  const seen = await findProposed(context, input.classification);
  return change(context, 'recordConclusion', input, async (tx) => {
    const row = await lockClassification(tx, seen.id);
    if (row === null) throw notFound(context.locale);
    if (row.rowRevision !== input.revision) throw staleRevision(input.revision, row.rowRevision);
    if (isDecided(row.state)) throw wrongState(row.state);
    const { degradation, corruptionInUnit, document } = input;
    await tx.classification.update({
      where: { id: row.id },
      data: {
        concludedDegradation: degradation,
        concludedCorruption: corruptionInUnit,
        concludedDocument: document,
        rowRevision: row.rowRevision + 1,
      },
    });
    const payload = { year: row.year, degradation, corruptionInUnit, document };
    return { entity: 'Classification', id: row.id, employeeId: row.employeeId, payload };
  });
}
