-- Commissioning of a panel: its zones and what was seen of them.

-- name: commission_zones
-- All zones in use, by their number on the panel.
SELECT id, number, name FROM zone
 WHERE org = $1 AND panel = $2 AND retired_ms IS NULL ORDER BY number, id LIMIT 10000;

-- name: commission_seen
-- Signals of zones since the test began ($4, an id): by the site's index.
-- A bypass or a restore alone is no test.
SELECT zone_no, COUNT(*) AS n, MAX(received_ms) AS seen_ms, MAX(id) AS signal
  FROM signal
 WHERE org = $1 AND site = $2 AND id >= $4 AND panel = $3 AND zone_no IS NOT NULL
   AND role IN ('alarm', 'trouble', 'verified', 'test')
 GROUP BY zone_no;

-- name: commission_state
SELECT state FROM panel WHERE org = $1 AND id = $2;

-- name: commission_test
SELECT MAX(received_ms) FROM signal
 WHERE org = $1 AND site = $2 AND id >= $4 AND panel = $3 AND class = 'test';
