-- Deadlines.

-- name: clock_add
INSERT INTO clock (id, org, reg, row, name, start_ms, due_ms, next_ms, warned, stopped_ms, is_void, source)
VALUES ($1, $2, $3, $4, $5, $6, $7, $8, 0, $9, 0, $10);

-- name: clock_of
-- The newest clock of a name on a row.
SELECT id, row, start_ms, due_ms, stopped_ms, warned, reg, name, source, is_void
  FROM clock WHERE org = $1 AND row = $2 AND name = $3 ORDER BY id DESC LIMIT 1;

-- name: clock_of_row
SELECT id, row, start_ms, due_ms, stopped_ms, warned, reg, name, source, is_void
  FROM clock WHERE org = $1 AND row = $2 ORDER BY id LIMIT 50;

-- name: clock_running
-- What runs in an organisation, overdue first; clock_running_ix answers.
SELECT id, row, start_ms, due_ms, stopped_ms, warned, reg, name, source, is_void
  FROM clock WHERE org = $1 AND stopped_ms IS NULL AND is_void = 0
 ORDER BY due_ms LIMIT $2;

-- name: clock_set
-- Its new due time, next look, stop and void mark.
UPDATE clock SET due_ms = $3, next_ms = $4, stopped_ms = $5, is_void = $6, source = $7, warned = $8
 WHERE id = $1 AND org = $2;

-- name: clock_due
-- The sweeper's question; clock_next_ix must answer it.
-- any_org: the sweeper works for every organisation
-- for: sqlite
SELECT id, row, start_ms, due_ms, stopped_ms, warned, reg, name, source, is_void, org
  FROM clock WHERE next_ms IS NOT NULL AND next_ms <= $1 ORDER BY next_ms LIMIT $2;
-- for: pg
SELECT id, row, start_ms, due_ms, stopped_ms, warned, reg, name, source, is_void, org
  FROM clock WHERE next_ms IS NOT NULL AND next_ms <= $1 ORDER BY next_ms LIMIT $2 FOR UPDATE SKIP LOCKED;

-- name: clock_next
-- any_org: the sweeper works for every organisation
SELECT next_ms FROM clock WHERE next_ms IS NOT NULL ORDER BY next_ms LIMIT 1;

-- name: clock_warned
UPDATE clock SET warned = $3, next_ms = $4 WHERE id = $1 AND org = $2;
