import { compareLevels, type Level } from '../evaluation/level.ts';
import type { LocalDate } from '../primitives/local-date.ts';
import type { LocalisedText } from '../primitives/locale.ts';
import type { BlockKind } from '../registers/register-words.ts';
import { type FoundText, foundTexts } from '../texts/appointment-found-text.ts';
import { appointmentConditionText } from '../texts/appointment-text.ts';
import type { AppointmentCondition } from './conditions.ts';
import type { ConditionState, ShortlistState } from './shortlist-words.ts';

/** A decided year of somebody. */
export interface DecidedYear {
  readonly year: number;
  /** Null where the year was not classified. */
  readonly level: Level | null;
}

/** What is kept of somebody on the day asked for. What is null is not known, or may not be known by who asks. */
export interface AppointmentFacts {
  /** Whether a plan in force names him for this post of the unit; null where no plan of the unit is kept. */
  readonly planned: boolean | null;
  readonly plannedUntil: LocalDate | null;
  /** Whole months to the day of retirement that personnel's file states; the day itself is not needed here. */
  readonly serviceMonths: number | null;
  /** Decided years, newest first. */
  readonly years: readonly DecidedYear[];
  /** What stands against an appointment on the day; null where who asks may not know it. */
  readonly blocks: readonly { readonly kind: BlockKind; readonly until: LocalDate | null }[] | null;
}

export interface JudgedCondition {
  readonly condition: AppointmentCondition;
  readonly state: ConditionState;
  /** What the post asks for. */
  readonly needed: LocalisedText;
  /** What was found of it. */
  readonly found: LocalisedText;
}

/**
 * How somebody stands to each condition, in their order. A fact that is not known makes a condition UNKNOWN, never MISSING; TO_CONFIRM
 * is always UNKNOWN. Nothing is added up: a shortlist orders nobody by it. Source: domain.md 9.4, 9.6.
 */
export function judgeAppointment(
  conditions: readonly AppointmentCondition[],
  facts: AppointmentFacts,
): readonly JudgedCondition[] {
  return conditions.map((condition) => {
    const [state, found] = judge(condition, facts);
    const needed = { vi: appointmentConditionText(condition, 'vi'), en: appointmentConditionText(condition, 'en') };
    return { condition, state, needed, found };
  });
}

/** The state of all conditions together: something missing outweighs something unknown. */
export function shortlistState(judged: readonly Pick<JudgedCondition, 'state'>[]): ShortlistState {
  if (judged.some(({ state }) => state === 'MISSING')) return 'SOMETHING_MISSING';
  return judged.some(({ state }) => state === 'UNKNOWN') ? 'SOMETHING_UNKNOWN' : 'ALL_MET';
}

type Verdict = readonly [state: ConditionState, found: LocalisedText];

function judge(condition: AppointmentCondition, facts: AppointmentFacts): Verdict {
  switch (condition.kind) {
    case 'PLANNED':
      if (facts.planned === null) return unknown({ kind: 'PLAN_UNKNOWN' });
      return facts.planned ? met({ kind: 'PLANNED', until: facts.plannedUntil }) : missing({ kind: 'NOT_PLANNED' });
    case 'SERVICE_MONTHS':
      if (facts.serviceMonths === null) return unknown({ kind: 'SERVICE_UNKNOWN' });
      return settle(facts.serviceMonths >= condition.months, {
        kind: 'SERVICE',
        isEnough: facts.serviceMonths >= condition.months,
      });
    case 'NO_ACTIVE_DISCIPLINE':
      return judgeBlocks(facts, ['ACTIVE_DISCIPLINE', 'NO_LEADERSHIP']);
    case 'NO_PENDING_PROCEDURE':
      return judgeBlocks(facts, ['PENDING_PROCEDURE']);
    case 'LATEST_LEVEL':
      return judgeLatest(condition.levels, facts.years);
    case 'NO_LEVEL':
      return judgeYears(condition, facts.years);
    case 'TO_CONFIRM':
      return unknown({ kind: 'TO_CONFIRM' });
    default:
      return condition satisfies never;
  }
}

function judgeBlocks({ blocks }: AppointmentFacts, kinds: readonly BlockKind[]): Verdict {
  if (blocks === null) return unknown({ kind: 'BLOCKS_UNKNOWN' });
  const block = blocks.find(({ kind }) => kinds.includes(kind));
  return block === undefined
    ? met({ kind: 'NO_BLOCK' })
    : missing({ kind: 'BLOCK', block: block.kind, until: block.until });
}

/** A latest year that was not classified is a reason of its own, not a low level (domain.md 9.4). */
function judgeLatest(levels: readonly Level[], years: readonly DecidedYear[]): Verdict {
  const [latest] = years;
  if (latest === undefined) return unknown({ kind: 'NO_YEAR' });
  const isMet = latest.level !== null && levels.includes(latest.level);
  return settle(isMet, { kind: 'YEAR', year: latest.year, level: latest.level });
}

/** Years without a decision that is kept here are not taken for good ones. */
function judgeYears(
  { level, years: asked }: Extract<AppointmentCondition, { readonly kind: 'NO_LEVEL' }>,
  years: readonly DecidedYear[],
): Verdict {
  const [latest] = years;
  if (latest === undefined) return unknown({ kind: 'NO_YEAR' });
  const looked = years.filter(({ year }) => year > latest.year - asked);
  const bad = looked.find((year) => year.level !== null && compareLevels(year.level, level) === 0);
  if (bad !== undefined) return missing({ kind: 'YEAR', year: bad.year, level: bad.level });
  const found: FoundText = { kind: 'YEARS', known: looked.length, asked };
  return looked.length < asked ? unknown(found) : met(found);
}

function settle(isMet: boolean, found: FoundText): Verdict {
  return isMet ? met(found) : missing(found);
}

function met(found: FoundText): Verdict {
  return ['MET', foundTexts(found)];
}
function missing(found: FoundText): Verdict {
  return ['MISSING', foundTexts(found)];
}
function unknown(found: FoundText): Verdict {
  return ['UNKNOWN', foundTexts(found)];
}
