import { type Figures, hasWorkedEnough, mergeMonth } from '@congvu/schema/aggregation';
import type { Level } from '@congvu/schema/evaluation';
import { toDisplay, toText } from '@congvu/schema/primitives/rational';
import type { LeftOpenReason } from '@congvu/schema/procedure';
import {
  encodeExplanation,
  levelOf,
  type RuleSet,
  type ScoredPeriod,
  type ScoreInput,
  scorePeriod,
} from '@congvu/schema/scoring';
import { exactDecimal } from '../scalar/exact.ts';
import type { SheetWork } from './month-work.store.ts';
import { toItems } from './task-items.ts';

/** A sheet's part of a month. */
export interface MonthPart {
  readonly work: SheetWork;
  readonly workedDays: number;
}

/** What a person's month comes to, as it is kept. Exact numbers as numerator and denominator texts. */
export interface SettledMonth {
  /** The sheet of the last part, which names unit, role and rule set. */
  readonly sheetId: string;
  readonly sheetRevision: number;
  readonly employeeId: string;
  /** 1, or the next after the result there is. */
  readonly revision: number;
  readonly total: readonly [string, string] | null;
  readonly result: readonly [string, string] | null;
  readonly quality: readonly [string, string] | null;
  /** Components a and c; null too where several sheets make the month: no rule says how these two are merged. */
  readonly quantity: readonly [string, string] | null;
  readonly progress: readonly [string, string] | null;
  readonly delays: number;
  readonly level: Level | null;
  readonly display: string | null;
  readonly workedDays: number;
  /** JSON text; null where the month is one sheet. */
  readonly segments: string | null;
  /** JSON text of encodeExplanation(); null where several sheets or none make the figure. */
  readonly explanation: string | null;
}

export type Settlement =
  | { readonly kind: 'SETTLED'; readonly month: SettledMonth }
  /** The result there is says the same already. */
  | { readonly kind: 'UNCHANGED' }
  | { readonly kind: 'LEFT_OPEN'; readonly reason: LeftOpenReason };

export interface MonthRules {
  readonly find: (code: string, version: number) => RuleSet | null;
  /** Working days of the month. */
  readonly workingDays: number;
}

/**
 * Works a month out once more from what is frozen and compares it with what the sheet says: they must be one, or nothing is
 * kept. Parts in order of time. No arithmetic here: scorePeriod and mergeMonth do it.
 */
export function settleMonth(rules: MonthRules, parts: readonly MonthPart[]): Settlement {
  const last = parts.at(-1);
  if (last === undefined) return leftOpen('NO_SHEET');
  const waiting = parts.find(({ work }) => work.provisional);
  if (waiting !== undefined) return leftOpen(waiting === last ? waitingFor(waiting.work) : 'SEGMENT_PENDING');
  const scored = parts.map((part) => scorePart(rules, part));
  const problem = scored.find((part) => typeof part === 'string');
  if (typeof problem === 'string') return leftOpen(problem);
  // None is a reason any more.
  return keep(rules, scored as readonly ScoredPart[]);
}

export function leftOpen(reason: LeftOpenReason): Settlement {
  return { kind: 'LEFT_OPEN', reason };
}

function waitingFor({ state, hasClaims }: SheetWork): LeftOpenReason {
  if (hasClaims) return 'CAUSES_UNDECIDED';
  return state === 'SELF_SCORED' ? 'NOT_CONFIRMED' : 'NOT_SELF_SCORED';
}

interface ScoredPart extends MonthPart {
  readonly ruleSet: RuleSet;
  readonly input: ScoreInput;
  readonly score: ScoredPeriod | null;
  readonly delays: number;
}

function scorePart(rules: MonthRules, { work, workedDays }: MonthPart): ScoredPart | LeftOpenReason {
  const ruleSet = rules.find(work.ruleSet, work.ruleSetVersion);
  if (ruleSet === null || ruleSet.weights === null) return 'RULE_SET_INCOMPLETE';
  const input = toInput(work);
  if (input === null || work.isSame === false) return 'INPUTS_CHANGED';
  const score = scorePeriod(ruleSet, input);
  const total = score.state === 'SCORED' ? toText(score.total) : null;
  if (total !== (work.total?.replace(/\/1$/, '') ?? null)) return 'INPUTS_CHANGED';
  let delays = 0;
  for (const item of input.items) delays += item.delays;
  return { work, workedDays, ruleSet, input, score: score.state === 'SCORED' ? score : null, delays };
}

/** What the sheet was confirmed with; null where something of it is missing. */
export function toInput(work: SheetWork): ScoreInput | null {
  if (work.general === null) return null;
  const general = exactDecimal(work.general);
  const items = toItems(work);
  if (work.role === 'STAFF') return { role: 'STAFF', general, items };
  return {
    role: 'LEADER',
    general,
    items,
    unitResult: figure(work.unitResult),
    organising: figure(work.organising),
    cohesion: figure(work.cohesion),
  };
}

/** As in score/rescore.ts: a figure nobody gave counts as 100, the lower one needs a finding (art. 15(3)). */
function figure(value: number | null): 50 | 100 {
  return value === 50 ? 50 : 100;
}

function keep(rules: MonthRules, parts: readonly ScoredPart[]): Settlement {
  const [first] = parts;
  const last = parts.at(-1);
  if (first === undefined || last === undefined) return leftOpen('NO_SHEET');
  const { work } = last;
  const isOne = parts.length === 1;
  const figures = isOne ? ofOne(rules, last) : ofSeveral(rules, parts);
  const total = figures === null ? null : toText(figures.total);
  const { resultRevision } = work;
  if (resultRevision !== null && total === (work.resultTotal?.replace(/\/1$/, '') ?? null))
    return { kind: 'UNCHANGED' };
  const thresholds = last.ruleSet.thresholds;
  const explained = isOne && figures !== null ? last.score : null;
  return {
    kind: 'SETTLED',
    month: {
      sheetId: work.sheetId,
      sheetRevision: work.revision,
      employeeId: work.employeeId,
      revision: (resultRevision ?? 0) + 1,
      total: total === null ? null : split(total),
      result: figures === null ? null : split(toText(figures.resultPoints)),
      quality: figures === null ? null : split(toText(figures.quality)),
      quantity: explained === null ? null : split(toText(explained.quantity)),
      progress: explained === null ? null : split(toText(explained.progress)),
      delays: figures?.delays ?? 0,
      level: explained?.level ?? (figures === null ? null : levelOf(figures.total, thresholds)),
      display:
        explained?.display ??
        (figures === null
          ? null
          : toDisplay(
              figures.total,
              thresholds.map(({ atLeast }) => atLeast),
            )),
      workedDays: isOne ? last.workedDays : parts.reduce((days, part) => days + part.workedDays, 0),
      segments: isOne ? null : JSON.stringify(parts.map(toSegment)),
      explanation: explained === null ? null : JSON.stringify(encodeExplanation(explained)),
    },
  };
}

/** The usual month: its sheet's own figures, where enough of it was worked. */
function ofOne(rules: MonthRules, { ruleSet, score, workedDays, delays }: ScoredPart): Figures | null {
  const { minWorkedDays } = ruleSet.year;
  if (score === null || !hasWorkedEnough(minWorkedDays.value, workedDays, rules.workingDays)) return null;
  return { total: score.total, resultPoints: score.resultPoints, quality: score.quality, delays };
}

/** Several sheets make one month as the last unit's rule set says (domain.md 3.15, splitPeriod). */
function ofSeveral(rules: MonthRules, parts: readonly ScoredPart[]): Figures | null {
  const last = parts.at(-1);
  if (last === undefined) return null;
  const segments = parts.map(({ ruleSet, workedDays, input, score, delays }) => ({
    ruleSet,
    workedDays,
    input,
    figures:
      score === null ? null : { total: score.total, resultPoints: score.resultPoints, quality: score.quality, delays },
  }));
  return mergeMonth(last.ruleSet.year, segments, rules.workingDays).figures;
}

function toSegment({ work, workedDays, score }: ScoredPart) {
  return {
    sheetId: work.sheetId,
    revision: work.revision,
    unitId: work.unitId,
    workingDays: workedDays,
    total: score === null ? null : toText(score.total),
  };
}

function split(text: string): readonly [string, string] {
  const at = text.indexOf('/');
  return at < 0 ? [text, '1'] : [text.slice(0, at), text.slice(at + 1)];
}
