-- Statements of the secrets (kind/secret.h).

-- name: secret_put
INSERT INTO secret (org, name, sealed, changed_ms, changed_by)
VALUES ($1, $2, $3, $4, $5)
ON CONFLICT (org, name) DO UPDATE SET sealed = excluded.sealed,
	changed_ms = excluded.changed_ms, changed_by = excluded.changed_by,
	dropped_ms = NULL;

-- name: secret_get
SELECT sealed FROM secret
 WHERE org = $1 AND name = $2 AND dropped_ms IS NULL;

-- name: secret_drop
-- The value is gone; the name stays, so that every node hears of it.
UPDATE secret SET sealed = $3, dropped_ms = $4, changed_ms = $4,
	changed_by = $5
 WHERE org = $1 AND name = $2 AND dropped_ms IS NULL;

-- name: secret_list
SELECT name, changed_ms, changed_by FROM secret
WHERE org = $1 AND dropped_ms IS NULL ORDER BY name LIMIT 5000;
