-- A summary keeps the chain's place its question was answered at, and the blocks it shows that rest on records the freezer could not
-- read: what changes between the answer and the freezing, and a block that ends unseen, is shown on it too.
SET search_path TO congvu, public;

-- The chain's last place in the instant all of a summary's inputs were read in; null for summaries frozen before this was kept.
ALTER TABLE "summary" ADD COLUMN "seen_sequence" BIGINT;

-- By which file a record of a register came.
CREATE INDEX import_row_of_record ON import_row (row_id)
  WHERE entity IN ('commendation', 'discipline_decision', 'planning_entry');

-- What decisions keep a person from on a day, as discipline_blocks() says it, whoever asks: for superseded_inputs() alone.
CREATE FUNCTION decision_blocks(p_employee uuid, p_on date) RETURNS TABLE (kind text, until date)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = congvu, public, pg_temp AS $$
  SELECT 'ACTIVE_DISCIPLINE', nullif(greatest(d.effective_to, coalesce(e.last, d.effective_to)), 'infinity')
  FROM discipline_decision d
  LEFT JOIN LATERAL (
    SELECT max(coalesce(e.to_on, 'infinity')) AS last FROM discipline_effect e
    WHERE e.decision_id = d.id AND e.kind = 'NO_PROMOTION' AND e.from_on <= p_on AND coalesce(e.to_on, 'infinity') >= p_on
  ) e ON true
  WHERE d.employee_id = p_employee AND d.annulled_on IS NULL
    AND (p_on BETWEEN d.effective_from AND d.effective_to OR e.last IS NOT NULL)
  UNION ALL
  SELECT e.kind::text, e.to_on FROM discipline_decision d JOIN discipline_effect e ON e.decision_id = d.id
  WHERE d.employee_id = p_employee AND d.annulled_on IS NULL AND e.kind <> 'NO_PROMOTION'
    AND e.from_on <= p_on AND coalesce(e.to_on, 'infinity') >= p_on
$$;
REVOKE ALL ON FUNCTION decision_blocks(uuid, date) FROM PUBLIC;

-- As before (20261123002010), and three things:
--   what came since is told from the chain's place the summary saw (seen_sequence), not from the place of its own entry;
--   a row of a file, which has no entry of its own, came by the step that took it in: the first of its job after the row was stored;
--   PendingProcedure and ActiveDiscipline are blocks of a person (their id) whose record the freezer could not read: a sealed act, a
--   decision of another unit or of the Party. `says` is what the freezer was told of them. They are told by kind, person and instant to
--   who is told of such blocks, to other readers of the paper as Withheld, and not to the person.
CREATE OR REPLACE FUNCTION superseded_inputs(p_summaries uuid[])
RETURNS TABLE (summary_id uuid, entity text, input_id uuid, employee_id uuid, was_revision int, was text, is_revision int, "is" text,
  at timestamptz, arrived boolean)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = congvu, public, pg_temp AS $$
  WITH actor AS MATERIALIZED (
    SELECT actor_employee() AS employee_id, scopes('RANKING_READ') AS ranking, scopes('SCORE_READ') AS scores,
      scopes('CLASSIFICATION_READ') AS levels, scopes('COMMENDATION_READ') AS commendation,
      scopes('DISCIPLINE_READ') AS discipline, scopes('PARTY_READ') AS party, scopes('STAFF_MANAGE') AS staff,
      scopes('INSPECTION_READ') AS inspection, scopes('PRIVACY_MANAGE') AS privacy
  ),
  readable AS MATERIALIZED (
    SELECT s.id, s.kind, s.versions, s.inputs, u.path, coalesce(s.seen_sequence, frozen.sequence) AS sequence,
      coalesce(frozen.at, s.frozen_at) AS at, (s.inputs ->> 'on')::date AS day,
      ARRAY(SELECT m FROM (
        SELECT s.inputs ->> 'period' AS m UNION SELECT jsonb_path_query(s.inputs, '$.rows[*].trend[*].period') #>> '{}') t
        WHERE length(m) = 7) AS months,
      ARRAY(SELECT last.year - back FROM generate_series(0, greatest(least(last.back, 10), 1) - 1) back) AS years
    FROM summary s JOIN unit u ON u.id = s.unit_id
    CROSS JOIN LATERAL (
      SELECT left(coalesce(s.inputs ->> 'year', s.inputs ->> 'period', s.inputs ->> 'judgedOn'), 4)::integer AS year,
        coalesce((s.question #>> '{ranking,years}')::integer, (s.question #>> '{comparison,years}')::integer,
          CASE s.kind WHEN 'SHORTLIST' THEN 3 ELSE 1 END) AS back
    ) last
    LEFT JOIN LATERAL (
      SELECT e.sequence, e.at FROM audit_entry e
      WHERE e.entity = 'Summary' AND e.entity_id = s.id::text AND e.action = 'freezeSummary' ORDER BY e.sequence LIMIT 1
    ) frozen ON true
    WHERE s.id = ANY (p_summaries)
      AND (s.frozen_by_id = actor_user()
           OR u.path <@ scopes('RANKING_READ') AND (NOT s.shows_discipline OR u.path <@ scopes('DISCIPLINE_READ')))
  ),
  input AS MATERIALIZED (
    SELECT r.id AS summary_id, r.path, r.sequence, r.day, v.entity, v.id, v."employeeId" AS employee_id, v.revision, v.says
    FROM readable r CROSS JOIN LATERAL jsonb_to_recordset(r.versions)
      AS v (entity text, id uuid, "employeeId" uuid, revision int, says text)
  ),
  -- What each input says now; an input without a row here is there no more.
  now AS (
    SELECT i.summary_id, i.entity, i.id, p.unit_id, p.revision, false AS party, false AS sealed,
      concat_ws(' ', p.total_numerator::text || '/' || p.total_denominator::text, p.level::text) AS says
    FROM input i JOIN period_sheet p ON p.id = i.id WHERE i.entity = 'PeriodSheet'
    UNION ALL
    SELECT i.summary_id, i.entity, i.id, n.unit_id, n.revision, false, false,
      concat_ws(' ', n.total_numerator::text || '/' || n.total_denominator::text, n.level::text)
    FROM input i JOIN period_result p ON p.id = i.id
    CROSS JOIN LATERAL (SELECT n.* FROM period_result n WHERE n.employee_id = p.employee_id AND n.period = p.period
      ORDER BY n.revision DESC LIMIT 1) n WHERE i.entity = 'PeriodResult'
    UNION ALL
    SELECT i.summary_id, i.entity, i.id, n.unit_id, n.revision, false, n.notified_at IS NULL,
      CASE WHEN n.not_classified THEN 'NOT_CLASSIFIED' ELSE coalesce(n.decided_level, n.proposed_level)::text END
    FROM input i JOIN classification p ON p.id = i.id
    JOIN classification n ON n.employee_id = p.employee_id AND n.year = p.year AND n.current WHERE i.entity = 'Classification'
    UNION ALL
    SELECT i.summary_id, i.entity, i.id, n.unit_id, n.revision, false, false, coalesce(n.decided_level, n.proposed_level)::text
    FROM input i JOIN unit_result p ON p.id = i.id
    JOIN unit_result n ON n.unit_id = p.unit_id AND n.year = p.year AND n.current WHERE i.entity = 'UnitResult'
    UNION ALL
    SELECT i.summary_id, i.entity, i.id, p.unit_id, p.revision, false, false, CASE WHEN p.revoked_on IS NULL THEN p.title ELSE 'REVOKED' END
    FROM input i JOIN commendation p ON p.id = i.id WHERE i.entity = 'Commendation'
    UNION ALL
    SELECT i.summary_id, i.entity, i.id, p.unit_id, p.revision, p.party, false, CASE WHEN p.annulled_on IS NULL THEN p.form::text ELSE 'ANNULLED' END
    FROM input i JOIN discipline_decision p ON p.id = i.id WHERE i.entity = 'DisciplineDecision'
    UNION ALL
    SELECT i.summary_id, i.entity, i.id, p.unit_id, p.revision, false, p.sealed, p.state::text
    FROM input i JOIN violation p ON p.id = i.id WHERE i.entity = 'Violation'
    UNION ALL
    SELECT i.summary_id, i.entity, i.id, p.unit_id, p.revision, false, false,
      CASE WHEN p.positive THEN 'POSITIVE' WHEN p.remedied_on IS NULL THEN 'OPEN' ELSE 'REMEDIED' END
    FROM input i JOIN finding p ON p.id = i.id WHERE i.entity = 'Finding'
    UNION ALL
    SELECT i.summary_id, i.entity, i.id, a.unit_id, p.revision, false, false, concat_ws(' ', p.from_on::text, coalesce(p.ended_on, p.to_on)::text)
    FROM input i JOIN planning_entry p ON p.id = i.id
    CROSS JOIN LATERAL (SELECT a.unit_id FROM assignment a WHERE a.employee_id = p.employee_id ORDER BY a.valid_from DESC LIMIT 1) a
    WHERE i.entity = 'PlanningEntry'
    UNION ALL
    SELECT i.summary_id, i.entity, i.id, NULL::uuid, 0, false, false, i.says
    FROM input i WHERE i.entity = 'PendingProcedure'
      AND EXISTS (SELECT 1 FROM violation v WHERE v.employee_id = i.id AND v.state = 'OPEN')
    UNION ALL
    SELECT i.summary_id, i.entity, i.id, NULL::uuid, 0, false, false, i.says
    FROM input i WHERE i.entity = 'ActiveDiscipline' AND string_to_array(i.says, ', ') <@ ARRAY(
      SELECT concat_ws(' ', b.kind, b.until) FROM decision_blocks(i.id, i.day) b)
  ),
  changed AS (
    SELECT i.summary_id, i.entity, i.id, i.employee_id, n.unit_id, coalesce(w.path, i.path) AS path, coalesce(n.party, false) AS party,
      coalesce(n.sealed, false) AS sealed, i.revision AS was_revision, i.says AS was, n.revision AS is_revision, nullif(n.says, '') AS "is",
      CASE WHEN i.entity IN ('PendingProcedure', 'ActiveDiscipline') THEN (
        SELECT max(e.at) FROM violation v LEFT JOIN discipline_act a ON a.violation_id = v.id
        JOIN audit_entry e ON (e.entity, e.entity_id) IN (('Violation', v.id::text), ('DisciplineDecision', a.decision_id::text))
        WHERE v.employee_id = i.id AND v.state <> 'OPEN' AND e.sequence > i.sequence)
      ELSE (SELECT max(e.at) FROM audit_entry e WHERE e.entity = i.entity AND e.entity_id = i.id::text) END AS at, false AS arrived
    FROM input i
    LEFT JOIN now n ON n.summary_id = i.summary_id AND n.entity = i.entity AND n.id = i.id
    LEFT JOIN unit w ON w.id = n.unit_id
    WHERE i.says IS DISTINCT FROM nullif(n.says, '')
  ),
  named AS MATERIALIZED (
    SELECT DISTINCT r.id AS summary_id, e.id AS employee_id
    FROM readable r
    CROSS JOIN LATERAL (
      SELECT jsonb_path_query(r.inputs, '$.rows[*].code') #>> '{}' AS code
      UNION SELECT jsonb_path_query(r.inputs, '$.apart[*].code') #>> '{}'
      UNION SELECT jsonb_path_query(r.inputs, '$.candidates[*].code') #>> '{}') c
    JOIN employee e ON e.code = c.code
    WHERE r.kind <> 'UNITS'
  ),
  -- Whose figures it rests on: those it names; of units compared everybody who has or had a post there.
  counted AS MATERIALIZED (
    SELECT n.summary_id, n.employee_id FROM named n
    UNION
    SELECT r.id, a.employee_id FROM readable r JOIN unit u ON u.path <@ r.path JOIN assignment a ON a.unit_id = u.id WHERE r.kind = 'UNITS'
  ),
  figure AS (
    SELECT c.summary_id, 'PeriodSheet' AS entity, p.id, p.employee_id, p.unit_id, p.revision, false AS sealed,
      concat_ws(' ', p.total_numerator::text || '/' || p.total_denominator::text, p.level::text) AS says
    FROM counted c JOIN readable r ON r.id = c.summary_id
    JOIN period_sheet p ON p.employee_id = c.employee_id AND p.period = ANY (r.months)
    WHERE NOT EXISTS (SELECT 1 FROM input i WHERE i.summary_id = c.summary_id AND i.entity = 'PeriodSheet' AND i.id = p.id)
    UNION ALL
    SELECT c.summary_id, 'PeriodResult', p.id, p.employee_id, p.unit_id, p.revision, false,
      concat_ws(' ', p.total_numerator::text || '/' || p.total_denominator::text, p.level::text)
    FROM counted c JOIN readable r ON r.id = c.summary_id
    JOIN period_result p ON p.employee_id = c.employee_id AND p.period = ANY (r.months)
    WHERE NOT EXISTS (
        SELECT 1 FROM period_result n WHERE n.employee_id = p.employee_id AND n.period = p.period AND n.revision > p.revision)
      AND NOT EXISTS (
        SELECT 1 FROM input i JOIN period_result o ON o.id = i.id
        WHERE i.summary_id = c.summary_id AND i.entity = 'PeriodResult' AND o.employee_id = p.employee_id AND o.period = p.period)
    UNION ALL
    SELECT c.summary_id, 'Classification', p.id, p.employee_id, p.unit_id, p.revision, p.notified_at IS NULL,
      CASE WHEN p.not_classified THEN 'NOT_CLASSIFIED' ELSE coalesce(p.decided_level, p.proposed_level)::text END
    FROM counted c JOIN readable r ON r.id = c.summary_id
    JOIN classification p ON p.employee_id = c.employee_id AND p.year = ANY (r.years) AND p.current
    WHERE NOT EXISTS (
      SELECT 1 FROM input i JOIN classification o ON o.id = i.id
      WHERE i.summary_id = c.summary_id AND i.entity = 'Classification' AND o.employee_id = p.employee_id AND o.year = p.year)
    UNION ALL
    SELECT r.id, 'UnitResult', p.id, NULL, p.unit_id, p.revision, false, coalesce(p.decided_level, p.proposed_level)::text
    FROM readable r JOIN unit u ON u.path <@ r.path JOIN unit_result p ON p.unit_id = u.id AND p.year = ANY (r.years) AND p.current
    WHERE r.kind = 'UNITS' AND NOT EXISTS (
      SELECT 1 FROM input i JOIN unit_result o ON o.id = i.id
      WHERE i.summary_id = r.id AND i.entity = 'UnitResult' AND o.unit_id = p.unit_id AND o.year = p.year)
  ),
  -- A record of a register that is in force, and when it was entered; a finding counts from the day the unit was told.
  record AS (
    SELECT n.summary_id, 'Commendation' AS entity, p.id, p.employee_id, p.unit_id, p.revision, false AS party, false AS sealed,
      p.title AS says, p.recorded_at, NULL::text AS counts_by
    FROM named n JOIN readable r ON r.id = n.summary_id JOIN commendation p ON p.employee_id = n.employee_id
    WHERE p.revoked_on IS NULL AND coalesce(p.year, extract(year FROM p.decided_on)::integer) = ANY (r.years)
    UNION ALL
    SELECT n.summary_id, 'DisciplineDecision', p.id, p.employee_id, p.unit_id, p.revision, p.party, false, p.form::text, p.recorded_at, NULL
    FROM named n JOIN discipline_decision p ON p.employee_id = n.employee_id WHERE p.annulled_on IS NULL
    UNION ALL
    SELECT n.summary_id, 'Violation', p.id, p.employee_id, p.unit_id, p.revision, false, p.sealed, p.state::text, p.recorded_at, NULL
    FROM named n JOIN violation p ON p.employee_id = n.employee_id WHERE p.state = 'OPEN'
    UNION ALL
    SELECT n.summary_id, 'Finding', p.id, p.employee_id, p.unit_id, p.revision, false, false,
      CASE WHEN p.positive THEN 'POSITIVE' WHEN p.remedied_on IS NULL THEN 'OPEN' ELSE 'REMEDIED' END, p.recorded_at, 'issueFindings'
    FROM named n JOIN finding p ON p.employee_id = n.employee_id WHERE p.issued_on IS NOT NULL
    UNION ALL
    SELECT n.summary_id, 'DataRestriction', p.id, p.employee_id, w.unit_id, 1, false, false, p.scope::text, p.recorded_at, NULL
    FROM named n JOIN data_restriction p ON p.employee_id = n.employee_id
    LEFT JOIN LATERAL (SELECT a.unit_id FROM assignment a WHERE a.employee_id = p.employee_id ORDER BY a.valid_from DESC LIMIT 1) w ON true
    WHERE p.lifted_on IS NULL
    UNION ALL
    SELECT n.summary_id, 'PlanningEntry', p.id, p.employee_id, w.unit_id, p.revision, false, false,
      concat_ws(' ', p.from_on::text, coalesce(p.ended_on, p.to_on)::text), p.recorded_at, NULL
    FROM named n JOIN readable r ON r.id = n.summary_id AND r.kind = 'SHORTLIST'
    JOIN planning_entry p ON p.employee_id = n.employee_id
    LEFT JOIN LATERAL (SELECT a.unit_id FROM assignment a WHERE a.employee_id = p.employee_id ORDER BY a.valid_from DESC LIMIT 1) w ON true
  ),
  arrival AS (
    SELECT f.summary_id, f.entity, f.id, f.employee_id, f.unit_id, w.path, false AS party, f.sealed, NULL::int AS was_revision,
      NULL::text AS was, f.revision AS is_revision, nullif(f.says, '') AS "is",
      (SELECT max(e.at) FROM audit_entry e WHERE e.entity = f.entity AND e.entity_id = f.id::text) AS at, true AS arrived
    FROM figure f JOIN readable r ON r.id = f.summary_id JOIN unit w ON w.id = f.unit_id AND w.path <@ r.path
    WHERE f.says <> ''
    UNION ALL
    SELECT d.summary_id, d.entity, d.id, d.employee_id, d.unit_id, w.path, d.party, d.sealed, NULL, NULL, d.revision, d.says,
      coalesce(own.at, file.at, d.recorded_at), true
    FROM record d JOIN readable r ON r.id = d.summary_id JOIN unit w ON w.id = d.unit_id
    LEFT JOIN LATERAL (
      SELECT min(e.sequence) AS sequence, min(e.at) AS at FROM audit_entry e
      WHERE e.entity = d.entity AND e.entity_id = d.id::text AND (d.counts_by IS NULL OR e.action = d.counts_by)
    ) own ON true
    LEFT JOIN LATERAL (
      SELECT e.sequence, e.at FROM import_row i
      JOIN audit_entry e ON e.entity = 'Job' AND e.entity_id = i.job_id::text AND e.action = 'importRecords' AND e.at >= d.recorded_at
      WHERE i.entity IN ('commendation', 'discipline_decision', 'planning_entry') AND i.row_id = d.id::text AND i.action = 'CREATED'
      ORDER BY e.sequence LIMIT 1
    ) file ON true
    CROSS JOIN LATERAL (SELECT least(own.sequence, file.sequence) AS sequence) came
    WHERE CASE WHEN came.sequence IS NOT NULL AND r.sequence IS NOT NULL THEN came.sequence > r.sequence ELSE d.recorded_at > r.at END
      AND NOT EXISTS (SELECT 1 FROM input i WHERE i.summary_id = d.summary_id AND i.entity = d.entity AND i.id = d.id)
  ),
  told AS (
    SELECT x.*, m.own,
      CASE x.entity
        WHEN 'Commendation' THEN m.own OR x.path <@ a.commendation
        WHEN 'DisciplineDecision' THEN m.own OR (x.path <@ a.discipline AND (NOT x.party OR x.path <@ a.party))
        WHEN 'Violation' THEN CASE WHEN m.own THEN NOT x.sealed ELSE (x.path <@ a.discipline AND NOT x.sealed) OR x.path <@ a.staff END
        WHEN 'Finding' THEN m.own OR x.path <@ a.inspection
        WHEN 'DataRestriction' THEN m.own OR EXISTS (
          SELECT 1 FROM assignment s JOIN unit u ON u.id = s.unit_id WHERE s.employee_id = x.employee_id AND u.path <@ a.privacy)
        -- One's own level is told by its notice.
        WHEN 'Classification' THEN x.path <@ a.ranking AND x.path <@ a.levels AND NOT (m.own AND x.sealed)
        WHEN 'PlanningEntry' THEN x.path <@ a.ranking
        WHEN 'PendingProcedure' THEN false
        WHEN 'ActiveDiscipline' THEN false
        WHEN 'UnitResult' THEN x.path <@ a.ranking AND x.path <@ a.levels
        ELSE x.path <@ a.ranking AND x.path <@ a.scores END AS shown,
      x.entity IN ('DisciplineDecision', 'Violation', 'PendingProcedure', 'ActiveDiscipline') AND NOT m.own AND EXISTS (
        SELECT 1 FROM assignment s JOIN unit u ON u.id = s.unit_id
        WHERE s.employee_id = x.employee_id AND s.valid_from <= today() AND coalesce(s.valid_to, 'infinity') >= today()
          AND u.path <@ a.discipline) AS known
    FROM (SELECT * FROM changed UNION ALL SELECT * FROM arrival) x
    CROSS JOIN actor a
    CROSS JOIN LATERAL (SELECT x.employee_id IS NOT DISTINCT FROM a.employee_id AND x.employee_id IS NOT NULL AS own) m
  )
  -- A block is told as the kind of record it rests on, which is none the freezer could read.
  SELECT t.summary_id,
    CASE WHEN NOT (t.shown OR t.known) THEN 'Withheld'
         WHEN t.entity = 'PendingProcedure' THEN 'Violation'
         WHEN t.entity = 'ActiveDiscipline' THEN 'DisciplineDecision' ELSE t.entity END,
    CASE WHEN t.shown OR t.known THEN t.id END,
    CASE WHEN t.shown OR t.known THEN t.employee_id END, CASE WHEN t.shown THEN t.was_revision END, CASE WHEN t.shown THEN t.was END,
    CASE WHEN t.shown THEN t.is_revision END, CASE WHEN t.shown THEN t."is" END,
    CASE WHEN t.shown OR t.known THEN t.at
         ELSE date_trunc('day', t.at AT TIME ZONE 'Asia/Ho_Chi_Minh') AT TIME ZONE 'Asia/Ho_Chi_Minh' END,
    t.arrived
  FROM told t
  WHERE t.shown OR t.known
    OR t.entity IN ('Commendation', 'DisciplineDecision', 'Violation', 'Finding', 'DataRestriction') AND NOT t.sealed
    -- He read the block on the paper, whoever he is; but for the person, whom a sealed act is kept from.
    OR t.entity IN ('PendingProcedure', 'ActiveDiscipline') AND NOT t.own
$$;

RESET search_path;
