-- Action plans.

-- name: plan_step_same
SELECT id FROM plan_step
 WHERE org = $1 AND plan = $2 AND no = $3 AND retired_ms IS NULL LIMIT 1;

-- name: plan_fitting
-- Issued plans that the case may use; the caller weighs them.
SELECT id, class, priority, site, band FROM plan
 WHERE org = $1 AND state = 'issued' AND retired_ms IS NULL
   AND (class IS NULL OR class = $2)
   AND (priority IS NULL OR priority = $3)
   AND (site IS NULL OR site = $4)
   AND (band = 'any' OR band = $5)
 ORDER BY id DESC LIMIT 1000;

-- name: plan_same
-- Issued plans that a new one ends.
SELECT id FROM plan
 WHERE org = $1 AND state = 'issued' AND id <> $7
   AND ((COALESCE(class, '') = COALESCE(CAST($2 AS TEXT), '')
         AND COALESCE(priority, '') = COALESCE(CAST($3 AS TEXT), '')
         AND COALESCE(site, 0) = COALESCE(CAST($4 AS BIGINT), 0) AND band = $5)
        OR id = $6)
 ORDER BY id LIMIT 100;

-- name: plan_draft_of
SELECT number FROM plan
 WHERE org = $1 AND supersedes = $2 AND state = 'draft' LIMIT 1;

-- name: plan_steps
SELECT id FROM plan_step
 WHERE org = $1 AND plan = $2 AND retired_ms IS NULL ORDER BY no LIMIT 100;

-- name: plan_turn
-- Two nodes that start for the first time take turns; the second one sees
-- what the first has done.
-- for: sqlite
SELECT id FROM org WHERE id = $1;
-- for: pg
SELECT id FROM org WHERE id = $1 FOR NO KEY UPDATE;

-- name: plan_any
SELECT id FROM plan WHERE org = $1 LIMIT 1;

-- name: plan_rows
-- Steps in their order; the newest entry of the alarm says what was done.
SELECT s.id, s.no, s.kind, s.text, s.text_en, COALESCE(s.required, 0),
       s.wait_s, s.next_yes, s.next_no,
       CASE WHEN e.id IS NULL THEN 0 ELSE 1 END, e.answer, e.created_ms,
       u.name, e.text
  FROM plan_step s
  LEFT JOIN alarm_entry e ON e.id = (SELECT MAX(x.id) FROM alarm_entry x
       WHERE x.org = s.org AND x.alarm = $3 AND x.step = s.id)
       AND e.org = s.org
  LEFT JOIN "user" u ON u.id = e.created_by AND u.org = s.org
 WHERE s.org = $1 AND s.plan = $2 AND s.retired_ms IS NULL
 ORDER BY s.no LIMIT 100;

-- name: plan_sent
-- What was sent and told since the alarm was opened and did not come to
-- nothing, in order; a notice of a false alarm has a site and no incident.
SELECT kind, at_ms, name FROM (
SELECT 'dispatch' AS kind, x.id, x.created_ms AS at_ms, u.name
  FROM alarm a
  JOIN dispatch x ON x.org = a.org AND x.incident = a.incident
       AND x.created_ms >= a.opened_ms
       AND x.state NOT IN ('declined', 'no_answer', 'recalled')
  LEFT JOIN "user" u ON u.id = x.created_by AND u.org = a.org
 WHERE a.org = $1 AND a.id = $2
UNION ALL
SELECT 'police', x.id, x.created_ms, u.name
  FROM alarm a
  JOIN police_report x ON x.org = a.org AND x.incident = a.incident
       AND x.created_ms >= a.opened_ms
       AND x.state NOT IN ('failed', 'given_up')
  LEFT JOIN "user" u ON u.id = x.created_by AND u.org = a.org
 WHERE a.org = $1 AND a.id = $2
UNION ALL
SELECT 'notify', x.id, x.created_ms, u.name
  FROM alarm a
  JOIN notice x ON x.org = a.org AND x.incident = a.incident
       AND x.created_ms >= a.opened_ms
       AND x.state NOT IN ('failed', 'cancelled') AND x.dispatch IS NULL
  LEFT JOIN "user" u ON u.id = x.created_by AND u.org = a.org
 WHERE a.org = $1 AND a.id = $2
UNION ALL
SELECT 'notify', x.id, x.created_ms, u.name
  FROM alarm a
  JOIN notice x ON x.org = a.org AND x.site = a.site
       AND x.incident IS NULL AND a.incident IS NULL
       AND x.created_ms >= a.opened_ms
       AND x.state NOT IN ('failed', 'cancelled') AND x.dispatch IS NULL
  LEFT JOIN "user" u ON u.id = x.created_by AND u.org = a.org
 WHERE a.org = $1 AND a.id = $2
) all_of ORDER BY id LIMIT 200;

-- name: plan_holiday
-- What is said of a day, the site's entry before the organisation's.
SELECT kind FROM holiday
 WHERE org = $1 AND (site IS NULL OR site = $2) AND from_on <= $3
   AND to_on >= $3 AND retired_ms IS NULL
 ORDER BY CASE WHEN site IS NULL THEN 1 ELSE 0 END, id DESC LIMIT 1;
