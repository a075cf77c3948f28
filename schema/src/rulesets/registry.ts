import type { SubjectType } from '../evaluation/assignment.ts';
import { addDays, type LocalDate } from '../primitives/local-date.ts';
import { firstDay, lastDay, type Period } from '../primitives/period.ts';
import type { LevelRuleSet } from '../scoring/level-rule-set.ts';
import type { OrganisationRuleSet } from '../scoring/organisation-rule-set.ts';
import type { RuleSet } from '../scoring/rule-set.ts';

/** A rule set for people: one that scores, or one of which only levels are known. */
export type PersonRules = RuleSet | LevelRuleSet;
export type AnyRuleSet = PersonRules | OrganisationRuleSet;

/** A rule set an office has published; `agency` is the unit it holds for, null for everybody. */
export interface StoredRuleSet {
  readonly ruleSet: AnyRuleSet;
  readonly agency: string | null;
}

/** A stretch of one person's service, both days included; `to` null is open. `lineage` as for `findFor`. */
export interface ServiceSegment {
  readonly subjectType: SubjectType;
  readonly from: LocalDate;
  readonly to: LocalDate | null;
  readonly lineage?: readonly string[];
}

/** The days of a year one rule set governs; null where none of those known does. */
export interface GovernedDays {
  readonly from: LocalDate;
  readonly to: LocalDate;
  readonly segment: number;
  readonly ruleSet: PersonRules | null;
}

/**
 * Rule sets found by code or by day. Of several that cover a day, the nearest unit's own comes before the law's, then the one in force
 * later, then the higher version.
 */
export class RuleSetRegistry {
  private readonly entries: readonly StoredRuleSet[];

  constructor(entries: readonly StoredRuleSet[]) {
    this.entries = entries;
  }

  /** The same with an office's published versions beside. A code and version already known is left as it is. */
  withStored(stored: readonly StoredRuleSet[]): RuleSetRegistry {
    const added = stored.filter(({ ruleSet }) => this.find(ruleSet.code, ruleSet.version) === null);
    return new RuleSetRegistry([...this.entries, ...added]);
  }

  list(): readonly AnyRuleSet[] {
    return this.entries.map(({ ruleSet }) => ruleSet);
  }

  /** By code and version; the newest version where none is given. */
  find(code: string, version?: number): AnyRuleSet | null {
    const ofCode = this.list().filter((each) => each.code === code);
    if (version !== undefined) return ofCode.find((each) => each.version === version) ?? null;
    return ofCode.toSorted((left, right) => right.version - left.version)[0] ?? null;
  }

  /** Like `find`; throws where there is none. */
  get(code: string, version?: number): AnyRuleSet {
    return this.find(code, version) ?? missing(code, version);
  }

  /** Only those that score a person's period. */
  listScoring(): readonly RuleSet[] {
    return this.list().filter((each) => each.kind === 'PERSON');
  }

  findScoring(code: string, version?: number): RuleSet | null {
    const found = this.find(code, version);
    return found?.kind === 'PERSON' ? found : null;
  }

  getScoring(code: string, version?: number): RuleSet {
    return this.findScoring(code, version) ?? missing(code, version);
  }

  /**
   * What governs a person on a day, history and levels included; null where nothing known does. `lineage`: the person's unit and
   * those above it, nearest first; the nearest unit's own version wins. Source: domain.md 2.
   */
  findFor(subjectType: SubjectType, on: LocalDate, lineage: readonly string[] = []): PersonRules | null {
    const found = this.findCovering(
      on,
      lineage,
      (each) => each.kind !== 'ORGANISATION' && each.subjectType === subjectType,
    );
    return found === null || found.kind === 'ORGANISATION' ? null : found;
  }

  findOrganisation(on: LocalDate, lineage: readonly string[] = []): OrganisationRuleSet | null {
    const found = this.findCovering(on, lineage, (each) => each.kind === 'ORGANISATION');
    return found?.kind === 'ORGANISATION' ? found : null;
  }

  /**
   * The days of a year with the rule set that governs each, in order of the segments: a year may be governed by two, as a public
   * employee's of 2026 or that of one who became a civil servant. Segments outside the year are left out.
   */
  ofYear(segments: readonly ServiceSegment[], year: Period): readonly GovernedDays[] {
    return segments.flatMap((segment, index) => {
      const from = later(segment.from, firstDay(year));
      const to = segment.to === null || segment.to > lastDay(year) ? lastDay(year) : segment.to;
      return this.split(segment, from, to).map((days) => ({ ...days, segment: index }));
    });
  }

  private split(segment: ServiceSegment, from: LocalDate, to: LocalDate): readonly Omit<GovernedDays, 'segment'>[] {
    const governed: Omit<GovernedDays, 'segment'>[] = [];
    const lineage = segment.lineage ?? [];
    const changes = this.list().flatMap(({ effectiveFrom, effectiveTo }) =>
      effectiveTo === null ? [effectiveFrom] : [effectiveFrom, addDays(effectiveTo, 1)],
    );
    let start = from;
    while (start <= to) {
      const ruleSet = this.findFor(segment.subjectType, start, lineage);
      const next = changes
        .filter((day) => day > start && day <= to && this.findFor(segment.subjectType, day, lineage) !== ruleSet)
        .toSorted()[0];
      const end = next === undefined ? to : addDays(next, -1);
      governed.push({ from: start, to: end, ruleSet });
      start = addDays(end, 1);
    }
    return governed;
  }

  private findCovering(
    on: LocalDate,
    lineage: readonly string[],
    fits: (ruleSet: AnyRuleSet) => boolean,
  ): AnyRuleSet | null {
    const covering = this.entries.filter(
      (entry) =>
        fits(entry.ruleSet) &&
        entry.ruleSet.effectiveFrom <= on &&
        (entry.ruleSet.effectiveTo === null || on <= entry.ruleSet.effectiveTo) &&
        (entry.agency === null || lineage.includes(entry.agency)),
    );
    return covering.toSorted((left, right) => byPrecedence(lineage, left, right))[0]?.ruleSet ?? null;
  }
}

/** Below 0 where `left` goes first. */
function byPrecedence(lineage: readonly string[], left: StoredRuleSet, right: StoredRuleSet): number {
  const distance = ({ agency }: StoredRuleSet) => (agency === null ? lineage.length : lineage.indexOf(agency));
  if (distance(left) !== distance(right)) return distance(left) - distance(right);
  if (left.ruleSet.effectiveFrom !== right.ruleSet.effectiveFrom) {
    return left.ruleSet.effectiveFrom > right.ruleSet.effectiveFrom ? -1 : 1;
  }
  return right.ruleSet.version - left.ruleSet.version;
}

function later(left: LocalDate, right: LocalDate): LocalDate {
  return left > right ? left : right;
}

function missing(code: string, version: number | undefined): never {
  throw new Error(`no rule set ${code}${version === undefined ? '' : ` version ${version}`}`);
}
