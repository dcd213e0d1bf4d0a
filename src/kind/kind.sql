-- Statements of the kinds.

-- name: find_insert
-- any_org: the words carry the organisation
-- for: sqlite
INSERT INTO find (rowid, words) VALUES ($1, $2);
-- for: pg
INSERT INTO find (id, words, terms) VALUES ($1, $2, to_tsvector('simple', $2));

-- name: find_update
-- any_org: the words carry the organisation
-- for: sqlite
UPDATE find SET words = $2 WHERE rowid = $1;
-- for: pg
UPDATE find SET words = $2, terms = to_tsvector('simple', $2) WHERE id = $1;

-- name: find_rows
-- Rows of any register that have all words.
-- any_org: the question carries the organisation
-- scan: the words' own index answers
-- for: sqlite
SELECT rowid, words FROM find WHERE find MATCH $1 ORDER BY rowid DESC LIMIT $2;
-- for: pg
SELECT id, words FROM find WHERE terms @@ to_tsquery('simple', $1) ORDER BY id DESC LIMIT $2;

-- name: counter_next
INSERT INTO counter (org, prefix, year, next) VALUES ($1, $2, $3, 2)
ON CONFLICT (org, prefix, year) DO UPDATE SET next = counter.next + 1
RETURNING next - 1;

-- name: site_of_customer
-- Is this site one of the customer's?
SELECT id FROM site WHERE org = $1 AND id = $2 AND customer = $3;

-- name: file_is_stored
SELECT id FROM file WHERE org = $1 AND sha256 = $2 LIMIT 1;

-- name: task_zone
-- any_org: the organisation itself
SELECT zone FROM org WHERE id = $1;

-- name: file_use_add
INSERT INTO file_use (org, sha256, reg, row) VALUES ($1, $2, $3, $4)
ON CONFLICT DO NOTHING;

-- name: file_use_list
-- The newest first: who asks has mostly just seen it.
SELECT reg, row FROM file_use WHERE org = $1 AND sha256 = $2
ORDER BY row DESC, reg DESC LIMIT 200;
