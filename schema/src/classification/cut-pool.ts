import { decidingKeyOf, type RankingFigures, type RankingKey, rankPeriod } from '../ranking/rank-rows.ts';

/** Where one OUTSTANDING of a pool stands to its limit. */
export interface Standing<Member> {
  readonly member: Member;
  /** STAYS within the limit; TIED: equal on every key to people on the other side of the cut; BELOW it. */
  readonly verdict: 'STAYS' | 'TIED' | 'BELOW';
  /** 1, 2, 2, 4: equal on every key is equal in rank. */
  readonly rank: number;
  /** The key that put a BELOW under the last one within the limit; null for the others and where the limit is 0. */
  readonly decidedBy: RankingKey | null;
}

/**
 * The members in the order of their rank, cut at the limit. Where members equal on every key lie on both sides of the cut, none
 * of them is preferred. A limit of 0 ties nobody. Source: domain.md 3.10; contract.md, classify, step 6.
 */
export function cutPool<Member>(
  members: readonly Member[],
  limit: number,
  figuresOf: (member: Member) => RankingFigures,
): readonly Standing<Member>[] {
  const ranked = rankPeriod(members.map((member) => ({ ...figuresOf(member), member })));
  const last = ranked[limit - 1];
  const tiedRank = last !== undefined && ranked[limit]?.rank === last.rank ? last.rank : null;
  return ranked.map(({ row, rank }, position) => {
    const verdict = rank === tiedRank ? 'TIED' : position < limit ? 'STAYS' : 'BELOW';
    const decidedBy = verdict === 'BELOW' && last !== undefined ? decidingKeyOf(last.row, row) : null;
    return { member: row.member, verdict, rank, decidedBy };
  });
}
