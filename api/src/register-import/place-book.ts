import type { Transaction } from '@congvu/prisma/database';
import { domainError, type FieldError } from '@congvu/schema/errors';
import { type Post, type ScoringRole, type SubjectType, scoringRoleOf } from '@congvu/schema/evaluation';
import type { LocalDate } from '@congvu/schema/primitives/local-date';
import { type Period, periodOf } from '@congvu/schema/primitives/period';
import { fail, ok, type Result } from '@congvu/schema/primitives/result';
import type { RuleSetRegistry } from '@congvu/schema/rulesets';
import { covers } from '../authority/authority.policy.ts';
import { loadRuleSets } from '../rule-set/rule-set.store.ts';
import type { FoundUnit, ImportSetting } from './import-target.ts';

/** Where a file puts somebody. */
export interface NamedPlace {
  readonly unit: string;
  readonly post: Post;
  readonly title: string;
  readonly group: string;
  readonly subjectType: SubjectType;
  readonly from: LocalDate;
}

/** The same by ids, with what follows from it. */
export interface Place {
  readonly unitId: string;
  readonly post: Post;
  readonly title: string;
  readonly groupCode: string;
  readonly subjectType: SubjectType;
  readonly role: ScoringRole;
  readonly ruleSet: string;
  readonly from: LocalDate;
  /** The first settled month from `from` on; nobody new comes into it. */
  readonly closed: Period | null;
}

interface UnitFacts extends FoundUnit {
  readonly validTo: LocalDate | null;
  /** The unit and those above it, nearest first. */
  readonly lineage: readonly string[];
  /** Closed months, oldest first. */
  readonly closed: readonly Period[];
}

interface GroupFacts {
  readonly code: string;
  /** The unit whose group it is. */
  readonly path: string;
}

/** The units, groups and rule sets that the rows of a batch name: two statements, and the rule sets once. */
export interface PlaceBook {
  /** Errors: UNIT_UNKNOWN, UNIT_CLOSED, GROUP_UNKNOWN, INCONSISTENT for a group of elsewhere, RULE_SET_UNKNOWN. */
  readonly find: (named: NamedPlace) => Result<Place, readonly FieldError[]>;
}

export async function openPlaceBook(
  tx: Transaction,
  setting: ImportSetting,
  named: readonly NamedPlace[],
): Promise<PlaceBook> {
  const codes = [...new Set(named.map(({ unit }) => unit))];
  const groups = [...new Set(named.map(({ group }) => group))];
  const units = await tx.$queryRaw<readonly UnitFacts[]>`
    select u.id, u.code, u.path_text as path, u.valid_to::text as "validTo",
      array(select above.id::text from congvu.unit above where u.path <@ above.path order by above.level desc) as lineage,
      array(select p.period from congvu.period_plan p where p.unit_id = u.id and p.closed_at is not null order by p.period) as closed
    from congvu.unit u where u.code = any(${codes}::text[])`;
  const found = await tx.$queryRaw<readonly GroupFacts[]>`
    select g.code, u.path_text as path from congvu.work_group g join congvu.unit u on u.id = g.unit_id
    where g.code = any(${groups}::text[])`;
  const registry = await loadRuleSets(setting.context);
  const unitByCode = new Map(units.map((unit) => [unit.code, unit]));
  const groupByCode = new Map(found.map((group) => [group.code, group]));
  const ruleSets = new Map<string, string | null>();
  return {
    find: (place) => {
      const unit = unitByCode.get(place.unit);
      if (unit === undefined || !setting.isKept(unit))
        return fail([{ path: '/unit', error: domainError('UNIT_UNKNOWN', { unit: place.unit }) }]);
      const errors = [
        ...findDayErrors(unit, place.from),
        ...findGroupErrors(unit, groupByCode.get(place.group), place),
      ];
      const key = `${place.subjectType} ${place.from} ${unit.id}`;
      const ruleSet = ruleSets.get(key) ?? findRuleSet(registry, unit, place);
      ruleSets.set(key, ruleSet);
      if (ruleSet === null)
        errors.push({ path: '/subjectType', error: domainError('RULE_SET_UNKNOWN', { ruleSet: place.subjectType }) });
      if (errors.length > 0 || ruleSet === null) return fail(errors);
      const { post, title, group: groupCode, subjectType, from } = place;
      const closed = unit.closed.find((period) => period >= periodOf(from)) ?? null;
      return ok({
        unitId: unit.id,
        post,
        title,
        groupCode,
        subjectType,
        role: scoringRoleOf(post),
        ruleSet,
        from,
        closed,
      });
    },
  };
}

function findRuleSet(registry: RuleSetRegistry, unit: UnitFacts, place: NamedPlace): string | null {
  return registry.findFor(place.subjectType, place.from, unit.lineage)?.code ?? null;
}

function findDayErrors(unit: UnitFacts, from: LocalDate): readonly FieldError[] {
  if (unit.validTo === null || from <= unit.validTo) return [];
  return [{ path: '/from', error: domainError('UNIT_CLOSED', { unit: unit.code, closedOn: unit.validTo }) }];
}

/** A group is compared with inside its own unit and those below it. */
function findGroupErrors(unit: UnitFacts, group: GroupFacts | undefined, place: NamedPlace): FieldError[] {
  if (group === undefined) return [{ path: '/group', error: domainError('GROUP_UNKNOWN', { given: place.group }) }];
  if (covers([group.path], unit.path)) return [];
  return [{ path: '/group', error: domainError('INCONSISTENT', { reason: 'GROUP_OF_OTHER_UNIT' }) }];
}
