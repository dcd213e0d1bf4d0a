-- Statements of the secrets (kind/secret.h).

-- name: secret_put
INSERT INTO secret (org, name, sealed, changed_ms, changed_by)
VALUES ($1, $2, $3, $4, $5)
ON CONFLICT (org, name) DO UPDATE SET sealed = excluded.sealed,
	changed_ms = excluded.changed_ms, changed_by = excluded.changed_by;

-- name: secret_get
SELECT sealed FROM secret WHERE org = $1 AND name = $2;

-- name: secret_drop
DELETE FROM secret WHERE org = $1 AND name = $2;

-- name: secret_list
SELECT name, changed_ms, changed_by FROM secret
WHERE org = $1 ORDER BY name LIMIT 5000;
