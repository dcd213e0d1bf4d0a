-- People who sign in; a register (org/user.c).
CREATE TABLE "user" (
	id BIGINT PRIMARY KEY,
	org BIGINT NOT NULL REFERENCES org (id),
	version BIGINT NOT NULL,
	created_ms BIGINT NOT NULL,
	created_by BIGINT,
	changed_ms BIGINT NOT NULL,
	changed_by BIGINT,
	retired_ms BIGINT,          -- NULL: in use
	login TEXT NOT NULL,        -- lower case; unique in the installation
	name TEXT NOT NULL,
	roles TEXT,                 -- words of kind/roles.h joined by ','
	state TEXT NOT NULL,        -- active blocked
	staff BIGINT REFERENCES staff (id),       -- who of the staff it is
	customer BIGINT REFERENCES customer (id), -- role customer: of whom
	email TEXT,
	language TEXT,              -- zh en
	must_change_password SMALLINT CHECK (must_change_password IN (0, 1))
);
CREATE UNIQUE INDEX user_login_ix ON "user" (login);
CREATE INDEX user_org_ix ON "user" (org, id, retired_ms);
CREATE INDEX user_name_ix ON "user" (org, name, id, retired_ms);
CREATE INDEX user_org_login_ix ON "user" (org, login, id, retired_ms);
CREATE INDEX user_state_ix ON "user" (org, state, id, retired_ms);

-- What proves who it is: apart from the register, never listed, never
-- exported.
CREATE TABLE credential (
	user_id BIGINT PRIMARY KEY REFERENCES "user" (id),
	org BIGINT NOT NULL REFERENCES org (id),
	password TEXT NOT NULL,     -- argon2id string of libsodium
	totp_secret TEXT,           -- base32; NULL: none asked for
	totp_on SMALLINT NOT NULL DEFAULT 0 CHECK (totp_on IN (0, 1)),
	totp_step BIGINT NOT NULL DEFAULT 0, -- newest step that was used
	changed_ms BIGINT NOT NULL  -- of the password
);

-- Failed sign-ins, by login and by address.  The subject is a digest: people
-- type passwords into the wrong box.
CREATE TABLE lockout (
	subject TEXT NOT NULL PRIMARY KEY, -- SHA-256 of "login:…" or "address:…"
	failed BIGINT NOT NULL,
	last_ms BIGINT NOT NULL,
	until_ms BIGINT NOT NULL    -- no try before
);
CREATE INDEX lockout_last_ix ON lockout (last_ms);

-- Signed-in browsers.  A row goes when the session ends.
CREATE TABLE session (
	id BIGINT PRIMARY KEY,
	org BIGINT NOT NULL REFERENCES org (id),
	user_id BIGINT NOT NULL REFERENCES "user" (id),
	digest TEXT NOT NULL,       -- SHA-256 of the cookie's secret
	csrf TEXT NOT NULL,
	created_ms BIGINT NOT NULL,
	seen_ms BIGINT NOT NULL,    -- at most a minute behind
	ends_ms BIGINT NOT NULL,    -- at the latest
	address TEXT NOT NULL,
	agent TEXT NOT NULL         -- User-Agent, cut
);
CREATE UNIQUE INDEX session_digest_ix ON session (digest);
CREATE INDEX session_user_ix ON session (org, user_id);
CREATE INDEX session_seen_ix ON session (seen_ms);
CREATE INDEX session_ends_ix ON session (ends_ms);

-- Programs' keys; random, so a plain digest is enough.
CREATE TABLE token (
	id BIGINT PRIMARY KEY,
	org BIGINT NOT NULL REFERENCES org (id),
	user_id BIGINT NOT NULL REFERENCES "user" (id), -- whose rights it has
	name TEXT NOT NULL,
	digest TEXT NOT NULL,       -- SHA-256 of the token
	scopes TEXT NOT NULL,       -- permissions joined by ','
	created_ms BIGINT NOT NULL,
	expires_ms BIGINT NOT NULL,
	used_ms BIGINT,             -- at most a minute behind; NULL: never
	revoked_ms BIGINT           -- NULL: good
);
CREATE UNIQUE INDEX token_digest_ix ON token (digest);
CREATE INDEX token_user_ix ON token (org, user_id, id);
