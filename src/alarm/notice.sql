-- Notices.

-- name: notice_org
-- any_org: the organisation itself
SELECT name FROM org WHERE id = $1;

-- name: notice_template_for
-- The template that fits best: class before all classes, its channel before
-- any.  $4 is a kind of notice or "police", which "any" does not cover.
SELECT subject, content FROM notice_template
 WHERE org = $1 AND event = $2 AND language = $5 AND retired_ms IS NULL
   AND (class = $3 OR class IS NULL)
   AND (channel = $4 OR (channel = 'any' AND $4 <> 'police'))
 ORDER BY CASE WHEN class IS NULL THEN 1 ELSE 0 END,
          CASE WHEN channel = 'any' THEN 1 ELSE 0 END, id DESC
 LIMIT 1;

-- name: notice_channel_of
-- The first channel of a kind that is in use.
SELECT id FROM notice_channel
 WHERE org = $1 AND kind = $2 AND running = 1 AND retired_ms IS NULL
 ORDER BY id LIMIT 1;

-- name: notice_due_put
INSERT INTO notice_due (notice, org, due_ms) VALUES ($1, $2, $3)
ON CONFLICT (notice) DO UPDATE SET due_ms = $3 WHERE notice_due.org = $2;

-- name: notice_due_drop
DELETE FROM notice_due WHERE notice = $1 AND org = $2;

-- name: notice_due_next
-- any_org: the worker sends for every organisation
SELECT due_ms FROM notice_due ORDER BY due_ms LIMIT 1;

-- name: notice_due_list
-- The worker's question; notice_due_due_ix must answer it.
-- any_org: the worker sends for every organisation
-- for: sqlite
SELECT notice, org FROM notice_due WHERE due_ms <= $1 ORDER BY due_ms LIMIT $2;
-- for: pg
SELECT notice, org FROM notice_due WHERE due_ms <= $1 ORDER BY due_ms LIMIT $2 FOR UPDATE SKIP LOCKED;
