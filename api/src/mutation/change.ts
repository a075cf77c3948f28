import { appendAudit } from '@congvu/prisma/audit';
import { type Transaction, translateDatabaseError } from '@congvu/prisma/database';
import { hashBody, once } from '@congvu/prisma/idempotency';
import { parseInput } from '@congvu/schema/evaluation';
import { Rational, toText } from '@congvu/schema/primitives/rational';
import { ok } from '@congvu/schema/primitives/result';
import type { z } from 'zod';
import type { Context } from '../context.ts';
import { IdempotencyConflictError, InvalidInputError, Refusal, toRefusal } from '../error/refusals.ts';
import { requestError } from '../error/request-error.ts';

/** What a mutation did, as the audit chain keeps it. */
export interface Change {
  readonly entity: 'Task' | 'PeriodSheet' | 'PeriodPlan' | 'PersonalToken';
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

/**
 * Carries out a mutation: one transaction as the current actor, in which the same key and input are carried out once,
 * and what was done is chained. Answers the id of the changed row, also to a repeated call.
 */
export async function change(
  context: Context,
  mutation: string,
  input: { readonly idempotencyKey: string },
  work: (tx: Transaction) => Promise<Change>,
): Promise<string> {
  const { idempotencyKey, ...body } = input;
  try {
    const outcome = await context.database.withActor((tx) =>
      once<string, never>(tx, { key: idempotencyKey, mutation, bodyHash: hashBody(toHashable(body)) }, async () => {
        const done = await work(tx);
        await appendAudit(tx, {
          action: mutation,
          entity: done.entity,
          entityId: done.id,
          employeeId: done.employeeId,
          payload: done.payload,
          idempotencyKey,
        });
        return ok(done.id);
      }),
    );
    if (!outcome.ok) throw new IdempotencyConflictError(outcome.error);
    // What was read before the change is no longer so.
    context.loaders.clear();
    return outcome.value.reference;
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
