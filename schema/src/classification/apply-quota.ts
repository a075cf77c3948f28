import { ZERO } from '../primitives/rational.ts';
import type { RankingFigures } from '../ranking/rank-rows.ts';
import type { YearRules } from '../scoring/year-rules.ts';
import { type ClassifiedAgency, isAgencyHead, type QuotaLimit, type TraceLine } from './agency-year.ts';
import { cutPool } from './cut-pool.ts';
import { cite, type PersonProposal } from './propose-level.ts';
import { type QuotaReading, quotaLimit } from './quota.ts';

/** Steps 5 to 7 of contract.md: the limit of each group, then the agency's. Source: NĐ 335/2025 art. 20(5); domain.md 3.10. */
export function applyQuota(
  rules: YearRules['rules'],
  reading: QuotaReading,
  proposals: readonly PersonProposal[],
): { readonly quota: ClassifiedAgency['quota']; readonly proposals: readonly PersonProposal[] } {
  const counted = proposals.filter(({ person }) => reading.includeHead || !isAgencyHead(person));
  const limitOf = (members: readonly PersonProposal[]): QuotaLimit => {
    const pool = members.filter(({ level }) => level === 'OUTSTANDING' || level === 'GOOD').length;
    return { pool, limit: quotaLimit(pool, reading) };
  };
  const agency = limitOf(counted);
  const groups = new Map<string, QuotaLimit>();
  const afterGroups = new Map<PersonProposal, PersonProposal>();
  if (reading.perGroup) {
    const members = Map.groupBy(counted, ({ person }) => person.group);
    for (const { person } of proposals) {
      // A group of the agency's head alone has nobody the quota counts.
      if (!groups.has(person.group)) groups.set(person.group, limitOf(members.get(person.group) ?? []));
    }
    for (const [group, limit] of groups) {
      for (const [before, after] of cut('quotaGroup', rules, limit, members.get(group) ?? [])) {
        afterGroups.set(before, after);
      }
    }
  }
  const stayed = counted.map((each) => afterGroups.get(each) ?? each);
  const afterAgency = cut('quotaAgency', rules, agency, stayed);
  const decided = proposals.map((each) => {
    const after = afterGroups.get(each) ?? each;
    return afterAgency.get(after) ?? after;
  });
  return { quota: { ...agency, groups }, proposals: decided };
}

/** The OUTSTANDING of one pool before and after its limit: those below the cut become GOOD, ties are left to the authority. */
function cut(
  step: 'quotaGroup' | 'quotaAgency',
  rules: YearRules['rules'],
  { pool, limit }: QuotaLimit,
  members: readonly PersonProposal[],
): ReadonlyMap<PersonProposal, PersonProposal> {
  const candidates = members.filter(({ level }) => level === 'OUTSTANDING');
  const judged = cutPool(candidates, limit, figuresOf).map((standing): readonly [PersonProposal, PersonProposal] => {
    const { member, verdict, rank, decidedBy } = standing;
    const { level, flag } = AFTER[verdict];
    const line: TraceLine = {
      step,
      ...cite(verdict === 'TIED' ? rules.tie : rules[step]),
      before: member.level,
      after: level,
      figures: { pool, limit, outstanding: candidates.length, place: rank, decidedBy },
    };
    const flags = flag === null ? member.flags : [...member.flags, flag];
    return [member, { ...member, level, flags, trace: [...member.trace, line] }];
  });
  return new Map(judged);
}

const AFTER = {
  STAYS: { level: 'OUTSTANDING', flag: null },
  TIED: { level: 'AUTHORITY_DECIDES', flag: 'TIE' },
  BELOW: { level: 'GOOD', flag: 'QUOTA' },
} as const;

function figuresOf({ mean, person }: PersonProposal): RankingFigures {
  const { resultPoints, quality, delays } = person;
  // Whoever is OUTSTANDING has a mean: the level came from it.
  return { total: mean ?? ZERO, resultPoints, quality, delays };
}
