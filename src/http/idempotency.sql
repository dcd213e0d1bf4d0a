-- Answers to Idempotency-Key, kept for a day.

-- name: idempotency_get
SELECT digest, status, body, headers FROM idempotency
 WHERE org = $1 AND actor = $2 AND key = $3;

-- name: idempotency_add
-- Nothing changed: another node has answered meanwhile.
INSERT INTO idempotency (org, actor, key, digest, at_ms, status, body, headers)
VALUES ($1, $2, $3, $4, $5, $6, $7, $8)
ON CONFLICT (org, actor, key) DO NOTHING;

-- name: idempotency_drop
-- any_org: old answers of every organisation go
DELETE FROM idempotency WHERE at_ms < $1;
