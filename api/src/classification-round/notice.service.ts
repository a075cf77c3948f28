import { domainError, type FieldError } from '@congvu/schema/errors';
import {
  type ClassificationAction,
  canAdvanceClassification,
  type NotifyClassifications,
  type PublishClassifications,
} from '@congvu/schema/procedure';
import type { Context } from '../context.ts';
import { invalidInput } from '../error/refusals.ts';
import { changeAll } from '../mutation/change.ts';
import { findProposedUnit, getRound } from './agency-round.ts';
import { lockRound, markPublished, markTold, type PersonInRound, peopleInRound } from './round-change.store.ts';

/** JSON: it is kept with the idempotency key. */
export type ToldPeople = { readonly ids: string[] };

/** Tells people of the decision on their year. Who was told before is left alone. */
export function notifyClassifications(context: Context, input: NotifyClassifications): Promise<ToldPeople> {
  return tell(context, 'notifyClassifications', input, 'NOTIFY');
}

/** Publishes the levels of whom was told; also while a petition is under way or resolved. */
export function publishClassifications(context: Context, input: PublishClassifications): Promise<ToldPeople> {
  return tell(context, 'publishClassifications', input, 'PUBLISH');
}

async function tell(
  context: Context,
  mutation: string,
  input: NotifyClassifications,
  action: ClassificationAction & ('NOTIFY' | 'PUBLISH'),
): Promise<ToldPeople> {
  const { unit, agency } = await findProposedUnit(context, input.unit);
  const round = await getRound(context, agency, input.year);
  return changeAll(context, mutation, input, async (tx) => {
    await lockRound(tx, round.id);
    const people = namedOf(await peopleInRound(tx, round.id, unit.pathText), input.employees).filter(
      (person) =>
        canAdvanceClassification(person.state, action, person.post) &&
        (action === 'NOTIFY' ? person.notifiedAt : person.publishedAt) === null,
    );
    const ids = people.map((person) => person.id);
    await (action === 'NOTIFY' ? markTold(tx, ids, context.now) : markPublished(tx, ids, context.now));
    return {
      outcome: { ids },
      changes: people.map((person) => ({
        entity: 'Classification' as const,
        id: person.id,
        employeeId: person.employeeId,
        payload: { year: input.year, at: context.now.toISOString() },
      })),
    };
  });
}

/** Those named, or everybody. Errors: INVALID_INPUT (EMPLOYEE_UNKNOWN). */
export function namedOf(people: readonly PersonInRound[], codes: readonly string[] | null): readonly PersonInRound[] {
  if (codes === null) return people;
  const byCode = new Map(people.map((person) => [person.code, person]));
  const unknown: FieldError[] = codes.flatMap((code, index) =>
    byCode.has(code)
      ? []
      : [{ path: `/employees/${index}`, error: domainError('EMPLOYEE_UNKNOWN', { employee: code }) }],
  );
  if (unknown.length > 0) throw invalidInput(...unknown);
  return codes.flatMap((code) => byCode.get(code) ?? []);
}
