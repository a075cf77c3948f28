import { createHash } from 'node:crypto';
import type { Level } from '@congvu/schema/evaluation';

/** One result as the file says it. Codes and figures; no names: the national database knows the person by the code. */
export interface NationalRow {
  readonly code: string;
  /** Code of the unit the result belongs to. */
  readonly unit: string;
  readonly period: string;
  readonly level: Level | null;
  /** The exact total of the month or mean of the year, "263/3"; null where there is none. */
  readonly total: string | null;
  readonly display: string | null;
  readonly ruleSet: string;
  readonly ruleSetVersion: number;
  /** The day the month was closed or the year decided. */
  readonly resultOn: string;
  readonly revision: number;
  /** Of the year's decision; null for a month, whose level is provisional. */
  readonly decisionNumber: string | null;
  /** Decided that the year has no level. */
  readonly notClassified: boolean;
}

export interface NationalFile {
  readonly content: Uint8Array;
  /** 64 lower-case hex digits. */
  readonly sha256: string;
  readonly rows: number;
}

/**
 * The file of a unit and period: a line of JSON that says what it is, then one a result in the order of the codes.
 *
 * What the National Database takes is not published: the format is an ASSUMPTION of this system, and its first line says
 * so. The same results give the same bytes; the file carries no time of its making.
 */
export function nationalFile(unit: string, period: string, rows: readonly NationalRow[]): NationalFile {
  const sorted = rows.toSorted((left, right) => (left.code < right.code ? -1 : left.code > right.code ? 1 : 0));
  const head = {
    format: 'congvu-national-export',
    formatVersion: 1,
    certainty: 'ASSUMPTION',
    note: 'Định dạng do hệ thống Công vụ giả định; chưa có đặc tả chính thức của Cơ sở dữ liệu quốc gia về cán bộ, công chức, viên chức.',
    source: '335/2025/NĐ-CP art. 26(1)(d)',
    kind: period.length === 4 ? 'YEAR' : 'MONTH',
    unit,
    period,
    rows: sorted.length,
  };
  const lines = [head, ...sorted.map(inOrder)].map((line) => `${JSON.stringify(line)}\n`);
  const content = new TextEncoder().encode(lines.join(''));
  return { content, sha256: createHash('sha256').update(content).digest('hex'), rows: sorted.length };
}

/** The keys always in this order: the checksum is of bytes. */
function inOrder(row: NationalRow): NationalRow {
  const { code, unit, period, level, total, display, notClassified, ruleSet, ruleSetVersion, resultOn, revision } = row;
  const { decisionNumber } = row;
  return {
    code,
    unit,
    period,
    level,
    total,
    display,
    notClassified,
    ruleSet,
    ruleSetVersion,
    resultOn,
    revision,
    decisionNumber,
  };
}

/** "congvu-H99.01-2026-10.jsonl" */
export function nationalFileName(unit: string, period: string): string {
  return `congvu-${unit}-${period}.jsonl`;
}
