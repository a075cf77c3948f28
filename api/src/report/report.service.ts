import { domainError } from '@congvu/schema/errors';
import type { LocalDate } from '@congvu/schema/primitives/local-date';
import {
  isEmptyReport,
  REPORT_FIGURE_KEYS,
  type ReportFigure,
  type ReportFigureKey,
  type ReportFigures,
} from '@congvu/schema/registers';
import { type Locale, type ReportParagraph, reportSentences } from '@congvu/schema/texts';
import type { Context } from '../context.ts';
import { forbidden, requestError } from '../error/request-error.ts';
import { assertVisible, optionalDate } from '../query-arguments.ts';
import { findUnitByCode } from '../unit/unit.store.ts';
import { mayReport } from './report.policy.ts';
import { type CountRow, countRecords, type ReportSpan } from './report.store.ts';

/** A count of one figure and word in one unit below the report's. */
export interface UnitCount {
  readonly unitId: string;
  readonly code: string;
  readonly value: number;
}

export interface Report {
  readonly span: ReportSpan;
  readonly figures: ReportFigures;
  readonly units: ReadonlyMap<ReportFigureKey, readonly UnitCount[]>;
  readonly paragraphs: readonly ReportParagraph[];
  readonly isEmpty: boolean;
}

/**
 * The unit and days of a report. Errors: NOT_FOUND for an unknown unit, FORBIDDEN without REPORT_READ over it, BAD_REQUEST for
 * what is no date and for days in the wrong order.
 */
export async function readSpan(context: Context, unitCode: string, from: string, to: string): Promise<ReportSpan> {
  const unit = assertVisible(await findUnitByCode(context, unitCode), context);
  if (!mayReport(context.actor, unit)) throw forbidden(context.locale, 'REPORT_READ');
  const [first, last] = [dayOf(from, context), dayOf(to, context)];
  if (last < first) throw requestError(domainError('INCONSISTENT', { reason: 'DATES_REVERSED' }), context.locale);
  return { unit, from: first, to: last };
}

function dayOf(text: string, context: Context): LocalDate {
  const day = optionalDate(text, context);
  if (day === null) throw new Error('A required date was read as absent.');
  return day;
}

/** Counts and says a period. A period in which nothing happened is a report too: it says so. */
export async function makeReport(context: Context, span: ReportSpan, locale: Locale = context.locale): Promise<Report> {
  const counts = await countRecords(context, span);
  const byFigure = Map.groupBy(counts, (row) => row.figure);
  const figures = REPORT_FIGURE_KEYS.map((key) => toFigure(key, byFigure.get(key) ?? []));
  const names = { unit: span.unit.name, from: span.from, to: span.to };
  return {
    span,
    figures,
    units: new Map(REPORT_FIGURE_KEYS.map((key) => [key, toUnitCounts(byFigure.get(key) ?? [])])),
    paragraphs: reportSentences(figures, names, locale),
    isEmpty: isEmptyReport(figures),
  };
}

function toFigure(key: ReportFigureKey, rows: readonly CountRow[]): ReportFigure {
  const breakdown = [...Map.groupBy(rows, (row) => row.code)].map(([code, same]) => ({ code, value: sum(same) }));
  return { key, value: sum(rows), breakdown };
}

function toUnitCounts(rows: readonly CountRow[]): readonly UnitCount[] {
  return rows.flatMap(({ unitId, code, value }) => (unitId === null ? [] : [{ unitId, code, value }]));
}

function sum(rows: readonly CountRow[]): number {
  return rows.reduce((total, { value }) => total + value, 0);
}
