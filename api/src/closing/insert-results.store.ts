import type { Transaction } from '@congvu/prisma/database';
import type { SettledMonth } from './settle.ts';

interface Closer {
  readonly userId: string;
  readonly at: Date;
  /** Null for a correction. */
  readonly jobId: string | null;
}

/**
 * Keeps results, each only while its sheet is still at the revision it was worked out from. Who, where, by which rule set and
 * from which tasks is taken from the sheet itself. Answers whose were kept.
 */
export async function insertResults(
  tx: Transaction,
  months: readonly SettledMonth[],
  by: Closer,
): Promise<ReadonlySet<string>> {
  if (months.length === 0) return new Set();
  // Written as PostgreSQL reads arrays: a thousand values a column, one by one through two drivers, cost more than scoring.
  const plain = (value: (month: SettledMonth) => string | number | null) =>
    `{${months.map((month) => value(month) ?? 'NULL').join(',')}}`;
  // Our JSON holds ASCII without control characters, whose quoting in JSON is that of an array's element.
  const json = (value: (month: SettledMonth) => string | null) => plain((month) => quote(value(month)));
  const rows = await tx.$queryRaw<readonly { readonly id: string }[]>`
    insert into congvu.period_result (employee_id, period, revision, unit_id, role, rule_set, rule_set_version, score_state,
      total_numerator, total_denominator, result_numerator, result_denominator, quality_numerator, quality_denominator,
      quantity_numerator, quantity_denominator, progress_numerator, progress_denominator,
      delays, level, display, worked_days, segments, explanation, task_ids, closed_at, closed_by_id, job_id)
    select s.employee_id, s.period, m.revision, s.unit_id, s.role, s.rule_set, s.rule_set_version,
      case when m.total is null then 'INSUFFICIENT_DATA' else 'SCORED' end::congvu.score_state,
      m.total, m.total_of, m.result, m.result_of, m.quality, m.quality_of,
      m.quantity, m.quantity_of, m.progress, m.progress_of,
      m.delays, m.level::congvu.level, m.display, m.worked_days, m.segments::jsonb, m.explanation::jsonb,
      case when m.explanation is null then '{}' else s.task_ids end, ${by.at}, ${by.userId}::uuid, ${by.jobId}::uuid
    from unnest(${plain((m) => m.sheetId)}::text::uuid[], ${plain((m) => m.sheetRevision)}::text::integer[],
      ${plain((m) => m.revision)}::text::integer[],
      ${plain((m) => m.total?.[0] ?? null)}::text::numeric[], ${plain((m) => m.total?.[1] ?? null)}::text::numeric[],
      ${plain((m) => m.result?.[0] ?? null)}::text::numeric[], ${plain((m) => m.result?.[1] ?? null)}::text::numeric[],
      ${plain((m) => m.quality?.[0] ?? null)}::text::numeric[], ${plain((m) => m.quality?.[1] ?? null)}::text::numeric[],
      ${plain((m) => m.quantity?.[0] ?? null)}::text::numeric[], ${plain((m) => m.quantity?.[1] ?? null)}::text::numeric[],
      ${plain((m) => m.progress?.[0] ?? null)}::text::numeric[], ${plain((m) => m.progress?.[1] ?? null)}::text::numeric[],
      ${plain((m) => m.delays)}::text::integer[], ${plain((m) => m.level)}::text::text[], ${plain((m) => m.display)}::text::text[],
      ${plain((m) => m.workedDays)}::text::smallint[], ${json((m) => m.segments)}::text::text[],
      ${json((m) => m.explanation)}::text::text[])
      as m (sheet_id, sheet_revision, revision, total, total_of, result, result_of, quality, quality_of, quantity, quantity_of, progress, progress_of,
        delays, level, display, worked_days, segments, explanation)
    join congvu.period_sheet s on s.id = m.sheet_id and s.revision = m.sheet_revision and not s.provisional
    on conflict (employee_id, period, revision) do nothing
    returning employee_id as id`;
  return new Set(rows.map(({ id }) => id));
}

function quote(text: string | null): string | null {
  return text === null ? null : JSON.stringify(text);
}
