import type { DisciplineForm } from '../evaluation/discipline-input.ts';
import type { Level } from '../evaluation/level.ts';
import { compare, parseRational, type Rational, rational } from '../primitives/rational.ts';
import { expectOk } from '../primitives/result.ts';
import { compareForms } from './discipline-forms.ts';
import { INFLUENCES, type Influence, type InitiativeKind, type InitiativeLevel } from './register-words.ts';
import type { CommendationTitle, Condition, SimpleCondition } from './titles.ts';

export interface TitleOfYear {
  readonly code: string;
  readonly year: number;
}

/** An initiative that was recognised, of its year. */
export interface RecognisedInitiative {
  readonly id: string;
  readonly year: number;
  readonly kind: InitiativeKind;
  readonly level: InitiativeLevel | null;
  readonly influence: Influence | null;
  readonly applied: boolean;
}

/** What is known of a person for one year's titles. */
export interface PersonFacts {
  readonly year: number;
  /** The decided level of the year; null: none, or not classified. */
  readonly level: Level | null;
  /** Titles not revoked, of all years. */
  readonly titles: readonly TitleOfYear[];
  readonly levels: readonly { readonly year: number; readonly level: Level }[];
  readonly initiatives: readonly RecognisedInitiative[];
  /** A procedure is pending. False where who asks may not know. */
  readonly pending: boolean;
  /** Why a document puts the person back; null: none does. */
  readonly held: string | null;
}

/** What is known of a unit for one year's titles. */
export interface CollectiveFacts {
  readonly year: number;
  readonly members: number;
  /** Members with each level or better. */
  readonly membersByLevel: Readonly<Partial<Record<Level, number>>>;
  /** Members with each title of the year, by code. */
  readonly titled: Readonly<Record<string, number>>;
  readonly worstForm: DisciplineForm | null;
  readonly held: string | null;
}

/**
 * A condition that is not met and what there is instead: a level ("GOOD", "" for none), a count ("1"), or a count of all ("10/20").
 */
export interface MissingCondition {
  readonly condition: Condition;
  readonly found: string;
}

/** HELD where only a hold stands against it, or stands beside what is missing. */
export interface Judgement {
  readonly title: string;
  readonly state: 'ELIGIBLE' | 'MISSING' | 'HELD';
  readonly missing: readonly MissingCondition[];
  /** What people must confirm; it holds nobody back by itself. */
  readonly toConfirm: readonly Extract<SimpleCondition, { readonly kind: 'TO_CONFIRM' }>[];
}

/** Whether a person meets a title of a year, naming each condition that is missing. Source: each condition's. */
export function judgePerson(title: CommendationTitle, facts: PersonFacts): Judgement {
  return judge(title, facts.held !== null || facts.pending, (condition) => lackOfPerson(condition, facts));
}

/** The same of a unit as a collective. Source: Luật 06/2022/QH15 art. 27, 28. */
export function judgeCollective(title: CommendationTitle, facts: CollectiveFacts): Judgement {
  return judge(title, facts.held !== null, (condition) => lackOfCollective(condition, facts));
}

/** What there is instead of what a condition asks for; null where it is met. */
type Lack = (condition: SimpleCondition) => string | null;

function judge(title: CommendationTitle, isHeld: boolean, lack: Lack): Judgement {
  const missing = title.conditions.flatMap((condition): readonly MissingCondition[] => {
    const found = lackOf(condition, isHeld, lack);
    return found === null ? [] : [{ condition, found }];
  });
  return {
    title: title.code,
    state: missing.some(({ condition }) => condition.kind === 'NOT_HELD')
      ? 'HELD'
      : missing.length > 0
        ? 'MISSING'
        : 'ELIGIBLE',
    missing,
    toConfirm: title.conditions.flatMap((each) => (each.kind === 'TO_CONFIRM' ? [each] : [])),
  };
}

function lackOf(condition: Condition, isHeld: boolean, lack: Lack): string | null {
  if (condition.kind === 'NOT_HELD') return isHeld ? '' : null;
  if (condition.kind === 'TO_CONFIRM') return null;
  if (condition.kind !== 'ANY_OF') return lack(condition);
  const isMet = condition.alternatives.some((all) => all.every((each) => lackOf(each, isHeld, lack) === null));
  return isMet ? null : '';
}

function lackOfPerson(condition: SimpleCondition, facts: PersonFacts): string | null {
  const applied = facts.initiatives.filter(({ year, applied }) => year === facts.year && applied).length;
  const hasLevel = (levels: readonly Level[]) => facts.level !== null && levels.includes(facts.level);
  const level = facts.level ?? '';
  switch (condition.kind) {
    case 'LEVEL':
      return hasLevel(condition.levels) ? null : level;
    case 'LEVEL_OR_INITIATIVE':
      return hasLevel(condition.levels) || applied > 0 ? null : level;
    case 'LEVEL_AND_INITIATIVE':
      return hasLevel(condition.levels) && applied > 0 ? null : level;
    case 'TITLE': {
      const years = facts.titles.filter(({ code }) => code === condition.code).map(({ year }) => year);
      return unlessEnough(yearsInRow(years, facts.year), condition.years);
    }
    case 'TITLE_SAME_YEAR':
      return facts.titles.some(({ code, year }) => code === condition.code && year === facts.year) ? null : '0';
    case 'TITLE_BEFORE':
      return facts.titles.some(({ code, year }) => code === condition.code && year < facts.year) ? null : '0';
    case 'INITIATIVE': {
      const wide = INFLUENCES.slice(INFLUENCES.indexOf(condition.influence));
      const counted = facts.initiatives.filter(
        ({ influence, year }) =>
          influence !== null && wide.includes(influence) && year <= facts.year && year > facts.year - condition.years,
      );
      return unlessEnough(counted.length, condition.count);
    }
    case 'LEVEL_YEARS': {
      const years = facts.levels.filter(({ level }) => condition.levels.includes(level)).map(({ year }) => year);
      return unlessEnough(yearsInRow(years, facts.year), condition.years);
    }
    case 'MEMBERS_LEVEL':
    case 'MEMBERS_TITLE':
    case 'HAS_MEMBER':
    case 'NO_MEMBER_DISCIPLINED':
    case 'NOT_HELD':
    case 'TO_CONFIRM':
      return null;
  }
}

function lackOfCollective(condition: SimpleCondition, facts: CollectiveFacts): string | null {
  switch (condition.kind) {
    case 'MEMBERS_LEVEL': {
      const count = Math.max(0, ...condition.levels.map((level) => facts.membersByLevel[level] ?? 0));
      return facts.members > 0 && count >= facts.members ? null : `${count}/${facts.members}`;
    }
    case 'MEMBERS_TITLE': {
      const count = facts.titled[condition.code] ?? 0;
      return isShareEnough(count, facts.members, condition) ? null : `${count}/${facts.members}`;
    }
    case 'HAS_MEMBER':
      return (facts.titled[condition.code] ?? 0) > 0 ? null : '0';
    case 'NO_MEMBER_DISCIPLINED':
      return facts.worstForm !== null && compareForms(facts.worstForm, condition.form) >= 0 ? facts.worstForm : null;
    case 'LEVEL':
    case 'LEVEL_OR_INITIATIVE':
    case 'LEVEL_AND_INITIATIVE':
    case 'TITLE':
    case 'TITLE_SAME_YEAR':
    case 'TITLE_BEFORE':
    case 'INITIATIVE':
    case 'LEVEL_YEARS':
    case 'NOT_HELD':
    case 'TO_CONFIRM':
      return null;
  }
}

/** Exact: 10 of 20 is not more than a half, 14 of 20 is at least 7/10. Of nobody no share is enough. */
function isShareEnough(
  count: number,
  members: number,
  { moreThan, atLeast }: { readonly moreThan: string | null; readonly atLeast: string | null },
): boolean {
  if (members === 0) return false;
  const share = rational(count, members);
  if (moreThan !== null && compare(share, fraction(moreThan)) <= 0) return false;
  return atLeast === null || compare(share, fraction(atLeast)) >= 0;
}

/** A fraction of a table, which its parser has read. */
function fraction(text: string): Rational {
  return expectOk(parseRational(text));
}

function unlessEnough(found: number, needed: number): string | null {
  return found >= needed ? null : String(found);
}

/** How many years in a row end in `year` or, where that one is not among them, in the one before. */
function yearsInRow(years: readonly number[], year: number): number {
  const held = new Set(years);
  let last = held.has(year) ? year : year - 1;
  let count = 0;
  for (; held.has(last); last -= 1) count += 1;
  return count;
}
