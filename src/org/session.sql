-- Sessions and tokens.

-- name: session_insert
INSERT INTO session (id, org, user_id, digest, csrf, created_ms, seen_ms, ends_ms, address, agent)
VALUES ($1, $2, $3, $4, $5, $6, $6, $7, $8, $9);

-- name: session_load
-- any_org: the secret tells whose it is
SELECT s.id, s.org, s.user_id, s.csrf, s.seen_ms, s.ends_ms, u.name, COALESCE(u.roles, '') AS roles,
	COALESCE(u.customer, 0) AS customer, COALESCE(u.must_change_password, 0) AS must_change, '' AS scopes
FROM session s JOIN "user" u ON u.id = s.user_id AND u.org = s.org
WHERE s.digest = $1 AND u.retired_ms IS NULL AND u.state = 'active';

-- name: session_seen
UPDATE session SET seen_ms = $3 WHERE id = $2 AND org = $1 AND seen_ms < $3;

-- name: session_delete
DELETE FROM session WHERE id = $2 AND org = $1;

-- name: session_delete_user
-- all of a user but one ($3; 0: all)
DELETE FROM session WHERE org = $1 AND user_id = $2 AND id <> $3;

-- name: session_delete_over
-- any_org: sweeping what has ended, of everyone
DELETE FROM session WHERE seen_ms < $1 OR ends_ms <= $2;

-- name: token_insert
INSERT INTO token (id, org, user_id, name, digest, scopes, created_ms, expires_ms)
VALUES ($1, $2, $3, $4, $5, $6, $7, $8);

-- name: token_load
-- any_org: the secret tells whose it is
SELECT t.id, t.org, t.user_id, '' AS csrf, COALESCE(t.used_ms, t.created_ms) AS seen_ms, t.expires_ms AS ends_ms,
	u.name, COALESCE(u.roles, '') AS roles, COALESCE(u.customer, 0) AS customer,
	COALESCE(u.must_change_password, 0) AS must_change, t.scopes
FROM token t JOIN "user" u ON u.id = t.user_id AND u.org = t.org
WHERE t.digest = $1 AND t.revoked_ms IS NULL AND u.retired_ms IS NULL AND u.state = 'active';

-- name: token_used
UPDATE token SET used_ms = $3 WHERE id = $2 AND org = $1;

-- name: token_list
SELECT id, name, scopes, created_ms, expires_ms, COALESCE(used_ms, 0) AS used_ms FROM token
WHERE org = $1 AND user_id = $2 AND revoked_ms IS NULL ORDER BY id DESC LIMIT 100;

-- name: token_revoke
UPDATE token SET revoked_ms = $4 WHERE id = $3 AND org = $1 AND user_id = $2 AND revoked_ms IS NULL;
