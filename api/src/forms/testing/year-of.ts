import type pg from 'pg';

/** Rows of one person's decided year, put in past the procedure: what is tested is what the papers say of them. */
export interface YearRows {
  readonly classification: string;
  readonly superseded: string;
  readonly meeting: string;
}

/**
 * A year of a person of a sở: a first decision (COMPLETED, petitioned and upheld) and the one that took its place (GOOD),
 * with minutes, the committee's opinion and a petition.
 */
export async function putInYear(ownerPool: pg.Pool, employeeId: string, agencyCode: string): Promise<YearRows> {
  const one = async (text: string, values: readonly unknown[]): Promise<string> => {
    const { rows } = await ownerPool.query<{ id: string }>(text, [...values]);
    if (rows[0] === undefined) throw new Error('Nothing was put in.');
    return rows[0].id;
  };
  const round = await one(
    `insert into congvu.classification_round (agency_id, year, state, rate_percent, due_on, opened_by_name, opened_at)
     select id, 2026, 'PROPOSED', 20, '2026-12-14', 'Tổ chức', '2026-12-01T01:00:00Z' from congvu.unit where code = $1 returning id`,
    [agencyCode],
  );
  const meeting = await one(
    `insert into congvu.classification_meeting (round_id, unit_id, held_on, kind, chair, secretary, present, absent, content,
       document_number, recorded_by_name, recorded_at)
     select $1, a.unit_id, '2026-12-04', 'ALL_STAFF', 'Trần Chủ Trì', 'Lê Thư Ký', 12, 1,
       E'Từng người tự nhận xét.\\n\\nTập thể góp ý, biểu quyết.', '05/BB-SNV', 'Tổ chức', '2026-12-05T02:00:00Z'
     from congvu.assignment a where a.employee_id = $2 and a.valid_to is null returning id`,
    [round, employeeId],
  );
  const months = `(select jsonb_agg(jsonb_build_object('period', '2026-' || lpad(m::text, 2, '0'),
      'total', case when m = 3 then null else '263/3' end, 'display', case when m = 3 then null else '87.67' end,
      'note', case when m = 3 then 'Nghỉ ốm' end)) from generate_series(1, 12) m)`;
  const decide = (revision: number, level: string, day: string, supersedes: string | null) =>
    one(
      `insert into congvu.classification (round_id, employee_id, agency_id, authority_id, unit_id, year, revision, current, post,
         group_code, subject_type, rule_set, rule_set_version, state, months, worked_months, mean_numerator, mean_denominator,
         mean_display, self_level, self_note, self_rated_at, score_level, proposed_level, proposal, meeting_id, party_body, party_opinion,
         party_opinion_on, decided_level, decision_number, decided_on, decided_by_name, decided_at, reason, handling, notified_at,
         supersedes_id)
       select $1, a.employee_id, agency.id, agency.id, a.unit_id, 2026, $3, $3 = 2, a.post, a.group_code, a.subject_type, a.rule_set,
         1, (case when $3 = 2 then 'NOTIFIED' else 'SUPERSEDED' end)::congvu.classification_state, ${months}, 12, 263, 3,
         '87.67', 'OUTSTANDING', 'Tự thấy xuất sắc', '2026-12-03T01:00:00Z', 'GOOD', 'GOOD', 'LEVEL', $4, 'Chi bộ Sở Nội vụ',
         'Chi bộ nhất trí', '2026-12-06', $5::congvu.level, $6 || '/QĐ-SNV', $7::date, 'Giám đốc Sở', ($7 || 'T09:00:00+07:00')::timestamptz,
         case when $3 = 2 then 'Giải quyết kiến nghị' end, 'Bồi dưỡng, đào tạo', ($7 || 'T10:00:00+07:00')::timestamptz, $8::uuid
       from congvu.assignment a, congvu.unit agency where a.employee_id = $2 and a.valid_to is null and agency.code = $9 returning id`,
      [round, employeeId, revision, meeting, level, String(revision), day, supersedes, agencyCode],
    );
  const superseded = await decide(1, 'COMPLETED', '2026-12-10', null);
  const classification = await decide(2, 'GOOD', '2026-12-20', superseded);
  await ownerPool.query(
    `insert into congvu.petition (classification_id, employee_id, authority_id, filed_at, received_on, due_on, content, state,
       outcome, resolution, document_number, resolved_at, resolved_by_name, replacement_id)
     select c.id, c.employee_id, c.authority_id, '2026-12-15T03:00:00Z', '2026-12-15', '2026-12-24', 'Đề nghị xem lại tháng 3',
       'RESOLVED', 'UPHELD', 'Chấp nhận kiến nghị', '9/TB-SNV', '2026-12-20T02:00:00Z', 'Giám đốc Sở', $2
     from congvu.classification c where c.id = $1`,
    [superseded, classification],
  );
  return { classification, superseded, meeting };
}
