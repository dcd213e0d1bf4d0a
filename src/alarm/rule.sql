-- Rules before an alarm is raised (alarm/rule.h).

-- name: rule_find
-- From the widest to the most particular, so that the last one wins: a class
-- of the organisation goes before its general rule, a site before both.
SELECT claim_s, verify_s, wait_s, dispatch_s, police_s, receipt_s, notify_s,
       close_h, correlate_min, delay_min, no_restore_min, swinger_count,
       swinger_min, runaway_per_min, cross_s, recent_open_min, cancel_min,
       dispatch_first, mode_needs_order, mode_max_h, answer_s, incident_min,
       near_m, day_from_h, day_to_h, id
 FROM alarm_rule
 WHERE org = $1 AND retired_ms IS NULL
   AND (site IS NULL OR site = $2) AND (class IS NULL OR class = $3)
 ORDER BY CASE WHEN site IS NULL THEN 0 ELSE 1 END,
	  CASE WHEN class IS NULL THEN 0 ELSE 1 END, id;

-- name: rule_twice
SELECT id FROM alarm_rule
 WHERE org = $1 AND COALESCE(site, 0) = $2 AND COALESCE(class, '') = $3
   AND retired_ms IS NULL
 LIMIT 1;
