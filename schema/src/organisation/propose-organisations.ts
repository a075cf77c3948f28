import type { QuotaChoices, QuotaLimit } from '../classification/agency-year.ts';
import { cutPool } from '../classification/cut-pool.ts';
import { quotaLimit, readQuota } from '../classification/quota.ts';
import type { Level } from '../evaluation/level.ts';
import { type Rational, ZERO } from '../primitives/rational.ts';
import type { OrganisationRuleSet } from '../scoring/organisation-rule-set.ts';
import type { OrganisationFacts, OrganisationProposal, OrganisationTraceLine } from './organisation-year.ts';
import { resolveOrganisation } from './resolve-organisation.ts';

/** One organisation among those of a year. */
export interface OrganisationYear {
  readonly code: string;
  /** The organisation directly above, by its code; null or one that is not given stands for none. */
  readonly parent: string | null;
  /** Who recognises its level; those of one authority share a quota. */
  readonly authority: string;
  /** Already decided: it is not proposed for again, and counts in the pool as decided. */
  readonly decidedLevel: Level | null;
  readonly results: Rational;
  /** Its direct subordinates among those given are looked at beside `hasSubordinateNotCompleted`. */
  readonly facts: OrganisationFacts;
  /** Points by part, from `scoreOrganisation`, to stand before the level's own line. */
  readonly trace?: readonly OrganisationTraceLine[];
}

export interface ProposedOrganisation extends OrganisationProposal {
  readonly code: string;
  /** Direct subordinates without a decided level: they are decided first (NĐ 335/2025 art. 9). */
  readonly waitsFor: readonly string[];
}

export interface ProposedOrganisations {
  /** By authority, in the order read. */
  readonly quota: ReadonlyMap<string, QuotaLimit>;
  /** In the order read. */
  readonly organisations: readonly ProposedOrganisation[];
}

/**
 * The levels of organisations, subordinates before superiors, then the quota of each authority over those it recognises. The
 * rate is the rule set's unless the authority states 25 percent. Throws where an organisation stands above itself.
 *
 * Source: NĐ 335/2025 art. 5, 8(1)(b), 8(5), 9; domain.md 4.3–4.5.
 */
export function proposeOrganisations(
  rules: OrganisationRuleSet,
  organisations: readonly OrganisationYear[],
  choices: QuotaChoices = {},
): ProposedOrganisations {
  const below = Map.groupBy(organisations, ({ parent }) => parent);
  const resolved = resolveUpwards(rules, organisations, below);
  const levelOf = (each: OrganisationYear) => each.decidedLevel ?? resolved.get(each)?.level;
  const reading = readQuota(rules.quota, false, choices);
  const quota = new Map<string, QuotaLimit>();
  for (const [authority, members] of Map.groupBy(organisations, (each) => each.authority)) {
    const counted = members.filter((each) => levelOf(each) === 'OUTSTANDING' || levelOf(each) === 'GOOD');
    const limit = { pool: counted.length, limit: quotaLimit(counted.length, reading) };
    quota.set(authority, limit);
    applyLimit(rules, limit, counted, resolved);
  }
  return {
    quota,
    organisations: organisations.map((each) => ({
      code: each.code,
      waitsFor: (below.get(each.code) ?? [])
        .filter(({ decidedLevel }) => decidedLevel === null)
        .map(({ code }) => code),
      ...(resolved.get(each) ?? unresolved(each)),
    })),
  };
}

type Resolved = Map<OrganisationYear, OrganisationProposal>;

function resolveUpwards(
  rules: OrganisationRuleSet,
  organisations: readonly OrganisationYear[],
  below: ReadonlyMap<string | null, readonly OrganisationYear[]>,
): Resolved {
  const resolved: Resolved = new Map();
  const visit = (each: OrganisationYear, above: readonly OrganisationYear[]): OrganisationProposal => {
    if (above.includes(each)) throw new Error(`organisation ${each.code} stands above itself`);
    const known = resolved.get(each);
    if (known !== undefined) return known;
    const levels = (below.get(each.code) ?? []).map(
      (subordinate) => subordinate.decidedLevel ?? visit(subordinate, [...above, each]).level,
    );
    const hasSubordinateNotCompleted = each.facts.hasSubordinateNotCompleted || levels.includes('NOT_COMPLETED');
    const proposal = resolveOrganisation(rules, { ...each.facts, hasSubordinateNotCompleted });
    const complete = { ...proposal, trace: [...(each.trace ?? []), ...proposal.trace] };
    resolved.set(each, complete);
    return complete;
  };
  for (const each of organisations) visit(each, []);
  return resolved;
}

/** Every organisation was visited; one that was not is a fault of ours. */
function unresolved({ code }: OrganisationYear): never {
  throw new Error(`organisation ${code} was not resolved`);
}

/** A decided level takes its place but is not changed. */
function applyLimit(
  rules: OrganisationRuleSet,
  { pool, limit }: QuotaLimit,
  counted: readonly OrganisationYear[],
  resolved: Resolved,
): void {
  const { id, source } = rules.rules.quota;
  const decided = counted.filter(({ decidedLevel }) => decidedLevel === 'OUTSTANDING').length;
  const candidates = counted.filter(
    (each) => each.decidedLevel === null && resolved.get(each)?.level === 'OUTSTANDING',
  );
  const left = Math.max(0, limit - decided);
  // An organisation has no quality component or delays of its own: what is equal in score and results is a tie.
  const figuresOf = ({ facts, results }: OrganisationYear) => ({
    total: facts.total,
    resultPoints: results,
    quality: ZERO,
    delays: 0,
  });
  for (const { member, verdict, rank, decidedBy } of cutPool(candidates, left, figuresOf)) {
    const before = resolved.get(member) ?? unresolved(member);
    const level = verdict === 'STAYS' ? 'OUTSTANDING' : verdict === 'TIED' ? 'AUTHORITY_DECIDES' : 'GOOD';
    const figures = { pool, limit, decided, outstanding: candidates.length, place: rank, decidedBy };
    const line: OrganisationTraceLine = {
      step: 'quota',
      rule: id,
      source,
      before: before.level,
      after: level,
      figures,
    };
    resolved.set(member, { ...before, level, trace: [...before.trace, line] });
  }
}
