-- Signing in: users with what proves them, and failures.

-- name: account_by_login
-- any_org: the login is unique in the installation and tells the organisation
SELECT u.id, u.org, u.login, u.name, COALESCE(u.must_change_password, 0) AS must_change, c.password,
	COALESCE(c.totp_secret, '') AS totp_secret, c.totp_on, c.totp_step,
	COALESCE(u.staff, 0) AS staff
FROM "user" u JOIN credential c ON c.user_id = u.id AND c.org = u.org
WHERE u.login = $1 AND u.retired_ms IS NULL AND u.state = 'active';

-- name: account_by_id
SELECT u.id, u.org, u.login, u.name, COALESCE(u.must_change_password, 0) AS must_change, c.password,
	COALESCE(c.totp_secret, '') AS totp_secret, c.totp_on, c.totp_step,
	COALESCE(u.staff, 0) AS staff
FROM "user" u JOIN credential c ON c.user_id = u.id AND c.org = u.org
WHERE u.org = $1 AND u.id = $2 AND u.retired_ms IS NULL AND u.state = 'active';

-- name: credential_put
-- a new password leaves the second factor as it is
INSERT INTO credential (user_id, org, password, changed_ms) VALUES ($2, $1, $3, $4)
ON CONFLICT (user_id) DO UPDATE SET password = EXCLUDED.password, changed_ms = EXCLUDED.changed_ms
WHERE credential.org = EXCLUDED.org;

-- name: credential_totp
UPDATE credential SET totp_secret = $3, totp_on = $4, totp_step = $5 WHERE org = $1 AND user_id = $2;

-- name: credential_totp_used
-- a code counts once: nothing is changed when another sign-in was faster
UPDATE credential SET totp_step = $3 WHERE org = $1 AND user_id = $2 AND totp_step < $3;

-- name: user_must_change
UPDATE "user" SET must_change_password = $3, version = version + 1, changed_ms = $4, changed_by = $5
WHERE org = $1 AND id = $2;

-- name: user_roles
SELECT COALESCE(roles, '') AS roles, COALESCE(staff, 0) AS staff, login, version FROM "user" WHERE org = $1 AND id = $2;

-- name: user_administrator_other
-- another one who administers; locked, so that two do not retire each other
-- for: sqlite
SELECT id FROM "user" WHERE org = $1 AND id <> $2 AND retired_ms IS NULL AND state = 'active'
	AND ',' || COALESCE(roles, '') || ',' LIKE '%,administrator,%' LIMIT 1;
-- for: pg
SELECT id FROM "user" WHERE org = $1 AND id <> $2 AND retired_ms IS NULL AND state = 'active'
	AND ',' || COALESCE(roles, '') || ',' LIKE '%,administrator,%' LIMIT 1 FOR UPDATE;

-- name: lockout_get
-- any_org: who fails to sign in has no organisation yet
SELECT failed, last_ms, until_ms FROM lockout WHERE subject = $1;

-- name: lockout_fail
-- any_org: who fails to sign in has no organisation yet
INSERT INTO lockout (subject, failed, last_ms, until_ms) VALUES ($1, 1, $2, 0)
ON CONFLICT (subject) DO UPDATE SET
	failed = CASE WHEN lockout.last_ms < $3 THEN 1 ELSE lockout.failed + 1 END, last_ms = EXCLUDED.last_ms
RETURNING failed;

-- name: lockout_until
-- any_org: who fails to sign in has no organisation yet
UPDATE lockout SET until_ms = $2 WHERE subject = $1;

-- name: lockout_clear
-- any_org: who signs in proves himself, not his organisation
DELETE FROM lockout WHERE subject = $1;

-- name: lockout_sweep
-- any_org: forgets old failures of everyone
DELETE FROM lockout WHERE last_ms < $1;

-- name: user_by_login
-- any_org: a login is unique in the installation
SELECT id FROM "user" WHERE login = $1;

-- name: user_retired
SELECT retired_ms FROM "user" WHERE org = $1 AND id = $2;
