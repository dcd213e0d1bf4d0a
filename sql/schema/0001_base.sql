-- The schema's own version: one row per migration that ran.
CREATE TABLE schema_version (
	number BIGINT PRIMARY KEY,  -- of the file in sql/schema
	name TEXT NOT NULL,
	at_ms BIGINT NOT NULL       -- when it ran
);

-- Facts about the installation: node names, key ids, demo mark.
CREATE TABLE installation (
	name TEXT NOT NULL PRIMARY KEY,
	value TEXT NOT NULL
);

-- Organisations: service companies, rating bodies, regulators, customers.
-- Every other row belongs to one of them.
CREATE TABLE org (
	id BIGINT PRIMARY KEY,
	name TEXT NOT NULL,
	zone TEXT NOT NULL,         -- IANA zone in which its days begin
	is_demo SMALLINT NOT NULL DEFAULT 0 CHECK (is_demo IN (0, 1)),
	created_ms BIGINT NOT NULL
);

-- Printed numbers: the next one per organisation, prefix and year.
CREATE TABLE counter (
	org BIGINT NOT NULL REFERENCES org (id),
	prefix TEXT NOT NULL,       -- "KH" for customers
	year BIGINT NOT NULL,
	next BIGINT NOT NULL,
	PRIMARY KEY (org, prefix, year)
);

-- Who changed what, when.  Written in the transaction of the change; pos is
-- given later by the sealer, in commit order (kind/journal.h).
CREATE TABLE journal (
	id BIGINT PRIMARY KEY,      -- time-ordered
	pos BIGINT,                 -- leaf of the tree, from 0; NULL: not sealed
	org BIGINT NOT NULL,
	at_ms BIGINT NOT NULL,
	actor BIGINT,               -- user; NULL: the program
	reg TEXT NOT NULL,          -- register of the row
	row BIGINT NOT NULL,        -- id of the row
	op TEXT NOT NULL,           -- create update retire restore step clock import
	canon TEXT NOT NULL,        -- canonical JSON of the whole entry
	salt BYTEA NOT NULL         -- 16 random bytes in front of canon in the leaf
);
CREATE UNIQUE INDEX journal_pos_ix ON journal (pos) WHERE pos IS NOT NULL;
CREATE INDEX journal_unsealed_ix ON journal (id) WHERE pos IS NULL;
CREATE INDEX journal_row_ix ON journal (org, row, id);
CREATE INDEX journal_org_ix ON journal (org, id);

-- Leaf hashes and inner hashes in tiles of 256 (32 bytes each).
CREATE TABLE journal_tile (
	level BIGINT NOT NULL,      -- 0: leaves; n: roots of 256^n leaves
	no BIGINT NOT NULL,         -- from 0
	hashes BYTEA NOT NULL,
	PRIMARY KEY (level, no)
);

-- Signed heads of the tree; what is signed: kind/checkpoint.h.
CREATE TABLE journal_checkpoint (
	size BIGINT PRIMARY KEY,    -- leaves covered
	no BIGINT NOT NULL UNIQUE,  -- from 0, without gaps
	origin TEXT NOT NULL,       -- names the installation's journal
	at_ms BIGINT NOT NULL,
	root BYTEA NOT NULL,        -- SM3 tree head
	digest TEXT NOT NULL,       -- "sm3"
	key_id TEXT NOT NULL,
	signature BYTEA NOT NULL    -- SM2 over the checkpoint's text
);

-- Deadlines (kind/clock.h).
CREATE TABLE clock (
	id BIGINT PRIMARY KEY,
	org BIGINT NOT NULL REFERENCES org (id),
	reg TEXT NOT NULL,          -- process
	row BIGINT NOT NULL,        -- its row
	name TEXT NOT NULL,         -- "response"
	start_ms BIGINT NOT NULL,
	due_ms BIGINT NOT NULL,
	next_ms BIGINT,             -- when the sweeper looks again; NULL: never
	warned BIGINT NOT NULL,     -- per cent of the limit that was told
	stopped_ms BIGINT,          -- NULL: running
	is_void SMALLINT NOT NULL DEFAULT 0 CHECK (is_void IN (0, 1)),
	source TEXT NOT NULL        -- the rule that set the limit
);
CREATE INDEX clock_next_ix ON clock (next_ms) WHERE next_ms IS NOT NULL;
CREATE INDEX clock_row_ix ON clock (org, row, name);
CREATE INDEX clock_running_ix ON clock (org, due_ms)
	WHERE stopped_ms IS NULL AND is_void = 0;

-- Answers kept for Idempotency-Key.
CREATE TABLE idempotency (
	org BIGINT NOT NULL,
	actor BIGINT NOT NULL,
	key TEXT NOT NULL,
	digest TEXT NOT NULL,       -- SHA-256 of method, path and body
	at_ms BIGINT NOT NULL,
	status BIGINT NOT NULL,
	body TEXT NOT NULL,
	headers TEXT NOT NULL,      -- name: value lines
	PRIMARY KEY (org, actor, key)
);
CREATE INDEX idempotency_at_ix ON idempotency (at_ms);
