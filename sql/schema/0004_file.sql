-- Stored files: photos, scans, documents.  The bytes are on disk below
-- <data.dir>/files, named by their SHA-256; this says which organisation has
-- them.  Registers point here by the digest (fields of type file).
CREATE TABLE file (
	id BIGINT PRIMARY KEY,
	org BIGINT NOT NULL REFERENCES org (id),
	sha256 TEXT NOT NULL,       -- 64 lower-case hex digits
	size BIGINT NOT NULL,       -- bytes
	type TEXT NOT NULL,         -- decided from the bytes: "image/jpeg"
	name TEXT NOT NULL,         -- as the first who stored it called it
	created_ms BIGINT NOT NULL,
	created_by BIGINT           -- user; NULL: the program
);
CREATE UNIQUE INDEX file_digest_ix ON file (org, sha256);

-- Who has to do with a file: rows that name it, and people who stored it
-- (reg "user").  It is served to who may see one of these rows.
CREATE TABLE file_use (
	org BIGINT NOT NULL REFERENCES org (id),
	sha256 TEXT NOT NULL,
	reg TEXT NOT NULL,          -- register's name
	row BIGINT NOT NULL,        -- its id; of the person for "user"
	PRIMARY KEY (org, sha256, row, reg)
);
