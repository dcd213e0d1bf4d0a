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
SELECT id, number, state, priority, class, summary FROM alarm
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
