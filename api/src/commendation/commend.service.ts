import type { Transaction } from '@congvu/prisma/database';
import { type DomainError, domainError, type FieldError } from '@congvu/schema/errors';
import { parseInput } from '@congvu/schema/evaluation';
import type { LocalDate } from '@congvu/schema/primitives/local-date';
import {
  bonusAmount,
  type CommendationTitle,
  type CommendedRow,
  commendedRowShape,
  type RecordCommendations,
} from '@congvu/schema/registers';
import { mayKeep, registrarOf } from '../authority/registrar.policy.ts';
import { readCollectiveFacts, readPersonFacts } from '../commendation-round/candidate-facts.store.ts';
import { type CommendationRoundRow, commendationRoundById } from '../commendation-round/round.store.ts';
import type { Context } from '../context.ts';
import { invalidField, wrongState } from '../error/refusals.ts';
import { forbidden, notFound } from '../error/request-error.ts';
import { lockRow } from '../mutation/as-seen.ts';
import { type Change, changeAll } from '../mutation/change.ts';
import { findRowId, rowId } from '../mutation/global-id.ts';
import { recordedBy } from '../mutation/recorded-by.ts';
import { assertVisible } from '../query-arguments.ts';
import { getRegisterTable } from '../register-table/register-table.store.ts';
import { loadOne } from '../sql/batch.ts';
import { assertPast } from '../task/assignable.ts';
import { AwardDesk } from './award.ts';
import { findPeople, findUnits, insertCommendations, type NewCommendation } from './commendation-change.store.ts';

/** What became of each name, in the order given. JSON: it is kept with the idempotency key. */
export type CommendedRows = {
  readonly rows: { readonly index: number; readonly id: string | null; readonly errors: FieldError[] }[];
};

/** The decision by which titles are given. */
export interface TitleDecision {
  readonly titleCode: string;
  readonly decisionNumber: string;
  readonly decidedOn: LocalDate;
  readonly issuer: string;
  readonly form: string;
  readonly title: string;
  readonly kind: string;
  readonly achievedFrom: string | null;
  readonly achievedTo: string | null;
  readonly reason: string | null;
  readonly recommendationId: string | null;
}

/** A name whose row is known. */
export interface Named {
  readonly index: number;
  readonly employeeId: string | null;
  readonly unitId: string | null;
  readonly code: string;
  readonly initiatives: readonly string[];
  readonly overrideDocument: string | null;
}

/** What became of the names under the round's lock. */
export interface Commended {
  readonly accepted: readonly { readonly named: Named; readonly id: string }[];
  readonly errors: ReadonlyMap<number, DomainError>;
}

/**
 * A decision that names many, at most 500: each name stands for itself. Errors: NOT_FOUND, FORBIDDEN over the agency; INVALID_INPUT
 * for a title the table has not; WRONG_STATE of a closed round; each name's own at its place.
 */
export async function recordCommendations(context: Context, input: RecordCommendations): Promise<CommendedRows> {
  const round = assertVisible(
    await loadOne(context, commendationRoundById, rowId(context, 'CommendationRound', input.round)),
    context,
  );
  if (!mayKeep(registrarOf(context.actor), round.agencyPath, null)) throw forbidden(context.locale, 'STAFF_MANAGE');
  assertPast(context, '/decidedOn', input.decidedOn);
  const title = await titleOf(context, round, input.titleCode);
  const errors = new Map<number, readonly FieldError[]>();
  const named = await nameRows(context, input.rows, errors);
  const decision = {
    ...input,
    form: 'Danh hiệu thi đua',
    title: title.name.vi,
    kind: 'Theo công trạng',
    ...NOTHING_MORE,
  };
  return changeAll(context, 'recordCommendations', input, async (tx) => {
    const done = await commend(tx, context, round, title, decision, named);
    const ids = new Map(done.accepted.map(({ id, named: { index } }) => [index, id]));
    return {
      outcome: {
        rows: input.rows.map((_row, index) => ({
          index,
          id: ids.get(index) ?? null,
          errors: [...(errors.get(index) ?? toFields(index, done.errors.get(index)))],
        })),
      },
      changes: done.accepted.map((each) => changeOf(each, decision, round.year)),
    };
  });
}

const NOTHING_MORE = { achievedFrom: null, achievedTo: null, reason: null, recommendationId: null } as const;

/** The title of a round's table. Errors: UNKNOWN_VALUE at "/titleCode". */
export async function titleOf(context: Context, round: CommendationRoundRow, code: string): Promise<CommendationTitle> {
  const table = await getRegisterTable(context, 'COMMENDATION_TITLES', round.titlesTableId);
  return findTitle(table, code);
}

/** Errors: UNKNOWN_VALUE at "/titleCode". */
export function findTitle(table: readonly CommendationTitle[], code: string): CommendationTitle {
  const title = table.find((each) => each.code === code);
  if (title !== undefined) return title;
  throw invalidField(
    '/titleCode',
    domainError('UNKNOWN_VALUE', { allowed: table.map((each) => each.code), given: code }),
  );
}

/** Gives a title to names under the round's lock, in their order. Errors: WRONG_STATE of a closed round. */
export async function commend(
  tx: Transaction,
  context: Context,
  round: CommendationRoundRow,
  title: CommendationTitle,
  decision: TitleDecision,
  named: readonly Named[],
): Promise<Commended> {
  await lockRow(tx, 'CommendationRound', round.id);
  const fresh = await tx.commendationRound.findUnique({ where: { id: round.id }, select: { state: true } });
  if (fresh === null) throw notFound(context.locale);
  if (fresh.state === 'CLOSED') throw wrongState(fresh.state);
  const isOfPeople = title.subject === 'PERSON';
  const desk = new AwardDesk({
    year: round.year,
    title,
    people: isOfPeople ? await readPersonFacts(tx, round.agencyId, round.year) : [],
    collectives: isOfPeople ? [] : await readCollectiveFacts(tx, round.agencyId, round.year),
    quotaPercent: round.baseTitleQuotaPercent,
    locale: context.locale,
  });
  const registrar = registrarOf(context.actor);
  const errors = new Map<number, DomainError>();
  const accepted: { readonly named: Named; readonly row: NewCommendation }[] = [];
  for (const each of named) {
    const { employeeId, overrideDocument } = each;
    const error =
      (employeeId === null) === isOfPeople
        ? domainError('INCONSISTENT', { reason: 'PERSON_OR_UNIT' })
        : employeeId !== null && employeeId === registrar.employeeId
          ? domainError('FORBIDDEN', { permission: 'STAFF_MANAGE' })
          : (unknownInitiative(desk, each) ?? desk.refuse({ ...each, overridden: overrideDocument !== null }));
    if (error === null) accepted.push({ named: each, row: toRow(context, desk, round, title, decision, each) });
    else errors.set(each.index, error);
  }
  const ids =
    accepted.length === 0
      ? []
      : await insertCommendations(
          tx,
          accepted.map(({ row }) => row),
        );
  return { accepted: accepted.map(({ named: each }, place) => ({ named: each, id: ids[place] ?? '' })), errors };
}

/** An initiative that is not the person's, or not recognised. */
function unknownInitiative(desk: AwardDesk, { employeeId, initiatives }: Named): DomainError | null {
  const own = employeeId === null ? [] : (desk.personOf(employeeId)?.initiatives ?? []);
  const unknown = initiatives.some((id) => !own.some((initiative) => initiative.id === id));
  return unknown ? domainError('NOT_FOUND') : null;
}

function toRow(
  context: Context,
  desk: AwardDesk,
  round: CommendationRoundRow,
  title: CommendationTitle,
  decision: TitleDecision,
  { employeeId, initiatives, unitId }: Named,
): NewCommendation {
  const multiple = title.bonus?.multiple ?? null;
  const salary = round.baseSalary;
  return {
    employeeId,
    // A person's unit of the year, or the collective itself: one of them is named.
    unitId: (employeeId === null ? unitId : desk.personOf(employeeId)?.unit_id) ?? round.agencyId,
    form: decision.form,
    title: decision.title,
    kind: decision.kind,
    titleCode: title.code,
    year: round.year,
    achievedFrom: decision.achievedFrom,
    achievedTo: decision.achievedTo,
    decisionNumber: decision.decisionNumber,
    decidedOn: decision.decidedOn,
    issuer: decision.issuer,
    reason: decision.reason,
    roundId: round.id,
    recommendationId: decision.recommendationId,
    bonusMultiple: multiple,
    bonusAmount: multiple === null || salary === null ? null : String(bonusAmount(multiple, BigInt(salary))),
    ...recordedBy(context),
    initiatives,
  };
}

/** The names of a decision. What is wrong with one is put in `errors` at its place. */
async function nameRows(
  context: Context,
  rows: readonly unknown[],
  errors: Map<number, readonly FieldError[]>,
): Promise<readonly Named[]> {
  const read: (readonly [number, CommendedRow])[] = [];
  for (const [index, row] of rows.entries()) {
    const result = parseInput(commendedRowShape, row);
    if (result.ok) read.push([index, result.value]);
    else
      errors.set(
        index,
        result.error.payload.fields.map(({ path, error }) => ({ path: `/rows/${index}${path}`, error })),
      );
  }
  const [people, units] = await Promise.all([
    findPeople(
      context,
      read.flatMap(([, { employee }]) => employee ?? []),
    ),
    findUnits(
      context,
      read.flatMap(([, { unit }]) => unit ?? []),
    ),
  ]);
  return read.flatMap(([index, row]): readonly Named[] => {
    const { employee, overrideDocument, unit } = row;
    const found = employee === null ? units.get(unit ?? '') : people.get(employee);
    if (found === undefined) {
      const error =
        employee === null
          ? domainError('UNIT_UNKNOWN', { unit: unit ?? '' })
          : domainError('EMPLOYEE_UNKNOWN', { employee });
      errors.set(index, [{ path: `/rows/${index}/${employee === null ? 'unit' : 'employee'}`, error }]);
      return [];
    }
    const initiatives = row.initiatives.map((id) => findRowId('Initiative', id) ?? '');
    const ids = employee === null ? { employeeId: null, unitId: found.id } : { employeeId: found.id, unitId: null };
    return [{ index, ...ids, code: found.code, initiatives, overrideDocument }];
  });
}

function toFields(index: number, error: DomainError | undefined): readonly FieldError[] {
  if (error === undefined) return [];
  const field = error.code === 'NOT_FOUND' ? '/initiatives' : error.code === 'UNIT_UNKNOWN' ? '/unit' : '/employee';
  return [{ path: `/rows/${index}${field}`, error }];
}

/** The audit entry of a title given. */
export function changeOf(
  { id, named }: Commended['accepted'][number],
  { decidedOn, decisionNumber, titleCode }: Pick<TitleDecision, 'titleCode' | 'decisionNumber' | 'decidedOn'>,
  year: number,
): Change {
  const payload = { titleCode, year, decisionNumber, decidedOn, overrideDocument: named.overrideDocument };
  return { entity: 'Commendation', id, employeeId: named.employeeId, payload: { ...payload, unit: named.unitId } };
}
