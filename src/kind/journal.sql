-- Statements of the journal (kind/journal.h).

-- name: journal_insert
INSERT INTO journal (id, org, at_ms, actor, reg, row, op, canon, salt)
VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9);

-- name: journal_lock
-- One node seals at a time; the lock goes with the transaction.  SQLite has
-- one writer anyway.
-- any_org: the tree covers all organisations
-- for: sqlite
SELECT 1 AS got;
-- for: pg
SELECT CASE WHEN pg_try_advisory_xact_lock(4711205018) THEN 1 ELSE 0 END AS got;

-- name: journal_waiting
-- any_org: the tree covers all organisations
SELECT id FROM journal WHERE pos IS NULL ORDER BY id LIMIT 1;

-- name: journal_take_pos
-- Rows that are visible and have no position get the next ones, in the order
-- of their ids, from $1 on; at most $2 rows.  The constant is there for
-- PostgreSQL: without it a plan made while much waited reads all rows.
-- any_org: the tree covers all organisations
-- scan: the partial index holds only what waits to be sealed
UPDATE journal SET pos = taken.pos
FROM (
	SELECT id, $1 - 1 + ROW_NUMBER() OVER (ORDER BY id) AS pos
	FROM (
		SELECT id FROM journal WHERE pos IS NULL ORDER BY id LIMIT 5000
	) few
	ORDER BY id LIMIT $2
) taken
WHERE journal.id = taken.id
RETURNING journal.pos, journal.salt, journal.canon;

-- name: journal_tile_put
-- any_org: the tree covers all organisations
INSERT INTO journal_tile (level, no, hashes) VALUES ($1, $2, $3)
ON CONFLICT (level, no) DO UPDATE SET hashes = excluded.hashes;

-- name: journal_tile_get
-- any_org: the tree covers all organisations
SELECT hashes FROM journal_tile WHERE level = $1 AND no = $2;

-- name: journal_tile_last
-- any_org: the tree covers all organisations
SELECT no, hashes FROM journal_tile WHERE level = 0 ORDER BY no DESC LIMIT 1;

-- name: journal_tile_list
-- any_org: the tree covers all organisations
SELECT no, hashes FROM journal_tile
WHERE level = 0 AND no >= $1 AND no < $2 ORDER BY no;

-- name: journal_tile_count
-- any_org: the tree covers all organisations
-- scan: only verify asks; one row per 256 entries
SELECT COUNT(*) FROM journal_tile;

-- name: journal_checkpoint_put
-- any_org: a checkpoint covers all organisations
INSERT INTO journal_checkpoint
	(size, no, origin, at_ms, root, digest, key_id, signature)
VALUES ($1, $2, $3, $4, $5, $6, $7, $8);

-- name: journal_checkpoint_last
-- any_org: a checkpoint covers all organisations
SELECT size, no, at_ms, origin, root, digest, key_id, signature
FROM journal_checkpoint ORDER BY size DESC LIMIT 1;

-- name: journal_checkpoint_list
-- any_org: a checkpoint covers all organisations
SELECT size, no, at_ms, origin, root, digest, key_id, signature
FROM journal_checkpoint WHERE size > $1 AND size <= $2
ORDER BY size LIMIT 1000;

-- name: journal_window
-- any_org: verify reads everything
SELECT pos, id, org, at_ms, actor, row, reg, op, salt, canon
FROM journal WHERE pos >= $1 AND pos < $2 ORDER BY pos;

-- name: journal_beyond
-- any_org: verify reads everything
SELECT pos, id FROM journal WHERE pos >= $1 ORDER BY pos LIMIT 1;

-- name: journal_unsealed
-- any_org: verify reads everything
-- scan: the partial index holds only what waits to be sealed
SELECT COUNT(*) FROM journal WHERE pos IS NULL;
