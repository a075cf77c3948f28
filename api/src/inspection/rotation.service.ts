import { domainError } from '@congvu/schema/errors';
import type { LocalDate } from '@congvu/schema/primitives/local-date';
import { type Coverage, coverage, type ProposedVisit, planRotation, type RotationYear } from '@congvu/schema/registers';
import { holdsOver } from '../authority/holds-over.ts';
import type { Context } from '../context.ts';
import { forbidden, requestError } from '../error/request-error.ts';
import { visibleUnit } from '../unit/open-unit.ts';
import { agenciesBelow, madeVisits, type RotationUnit } from './rotation.store.ts';

/** Years one proposal may plan, and percent a share may be. */
const MOST_YEARS = 10;

/** How far the agencies below a unit were visited in a year. */
export interface CoverageView extends Pick<Coverage, 'share'> {
  readonly units: number;
  readonly visited: number;
  readonly neverVisited: readonly RotationUnit[];
  /** Visited before the year and not in it, the longest unvisited first. */
  readonly notSince: readonly RotationUnit[];
}

/** Errors: NOT_FOUND; FORBIDDEN for who does not read the inspections of the whole unit: he would count too few. */
export async function inspectionCoverage(context: Context, code: string, year: number): Promise<CoverageView> {
  const unit = await visibleUnit(context, code);
  const reads =
    holdsOver(context, 'INSPECTION_READ', unit.pathText) || holdsOver(context, 'INSPECTION_MANAGE', unit.pathText);
  if (!reads) throw forbidden(context.locale, 'INSPECTION_READ');
  const [from, to] = daysOf(context, year, year);
  const agencies = await agenciesBelow(context, unit, from, to);
  const visits = await madeVisits(context, unit, to);
  const counted = coverage(agencies, visits, from, to);
  const never = new Set(counted.neverVisited);
  const visitedThen = new Set(visits.filter(({ on }) => on >= from).map(({ unit: visited }) => visited));
  const last = new Map(visits.map(({ unit: visited, on }) => [visited, on]));
  return {
    share: counted.share,
    units: counted.units,
    visited: counted.visited,
    neverVisited: agencies.filter((agency) => never.has(agency.code)),
    notSince: agencies
      .filter((agency) => !never.has(agency.code) && !visitedThen.has(agency.code))
      .map((agency) => ({ ...agency, lastVisitedOn: last.get(agency.code) ?? null }))
      .toSorted((left, right) => ((left.lastVisitedOn ?? '') < (right.lastVisitedOn ?? '') ? -1 : 1)),
  };
}

export interface RotationQuestion {
  readonly unit: string;
  readonly from: number;
  readonly years: number;
  readonly sharePercent: number;
}

/** A year of a proposal with the rows of its agencies. */
export interface RotationView extends Omit<RotationYear, 'visits'> {
  readonly visits: readonly (ProposedVisit & { readonly agencyId: string })[];
}

/**
 * Whom to visit in the years to come, after what was visited: nothing is stored. Errors: NOT_FOUND, FORBIDDEN; BAD_REQUEST for
 * more than ten years and a share that is none.
 */
export async function proposeRotation(context: Context, question: RotationQuestion): Promise<readonly RotationView[]> {
  const unit = await visibleUnit(context, question.unit);
  if (!holdsOver(context, 'INSPECTION_MANAGE', unit.pathText)) throw forbidden(context.locale, 'INSPECTION_MANAGE');
  const { from, years, sharePercent } = question;
  within(context, years, 1, MOST_YEARS);
  within(context, sharePercent, 1, 100);
  const [first, last] = daysOf(context, from, from + years - 1);
  const agencies = await agenciesBelow(context, unit, first, last);
  const visits = await madeVisits(context, unit, last);
  const ids = new Map(agencies.map(({ id, code }) => [code, id]));
  const plan = planRotation({ units: agencies, visits, from, years, sharePercent, reasons: [] });
  return plan.years.map((year) => ({
    ...year,
    visits: year.visits.flatMap((visit) => {
      const agencyId = ids.get(visit.unit);
      return agencyId === undefined ? [] : [{ ...visit, agencyId }];
    }),
  }));
}

function daysOf(context: Context, from: number, to: number): readonly [LocalDate, LocalDate] {
  within(context, from, 2000, 2200);
  within(context, to, 2000, 2200);
  // Days that every year of four digits has.
  return [`${from}-01-01` as LocalDate, `${to}-12-31` as LocalDate];
}

function within(context: Context, given: number, minimum: number, maximum: number): void {
  if (given >= minimum && given <= maximum) return;
  const payload = { given: String(given), minimum: String(minimum), maximum: String(maximum) };
  throw requestError(domainError('OUT_OF_RANGE', payload), context.locale);
}
