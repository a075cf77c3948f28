import type { Transaction } from '@congvu/prisma/database';
import { workingMonths } from '@congvu/schema/aggregation';
import { classificationClock } from '@congvu/schema/calendar';
import { domainError } from '@congvu/schema/errors';
import { lastDay, type Period } from '@congvu/schema/primitives/period';
import type { OpenYear } from '@congvu/schema/procedure';
import type { RuleSet } from '@congvu/schema/scoring';
import { loadCalendar } from '../calendar/calendar.store.ts';
import { managingAgencyOfUnit } from '../classification/agency.store.ts';
import type { Context } from '../context.ts';
import { invalidField, wrongState } from '../error/refusals.ts';
import { changeAll } from '../mutation/change.ts';
import { lineageOf, loadRuleSets } from '../rule-set/rule-set.store.ts';
import { loadOne } from '../sql/batch.ts';
import { getActor } from '../task/task-change.ts';
import type { UnitRow } from '../unit/unit.store.ts';
import { findProposedAgency, roundNotOpen } from './agency-round.ts';
import { addPeople, refreshPeople } from './open-year.store.ts';
import { type OpenedRow, toOpenedRow } from './opened-row.ts';
import { findYearPeople, findYearResults, type YearPerson, type YearSegment } from './year-people.store.ts';
import { rulesOfYear } from './year-rules.ts';

/** Why somebody of the agency has no row in its round. */
export const LEFT_OUT_REASONS = ['NO_RULE_SET', 'CLASSIFIED_ELSEWHERE'] as const;
export type LeftOutReason = (typeof LEFT_OUT_REASONS)[number];

/** What opening did. JSON: it is kept with the idempotency key. */
export type OpenedYear = {
  readonly round: string;
  readonly added: number;
  readonly refreshed: number;
  readonly leftOut: { readonly employee: string; readonly reason: LeftOutReason }[];
};

/**
 * Opens an agency's year: a round and a row for each person it classifies. Opening again adds newcomers and takes up what
 * changed for whom nobody has decided yet.
 */
export async function openYear(context: Context, input: OpenYear): Promise<OpenedYear> {
  const agency = await findProposedAgency(context, input.unit);
  const people = await prepare(context, agency, input.year);
  const actor = getActor(context);
  return changeAll(context, 'openYear', input, async (tx) => {
    await tx.$executeRaw`select pg_advisory_xact_lock(hashtextextended(${`round of ${agency.id} ${input.year}`}, 0))`;
    const found = await tx.classificationRound.findUnique({
      where: { agencyId_year: { agencyId: agency.id, year: input.year } },
    });
    if (found?.state === 'CLOSED') throw roundNotOpen(agency, input.year);
    if (input.ratePercent === 25) await assertOutstanding(tx, agency.id, input.year);
    const settings = settingsOf(input);
    if (found !== null && Object.keys(settings).some((name) => name !== 'dueOn')) {
      // The quota of decisions made is the one they were made under.
      const decided = await tx.classification.count({ where: { roundId: found.id, decidedAt: { not: null } } });
      if (decided > 0) throw wrongState('DECIDED');
    }
    const round =
      found === null
        ? await tx.classificationRound.create({
            data: {
              agencyId: agency.id,
              year: input.year,
              dueOn: new Date(people.dueOn),
              openedById: actor.userId,
              openedByName: actor.displayName,
              openedAt: context.now,
              ...settings,
            },
          })
        : await tx.classificationRound.update({
            where: { id: found.id },
            data: { ...settings, revision: found.revision + 1 },
          });
    const added = await addPeople(tx, round, people.rows);
    const fresh = new Set(added.map((row) => row.employeeId));
    const known = people.rows.filter((row) => !fresh.has(row.employee_id));
    const refreshed = known.length === 0 ? [] : await refreshPeople(tx, round, known);
    const held = new Set(
      (
        await tx.classification.findMany({ where: { roundId: round.id, current: true }, select: { employeeId: true } })
      ).map((row) => row.employeeId),
    );
    const elsewhere = people.rows.filter((row) => !held.has(row.employee_id));
    const outcome: OpenedYear = {
      round: round.id,
      added: added.length,
      refreshed: refreshed.length,
      leftOut: [
        ...people.withoutRules.map((id) => ({ employee: id, reason: 'NO_RULE_SET' as const })),
        ...elsewhere.map((row) => ({ employee: row.employee_id, reason: 'CLASSIFIED_ELSEWHERE' as const })),
      ],
    };
    const payload = { year: input.year };
    return {
      outcome,
      changes: [
        {
          entity: 'ClassificationRound',
          id: round.id,
          employeeId: null,
          payload: {
            ...payload,
            unit: agency.code,
            added: added.length,
            refreshed: refreshed.length,
            ...stated(input),
          },
        },
        ...[...added, ...refreshed].map((row) => ({
          entity: 'Classification' as const,
          id: row.id,
          employeeId: row.employeeId,
          payload: { ...payload, round: round.id },
        })),
      ],
    };
  });
}

/** Everything that is read before the transaction (decisions/0002). */
async function prepare(context: Context, agency: UnitRow, yearNumber: number) {
  // A year of four digits, as the shape demands.
  const year = String(yearNumber) as Period;
  const [people, results, managing, calendar, registry] = await Promise.all([
    findYearPeople(context, agency.id, yearNumber),
    findYearResults(context, agency.id, yearNumber),
    loadOne(context, managingAgencyOfUnit, agency.id),
    loadCalendar(context),
    loadRuleSets(context),
  ]);
  const months = workingMonths(calendar, year);
  const rows: OpenedRow[] = [];
  const withoutRules: string[] = [];
  let rules: RuleSet | null = null;
  for (const person of people) {
    const work = lastWorkOf(person);
    const ruleSet = rulesOfYear(registry, await lineageOf(context, work.unitId), work, lastDay(year));
    if (ruleSet === null) {
      withoutRules.push(person.employeeId);
      continue;
    }
    rules ??= ruleSet;
    rows.push(
      toOpenedRow(person, {
        year,
        workingMonths: months,
        results: results.get(person.employeeId) ?? [],
        ruleSet,
        authorityId: authorityOf(work, agency, managing),
      }),
    );
  }
  const dueOn = rules === null ? lastDay(year) : classificationClock(rules.year.deadlines, year).lastDay;
  return { rows, withoutRules, dueOn };
}

function lastWorkOf(person: YearPerson): YearSegment {
  const last = person.segments.at(-1);
  if (last === undefined) throw new Error('Whom an agency classifies had an assignment in the year.');
  return last;
}

/**
 * Who decides: of the agency's head the head of the managing agency, of everybody else in it its own head. Source: Nghị định
 * 335/2025/NĐ-CP art. 10.
 */
function authorityOf(work: YearSegment, agency: UnitRow, managing: UnitRow | null): string {
  const isHead = work.post === 'HEAD' && work.unitId === agency.id;
  return isHead ? (managing ?? agency).id : agency.id;
}

/** Only what the input names; the rest keeps its value, at first the column's default. */
function settingsOf(input: OpenYear) {
  return {
    ...(input.quotaBasis === null ? {} : { quotaBasis: input.quotaBasis }),
    ...(input.quotaMinOne === null ? {} : { quotaMinOne: input.quotaMinOne }),
    ...(input.quotaIncludeHead === null ? {} : { quotaIncludeHead: input.quotaIncludeHead }),
    ...(input.dueOn === null ? {} : { dueOn: new Date(input.dueOn) }),
    ...(input.ratePercent === null ? {} : { ratePercent: input.ratePercent, rateDocument: input.rateDocument }),
  };
}

/** The same as the chain keeps it. */
function stated({ quotaBasis, quotaMinOne, quotaIncludeHead, ratePercent, rateDocument, dueOn }: OpenYear) {
  return { quotaBasis, quotaMinOne, quotaIncludeHead, ratePercent, rateDocument, dueOn };
}

/**
 * 25 percent only where the agency’s own results are outstanding (art. 20(5)(b)): its level of the year is decided so.
 * Errors: INVALID_INPUT.
 */
async function assertOutstanding(tx: Transaction, agencyId: string, year: number): Promise<void> {
  const result = await tx.unitResult.findFirst({ where: { unitId: agencyId, year, current: true } });
  if (result?.decidedLevel !== 'OUTSTANDING') {
    throw invalidField('/ratePercent', domainError('OUT_OF_RANGE', { given: '25', maximum: '20' }));
  }
}
