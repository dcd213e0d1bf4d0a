-- Removing a demo company: what is no register.  The registers' own
-- statements are made from the list (demo_remove.c).

-- name: demo_drop_clocks
DELETE FROM clock WHERE org = $1;

-- name: demo_drop_positions
-- scan: once in the life of a demo company
DELETE FROM patrol_position WHERE org = $1;

-- name: demo_drop_notices_due
-- scan: once in the life of a demo company
DELETE FROM notice_due WHERE org = $1;

-- name: demo_drop_secrets
DELETE FROM secret WHERE org = $1;

-- name: demo_drop_paths
DELETE FROM path_state WHERE org = $1;

-- name: demo_key_names
SELECT DISTINCT key_ref FROM panel
 WHERE org = $1 AND key_ref IS NOT NULL AND retired_ms IS NULL;

-- name: demo_drop_sessions
DELETE FROM session WHERE org = $1;

-- name: demo_drop_tokens
DELETE FROM token WHERE org = $1;

-- name: demo_drop_credentials
-- scan: once in the life of a demo company
DELETE FROM credential WHERE org = $1;

-- name: demo_drop_idempotency
DELETE FROM idempotency WHERE org = $1;

-- name: demo_drop_files
-- The bytes stay: another organisation may have the same.
DELETE FROM file WHERE org = $1;

-- name: demo_drop_counters
DELETE FROM counter WHERE org = $1;

-- name: demo_drop_org
-- any_org: the organisation itself
DELETE FROM org WHERE id = $1 AND is_demo = 1;

-- name: demo_drop_alarm_zones
-- scan: once in the life of a demo company
DELETE FROM alarm_zone WHERE org = $1;
