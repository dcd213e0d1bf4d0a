-- name: journal_of_row
-- Newest first; the actor's name as it is today.
SELECT j.id, j.pos, j.at_ms, j.actor, u.name, j.op, j.canon
  FROM journal j LEFT JOIN "user" u ON u.id = j.actor AND u.org = j.org
 WHERE j.org = $1 AND j.row = $2 AND j.id < $3 ORDER BY j.id DESC LIMIT $4;
