-- Settling what nobody knew (alarm/unknown.h).

-- name: unknown_get
SELECT s.line, s.account, f.fate, f.alarm
  FROM signal_fate f JOIN signal s ON s.id = f.signal AND s.org = $1
 WHERE f.org = $1 AND f.signal = $2;

-- name: unknown_settle
-- $9: what they become, settled or again.
-- Of the newest $8 with this fate that were there when the person looked.
UPDATE signal_fate SET fate = $9, at_ms = $6, reason = $7
 WHERE org = $1 AND signal IN (
	SELECT f.signal
	  FROM (SELECT signal, org FROM signal_fate
		 WHERE org = $1 AND fate = $2 AND signal <= $3
		 ORDER BY signal DESC LIMIT $8) f
	  JOIN signal s ON s.id = f.signal AND s.org = $1
	 WHERE f.org = $1 AND COALESCE(s.line, '') = $4
	   AND COALESCE(s.account, '') = $5);
