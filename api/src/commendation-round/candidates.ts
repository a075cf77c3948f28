import { domainError } from '@congvu/schema/errors';
import { toSearchKey } from '@congvu/schema/person-name';
import {
  type CandidateState,
  type CommendationTitle,
  type Judgement,
  judgeCollective,
  judgePerson,
} from '@congvu/schema/registers';
import { covers } from '../authority/authority.policy.ts';
import { agencyOfUnit } from '../classification/agency.store.ts';
import { quotaOf, type TitleQuota } from '../commendation/award.ts';
import type { Context } from '../context.ts';
import { forbidden, requestError } from '../error/request-error.ts';
import { assertVisible, filterUnit } from '../query-arguments.ts';
import { getRegisterTable, loadRegisterTable } from '../register-table/register-table.store.ts';
import { loadOne } from '../sql/batch.ts';
import { type UnitRow, unitById } from '../unit/unit.store.ts';
import {
  type CollectiveFactsRow,
  findCollectiveFacts,
  findPersonFacts,
  hasTitle,
  type PersonFactsRow,
  toCollectiveFacts,
  toPersonFacts,
} from './candidate-facts.store.ts';
import { roundOfAgencyYear } from './round.store.ts';

/** Somebody of an agency, and how he stands to a title of a year. */
export interface Candidate {
  readonly facts: PersonFactsRow;
  readonly state: CandidateState;
  readonly judgement: Judgement;
}

/** A unit as a collective, and how it stands to a title of a year. */
export interface CollectiveCandidate {
  readonly title: CommendationTitle;
  readonly facts: CollectiveFactsRow;
  readonly state: CandidateState;
  readonly judgement: Judgement;
}

export interface CandidateList {
  /** Those that the filter shows, by name. */
  readonly shown: readonly Candidate[];
  /** Of everybody, whatever is shown. */
  readonly counts: Readonly<Record<CandidateState, number>>;
  readonly quota: TitleQuota | null;
}

export interface CandidateQuestion {
  readonly unit: string;
  readonly year: number;
  readonly title: string;
}

export interface CandidateFilter {
  readonly state?: readonly CandidateState[] | null | undefined;
  readonly search?: string | null | undefined;
}

/**
 * Everybody of a unit’s agency that year, with each condition of a title that is missing. Errors: NOT_FOUND, FORBIDDEN without
 * commendations and levels of the whole agency; BAD_REQUEST for a title the table has not.
 */
export async function listCandidates(
  context: Context,
  question: CandidateQuestion,
  filter: CandidateFilter,
): Promise<CandidateList> {
  const { agency, title, quotaPercent, unit } = await prepare(context, question, 'PERSON');
  const { year } = question;
  const everybody = await findPersonFacts(context, agency.id, year);
  const people = unit.id === agency.id ? everybody : await inUnit(context, everybody, unit);
  const candidates = people.map((facts): Candidate => {
    const judgement = judgePerson(title, toPersonFacts(facts, year));
    return { facts, judgement, state: hasTitle(facts.titles, title.code, year) ? 'AWARDED' : judgement.state };
  });
  const search = filter.search ? toSearchKey(filter.search) : null;
  const counts = { ELIGIBLE: 0, MISSING: 0, HELD: 0, AWARDED: 0 };
  for (const { state } of candidates) counts[state] += 1;
  return {
    shown: candidates.filter(
      ({ facts, state }) =>
        (!filter.state || filter.state.includes(state)) &&
        (search === null || toSearchKey(facts.name).includes(search) || facts.code === filter.search),
    ),
    counts,
    // The quota is the agency's, whatever part of it is looked at.
    quota: quotaOf({ year, title, people: everybody, quotaPercent }),
  };
}

/** The same of the units of an agency as collectives, by code. */
export async function listCollectiveCandidates(
  context: Context,
  question: CandidateQuestion,
): Promise<readonly CollectiveCandidate[]> {
  const { agency, title, unit } = await prepare(context, question, 'COLLECTIVE');
  const { year } = question;
  const units = await findCollectiveFacts(context, agency.id, year);
  const paths = await loadUnits(
    context,
    units.map((facts) => facts.unit_id),
  );
  return units
    .filter((facts) => covers([unit.pathText], paths.get(facts.unit_id)?.pathText ?? ''))
    .map((facts) => {
      const judgement = judgeCollective(title, toCollectiveFacts(facts, year));
      return { title, facts, judgement, state: hasTitle(facts.titles, title.code, year) ? 'AWARDED' : judgement.state };
    });
}

async function prepare(context: Context, question: CandidateQuestion, subject: CommendationTitle['subject']) {
  const { unit, agency, table, quotaPercent } = await loadTitlesOfYear(context, question);
  const title = table.find((each) => each.code === question.title && each.subject === subject);
  if (title === undefined) {
    const allowed = table.filter((each) => each.subject === subject).map(({ code }) => code);
    throw requestError(domainError('UNKNOWN_VALUE', { given: question.title.slice(0, 40), allowed }), context.locale);
  }
  return { unit, agency, title, quotaPercent };
}

/**
 * The titles of a unit’s agency in a year: those of its round, else those in force today. Errors: NOT_FOUND, FORBIDDEN without
 * commendations and levels of the whole agency.
 */
export async function loadTitlesOfYear(context: Context, question: Pick<CandidateQuestion, 'unit' | 'year'>) {
  const unit = assertVisible(await filterUnit(question.unit, context), context);
  const agency = assertVisible(await loadOne(context, agencyOfUnit, unit.id), context);
  const held = context.actor?.permissions ?? [];
  for (const permission of ['COMMENDATION_READ', 'CLASSIFICATION_READ'] as const) {
    const paths = held.find((each) => each.permission === permission)?.unitPaths ?? [];
    if (!covers(paths, agency.pathText)) throw forbidden(context.locale, permission);
  }
  const round = await loadOne(context, roundOfAgencyYear(question.year), agency.id);
  const table =
    round === null
      ? (await loadRegisterTable(context, 'COMMENDATION_TITLES', agency.pathText, context.today)).table
      : await getRegisterTable(context, 'COMMENDATION_TITLES', round.titlesTableId);
  return { unit, agency, table, quotaPercent: round?.baseTitleQuotaPercent ?? null };
}

async function inUnit(context: Context, people: readonly PersonFactsRow[], unit: UnitRow) {
  const units = await loadUnits(
    context,
    people.map((facts) => facts.unit_id),
  );
  return people.filter((facts) => covers([unit.pathText], units.get(facts.unit_id)?.pathText ?? ''));
}

/** Units by their ids, by one statement. */
async function loadUnits(context: Context, ids: readonly string[]): Promise<ReadonlyMap<string, UnitRow>> {
  const rows = await Promise.all([...new Set(ids)].map((id) => loadOne(context, unitById, id)));
  return new Map(rows.flatMap((row) => (row === null ? [] : [[row.id, row]])));
}
