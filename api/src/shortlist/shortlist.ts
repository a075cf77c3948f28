import { domainError } from '@congvu/schema/errors';
import type { Post } from '@congvu/schema/evaluation';
import { toSearchKey } from '@congvu/schema/person-name';
import type { LocalDate } from '@congvu/schema/primitives/local-date';
import {
  type JudgedCondition,
  judgeAppointment,
  SHORTLIST_STATES,
  type ShortlistState,
  shortlistState,
} from '@congvu/schema/shortlist';
import { loadPostConditions, type PostConditions } from '../appointment/appointment-table.store.ts';
import { agencyOfUnit } from '../classification/agency.store.ts';
import type { Context } from '../context.ts';
import { requestError } from '../error/request-error.ts';
import { LIMITS } from '../limits/limits.ts';
import { assertVisible, filterUnit } from '../query-arguments.ts';
import { loadOne } from '../sql/batch.ts';
import type { UnitRow } from '../unit/unit.store.ts';
import { findShortlistFacts, type ShortlistFactsRow } from './shortlist.store.ts';

/** Somebody looked at for a post, and how he stands to each condition. */
export interface ShortlistedPerson {
  readonly facts: ShortlistFactsRow;
  readonly state: ShortlistState;
  readonly conditions: readonly JudgedCondition[];
}

export interface Shortlist {
  readonly table: PostConditions;
  /** Whose people were looked at. */
  readonly within: UnitRow;
  /** Those that the filter shows: all met, then something unknown, then something missing; inside by name, never by points. */
  readonly shown: readonly ShortlistedPerson[];
  /** Of everybody, whatever is shown. */
  readonly counts: Readonly<Record<ShortlistState, number>>;
}

export interface ShortlistAsked {
  readonly unit: string;
  readonly post: Post;
  readonly on: LocalDate;
  readonly within: string | null;
  readonly group: string | null;
  readonly state: readonly ShortlistState[] | null;
  readonly search: string | null;
}

/**
 * Who could be appointed to a post. A fact that nothing here keeps, or that the asker may not know, is unknown and never missing.
 * Errors: NOT_FOUND for a unit; BAD_REQUEST (POST_WITHOUT_CONDITIONS); LIMIT_EXCEEDED (shortlistPeople) for a unit of too many people.
 */
export async function makeShortlist(context: Context, asked: ShortlistAsked): Promise<Shortlist> {
  const { unit, post, on, group } = asked;
  const table = await loadPostConditions(context, unit, post, on);
  const within =
    (await filterUnit(asked.within, context)) ??
    assertVisible(await loadOne(context, agencyOfUnit, table.unit.id), context);
  const search = asked.search ? toSearchKey(asked.search) : null;
  const question = { unitForId: table.unit.id, withinId: within.id, group, post, on, search };
  const maximum = LIMITS.shortlistPeople;
  const facts = await findShortlistFacts(context, question, maximum + 1);
  if (facts.length > maximum) {
    const exceeded = { limit: 'shortlistPeople', maximum, given: facts.length };
    throw requestError(domainError('LIMIT_EXCEEDED', exceeded), context.locale);
  }
  const people = facts.map((row) => judge(row, table));
  const counts = { ALL_MET: 0, SOMETHING_UNKNOWN: 0, SOMETHING_MISSING: 0 };
  for (const { state } of people) counts[state] += 1;
  const shown = people.filter(
    ({ facts, state }) => facts.matched && (asked.state === null || asked.state.includes(state)),
  );
  const inOrder = SHORTLIST_STATES.flatMap((state) => shown.filter((person) => person.state === state));
  return { table, within, shown: inOrder, counts };
}

function judge(facts: ShortlistFactsRow, { row }: PostConditions): ShortlistedPerson {
  const { planned, plannedUntil, serviceMonths, levels: years, blocks } = facts;
  const conditions = judgeAppointment(row.conditions, { planned, plannedUntil, serviceMonths, years, blocks });
  return { facts, state: shortlistState(conditions), conditions };
}
