import { compare, parseRational } from '@congvu/schema/primitives/rational';
import type { CriterionPointsInput, Sheet_SheetFragment } from '../../../generated/graphql.ts';
import { parseExact } from '../../ui/exact-number.ts';

type SheetCriterion = Sheet_SheetFragment['criteria'][number];

/** What is typed for each criterion, by its code. */
export type SheetDraft = Readonly<Record<string, string>>;

/** Starts from what was confirmed, else from what the person gave himself: the manager changes only what he sees otherwise. */
export function draftOf(criteria: readonly SheetCriterion[], decimalMark: string): SheetDraft {
  const typed = (exact: string | null) => (exact === null ? '' : toDecimal(exact).replace('.', decimalMark));
  return Object.fromEntries(criteria.map((each) => [each.code, typed(each.confirmedPoints ?? each.selfPoints)]));
}

/** Points as the api reads them, in the order of the criteria; null where what is typed is no number or above the maximum. */
export function pointsOf(criteria: readonly SheetCriterion[], draft: SheetDraft): readonly (string | null)[] {
  return criteria.map((each) => {
    const exact = parseExact(draft[each.code] ?? '');
    return exact === null || isAbove(exact, each.maximum) ? null : exact;
  });
}

/** As `pointsOf`, with 0 for what is not typed yet: the figure of a sheet that is being filled in. */
export function pointsSoFar(criteria: readonly SheetCriterion[], draft: SheetDraft): readonly (string | null)[] {
  const points = pointsOf(criteria, draft);
  return criteria.map((each, index) => (isEmpty(draft, each) ? '0' : (points[index] ?? null)));
}

export function countMissing(criteria: readonly SheetCriterion[], draft: SheetDraft): number {
  return criteria.filter((each) => isEmpty(draft, each)).length;
}

function isEmpty(draft: SheetDraft, { code }: SheetCriterion): boolean {
  return (draft[code] ?? '').trim() === '';
}

/** The code of what is wrong with what was typed for one criterion; null where nothing is, or nothing was typed yet. */
export function problemOf(
  criterion: SheetCriterion,
  draft: SheetDraft,
): 'NOT_A_NUMBER' | 'POINTS_ABOVE_MAXIMUM' | null {
  if (isEmpty(draft, criterion)) return null;
  const exact = parseExact(draft[criterion.code] ?? '');
  if (exact === null) return 'NOT_A_NUMBER';
  return isAbove(exact, criterion.maximum) ? 'POINTS_ABOVE_MAXIMUM' : null;
}

/** The mutation's list; null while a criterion has no valid points. */
export function toCriteria(criteria: readonly SheetCriterion[], draft: SheetDraft): CriterionPointsInput[] | null {
  const points = pointsOf(criteria, draft);
  const list = criteria.flatMap(({ code }, index) => {
    const exact = points[index] ?? null;
    return exact === null ? [] : [{ code, points: exact }];
  });
  return list.length === criteria.length ? list : null;
}

function isAbove(exact: string, maximum: string): boolean {
  const [given, limit] = [parseRational(exact), parseRational(maximum)];
  return given.ok && limit.ok && compare(given.value, limit.value) > 0;
}

/** "9/2" → "4.5"; a fraction that no decimal writes exactly stays a fraction. */
export function toDecimal(exact: string): string {
  const value = parseRational(exact);
  if (!value.ok) return exact;
  const { numerator, denominator } = value.value;
  for (let digits = 0; digits <= 6; digits++) {
    const scale = 10n ** BigInt(digits);
    if ((numerator * scale) % denominator !== 0n) continue;
    const whole = String((numerator * scale) / denominator).padStart(digits + 1, '0');
    return digits === 0 ? whole : `${whole.slice(0, -digits)}.${whole.slice(-digits)}`;
  }
  return exact;
}
