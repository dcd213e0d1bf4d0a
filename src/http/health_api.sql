-- name: journal_unsealed_oldest
-- any_org: the journal is one for the installation
SELECT at_ms FROM journal WHERE pos IS NULL ORDER BY id LIMIT 1;

-- name: journal_greatest
-- The greatest id in use, near enough: every change writes a journal row.
-- any_org: ids are one sequence for the installation
SELECT id FROM journal ORDER BY id DESC LIMIT 1;
