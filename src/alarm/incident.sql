-- Incidents.

-- name: incident_to_join
-- The site's newest open incident that had an alarm since $3.
SELECT id FROM incident
 WHERE org = $1 AND site = $2 AND joined_ms >= $3 AND retired_ms IS NULL
   AND state IN ('open', 'responding', 'on_scene')
 ORDER BY joined_ms DESC LIMIT 1;

-- name: incident_contract
-- The strictest arrival that a running contract of the customer promises.
SELECT arrive_alarm_min, number FROM contract
 WHERE org = $1 AND customer = $2 AND start_on <= $3 AND end_on >= $3
   AND state IN ('active', 'expiring') AND retired_ms IS NULL
   AND arrive_alarm_min IS NOT NULL
 ORDER BY arrive_alarm_min LIMIT 1;

-- name: incident_waits_for
-- What of an incident is still open: a patrol out, a receipt unchecked.
SELECT number FROM dispatch
 WHERE org = $1 AND incident = $2 AND retired_ms IS NULL
   AND state IN ('sent', 'accepted', 'en_route', 'arrived', 'left')
UNION ALL
SELECT number FROM police_report
 WHERE org = $1 AND incident = $2 AND retired_ms IS NULL AND state = 'sent'
 LIMIT 1;

-- name: incident_avs
SELECT COALESCE(MAX(avs), 0) FROM alarm WHERE org = $1 AND incident = $2;
