import type { Level } from '../../evaluation/level.ts';
import { type LocalDate, toVietnameseDate } from '../../primitives/local-date.ts';
import { multiply, parseRational, toDisplay, toText, whole } from '../../primitives/rational.ts';
import { expectOk } from '../../primitives/result.ts';

// The words of this engine are its own: a text put right elsewhere changes no summary that was frozen. Whoever wants other words
// writes the next engine.

export const LEVELS: Readonly<Record<Level, string>> = {
  OUTSTANDING: 'Hoàn thành xuất sắc nhiệm vụ',
  GOOD: 'Hoàn thành tốt nhiệm vụ',
  COMPLETED: 'Hoàn thành nhiệm vụ',
  NOT_COMPLETED: 'Không hoàn thành nhiệm vụ',
};
export const MARKS: Readonly<Record<Level, string>> = {
  OUTSTANDING: 'HTXS',
  GOOD: 'HTT',
  COMPLETED: 'HT',
  NOT_COMPLETED: 'KHT',
};

const BLOCKS: Readonly<Record<string, string>> = {
  ACTIVE_DISCIPLINE: 'đang trong thời hạn kỷ luật',
  PENDING_PROCEDURE: 'đang trong quá trình xem xét, xử lý',
  NOT_COMPLETED: 'không hoàn thành nhiệm vụ',
  NOT_CLASSIFIED: 'không xếp loại',
};
export const KEYS: Readonly<Record<string, string>> = {
  TOTAL: 'tổng điểm',
  LEVEL: 'mức năm',
  YEARS: 'các năm',
  RESULT_POINTS: 'điểm kết quả',
  QUALITY: 'chất lượng',
  AWARDS: 'khen thưởng',
  DELAYS: 'số lần chậm',
};
export const APART: Readonly<Record<string, string>> = {
  NO_SCORE: 'chưa có điểm trong kỳ',
  MOVED_IN_MONTH: 'chuyển đơn vị trong tháng, tháng chưa khóa',
  NOT_CLASSIFIED: 'không xếp loại',
  NOT_DECIDED: 'chưa có quyết định xếp loại',
};
export const POSTS: Readonly<Record<string, string>> = {
  HEAD: 'người đứng đầu',
  DEPUTY: 'cấp phó',
  STAFF: 'chuyên viên',
};
export const LISTED: Readonly<Record<string, string>> = {
  ALL_MET: 'Đủ điều kiện',
  SOMETHING_UNKNOWN: 'Còn điều chưa rõ',
  SOMETHING_MISSING: 'Còn thiếu điều kiện',
};
export const CONDITION: Readonly<Record<string, string>> = { MET: 'đạt', MISSING: 'chưa đạt', UNKNOWN: 'chưa rõ' };
export const CANDIDATE: Readonly<Record<string, string>> = {
  ELIGIBLE: 'Đủ điều kiện',
  MISSING: 'Thiếu điều kiện',
  HELD: 'Tạm dừng xét',
  AWARDED: 'Đã tặng',
};
export const COMPONENTS: Readonly<Record<string, string>> = {
  quantity: 'số lượng',
  quality: 'chất lượng',
  progress: 'tiến độ',
  unitResult: 'kết quả đơn vị',
  organising: 'tổ chức triển khai',
  cohesion: 'tập hợp, đoàn kết',
  general: 'tiêu chí chung',
  result: 'kết quả',
};

/** Components that are a part of the whole, 1 and not a number of points. */
export const SHARES: readonly string[] = ['quantity', 'quality', 'progress'];

export const NONE = '–';

export function level(value: Level | null): string {
  return value === null ? NONE : LEVELS[value];
}

export function mark(value: Level | null): string {
  return value === null ? NONE : MARKS[value];
}

/** "87,67" of an exact figure; a dash where there is none. Rounded for reading alone, by the one rounding. */
export function figure(exact: string | null): string {
  if (exact === null) return NONE;
  return toDisplay(expectOk(parseRational(exact)))
    .replace(/\.?0+$/, '')
    .replace('.', ',');
}

/** "92,5 %" of an exact share; a dash where there is none. */
export function share(exact: string | null): string {
  if (exact === null) return NONE;
  return `${figure(toText(multiply(expectOk(parseRational(exact)), whole(100))))} %`;
}

export function block({ kind, until }: { readonly kind: string; readonly until: LocalDate | null }): string {
  const word = BLOCKS[kind] ?? kind;
  return until === null ? word : `${word} đến ${toVietnameseDate(until)}`;
}

/** "tháng 10/2026", "quý IV/2026", "năm 2026". */
export function period(value: string): string {
  const year = value.slice(0, 4);
  if (value.length === 4) return `năm ${year}`;
  const part = value.slice(5);
  return part.startsWith('Q')
    ? `quý ${['I', 'II', 'III', 'IV'][Number(part.slice(1)) - 1]}/${year}`
    : `tháng ${part}/${year}`;
}

export function word(words: Readonly<Record<string, string>>, key: string): string {
  return words[key] ?? key;
}
