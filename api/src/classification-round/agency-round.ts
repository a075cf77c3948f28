import { domainError } from '@congvu/schema/errors';
import { agencyOfUnit } from '../classification/agency.store.ts';
import { classifierOf, mayPropose } from '../classification/classification.policy.ts';
import type { Context } from '../context.ts';
import { invalidField, RoundNotOpenError } from '../error/refusals.ts';
import { forbidden } from '../error/request-error.ts';
import { assertVisible } from '../query-arguments.ts';
import { loadOne } from '../sql/batch.ts';
import { findUnitByCode, type UnitRow } from '../unit/unit.store.ts';
import { type RoundRow, roundOfAgency } from './round.store.ts';

/** A unit with the agency in whose round its people stand. */
export interface AgencyOfUnit {
  readonly unit: UnitRow;
  readonly agency: UnitRow;
}

/** A unit over whose agency the actor proposes. Errors: NOT_FOUND, FORBIDDEN, INVALID_INPUT for a unit of no agency. */
export async function findProposedUnit(context: Context, code: string): Promise<AgencyOfUnit> {
  const unit = assertVisible(await findUnitByCode(context, code), context);
  const agency = await loadOne(context, agencyOfUnit, unit.id);
  if (agency === null) throw invalidField('/unit', domainError('UNIT_UNKNOWN', { unit: code }));
  if (!mayPropose(classifierOf(context.actor), agency.pathText)) {
    throw forbidden(context.locale, 'CLASSIFICATION_PROPOSE');
  }
  return { unit, agency };
}

/** The agency itself, not a part of it. Errors: as above, INVALID_INPUT for a unit that is no agency. */
export async function findProposedAgency(context: Context, code: string): Promise<UnitRow> {
  const { unit, agency } = await findProposedUnit(context, code);
  if (unit.id !== agency.id) throw invalidField('/unit', domainError('UNIT_UNKNOWN', { unit: code }));
  return agency;
}

/** The agency’s round of a year, also a closed one. Errors: ROUND_NOT_OPEN where there is none. */
export async function getRound(context: Context, agency: UnitRow, year: number): Promise<RoundRow> {
  const round = await loadOne(context, roundOfAgency(year), agency.id);
  if (round === null) throw roundNotOpen(agency, year);
  return round;
}

/** The agency’s round of a year, open. Errors: ROUND_NOT_OPEN. */
export async function getOpenRound(context: Context, agency: UnitRow, year: number): Promise<RoundRow> {
  const round = await getRound(context, agency, year);
  if (round.state === 'CLOSED') throw roundNotOpen(agency, year);
  return round;
}

export function roundNotOpen(agency: UnitRow, year: number): RoundNotOpenError {
  return new RoundNotOpenError(domainError('ROUND_NOT_OPEN', { unit: agency.code, year }));
}
