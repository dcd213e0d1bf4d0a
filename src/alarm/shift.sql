-- Shifts and who is on duty.

-- name: shift_now
-- At most one is open or being handed over.
SELECT id, number, state, leader FROM shift
 WHERE org = $1 AND state IN ('open', 'handed_over')
 ORDER BY id DESC LIMIT 1;

-- name: shift_duty_of
-- The row of a person who is on duty.
SELECT m.id, m.shift, m.seat, s.state FROM shift_member m
  JOIN shift s ON s.id = m.shift AND s.org = m.org
 WHERE m.org = $1 AND m.person = $2 AND m.to_ms IS NULL;

-- name: shift_members
-- Who is on duty in a shift, and who was.
SELECT id, person, name, seat, from_ms, to_ms FROM shift_member
 WHERE org = $1 AND shift = $2 ORDER BY id LIMIT 200;

-- name: shift_others
-- Another person on duty.
SELECT m.id FROM shift_member m
 WHERE m.org = $1 AND m.shift = $2 AND m.person <> $3 AND m.to_ms IS NULL
 LIMIT 1;

-- name: shift_certificate
-- The caller's staff row and a guard's certificate valid on the day.
SELECT u.staff, (SELECT c.number FROM certificate c
        WHERE c.org = u.org AND c.staff = u.staff AND c.retired_ms IS NULL
          AND c.kind = 'guard'
          AND (c.valid_from IS NULL OR c.valid_from <= $3)
          AND (c.valid_to IS NULL OR c.valid_to >= $3)
          AND (c.revoked_on IS NULL OR c.revoked_on > $3)
        ORDER BY c.id DESC LIMIT 1)
  FROM "user" u WHERE u.org = $1 AND u.id = $2;

-- name: shift_open_alarms
-- Open alarms: the most urgent 200.
SELECT id, number, state, priority, class, summary,
       CASE WHEN state = 'waiting' THEN parked_until_ms END FROM alarm
 WHERE org = $1 AND closed_ms IS NULL AND state <> 'test'
 ORDER BY priority, opened_ms, id LIMIT 200;

-- name: shift_open_count
SELECT COUNT(*) FROM (SELECT id FROM alarm
  WHERE org = $1 AND closed_ms IS NULL AND state <> 'test' LIMIT 100000) a;

-- name: shift_faults
-- Open faults: the gravest, then the oldest.
SELECT f.id, f.number, f.state, f.grade, s.name, f.symptom, f.first_ms
  FROM fault f LEFT JOIN site s ON s.org = f.org AND s.id = f.site
 WHERE f.org = $1 AND f.state IN ('proposed', 'ordered')
 ORDER BY CASE f.grade WHEN 'major' THEN 1 WHEN 'urgent' THEN 2 ELSE 3 END,
       f.id LIMIT 100;

-- name: shift_fault_count
SELECT COUNT(*) FROM (SELECT id FROM fault
  WHERE org = $1 AND state IN ('proposed', 'ordered') LIMIT 100000) f;

-- name: shift_modes
-- Service modes that run, the first to end first.
SELECT m.id, p.name, s.name, m.purpose, m.until_ms
  FROM service_mode m JOIN panel p ON p.org = m.org AND p.id = m.panel
  LEFT JOIN site s ON s.org = m.org AND s.id = m.site
 WHERE m.org = $1 AND m.state = 'active'
 ORDER BY m.until_ms, m.id LIMIT 100;

-- name: shift_mode_count
SELECT COUNT(*) FROM (SELECT id FROM service_mode
  WHERE org = $1 AND state = 'active' LIMIT 100000) m;

-- name: shift_left
-- Closed with zones left open that have not restored since.
SELECT a.id, a.number, a.summary, p.name, e.zone_no, e.began_ms, e.remind_ms
  FROM panel_event e JOIN alarm a ON a.org = e.org AND a.id = e.alarm
  LEFT JOIN panel p ON p.org = e.org AND p.id = e.panel
 WHERE e.org = $1 AND a.closed_ms IS NOT NULL AND a.left_open = 1
 ORDER BY a.priority, e.began_ms LIMIT 100;

-- name: shift_left_count
SELECT COUNT(*) FROM (SELECT e.panel FROM panel_event e
    JOIN alarm a ON a.org = e.org AND a.id = e.alarm
   WHERE e.org = $1 AND a.closed_ms IS NOT NULL AND a.left_open = 1
   LIMIT 100000) l;

-- name: shift_incidents
-- Incidents that are not closed, the newest first.
SELECT i.id, i.number, i.state, i.severity, s.name, i.opened_ms
  FROM incident i LEFT JOIN site s ON s.org = i.org AND s.id = i.site
 WHERE i.org = $1 AND i.state IN ('open', 'responding', 'on_scene',
       'handed_over', 'cleared', 'reported', 'reviewed')
   AND i.retired_ms IS NULL
 ORDER BY i.id DESC LIMIT 100;

-- name: shift_incident_count
SELECT COUNT(*) FROM (SELECT id FROM incident
  WHERE org = $1 AND state IN ('open', 'responding', 'on_scene',
        'handed_over', 'cleared', 'reported', 'reviewed')
    AND retired_ms IS NULL LIMIT 100000) i;

-- name: shift_dispatches
-- Patrols that are out, and calls that nobody answered.
SELECT d.id, d.number, d.state, p.name, s.name, d.sent_ms
  FROM dispatch d LEFT JOIN patrol p ON p.org = d.org AND p.id = d.patrol
  LEFT JOIN site s ON s.org = d.org AND s.id = d.site
 WHERE d.org = $1 AND d.state IN ('sent', 'accepted', 'en_route', 'arrived',
       'left', 'no_answer') AND d.retired_ms IS NULL
 ORDER BY d.id DESC LIMIT 100;

-- name: shift_dispatch_count
SELECT COUNT(*) FROM (SELECT id FROM dispatch
  WHERE org = $1 AND state IN ('sent', 'accepted', 'en_route', 'arrived',
        'left', 'no_answer') AND retired_ms IS NULL LIMIT 100000) d;

-- name: shift_receipts
-- Reports to the police whose receipt nobody has checked, or that failed.
SELECT r.id, r.number, r.state, s.name, r.sent_ms
  FROM police_report r LEFT JOIN site s ON s.org = r.org AND s.id = r.site
 WHERE r.org = $1 AND r.state IN ('sent', 'failed') AND r.retired_ms IS NULL
 ORDER BY r.id DESC LIMIT 100;

-- name: shift_receipt_count
SELECT COUNT(*) FROM (SELECT id FROM police_report
  WHERE org = $1 AND state IN ('sent', 'failed') AND retired_ms IS NULL
  LIMIT 100000) r;

-- name: shift_notices
-- Notices that did not arrive.
SELECT n.id, n.number, n.event, s.name, n.address, n.failure
  FROM notice n LEFT JOIN site s ON s.org = n.org AND s.id = n.site
 WHERE n.org = $1 AND n.state = 'failed' AND n.retired_ms IS NULL
 ORDER BY n.id DESC LIMIT 100;

-- name: shift_notice_count
SELECT COUNT(*) FROM (SELECT id FROM notice
  WHERE org = $1 AND state = 'failed' AND retired_ms IS NULL
  LIMIT 100000) n;

-- name: shift_storms
-- Storms of losses that paths are part of.
SELECT storm, COUNT(*) AS lost, MIN(since_ms) AS since_ms FROM path_state
 WHERE org = $1 AND state = 'overdue' AND storm IS NOT NULL
 GROUP BY storm ORDER BY since_ms LIMIT 50;

-- name: shift_storm_count
SELECT COUNT(DISTINCT storm) FROM path_state
 WHERE org = $1 AND state = 'overdue' AND storm IS NOT NULL;

-- name: shift_paths
-- Paths that are silent, the longest silent first; of storms only the storm.
SELECT x.panel, p.name, x.path, s.name, x.since_ms
  FROM path_state x LEFT JOIN panel p ON p.org = x.org AND p.id = x.panel
  LEFT JOIN site s ON s.org = x.org AND s.id = x.site
 WHERE x.org = $1 AND x.state = 'overdue' AND x.storm IS NULL
 ORDER BY x.since_ms, x.panel LIMIT 100;

-- name: shift_path_count
SELECT COUNT(*) FROM (SELECT panel FROM path_state
  WHERE org = $1 AND state = 'overdue' LIMIT 1000000) x;

-- name: shift_unknown
-- Signals that nobody knows or reads, by line and account, among the newest.
SELECT s.line, s.account, f.fate, COUNT(*) AS n,
       MAX(s.received_ms) AS last_ms
  FROM (SELECT * FROM (SELECT signal, org, fate FROM signal_fate
	  WHERE org = $1 AND fate = 'unknown'
	  ORDER BY signal DESC LIMIT 5000) a
	UNION ALL
	SELECT * FROM (SELECT signal, org, fate FROM signal_fate
	  WHERE org = $1 AND fate = 'undecoded'
	  ORDER BY signal DESC LIMIT 5000) b) f
  JOIN signal s ON s.id = f.signal AND s.org = $1
 WHERE f.org = $1
 GROUP BY s.line, s.account, f.fate
 ORDER BY last_ms DESC LIMIT 50;

-- name: shift_unknown_count
SELECT COUNT(*) FROM (SELECT signal FROM signal_fate
  WHERE org = $1 AND fate IN ('unknown', 'undecoded') LIMIT 100000) f;

-- name: shift_mutes
-- Who made the desk silent in this shift, the newest first.
SELECT j.at_ms, u.name, j.canon
  FROM journal j LEFT JOIN "user" u ON u.org = j.org AND u.id = j.actor
 WHERE j.org = $1 AND j.row = $2 AND j.reg = 'shift'
   AND j.canon LIKE '%"event":"mute"%'
 ORDER BY j.id DESC LIMIT 20;

-- name: shift_mute_count
SELECT COUNT(*) FROM journal
 WHERE org = $1 AND row = $2 AND reg = 'shift'
   AND canon LIKE '%"event":"mute"%';
