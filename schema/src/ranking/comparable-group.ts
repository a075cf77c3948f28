import {
  type ComparableGroupName,
  type DomainError,
  domainError,
  type NotComparableReason,
} from '../errors/error-catalogue.ts';
import type { Period } from '../primitives/period.ts';
import { fail, ok, type Result } from '../primitives/result.ts';
import type { GroupDifference } from './ranking-words.ts';

/**
 * What makes people comparable: classified by the same agency, in a group of similar work, under rule sets of one family, in the same
 * period. All but the period by their codes. Source: domain.md 9.1.
 */
export interface GroupKey {
  readonly agency: string;
  readonly group: string;
  /** Code of the built-in rule set that those of the group are derived from. */
  readonly family: string;
  readonly period: Period;
}

/** Groups named to somebody who must choose one. */
const MOST_NAMED = 20;

/** What was asked for; what is null or left out was not. */
export interface AskedGroup {
  readonly agency?: string | null | undefined;
  readonly group?: string | null | undefined;
  readonly family?: string | null | undefined;
}

/**
 * The one comparable group that was asked for, of those that have somebody in the subtree.
 *
 * Error: NOT_COMPARABLE with up to 20 groups to choose from, the largest first. Its reason is the first thing that keeps them apart:
 * SEVERAL_AGENCIES, SEVERAL_GROUPS, SEVERAL_REGIMES, SEVERAL_PERIODS; NOBODY where no group is left.
 */
export function findGroup<Group extends GroupKey & { readonly people: number }>(
  groups: readonly Group[],
  asked: AskedGroup,
): Result<Group, DomainError<'NOT_COMPARABLE'>> {
  const left = groups.filter(
    (each) =>
      isAsked(asked.agency, each.agency) && isAsked(asked.group, each.group) && isAsked(asked.family, each.family),
  );
  const [only] = left;
  if (only === undefined) return fail(domainError('NOT_COMPARABLE', { reason: 'NOBODY', groups: [] }));
  const [difference] = differences(left);
  if (difference === undefined) return ok(only);
  return fail(domainError('NOT_COMPARABLE', { reason: REASONS[difference], groups: namesOf(left) }));
}

function isAsked(asked: string | null | undefined, code: string): boolean {
  return asked === null || asked === undefined || asked === code;
}

const REASONS: Readonly<Record<GroupDifference, NotComparableReason>> = {
  AGENCY: 'SEVERAL_AGENCIES',
  GROUP: 'SEVERAL_GROUPS',
  FAMILY: 'SEVERAL_REGIMES',
  PERIOD: 'SEVERAL_PERIODS',
};

/** The largest groups first; groups of one size by their codes, so that the order is the same each time. */
function namesOf(groups: readonly (GroupKey & { readonly people: number })[]): readonly ComparableGroupName[] {
  return groups
    .toSorted((left, right) => right.people - left.people || (codesOf(left) < codesOf(right) ? -1 : 1))
    .slice(0, MOST_NAMED)
    .map(({ agency, group, family, people }) => ({ agency, group, family, people }));
}

function codesOf({ agency, group, family }: GroupKey): string {
  return `${agency} ${group} ${family}`;
}

/** Whether people may be set side by side by their points; where not, all that differs. Nobody and one person always may. */
export function areComparable(
  people: readonly GroupKey[],
): { readonly comparable: true } | { readonly comparable: false; readonly differs: readonly GroupDifference[] } {
  const differs = differences(people);
  return differs.length === 0 ? { comparable: true } : { comparable: false, differs };
}

/** The refusal for people who differ; the groups they belong to are named with how many of them each has. */
export function notComparable(
  people: readonly GroupKey[],
  differs: readonly GroupDifference[],
): DomainError<'NOT_COMPARABLE'> {
  const groups = new Map<string, GroupKey & { readonly people: number }>();
  for (const each of people) {
    const known = groups.get(codesOf(each));
    groups.set(codesOf(each), { ...each, people: (known?.people ?? 0) + 1 });
  }
  const [first] = differs;
  const reason = first === undefined ? 'NOBODY' : REASONS[first];
  return domainError('NOT_COMPARABLE', { reason, groups: namesOf([...groups.values()]) });
}

const READ: Readonly<Record<GroupDifference, (key: GroupKey) => string>> = {
  AGENCY: ({ agency }) => agency,
  GROUP: ({ group }) => group,
  FAMILY: ({ family }) => family,
  PERIOD: ({ period }) => period,
};

function differences(keys: readonly GroupKey[]): readonly GroupDifference[] {
  const parts = Object.keys(READ) as readonly GroupDifference[];
  return parts.filter((part) => new Set(keys.map(READ[part])).size > 1);
}
