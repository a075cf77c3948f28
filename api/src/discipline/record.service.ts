import type { Transaction } from '@congvu/prisma/database';
import { domainError } from '@congvu/schema/errors';
import type { RecordDisciplineDecision } from '@congvu/schema/evaluation';
import type { LocalDate } from '@congvu/schema/primitives/local-date';
import { effectiveUntil, effectsOf, handlingClock, isParty } from '@congvu/schema/registers';
import { mayKeep, registrarOf } from '../authority/registrar.policy.ts';
import type { Context } from '../context.ts';
import { type EmployeeRow, findEmployeeByCode } from '../employee/employee.store.ts';
import { invalidField, wrongState } from '../error/refusals.ts';
import { forbidden } from '../error/request-error.ts';
import { change } from '../mutation/change.ts';
import { rowId } from '../mutation/global-id.ts';
import { assertVisible } from '../query-arguments.ts';
import { loadRegisterTable } from '../register-table/register-table.store.ts';
import { loadOne } from '../sql/batch.ts';
import { assertPast } from '../task/assignable.ts';
import { toDateColumn } from '../task/task-change.store.ts';
import { getActor } from '../task/task-change.ts';
import { findService, type Service } from './act-subject.ts';
import { assertUndecided, findCurrentForm, insertDecision } from './decision-change.store.ts';
import { checkDecision } from './decision-check.ts';
import { type ViolationRow, violationById } from './violation.store.ts';
import { type Clocks, loadClocks } from './violation-clock.ts';

/** An act as a decision sees it: kept before, or to be kept with it. */
type Act = Omit<Pick<ViolationRow, (typeof ACT_COLUMNS)[number]>, 'id'> & { readonly id: string | null };
const ACT_COLUMNS = [
  'id',
  'unitId',
  'unitPath',
  'actFrom',
  'actTo',
  'discoveredOn',
  'concludedOn',
  'limitationStart',
  'limitationException',
  'relatedToDuty',
  'degradation',
  'corruption',
  'state',
] as const;

/**
 * Records a decision of discipline with the act it punishes, or on acts recorded before: one act counts in one year only,
 * however many decisions follow, and at the unit where it was done. What it brings is worked out by the table in force and
 * kept. Answers the decision's id.
 *
 * Errors: NOT_FOUND, FORBIDDEN (also for oneself); INVALID_INPUT for days to come, a unit or day without service, a decision
 * before its act, a form the person cannot have then, an act past its limitation, a form too light during a discipline;
 * WRONG_STATE of a dismissed act; DECISION_EXISTS. Source: Nghị định 335/2025/NĐ-CP art. 11(3)–(7); domain.md 7.
 */
export async function recordDisciplineDecision(context: Context, input: RecordDisciplineDecision): Promise<string> {
  const employee = assertVisible(await findEmployeeByCode(context, input.employee), context);
  const known = await findActs(context, employee, input);
  const place = known[0];
  const service = await findService(context, {
    employeeId: employee.id,
    employee: employee.code,
    // A date column, or a LocalDate of the input.
    day: (place?.actFrom ?? input.act?.actFrom ?? input.decidedOn) as LocalDate,
    unit: input.act?.unit ?? null,
    dayPath: place === undefined ? '/act/actFrom' : '/violation',
    unitPath: '/act/unit',
  });
  const acts: readonly [Act, ...Act[]] = place === undefined ? [toAct(input, service)] : [place, ...known.slice(1)];
  const registrar = registrarOf(context.actor);
  if (!acts.every((act) => mayKeep(registrar, act.unitPath, employee.id)))
    throw forbidden(context.locale, 'STAFF_MANAGE');
  assertPast(context, '/decidedOn', input.decidedOn);
  if (input.act !== null) {
    assertPast(context, '/act/actFrom', input.act.actFrom);
    assertPast(context, '/act/discoveredOn', input.act.discoveredOn);
  }
  const dismissed = acts.find((act) => act.state === 'DISMISSED');
  if (dismissed !== undefined) throw wrongState(dismissed.state);
  const [main] = acts;
  const [forms, effects, terms, clocksFor] = await Promise.all([
    loadRegisterTable(context, 'DISCIPLINE_FORMS', main.unitPath, input.decidedOn),
    loadRegisterTable(context, 'DISCIPLINE_EFFECTS', main.unitPath, input.effectiveFrom),
    loadRegisterTable(context, 'CLOCKS', main.unitPath, input.effectiveFrom),
    loadClocks(context),
  ]);
  const lapse = effectiveUntil(input.effectiveFrom, terms.table);
  const timed = acts.map((act) => ({ ...act, clocks: clocksFor(act) }));
  return change(context, 'recordDisciplineDecision', input, async (tx) => {
    const ids = acts.flatMap((act) => (act.id === null ? [] : [act.id]));
    await assertUndecided(tx, ids, isParty(input.form));
    const current = await findCurrentForm(tx, employee.id, lastDayOf(acts), null);
    const refused = checkDecision({ ...input, subject: service.subject, acts: timed, current }, forms.table);
    if (refused !== null) throw invalidField(refused.path, refused.error);
    const actIds =
      ids.length === 0 ? [await insertAct(tx, context, employee, { ...main, clocks: clocksFor(main) }, input)] : ids;
    const windows = effectsOf(
      {
        form: input.form,
        subjectType: service.subject.subjectType,
        effectiveFrom: input.effectiveFrom,
        corruption: acts.some((act) => act.corruption),
      },
      effects.table,
    );
    const id = await insertDecision(tx, context, {
      employeeId: employee.id,
      unitId: main.unitId,
      acts: actIds,
      form: input.form,
      decisionNumber: input.decisionNumber,
      decidedOn: input.decidedOn,
      effectiveFrom: input.effectiveFrom,
      effectiveTo: input.effectiveTo ?? lapse.until,
      issuer: input.issuer,
      relatedToDuty: acts.some((act) => act.relatedToDuty),
      degradation: acts.some((act) => act.degradation),
      summary: input.summary,
      reasonForForm: input.reasonForForm,
      // The law gives no months of effect: what the office states is its practice.
      sourceCertainty: input.effectiveTo === null ? lapse.source.certainty : 'PRACTICE',
      supersedesId: null,
      effects: windows.map((window) => ({ ...window, tableId: effects.id })),
    });
    const payload = {
      acts: actIds,
      form: input.form,
      decisionNumber: input.decisionNumber,
      decidedOn: input.decidedOn,
      actOn: main.actFrom,
      relatedToDuty: main.relatedToDuty,
      degradation: main.degradation,
    };
    return { entity: 'DisciplineDecision', id, employeeId: employee.id, payload };
  });
}

/** The acts the input names, the main one first; none where it brings its own. Errors: NOT_FOUND, EMPLOYEE_UNKNOWN. */
async function findActs(
  context: Context,
  employee: EmployeeRow,
  { violation, violations }: RecordDisciplineDecision,
): Promise<readonly ViolationRow[]> {
  const ids = violations ?? (violation === null ? [] : [violation]);
  const rows = await Promise.all(
    [...new Set(ids)].map((id) => loadOne(context, violationById, rowId(context, 'Violation', id))),
  );
  return rows.map((row, index) => {
    const act = assertVisible(row, context);
    if (act.employeeId === employee.id) return act;
    const path = violations === null ? '/violation' : `/violations/${index}`;
    throw invalidField(path, domainError('EMPLOYEE_UNKNOWN', { employee: employee.code }));
  });
}

function toAct({ act, decidedOn }: RecordDisciplineDecision, { assignment }: Service): Act {
  return {
    id: null,
    unitId: assignment.unit.id,
    unitPath: assignment.unit.pathText,
    actFrom: act?.actFrom ?? decidedOn,
    actTo: act?.actTo ?? null,
    discoveredOn: act?.discoveredOn ?? decidedOn,
    concludedOn: null,
    limitationStart: 'END_OF_ACT',
    limitationException: null,
    relatedToDuty: act?.relatedToDuty ?? false,
    degradation: act?.degradation ?? false,
    corruption: false,
    state: 'OPEN',
  };
}

/** A discipline that had effect on the last day of the last act was being served when it was done (R-D-3). */
function lastDayOf(acts: readonly Act[]): LocalDate {
  // Days in writing sort by time; each is a date column or a LocalDate of the input.
  return (acts
    .map((act) => act.actTo ?? act.actFrom)
    .toSorted()
    .at(-1) ?? '') as LocalDate;
}

async function insertAct(
  tx: Transaction,
  context: Context,
  employee: EmployeeRow,
  act: Act & { readonly clocks: Clocks },
  { summary }: RecordDisciplineDecision,
): Promise<string> {
  const actor = getActor(context);
  const discoveredOn = act.discoveredOn as LocalDate;
  const { dueOn } = handlingClock({ discoveredOn, extendedTo: null, deferrals: [] }, context.today, act.clocks);
  const { id } = await tx.violation.create({
    data: {
      employeeId: employee.id,
      unitId: act.unitId,
      actFrom: toDateColumn(act.actFrom as LocalDate),
      actTo: act.actTo === null ? null : toDateColumn(act.actTo as LocalDate),
      discoveredOn: toDateColumn(discoveredOn),
      relatedToDuty: act.relatedToDuty,
      degradation: act.degradation,
      summary,
      dueOn: toDateColumn(dueOn),
      recordedById: actor.userId,
      recordedByName: actor.displayName,
      recordedAt: context.now,
    },
    select: { id: true },
  });
  return id;
}
