import { domainError } from '@congvu/schema/errors';
import type { LocalDate } from '@congvu/schema/primitives/local-date';
import type { CommendationTitle, RecordCommendation } from '@congvu/schema/registers';
import { mayKeep, registrarOf } from '../authority/registrar.policy.ts';
import { agencyOfUnit } from '../classification/agency.store.ts';
import { type CommendationRoundRow, roundOfAgencyYear } from '../commendation-round/round.store.ts';
import type { Context } from '../context.ts';
import { findEmployeeByCode } from '../employee/employee.store.ts';
import { invalidField, RoundNotOpenError, toRefusal, YearNotDecidedError } from '../error/refusals.ts';
import { forbidden, requestError } from '../error/request-error.ts';
import { changeAll } from '../mutation/change.ts';
import { findRowId, rowId } from '../mutation/global-id.ts';
import { recordedBy } from '../mutation/recorded-by.ts';
import { assertVisible } from '../query-arguments.ts';
import { loadRegisterTable } from '../register-table/register-table.store.ts';
import { loadOne } from '../sql/batch.ts';
import { assertPast } from '../task/assignable.ts';
import { assertOpenOn } from '../unit/open-unit.ts';
import { findUnitByCode, type UnitRow } from '../unit/unit.store.ts';
import { changeOf, commend, findTitle, type Named, titleOf } from './commend.service.ts';
import { findClassifyingAgency, insertCommendations, isToCommend, isYearDecided } from './commendation-change.store.ts';

/** Who is commended, and the unit at which the row is kept. */
interface Commended {
  readonly employeeId: string | null;
  readonly code: string;
  readonly unit: UnitRow;
}

/**
 * One commendation of a person, or of a unit as a collective. With a title of the table and a year it goes by the round's rules;
 * without a year it is given on the spot. Answers its id.
 *
 * Errors: NOT_FOUND, FORBIDDEN (also for oneself), INVALID_INPUT for a title the table has not, one that needs a year, an
 * initiative that is not the person's; YEAR_NOT_DECIDED, ROUND_NOT_OPEN, ALREADY_COMMENDED, COMMENDATION_HELD, CONDITIONS_MISSING,
 * QUOTA_EXCEEDED, UNIT_CLOSED, WRONG_STATE of a closed round.
 */
export async function recordCommendation(context: Context, input: RecordCommendation): Promise<string> {
  const commended = await findCommended(context, input);
  assertPast(context, '/decidedOn', input.decidedOn);
  const recommendationId =
    input.recommendation === null ? null : rowId(context, 'Recommendation', input.recommendation);
  if (recommendationId !== null) assertVisible((await isToCommend(context, recommendationId)) || null, context);
  const { year } = input;
  if (year !== null && input.titleCode !== null) {
    return recordTitle(context, { ...input, year, titleCode: input.titleCode, recommendationId }, commended);
  }
  if (year !== null) await assertDecided(context, commended, year);
  const title = input.titleCode === null ? null : await findTitleOnTheSpot(context, input, commended);
  return recordFreely(context, input, commended, title, recommendationId);
}

async function findCommended(context: Context, input: RecordCommendation): Promise<Commended> {
  const { employee: code, unit: unitCode } = input;
  const commended =
    code === null ? await findCollective(context, unitCode ?? '', input) : await findPerson(context, code);
  if (!mayKeep(registrarOf(context.actor), commended.unit.pathText, commended.employeeId))
    throw forbidden(context.locale, 'STAFF_MANAGE');
  return commended;
}

async function findPerson(context: Context, code: string): Promise<Commended> {
  const employee = assertVisible(await findEmployeeByCode(context, code), context);
  if (employee.assignment === null) {
    throw invalidField('/employee', domainError('NO_ASSIGNMENT', { employee: code, on: context.today }));
  }
  return { employeeId: employee.id, code, unit: employee.assignment.unit };
}

/** Errors: UNIT_CLOSED for a unit that ended before its year did, or before the decision where it rests on no year. */
async function findCollective(
  context: Context,
  code: string,
  { decidedOn, year }: RecordCommendation,
): Promise<Commended> {
  const unit = assertVisible(await findUnitByCode(context, code), context);
  // The last day of a year exists; a decision in December is made before it.
  const lastDay = `${year}-12-31` as LocalDate;
  assertOpenOn(unit, year === null || decidedOn < lastDay ? decidedOn : lastDay, '/unit');
  return { employeeId: null, code, unit };
}

/** A form outside the table that names a year rests on its levels too. Errors: YEAR_NOT_DECIDED. */
async function assertDecided(context: Context, commended: Commended, year: number): Promise<void> {
  const agency = await agencyOf(context, commended, year);
  if (agency !== null && (await isYearDecided(context, agency.id, year))) return;
  throw yearNotDecided(agency?.code ?? commended.unit.code, year);
}

/** Who classified the person that year, else the agency of his unit; null where there is none. */
async function agencyOf(context: Context, { employeeId, unit }: Commended, year: number) {
  const classified = employeeId === null ? null : await findClassifyingAgency(context, employeeId, year);
  return classified ?? (await loadOne(context, agencyOfUnit, unit.id));
}

function yearNotDecided(unit: string, year: number): YearNotDecidedError {
  return new YearNotDecidedError(domainError('YEAR_NOT_DECIDED', { unit, year }));
}

/** Errors: UNKNOWN_VALUE, TITLE_NEEDS_YEAR, PERSON_OR_UNIT. */
async function findTitleOnTheSpot(
  context: Context,
  { decidedOn, titleCode }: RecordCommendation,
  { employeeId, unit }: Commended,
): Promise<CommendationTitle> {
  const { table } = await loadRegisterTable(context, 'COMMENDATION_TITLES', unit.pathText, decidedOn);
  const title = findTitle(table, titleCode ?? '');
  if (!title.onTheSpot) throw invalidField('/year', domainError('INCONSISTENT', { reason: 'TITLE_NEEDS_YEAR' }));
  if (employeeId === null && title.subject === 'PERSON') throw notOfSubject(employeeId);
  return title;
}

function notOfSubject(employeeId: string | null) {
  const path = employeeId === null ? '/unit' : '/employee';
  return invalidField(path, domainError('INCONSISTENT', { reason: 'PERSON_OR_UNIT' }));
}

type RecordTitle = RecordCommendation & {
  readonly year: number;
  readonly titleCode: string;
  readonly recommendationId: string | null;
};

async function recordTitle(context: Context, input: RecordTitle, commended: Commended): Promise<string> {
  const round = await findOpenRound(context, commended, input.year);
  const title = await titleOf(context, round, input.titleCode);
  if ((commended.employeeId === null) !== (title.subject === 'COLLECTIVE')) throw notOfSubject(commended.employeeId);
  const named: Named = {
    index: 0,
    employeeId: commended.employeeId,
    unitId: commended.employeeId === null ? commended.unit.id : null,
    code: commended.code,
    initiatives: input.initiatives.map((id) => findRowId('Initiative', id) ?? ''),
    overrideDocument: input.overrideDocument,
  };
  return changeAll(context, 'recordCommendation', input, async (tx) => {
    const { accepted, errors } = await commend(tx, context, round, title, input, [named]);
    const [done] = accepted;
    const error = errors.get(0);
    if (done === undefined || error !== undefined) {
      if (error === undefined) throw new Error('A name was neither accepted nor refused.');
      const field = FIELDS[error.code];
      if (field !== undefined) throw invalidField(field, error);
      throw toRefusal(error) ?? requestError(error, context.locale);
    }
    return { outcome: done.id, changes: [changeOf(done, input, round.year)] };
  });
}

/** Fields of the input that errors of the round are about. */
const FIELDS: Readonly<Record<string, string>> = {
  NOT_FOUND: '/initiatives',
  UNIT_UNKNOWN: '/unit',
  EMPLOYEE_UNKNOWN: '/employee',
};

async function findOpenRound(context: Context, commended: Commended, year: number): Promise<CommendationRoundRow> {
  const agency = await agencyOf(context, commended, year);
  const round = agency === null ? null : await loadOne(context, roundOfAgencyYear(year), agency.id);
  if (round !== null) return round;
  const isDecided = agency !== null && (await isYearDecided(context, agency.id, year));
  const unit = agency?.code ?? commended.unit.code;
  throw isDecided ? new RoundNotOpenError(domainError('ROUND_NOT_OPEN', { unit, year })) : yearNotDecided(unit, year);
}

/** A form given on the spot, or one outside the table: no round counts it. */
function recordFreely(
  context: Context,
  input: RecordCommendation,
  { employeeId, unit, code }: Commended,
  title: CommendationTitle | null,
  recommendationId: string | null,
): Promise<string> {
  const multiple = title?.bonus?.multiple ?? null;
  const initiatives = input.initiatives.map((id) => rowId(context, 'Initiative', id));
  return changeAll(context, 'recordCommendation', input, async (tx) => {
    const { achievedFrom, achievedTo, decidedOn, decisionNumber, form, issuer, kind, reason, year } = input;
    const [id = ''] = await insertCommendations(tx, [
      {
        employeeId,
        unitId: unit.id,
        form,
        title: input.title,
        kind,
        titleCode: title?.code ?? null,
        year,
        achievedFrom,
        achievedTo,
        decisionNumber,
        decidedOn,
        issuer,
        reason,
        roundId: null,
        recommendationId,
        bonusMultiple: multiple,
        bonusAmount: null,
        ...recordedBy(context),
        initiatives,
      },
    ]);
    const payload = { title: input.title, year, decisionNumber, decidedOn, unit: employeeId === null ? code : null };
    return { outcome: id, changes: [{ entity: 'Commendation', id, employeeId, payload }] };
  });
}
