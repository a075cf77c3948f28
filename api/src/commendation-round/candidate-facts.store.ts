import { Prisma } from '@congvu/prisma/client';
import type { Transaction } from '@congvu/prisma/database';
import type { DisciplineForm, Level } from '@congvu/schema/evaluation';
import type { CollectiveFacts, PersonFacts, RecognisedInitiative, TitleOfYear } from '@congvu/schema/registers';
import type { Context } from '../context.ts';
import { query } from '../sql/list.ts';
import { sql } from '../sql/sql.ts';

/** A hold as the facts carry it; why is told to who keeps the register, and to the person. */
interface HoldFact {
  readonly id: string;
  readonly fromOn: string;
  readonly reason: string | null;
  readonly document: string | null;
}

/** What is known of a person of an agency for a year's titles: a row of candidate_facts(). */
export interface PersonFactsRow {
  readonly employee_id: string;
  readonly code: string;
  readonly name: string;
  readonly sort_key: string;
  readonly unit_id: string;
  readonly decided: boolean;
  readonly level: Level | null;
  readonly titles: readonly TitleOfYear[];
  readonly levels: readonly { readonly year: number; readonly level: Level }[];
  readonly initiatives: readonly RecognisedInitiative[];
  /** Null for who may not know. */
  readonly pending: boolean | null;
  readonly held: HoldFact | null;
}

/** What is known of a unit as a collective: a row of collective_facts(). */
export interface CollectiveFactsRow {
  readonly unit_id: string;
  readonly code: string;
  readonly name: string;
  readonly level: Level | null;
  readonly decided: boolean;
  readonly members: number;
  readonly at_least_completed: number;
  readonly titled: Readonly<Record<string, number>>;
  readonly titles: readonly TitleOfYear[];
  readonly worst_form: DisciplineForm | null;
  readonly held: HoldFact | null;
}

/** Everybody of an agency for a year, by name; nobody for who does not read commendations and levels of the whole agency. */
export function findPersonFacts(context: Context, agencyId: string, year: number): Promise<readonly PersonFactsRow[]> {
  return query(
    context,
    sql`select f.* from congvu.candidate_facts(${agencyId}::uuid, ${year}) f order by f.sort_key, f.employee_id`,
  );
}

/** The units of an agency as collectives, by code. */
export function findCollectiveFacts(
  context: Context,
  agencyId: string,
  year: number,
): Promise<readonly CollectiveFactsRow[]> {
  return query(context, sql`select f.* from congvu.collective_facts(${agencyId}::uuid, ${year}) f order by f.code`);
}

/** The same inside a transaction, under the round's lock. */
export function readPersonFacts(tx: Transaction, agencyId: string, year: number): Promise<PersonFactsRow[]> {
  return tx.$queryRaw(Prisma.sql`select f.* from congvu.candidate_facts(${agencyId}::uuid, ${year}::int) f`);
}

export function readCollectiveFacts(tx: Transaction, agencyId: string, year: number): Promise<CollectiveFactsRow[]> {
  return tx.$queryRaw(Prisma.sql`select f.* from congvu.collective_facts(${agencyId}::uuid, ${year}::int) f`);
}

export function toPersonFacts(row: PersonFactsRow, year: number): PersonFacts {
  return {
    year,
    level: row.level,
    titles: row.titles,
    levels: row.levels,
    initiatives: row.initiatives,
    // Who may not know of procedures sees a list as if there were none; who gives titles may know.
    pending: row.pending ?? false,
    held: row.held === null ? null : (row.held.reason ?? ''),
  };
}

export function toCollectiveFacts(row: CollectiveFactsRow, year: number): CollectiveFacts {
  return {
    year,
    members: row.members,
    membersByLevel: { COMPLETED: row.at_least_completed },
    titled: row.titled,
    worstForm: row.worst_form,
    held: row.held === null ? null : (row.held.reason ?? ''),
  };
}

export function hasTitle(titles: readonly TitleOfYear[], code: string, year: number): boolean {
  return titles.some((title) => title.code === code && title.year === year);
}
