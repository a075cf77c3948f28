import { domainError } from '@congvu/schema/errors';
import type {
  CloseCommendationRound,
  HoldCommendation,
  LiftHold,
  OpenCommendationRound,
} from '@congvu/schema/registers';
import { mayKeep, registrarOf } from '../authority/registrar.policy.ts';
import { agencyOfUnit } from '../classification/agency.store.ts';
import { isYearDecided } from '../commendation/commendation-change.store.ts';
import type { Context } from '../context.ts';
import { findEmployeeByCode } from '../employee/employee.store.ts';
import { invalidField, wrongState, YearNotDecidedError } from '../error/refusals.ts';
import { forbidden } from '../error/request-error.ts';
import { asSeen, lockRow } from '../mutation/as-seen.ts';
import { change } from '../mutation/change.ts';
import { rowId } from '../mutation/global-id.ts';
import { recordedBy } from '../mutation/recorded-by.ts';
import { assertVisible } from '../query-arguments.ts';
import { findTableVersion, loadRegisterTable } from '../register-table/register-table.store.ts';
import { loadOne } from '../sql/batch.ts';
import { assertPast } from '../task/assignable.ts';
import { toDateColumn } from '../task/task-change.store.ts';
import { getActor } from '../task/task-change.ts';
import { findUnitByCode, type UnitRow } from '../unit/unit.store.ts';
import { type CommendationRoundRow, commendationRoundById, holdById, roundOfAgencyYear } from './round.store.ts';

/**
 * Opens the commendation round of an agency once its year is decided (Nghị định 335/2025/NĐ-CP art. 19(2)). Answers its id.
 * Errors: NOT_FOUND, FORBIDDEN; UNIT_UNKNOWN for a unit that is no agency; YEAR_NOT_DECIDED; WRONG_STATE where there is one.
 */
export async function openCommendationRound(context: Context, input: OpenCommendationRound): Promise<string> {
  const agency = await findAgency(context, input.unit);
  if (!mayKeep(registrarOf(context.actor), agency.pathText, null)) throw forbidden(context.locale, 'STAFF_MANAGE');
  const existing = await loadOne(context, roundOfAgencyYear(input.year), agency.id);
  if (existing !== null) throw wrongState(existing.state);
  if (!(await isYearDecided(context, agency.id, input.year))) {
    throw new YearNotDecidedError(domainError('YEAR_NOT_DECIDED', { unit: agency.code, year: input.year }));
  }
  const titlesTableId = await findTitlesTable(context, agency, input.titlesVersion);
  const actor = getActor(context);
  return change(context, 'openCommendationRound', input, async (tx) => {
    const { id } = await tx.commendationRound.create({
      data: {
        agencyId: agency.id,
        year: input.year,
        titlesTableId,
        baseTitleQuotaPercent: input.baseTitleQuotaPercent,
        baseSalary: input.baseSalary,
        openedById: actor.userId,
        openedAt: context.now,
      },
      select: { id: true },
    });
    const payload = {
      unit: agency.code,
      year: input.year,
      quotaPercent: input.baseTitleQuotaPercent,
      baseSalary: input.baseSalary,
      titlesTable: titlesTableId,
    };
    return { entity: 'CommendationRound', id, employeeId: null, payload };
  });
}

async function findAgency(context: Context, code: string): Promise<UnitRow> {
  const unit = assertVisible(await findUnitByCode(context, code), context);
  const agency = await loadOne(context, agencyOfUnit, unit.id);
  if (agency?.id !== unit.id) throw invalidField('/unit', domainError('UNIT_UNKNOWN', { unit: code }));
  return agency;
}

/** The table a round goes by: the one in force today, or a version named; 0 is the built-in one. Errors: UNKNOWN_VALUE. */
async function findTitlesTable(context: Context, agency: UnitRow, version: number | null): Promise<string | null> {
  if (version === 0) return null;
  if (version === null) {
    return (await loadRegisterTable(context, 'COMMENDATION_TITLES', agency.pathText, context.today)).id;
  }
  const id = await findTableVersion(context, 'COMMENDATION_TITLES', agency.pathText, version);
  if (id !== null) return id;
  throw invalidField('/titlesVersion', domainError('UNKNOWN_VALUE', { given: String(version), allowed: ['0'] }));
}

/** Errors: NOT_FOUND, FORBIDDEN, STALE_REVISION, WRONG_STATE. */
export async function closeCommendationRound(context: Context, input: CloseCommendationRound): Promise<string> {
  const round = await findKeptRound(context, input.round);
  return change(context, 'closeCommendationRound', input, async (tx) => {
    await lockRow(tx, 'CommendationRound', round.id);
    const columns = { state: true, revision: true } as const;
    const fresh = await tx.commendationRound.findUnique({ where: { id: round.id }, select: columns });
    const { state } = asSeen(context, fresh, input.revision);
    if (state === 'CLOSED') throw wrongState(state);
    await tx.commendationRound.update({
      where: { id: round.id },
      data: { state: 'CLOSED', closedAt: context.now, revision: { increment: 1 } },
      select: { id: true },
    });
    return {
      entity: 'CommendationRound',
      id: round.id,
      employeeId: null,
      payload: { year: round.year, state: 'CLOSED' },
    };
  });
}

/** Puts somebody, or a collective, back in a round. Errors: NOT_FOUND, FORBIDDEN (also for oneself), WRONG_STATE where one is held. */
export async function holdCommendation(context: Context, input: HoldCommendation): Promise<string> {
  const round = await findKeptRound(context, input.round);
  const employee =
    input.employee === null ? null : assertVisible(await findEmployeeByCode(context, input.employee), context);
  const unit = input.unit === null ? null : assertVisible(await findUnitByCode(context, input.unit), context);
  const path = employee?.assignment?.unit.pathText ?? unit?.pathText ?? round.agencyPath;
  if (!mayKeep(registrarOf(context.actor), path, employee?.id ?? null)) throw forbidden(context.locale, 'STAFF_MANAGE');
  assertPast(context, '/from', input.from);
  return change(context, 'holdCommendation', input, async (tx) => {
    await lockRow(tx, 'CommendationRound', round.id);
    const columns = { employeeId: employee?.id ?? null, unitId: unit?.id ?? null };
    const held = await tx.commendationHold.count({ where: { roundId: round.id, ...columns, liftedOn: null } });
    if (held > 0) throw wrongState('HELD');
    const { id } = await tx.commendationHold.create({
      data: {
        roundId: round.id,
        ...columns,
        reason: input.reason,
        document: input.document,
        fromOn: toDateColumn(input.from),
        ...recordedBy(context),
      },
      select: { id: true },
    });
    const payload = { round: round.id, unit: unit?.code ?? null, document: input.document, from: input.from };
    return { entity: 'CommendationHold', id, employeeId: employee?.id ?? null, payload };
  });
}

/** Ends a hold. Errors: NOT_FOUND, FORBIDDEN (also for one's own), WRONG_STATE of one lifted before. */
export async function liftHold(context: Context, input: LiftHold): Promise<string> {
  const hold = assertVisible(await loadOne(context, holdById, rowId(context, 'CommendationHold', input.hold)), context);
  if (!mayKeep(registrarOf(context.actor), hold.agencyPath, hold.employeeId))
    throw forbidden(context.locale, 'STAFF_MANAGE');
  assertPast(context, '/on', input.on);
  if (input.on < hold.from) throw invalidField('/on', domainError('INCONSISTENT', { reason: 'DATES_REVERSED' }));
  return change(context, 'liftHold', input, async (tx) => {
    const { count } = await tx.commendationHold.updateMany({
      where: { id: hold.id, liftedOn: null },
      data: { liftedOn: toDateColumn(input.on), liftReason: input.reason },
    });
    if (count === 0) throw wrongState('LIFTED');
    const payload = { round: hold.roundId, on: input.on };
    return { entity: 'CommendationHold', id: hold.id, employeeId: hold.employeeId, payload };
  });
}

/** A round the actor keeps. Errors: NOT_FOUND, FORBIDDEN. */
async function findKeptRound(context: Context, globalId: string): Promise<CommendationRoundRow> {
  const id = rowId(context, 'CommendationRound', globalId);
  const round = assertVisible(await loadOne(context, commendationRoundById, id), context);
  if (!mayKeep(registrarOf(context.actor), round.agencyPath, null)) throw forbidden(context.locale, 'STAFF_MANAGE');
  return round;
}
