import { domainError, type FieldError } from '../errors/error-catalogue.ts';
import type { LocalisedText } from '../primitives/locale.ts';
import type { Rational } from '../primitives/rational.ts';
import { fail, ok, type Result } from '../primitives/result.ts';
import type { Source } from '../primitives/source.ts';
import { isSame } from './bounds.ts';
import { checkShares, checkUnique } from './derivation.ts';

interface WrittenGroup {
  readonly code: string;
  readonly maximum: Rational;
  readonly name?: LocalisedText | undefined;
}

interface Group {
  readonly code: string;
  readonly name: LocalisedText;
  readonly maximum: Rational;
  readonly source: Source;
}

type Maximum = { readonly value: Rational; readonly source: Source };

/** The groups of general points an office wrote, or the base's; the sum is the maximum. Source: NĐ 335/2025 art. 26(1)(a), 12(2). */
export function deriveGroups(
  base: readonly Group[],
  written: readonly WrittenGroup[] | undefined,
  maximum: Maximum,
  office: Source,
): Result<readonly Group[], readonly FieldError[]> {
  if (written === undefined) return ok(base);
  const groups = written.map((group, position) => toGroup('/groups', base, group, position, office));
  const shares = written.map((group, position) => ({ path: `/groups/${position}/maximum`, maximum: group.maximum }));
  const errors = [
    ...checkUnique('/groups', written),
    ...checkShares('/groups', 'groups', shares, maximum, true),
    ...groups.flatMap((group) => (group.ok ? [] : [group.error])),
  ];
  return errors.length > 0 ? fail(errors) : ok(groups.flatMap((group) => (group.ok ? [group.value] : [])));
}

type Criterion = Group & { readonly group: string };

/** The criteria an office wrote within its groups, or the base's; those of a group sum to its maximum. */
export function deriveCriteria(
  base: readonly Criterion[],
  written: readonly (WrittenGroup & { readonly group: string })[] | undefined,
  groups: readonly Group[],
  office: Source,
): Result<readonly Criterion[], readonly FieldError[]> {
  const criteria = (written ?? base).map((criterion, position) => {
    const group = toGroup('/criteria', base, criterion, position, office);
    return group.ok ? ok({ ...group.value, group: criterion.group }) : group;
  });
  const codes = groups.map(({ code }) => code);
  const foreign = (written ?? base).flatMap(({ group }, position) =>
    codes.includes(group)
      ? []
      : [
          {
            path: `/criteria/${position}/group`,
            error: domainError('UNKNOWN_VALUE', { given: group, allowed: codes }),
          },
        ],
  );
  const shares = groups.flatMap(({ code, maximum, source }, position) => {
    const own = (written ?? base).flatMap((criterion, at) =>
      criterion.group === code ? [{ path: `/criteria/${at}/maximum`, maximum: criterion.maximum }] : [],
    );
    return checkShares(`/groups/${position}/maximum`, `groups.${code}`, own, { value: maximum, source }, true);
  });
  const errors = [
    ...checkUnique('/criteria', written ?? base),
    ...foreign,
    ...shares,
    ...criteria.flatMap((criterion) => (criterion.ok ? [] : [criterion.error])),
  ];
  return errors.length > 0 ? fail(errors) : ok(criteria.flatMap((each) => (each.ok ? [each.value] : [])));
}

/** What is as the base has it keeps the base's source; the rest is the office's. */
function toGroup(
  path: string,
  base: readonly Group[],
  written: WrittenGroup,
  position: number,
  office: Source,
): Result<Group, FieldError> {
  const own = base.find(({ code }) => code === written.code);
  const name = written.name ?? own?.name;
  if (name === undefined) return fail({ path: `${path}/${position}/name`, error: domainError('REQUIRED') });
  const isTheBase = own !== undefined && isSame(own.maximum, written.maximum) && isSame(own.name, name);
  return ok({ code: written.code, name, maximum: written.maximum, source: isTheBase ? own.source : office });
}
