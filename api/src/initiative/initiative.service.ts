import { randomUUID } from 'node:crypto';
import type { Transaction } from '@congvu/prisma/database';
import { domainError } from '@congvu/schema/errors';
import type { RecogniseInitiative, RecordInitiative, RefuseInitiative } from '@congvu/schema/registers';
import { mayKeep, registrarOf } from '../authority/registrar.policy.ts';
import type { Context } from '../context.ts';
import { invalidField, wrongState } from '../error/refusals.ts';
import { forbidden } from '../error/request-error.ts';
import { asSeen, lockRow } from '../mutation/as-seen.ts';
import { type Change, changeAll } from '../mutation/change.ts';
import { rowId } from '../mutation/global-id.ts';
import { recordedBy } from '../mutation/recorded-by.ts';
import { assertVisible } from '../query-arguments.ts';
import { loadOne } from '../sql/batch.ts';
import { assertPast } from '../task/assignable.ts';
import { toDateColumn } from '../task/task-change.store.ts';
import { assertOpenOn, visibleUnit } from '../unit/open-unit.ts';
import { mayDecideInitiative } from './initiative.policy.ts';
import { type InitiativeRow, initiativeById } from './initiative.store.ts';
import { findAuthors, insertInitiative, isGoodPractice } from './initiative-change.store.ts';

/**
 * Keeps an initiative: personnel for others, or one of its authors in person, for his own unit. Answers its id. Errors:
 * NOT_FOUND, FORBIDDEN; EMPLOYEE_UNKNOWN for an author, DUPLICATE_CODE for a number in use, UNIT_CLOSED.
 */
export async function recordInitiative(context: Context, input: RecordInitiative): Promise<string> {
  const unit = await visibleUnit(context, input.unit);
  assertOpenOn(unit, context.today, '/unit');
  const found = await findAuthors(context, input.authors);
  const authors = input.authors.map((code, index) => {
    const author = found.get(code);
    if (author === undefined)
      throw invalidField(`/authors/${index}`, domainError('EMPLOYEE_UNKNOWN', { employee: code }));
    return author;
  });
  const registrar = registrarOf(context.actor);
  const isOwn = context.actor?.tokenScopes === null && authors.some(({ id }) => id === registrar.employeeId);
  const isOfUnit = authors.some(({ id, unitId }) => id === registrar.employeeId && unitId === unit.id);
  const isKept = authors.every(({ id }) => mayKeep(registrar, unit.pathText, id));
  if (!isKept && !(isOwn && isOfUnit)) throw forbidden(context.locale, 'STAFF_MANAGE');
  const findingId = input.finding === null ? null : rowId(context, 'Finding', input.finding);
  if (findingId !== null) assertVisible((await isGoodPractice(context, findingId)) || null, context);
  return changeAll(context, 'recordInitiative', input, async (tx) => {
    const id = randomUUID();
    const row = {
      id,
      code: input.code,
      title: input.title,
      summary: input.summary,
      unitId: unit.id,
      year: input.year,
      kind: input.kind,
      findingId,
      protectedDocument: input.protectedDocument,
    };
    const isNew = await insertInitiative(tx, { ...row, ...recordedBy(context) });
    if (!isNew) throw invalidField('/code', domainError('INCONSISTENT', { reason: 'DUPLICATE_CODE' }));
    await tx.initiativeAuthor.createMany({
      data: authors.map((author, place) => ({ initiativeId: id, employeeId: author.id, main: place === 0 })),
    });
    const payload = { code: input.code, year: input.year, kind: input.kind };
    return { outcome: id, changes: authors.map((author) => changeOf(id, author.id, payload)) };
  });
}

/** Recognised by a decision: from now on titles may rest on it. Errors: NOT_FOUND, FORBIDDEN for an author too; STALE_REVISION, WRONG_STATE. */
export function recogniseInitiative(context: Context, input: RecogniseInitiative): Promise<string> {
  assertPast(context, '/recognisedOn', input.recognisedOn);
  const { level, influence, applied, decisionNumber, recognisedOn } = input;
  return decide(context, 'recogniseInitiative', input, {
    state: 'RECOGNISED',
    level,
    influence,
    applied,
    decisionNumber,
    recognisedOn: toDateColumn(recognisedOn),
  });
}

/** Not recognised. Errors: as above. */
export function refuseInitiative(context: Context, input: RefuseInitiative): Promise<string> {
  return decide(context, 'refuseInitiative', input, { state: 'REFUSED', reason: input.reason });
}

type Columns = Parameters<Transaction['initiative']['updateMany']>[0]['data'] & {
  readonly state: 'RECOGNISED' | 'REFUSED';
};

async function decide(
  context: Context,
  mutation: string,
  input: RecogniseInitiative | RefuseInitiative,
  data: Columns,
): Promise<string> {
  const row = await findDecidable(context, input.initiative);
  return changeAll(context, mutation, input, async (tx) => {
    await lockRow(tx, 'Initiative', row.id);
    const columns = { state: true, revision: true } as const;
    const fresh = await tx.initiative.findUnique({ where: { id: row.id }, select: columns });
    const { state } = asSeen(context, fresh, input.revision);
    if (state !== 'PROPOSED') throw wrongState(state);
    await tx.initiative.update({
      where: { id: row.id },
      data: { ...data, revision: { increment: 1 } },
      select: { id: true },
    });
    const payload = { code: row.code, state: data.state };
    return { outcome: row.id, changes: row.authors.map(({ employeeId }) => changeOf(row.id, employeeId, payload)) };
  });
}

async function findDecidable(context: Context, globalId: string): Promise<InitiativeRow> {
  const row = assertVisible(await loadOne(context, initiativeById, rowId(context, 'Initiative', globalId)), context);
  if (!mayDecideInitiative(registrarOf(context.actor), row)) throw forbidden(context.locale, 'STAFF_MANAGE');
  return row;
}

/** Each author may read the entry. */
function changeOf(id: string, employeeId: string, payload: Change['payload']): Change {
  return { entity: 'Initiative', id, employeeId, payload };
}
