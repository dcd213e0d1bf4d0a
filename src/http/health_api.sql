-- name: journal_unsealed_oldest
-- any_org: the journal is one for the installation
SELECT at_ms FROM journal WHERE pos IS NULL ORDER BY id LIMIT 1;

-- name: journal_greatest
-- The greatest id in use, near enough: every change writes a journal row, and
-- signals are no changes.
-- any_org: ids are one sequence for the installation
SELECT MAX(id) FROM (
	SELECT MAX(id) AS id FROM journal UNION ALL
	SELECT MAX(id) AS id FROM signal
) both_of_them;
