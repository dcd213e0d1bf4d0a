-- Reports to the police.

-- name: police_other
-- Another report of the incident that was sent or received.
SELECT id FROM police_report
 WHERE org = $1 AND incident = $2 AND id <> $3 AND retired_ms IS NULL
   AND state IN ('sent', 'received')
 LIMIT 1;
