import type { Transaction } from '@congvu/prisma/database';
import { domainError } from '@congvu/schema/errors';
import type { LocalDate } from '@congvu/schema/primitives/local-date';
import {
  type AnnulDisciplineDecision,
  allowedForms,
  effectiveUntil,
  effectsOf,
  isParty,
  type RecordComplaint,
  type ReplaceDisciplineDecision,
} from '@congvu/schema/registers';
import { mayKeep, registrarOf } from '../authority/registrar.policy.ts';
import type { Context } from '../context.ts';
import { getEmployee } from '../employee/employee.store.ts';
import { invalidField, staleRevision, wrongState } from '../error/refusals.ts';
import { forbidden, notFound } from '../error/request-error.ts';
import { type Change, change, changeAll } from '../mutation/change.ts';
import { rowId } from '../mutation/global-id.ts';
import { assertVisible } from '../query-arguments.ts';
import { loadRegisterTable } from '../register-table/register-table.store.ts';
import { loadOne } from '../sql/batch.ts';
import { assertPast } from '../task/assignable.ts';
import { toDateColumn } from '../task/task-change.store.ts';
import { findService } from './act-subject.ts';
import { insertDecision, reopenActs } from './decision-change.store.ts';
import { checkDecision } from './decision-check.ts';
import { type DisciplineRow, disciplineById } from './discipline.store.ts';
import { violationsByDecision } from './violation.store.ts';
import { reversed } from './violation-change.ts';

/**
 * A decision taken back; it stays in the register, and acts on which no other is in force are open again. Errors: NOT_FOUND,
 * FORBIDDEN, STALE_REVISION; WRONG_STATE of one annulled or replaced.
 */
export async function annulDisciplineDecision(context: Context, input: AnnulDisciplineDecision): Promise<string> {
  const row = await findKept(context, input.decision);
  assertPast(context, '/on', input.on);
  if (input.on < row.decidedOn) throw reversed('/on');
  return change(context, 'annulDisciplineDecision', input, async (tx) => {
    await updateDecision(tx, context, row, input.revision, {
      annulledOn: toDateColumn(input.on),
      annulReason: input.reason,
      annulDocument: input.document,
    });
    await reopenActs(tx, row.id);
    return changeOf(row, { decisionNumber: row.decisionNumber, annulledOn: input.on, document: input.document });
  });
}

/**
 * A new decision of the same body on the same acts; the old one is annulled with it and both stay. Answers the new one's id.
 * Errors: as above, and for the new one those of recording, but for limitation: handling began in time.
 */
export async function replaceDisciplineDecision(context: Context, input: ReplaceDisciplineDecision): Promise<string> {
  const row = await findKept(context, input.decision);
  assertPast(context, '/decidedOn', input.decidedOn);
  if (input.decidedOn < row.decidedOn) throw reversed('/decidedOn');
  const acts = (await loadOne(context, violationsByDecision, row.id)) ?? [];
  const { code } = await getEmployee(context, row.employeeId);
  const { subject } = await findService(context, {
    employeeId: row.employeeId,
    employee: code,
    // Date columns.
    day: (acts[0]?.actFrom ?? row.decidedOn) as LocalDate,
    unit: null,
    dayPath: '/decision',
    unitPath: '/decision',
  });
  const [forms, effects, terms] = await Promise.all([
    loadRegisterTable(context, 'DISCIPLINE_FORMS', row.unitPath, input.decidedOn),
    loadRegisterTable(context, 'DISCIPLINE_EFFECTS', row.unitPath, input.effectiveFrom),
    loadRegisterTable(context, 'CLOCKS', row.unitPath, input.effectiveFrom),
  ]);
  if (isParty(input.form) !== row.party) {
    const allowed = allowedForms(subject, input.decidedOn, forms.table).filter((form) => isParty(form) === row.party);
    throw invalidField('/form', domainError('FORM_NOT_ALLOWED', { form: input.form, allowed }));
  }
  const refused = checkDecision({ ...input, subject, acts: [], current: null }, forms.table);
  if (refused !== null) throw invalidField(refused.path, refused.error);
  const lapse = effectiveUntil(input.effectiveFrom, terms.table);
  return changeAll(context, 'replaceDisciplineDecision', input, async (tx) => {
    await updateDecision(tx, context, row, input.revision, {
      annulledOn: toDateColumn(input.decidedOn),
      annulReason: input.reason,
      annulDocument: input.document,
    });
    const windows = effectsOf(
      {
        form: input.form,
        subjectType: subject.subjectType,
        effectiveFrom: input.effectiveFrom,
        corruption: acts.some((act) => act.corruption),
      },
      effects.table,
    );
    const id = await insertDecision(tx, context, {
      employeeId: row.employeeId,
      unitId: row.unitId,
      acts: acts.map((act) => act.id),
      form: input.form,
      decisionNumber: input.decisionNumber,
      decidedOn: input.decidedOn,
      effectiveFrom: input.effectiveFrom,
      effectiveTo: input.effectiveTo ?? lapse.until,
      issuer: input.issuer,
      relatedToDuty: row.relatedToDuty,
      degradation: acts.some((act) => act.degradation),
      summary: row.summary,
      reasonForForm: input.reasonForForm,
      sourceCertainty: input.effectiveTo === null ? lapse.source.certainty : 'PRACTICE',
      supersedesId: row.id,
      effects: windows.map((window) => ({ ...window, tableId: effects.id })),
    });
    const payload = { form: input.form, decisionNumber: input.decisionNumber, decidedOn: input.decidedOn };
    return {
      outcome: id,
      changes: [
        changeOf(row, { decisionNumber: row.decisionNumber, annulledOn: input.decidedOn, replacedBy: id }),
        changeOf({ ...row, id }, { ...payload, supersedes: row.id }),
      ],
    };
  });
}

/** A complaint about a decision, and what became of it. Errors: as for annulling. */
export async function recordComplaint(context: Context, input: RecordComplaint): Promise<string> {
  const row = await findKept(context, input.decision);
  assertPast(context, '/filedOn', input.filedOn);
  if (input.filedOn < row.decidedOn) throw reversed('/filedOn');
  return change(context, 'recordComplaint', input, async (tx) => {
    await updateDecision(tx, context, row, input.revision, {
      complaintFiledOn: toDateColumn(input.filedOn),
      complaintOutcome: input.outcome,
      complaintDocument: input.document,
    });
    return changeOf(row, { filedOn: input.filedOn, outcome: input.outcome, document: input.document });
  });
}

/** A decision the actor keeps. Errors: NOT_FOUND, FORBIDDEN. */
async function findKept(context: Context, globalId: string): Promise<DisciplineRow> {
  const id = rowId(context, 'DisciplineDecision', globalId);
  const row = assertVisible(await loadOne(context, disciplineById, id), context);
  if (!mayKeep(registrarOf(context.actor), row.unitPath, row.employeeId))
    throw forbidden(context.locale, 'STAFF_MANAGE');
  return row;
}

type Columns = Parameters<Transaction['disciplineDecision']['updateMany']>[0]['data'];

/** Changes a decision in force that is as the caller saw it. Errors: STALE_REVISION, WRONG_STATE. */
async function updateDecision(
  tx: Transaction,
  context: Context,
  { id }: DisciplineRow,
  revision: number,
  data: Columns,
): Promise<void> {
  const fresh = await tx.disciplineDecision.findUnique({ where: { id }, select: { revision: true, annulledOn: true } });
  if (fresh === null) throw notFound(context.locale);
  if (fresh.revision !== revision) throw staleRevision(revision, fresh.revision);
  if (fresh.annulledOn !== null) throw wrongState('ANNULLED');
  const { count } = await tx.disciplineDecision.updateMany({
    where: { id, revision },
    data: { ...data, revision: { increment: 1 } },
  });
  if (count === 0) throw staleRevision(revision, revision + 1);
}

function changeOf(
  { id, employeeId }: { readonly id: string; readonly employeeId: string },
  payload: Change['payload'],
): Change {
  return { entity: 'DisciplineDecision', id, employeeId, payload };
}
