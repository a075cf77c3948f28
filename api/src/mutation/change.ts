import { appendAudits } from '@congvu/prisma/audit';
import type { Prisma } from '@congvu/prisma/client';
import { type Transaction, translateDatabaseError } from '@congvu/prisma/database';
import { hashBody, once } from '@congvu/prisma/idempotency';
import { parseInput } from '@congvu/schema/evaluation';
import { Rational, toText } from '@congvu/schema/primitives/rational';
import { ok } from '@congvu/schema/primitives/result';
import type { z } from 'zod';
import type { Context } from '../context.ts';
import { IdempotencyConflictError, InvalidInputError, Refusal, toRefusal } from '../error/refusals.ts';
import { requestError } from '../error/request-error.ts';
import { wakeFeeds } from '../events/wake.ts';

/** What a mutation did, as the audit chain keeps it. */
export interface Change {
  readonly entity:
    | 'Task'
    | 'PeriodSheet'
    | 'PeriodPlan'
    | 'PersonalToken'
    | 'ClassificationRound'
    | 'ClassificationMeeting'
    | 'Classification'
    | 'UnitResult'
    | 'Petition'
    | 'Unit'
    | 'Grant'
    | 'Assignment'
    | 'Absence'
    | 'CatalogueProposal'
    | 'CatalogueVersion'
    | 'StoredRuleSet'
    | 'DisciplineDecision'
    | 'Job'
    | 'NationalExport'
    | 'SiteAdapter'
    | 'AdapterReport'
    | 'HandlerChoice'
    | 'Violation'
    | 'DisciplineDeferral'
    | 'Commendation'
    | 'CommendationRound'
    | 'CommendationHold'
    | 'Initiative'
    | 'RegisterTable'
    | 'InspectionPlan'
    | 'Inspection'
    | 'InspectionVisit'
    | 'Finding'
    | 'Recommendation'
    | 'Feedback'
    | 'CoordinationRequest'
    | 'DataRequest'
    | 'DataRestriction'
    | 'RetentionProposal'
    | 'CalibrationSession'
    | 'CalibrationProposal'
    | 'Summary'
    | 'Webhook'
    | 'ImportUndo'
    | 'ExportJob'
    | 'PlanningEntry';
  readonly id: string;
  /** The person it concerns, who may read the entry and keep its receipt. */
  readonly employeeId: string | null;
  /** Ids, codes and figures; no names. */
  readonly payload: Readonly<Record<string, string | number | boolean | null | readonly string[]>>;
}

/** The input read by its shape. Errors: InvalidInputError with a field for each that is wrong. */
export function parsed<Shape extends z.ZodType>(shape: Shape, input: unknown): z.output<Shape> {
  const result = parseInput(shape, input);
  if (!result.ok) throw new InvalidInputError(result.error);
  return result.value;
}

/** What a mutation of many rows did: one change for each row, and what a repeated call answers too. */
export interface Changes<Outcome> {
  readonly outcome: Outcome;
  readonly changes: readonly Change[];
}

/**
 * Carries out a mutation: one transaction as the current actor, in which the same key and input are carried out once,
 * and what was done is chained. Answers the id of the changed row, also to a repeated call.
 */
export function change(
  context: Context,
  mutation: string,
  input: { readonly idempotencyKey: string },
  work: (tx: Transaction) => Promise<Change>,
): Promise<string> {
  return changeAll(context, mutation, input, async (tx) => {
    const done = await work(tx);
    return { outcome: done.id, changes: [done] };
  });
}

/**
 * The same for a mutation of many rows: each change is an entry of the chain, so that each person it concerns may read
 * his own. The outcome is kept with the key as JSON, so it is made of plain values: a repeated call answers what the first
 * one did, row by row.
 */
export async function changeAll<Outcome>(
  context: Context,
  mutation: string,
  input: { readonly idempotencyKey: string },
  work: (tx: Transaction) => Promise<Changes<Outcome>>,
): Promise<Outcome> {
  const { idempotencyKey, ...body } = input;
  try {
    const outcome = await context.database.withActor((tx) =>
      once<Prisma.InputJsonValue, never>(
        tx,
        { key: idempotencyKey, mutation, bodyHash: hashBody(toHashable(body)) },
        async () => {
          const done = await work(tx);
          await appendAudits(
            tx,
            done.changes.map((each) => ({
              action: mutation,
              entity: each.entity,
              entityId: each.id,
              employeeId: each.employeeId,
              payload: each.payload,
              idempotencyKey,
            })),
          );
          // Plain values, as the contract above says; interfaces have no index signature for Prisma's type of them.
          return ok(done.outcome as Prisma.InputJsonValue);
        },
      ),
    );
    if (!outcome.ok) throw new IdempotencyConflictError(outcome.error);
    wakeFeeds();
    // What was read before the change is no longer so.
    context.loaders.clear();
    return outcome.value.reference as Outcome;
  } catch (error) {
    throw toThrown(error, context);
  }
}

/** Refusals and request errors pass; what the database refused becomes one of them where its code has a meaning. */
function toThrown(error: unknown, context: Context): unknown {
  if (error instanceof Refusal) return error;
  const translated = translateDatabaseError(error);
  if (translated === null) return error;
  return toRefusal(translated) ?? requestError(translated, context.locale);
}

/** An exact number by its lowest terms: "2.50" and "5/2" are one input. */
function toHashable(body: object): unknown {
  return JSON.parse(JSON.stringify(body, (_key, part: unknown) => (part instanceof Rational ? toText(part) : part)));
}
