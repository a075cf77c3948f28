import { LEVELS, type Level, RANKING_KEYS, type Ranked, type RankingKey, rankPeriod } from '@congvu/schema/evaluation';
import { toSearchKey } from '@congvu/schema/person-name';
import { type LocalDate, toVietnameseDate } from '@congvu/schema/primitives/local-date';
import { type Rational, toText } from '@congvu/schema/primitives/rational';
import type { Locale } from '@congvu/schema/texts';
import type { BlockRow } from '../discipline/block.store.ts';
import { exact, exactDecimal } from '../scalar/exact.ts';
import type { CandidateRow } from './ranking.store.ts';

export const BLOCK_KINDS = ['ACTIVE_DISCIPLINE', 'PENDING_PROCEDURE', 'NOT_COMPLETED'] as const;
type BlockKind = (typeof BLOCK_KINDS)[number];

/** Why somebody may not be chosen. It never lowers his place. */
export interface Block {
  readonly kind: BlockKind;
  readonly until: LocalDate | null;
}

/** A candidate whose figures are all there. */
export interface RankedRow {
  readonly candidate: CandidateRow;
  readonly rank: number;
  readonly decidingKey: RankingKey | null;
  readonly total: Rational;
  readonly resultPoints: Rational;
  readonly quality: Rational;
  readonly general: Rational;
  readonly delays: number;
  readonly level: Level;
  readonly display: string;
  readonly blocks: readonly Block[];
}

export interface RankingFilter {
  readonly search?: string | null | undefined;
  readonly level?: readonly Level[] | null | undefined;
  readonly blocked?: boolean | null | undefined;
}

type Figures = Omit<RankedRow, 'rank' | 'decidingKey'>;

/** Those with a score, in order, and those without, by name. Ranks are of the whole group; a filter only hides rows. */
export function rankCandidates(
  candidates: readonly CandidateRow[],
  disciplines: readonly BlockRow[],
): {
  readonly rows: readonly RankedRow[];
  readonly withoutData: readonly CandidateRow[];
} {
  const byPerson = Map.groupBy(disciplines, (block) => block.employeeId);
  const figures = candidates.map((candidate) => toFigures(candidate, byPerson.get(candidate.id) ?? []));
  const scored = figures.filter((each) => each !== null);
  const rows = rankPeriod(scored).map(({ row, rank, decidingKey }: Ranked<Figures>) => ({ ...row, rank, decidingKey }));
  return { rows, withoutData: candidates.filter((_candidate, index) => figures[index] === null) };
}

/** Whether all who have a score have it by the same rule set: points of two decrees are not compared. */
export function areComparable(rows: readonly RankedRow[]): boolean {
  return new Set(rows.map(({ candidate }) => candidate.scoredBy)).size <= 1;
}

function toFigures(candidate: CandidateRow, disciplines: readonly BlockRow[]): Figures | null {
  const { totalNumerator, totalDenominator, resultNumerator, resultDenominator, level, display, general } = candidate;
  const { qualityNumerator, qualityDenominator } = candidate;
  if (totalNumerator === null || totalDenominator === null || level === null || display === null) return null;
  if (resultNumerator === null || resultDenominator === null || general === null) return null;
  if (qualityNumerator === null || qualityDenominator === null) return null;
  return {
    candidate,
    total: exact(totalNumerator, totalDenominator),
    resultPoints: exact(resultNumerator, resultDenominator),
    quality: exact(qualityNumerator, qualityDenominator),
    general: exactDecimal(general),
    delays: candidate.delays ?? 0,
    level,
    display,
    blocks: blocksOf(candidate, disciplines),
  };
}

/**
 * Who is disciplined, by the longer of the decision’s effect and its window without promotion; who is under a procedure; who did not
 * complete. A delayed rise of salary is no reason against choosing. Source: domain.md 7.4, 9(4).
 */
function blocksOf(candidate: CandidateRow, disciplines: readonly BlockRow[]): readonly Block[] {
  const blocks: Block[] = [];
  const active = disciplines.filter(({ kind }) => kind === 'ACTIVE_DISCIPLINE');
  const [latest] = active.toSorted((left, right) => (endOf(left) < endOf(right) ? 1 : -1));
  if (latest !== undefined) blocks.push({ kind: 'ACTIVE_DISCIPLINE', until: latest.until });
  if (disciplines.some(({ kind }) => kind === 'PENDING_PROCEDURE'))
    blocks.push({ kind: 'PENDING_PROCEDURE', until: null });
  if (candidate.level === 'NOT_COMPLETED') blocks.push({ kind: 'NOT_COMPLETED', until: null });
  return blocks;
}

/** For ever is later than any day. */
function endOf({ until }: BlockRow): string {
  return until ?? '9999-12-31';
}

export function filterRows(rows: readonly RankedRow[], filter: RankingFilter): readonly RankedRow[] {
  const search = filter.search ? toSearchKey(filter.search) : null;
  return rows.filter(
    (row) =>
      (search === null || toSearchKey(row.candidate.name).includes(search)) &&
      (!filter.level || filter.level.includes(row.level)) &&
      (typeof filter.blocked !== 'boolean' || row.blocks.length > 0 === filter.blocked),
  );
}

/** How many of each level, best first, those with none included. */
export function countLevels(rows: readonly RankedRow[]): readonly { readonly level: Level; readonly count: number }[] {
  return LEVELS.map((level) => ({ level, count: rows.filter((row) => row.level === level).length }));
}

export function blockText(block: Block, locale: Locale): string {
  const until = block.until === null ? null : toVietnameseDate(block.until);
  switch (block.kind) {
    case 'ACTIVE_DISCIPLINE':
      if (until === null) return locale === 'vi' ? 'đang trong thời hạn kỷ luật' : 'discipline in effect';
      return locale === 'vi' ? `đang trong thời hạn kỷ luật đến ${until}` : `discipline in effect until ${until}`;
    case 'PENDING_PROCEDURE':
      return locale === 'vi' ? 'đang trong quá trình xem xét, xử lý' : 'under a pending procedure';
    case 'NOT_COMPLETED':
      return locale === 'vi' ? 'không hoàn thành nhiệm vụ trong kỳ' : 'did not complete the tasks of the period';
  }
}

const KEY_TEXTS: Readonly<Record<Locale, Readonly<Record<RankingKey, string>>>> = {
  vi: { TOTAL: 'Tổng điểm', RESULT_POINTS: 'Điểm kết quả', QUALITY: 'Chất lượng', DELAYS: 'Số lần chậm' },
  en: { TOTAL: 'Total', RESULT_POINTS: 'Result points', QUALITY: 'Quality', DELAYS: 'Delays' },
};

/** Each key that was looked at for this place, with its exact figure: all up to the one that decided. */
export function reasonsOf(row: RankedRow, locale: Locale): string[] {
  const last = row.decidingKey === null ? RANKING_KEYS.length - 1 : RANKING_KEYS.indexOf(row.decidingKey);
  const figures: Readonly<Record<RankingKey, string>> = {
    TOTAL: row.display,
    RESULT_POINTS: toText(row.resultPoints),
    QUALITY: toText(row.quality),
    DELAYS: String(row.delays),
  };
  // The first place is decided by no comparison; its total says why.
  const looked =
    row.rank === 1 && row.decidingKey === null ? RANKING_KEYS.slice(0, 1) : RANKING_KEYS.slice(0, last + 1);
  return looked.map(
    (key) => `${KEY_TEXTS[locale][key]}: ${locale === 'vi' ? figures[key].replace('.', ',') : figures[key]}`,
  );
}
