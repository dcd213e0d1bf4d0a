-- The alarm desk.  Every list is bounded.

-- name: desk_counts
-- What is open, with the oldest of each kind.
SELECT state, priority, COALESCE(escalated, 0), COUNT(*), MIN(opened_ms)
  FROM alarm WHERE org = $1 AND closed_ms IS NULL
 GROUP BY state, priority, COALESCE(escalated, 0) ORDER BY 1, 2, 3;

-- name: desk_fates
-- How many signals wait in a queue for a person, up to 1000.
SELECT COUNT(*) FROM (SELECT signal FROM signal_fate
  WHERE org = $1 AND fate = $2 LIMIT 1000) f;

-- name: desk_incidents
-- Incidents under way whose limits passed, those the customer was not told of
-- in the end, and those that wait for the leader's review.
SELECT COALESCE(SUM(CASE WHEN escalated = 1 AND state IN
         ('open', 'responding', 'on_scene') THEN 1 ELSE 0 END), 0),
       COALESCE(SUM(CASE WHEN state IN ('handed_over', 'cleared')
         THEN 1 ELSE 0 END), 0),
       COALESCE(SUM(CASE WHEN state = 'reported' AND
         (outcome = 'real' OR breached = 1) THEN 1 ELSE 0 END), 0)
  FROM (SELECT state, escalated, breached, outcome FROM incident
         WHERE org = $1 AND retired_ms IS NULL AND state IN ('open',
           'responding', 'on_scene', 'handed_over', 'cleared', 'reported')
         LIMIT 10000) i;

-- name: desk_rate
SELECT COUNT(*) FROM (SELECT id FROM alarm
  WHERE org = $1 AND opened_ms >= $2 LIMIT 100000) a;

-- name: desk_alarm_queue
-- The head of each list, so that a flood of new ones hides nothing that is
-- being handled.
SELECT a.id, a.version, a.number, a.state, a.priority, a.class, a.family,
       a.summary, a.zones, a.count, a.opened_ms, a.last_ms, a.restored_ms,
       a.verified, a.verified_why, a.hint, a.escalated, a.owner, u.name,
       a.claimed_ms, a.parked_until_ms, a.outcome, a.disposition,
       a.approved_by, a.site, s.name, s.address, a.customer, c.name, a.panel,
       a.zone, z.name, a.incident, a.confirmed_ms, a.dispatched_ms,
       a.cleared_ms, s.district, a.code
  FROM (
SELECT * FROM (SELECT id FROM alarm
  WHERE org = $1 AND closed_ms IS NULL AND state = 'new'
  ORDER BY priority, opened_ms, id LIMIT 300) new
UNION ALL
SELECT * FROM (SELECT id FROM alarm
  WHERE org = $1 AND closed_ms IS NULL AND state = 'claimed'
  ORDER BY priority, opened_ms, id LIMIT 100) claimed
UNION ALL
SELECT * FROM (SELECT id FROM alarm
  WHERE org = $1 AND closed_ms IS NULL AND state = 'verifying'
  ORDER BY priority, opened_ms, id LIMIT 100) verifying
UNION ALL
SELECT * FROM (SELECT id FROM alarm
  WHERE org = $1 AND closed_ms IS NULL AND state = 'waiting'
  ORDER BY priority, opened_ms, id LIMIT 100) waiting
UNION ALL
SELECT * FROM (SELECT id FROM alarm
  WHERE org = $1 AND closed_ms IS NULL AND state = 'confirmed'
  ORDER BY priority, opened_ms, id LIMIT 100) confirmed
UNION ALL
SELECT * FROM (SELECT id FROM alarm
  WHERE org = $1 AND closed_ms IS NULL AND state = 'dispatched'
  ORDER BY priority, opened_ms, id LIMIT 100) dispatched
UNION ALL
SELECT * FROM (SELECT id FROM alarm
  WHERE org = $1 AND closed_ms IS NULL AND state = 'cleared'
  ORDER BY priority, opened_ms, id LIMIT 100) cleared
  ) q
  JOIN alarm a ON a.id = q.id AND a.org = $1
  LEFT JOIN site s ON s.id = a.site AND s.org = a.org
  LEFT JOIN customer c ON c.id = a.customer AND c.org = a.org
  LEFT JOIN zone z ON z.id = a.zone AND z.org = a.org
  LEFT JOIN "user" u ON u.id = a.owner AND u.org = a.org
 ORDER BY a.priority, a.opened_ms, a.id;

-- name: desk_alarm_clocks
-- What runs for the alarms of the queue: their own clocks, those of their
-- incident, and the answers that patrols owe.
WITH a AS (
SELECT * FROM (SELECT id, incident FROM alarm
  WHERE org = $1 AND closed_ms IS NULL AND state = 'new'
  ORDER BY priority, opened_ms, id LIMIT 300) new
UNION ALL
SELECT * FROM (SELECT id, incident FROM alarm
  WHERE org = $1 AND closed_ms IS NULL AND state = 'claimed'
  ORDER BY priority, opened_ms, id LIMIT 100) claimed
UNION ALL
SELECT * FROM (SELECT id, incident FROM alarm
  WHERE org = $1 AND closed_ms IS NULL AND state = 'verifying'
  ORDER BY priority, opened_ms, id LIMIT 100) verifying
UNION ALL
SELECT * FROM (SELECT id, incident FROM alarm
  WHERE org = $1 AND closed_ms IS NULL AND state = 'waiting'
  ORDER BY priority, opened_ms, id LIMIT 100) waiting
UNION ALL
SELECT * FROM (SELECT id, incident FROM alarm
  WHERE org = $1 AND closed_ms IS NULL AND state = 'confirmed'
  ORDER BY priority, opened_ms, id LIMIT 100) confirmed
UNION ALL
SELECT * FROM (SELECT id, incident FROM alarm
  WHERE org = $1 AND closed_ms IS NULL AND state = 'dispatched'
  ORDER BY priority, opened_ms, id LIMIT 100) dispatched
UNION ALL
SELECT * FROM (SELECT id, incident FROM alarm
  WHERE org = $1 AND closed_ms IS NULL AND state = 'cleared'
  ORDER BY priority, opened_ms, id LIMIT 100) cleared
)
SELECT alarm, name, start_ms, due_ms, warned, source, reg FROM (
SELECT a.id AS alarm, k.name, k.start_ms, k.due_ms, k.warned, k.source, k.reg
  FROM a JOIN clock k ON k.row = a.id AND k.org = $1
 WHERE k.stopped_ms IS NULL AND k.is_void = 0
UNION ALL
SELECT a.id, k.name, k.start_ms, k.due_ms, k.warned, k.source, k.reg
  FROM a JOIN clock k ON k.row = a.incident AND k.org = $1
 WHERE k.stopped_ms IS NULL AND k.is_void = 0
UNION ALL
SELECT a.id, k.name, k.start_ms, k.due_ms, k.warned, k.source, k.reg
  FROM a JOIN dispatch d ON d.incident = a.incident AND d.org = $1
         AND d.state = 'sent'
         JOIN clock k ON k.row = d.id AND k.org = $1
 WHERE k.stopped_ms IS NULL AND k.is_void = 0) all_of
 ORDER BY alarm, due_ms;

-- name: desk_zones
-- Zones of the panel, with what the alarm says of them.
SELECT z.id, z.number, z.name, z.zone_type, z.detector, z.principle,
       z.adjacent, z.area, r.name, r.floor, r.map, z.camera, k.name, k.stream,
       k.sub_stream, z.plan_x_pm, z.plan_y_pm, x.count, x.first_ms,
       x.last_ms, x.restored_ms
  FROM zone z
  LEFT JOIN area r ON r.id = z.area AND r.org = z.org
  LEFT JOIN camera k ON k.id = z.camera AND k.org = z.org
  LEFT JOIN alarm_zone x ON x.alarm = $3 AND x.zone_no = z.number
       AND x.org = z.org
 WHERE z.org = $1 AND z.panel = $2 AND z.retired_ms IS NULL
 ORDER BY z.number LIMIT 500;

-- name: desk_contacts
-- Whom to call, in order; $4: today.  Words never leave the database.
SELECT id, name, role, phone, phone_2, language, call_order, hours, note,
       CASE WHEN password IS NULL THEN 0 ELSE 1 END,
       CASE WHEN duress_word IS NULL THEN 0 ELSE 1 END,
       CASE WHEN (valid_from IS NULL OR valid_from <= $4)
             AND (valid_to IS NULL OR valid_to >= $4) THEN 1 ELSE 0 END,
       site
  FROM contact
 WHERE org = $1 AND customer = $2 AND (site IS NULL OR site = $3)
   AND retired_ms IS NULL
 ORDER BY COALESCE(call_order, 9999), id LIMIT 50;

-- name: desk_entries
-- Of the alarm and of those that were merged into it.
WITH RECURSIVE one_of (id) AS (
SELECT id FROM alarm WHERE org = $1 AND id = $2
UNION
SELECT m.id FROM one_of CROSS JOIN alarm m
 WHERE m.org = $1 AND m.merged_into = one_of.id)
SELECT e.id, e.number, e.created_ms, e.created_by, u.name, e.kind, e.step,
       e.contact, c.name, e.outcome, e.answer, e.camera, k.name, e.word_result,
       e.text
  FROM one_of CROSS JOIN alarm_entry e
  LEFT JOIN "user" u ON u.id = e.created_by AND u.org = e.org
  LEFT JOIN contact c ON c.id = e.contact AND c.org = e.org
  LEFT JOIN camera k ON k.id = e.camera AND k.org = e.org
 WHERE e.org = $1 AND e.alarm = one_of.id ORDER BY e.id LIMIT 500;

-- name: desk_signals
-- The site's newest.
SELECT g.id, g.received_ms, g.device_ms, g.account, g.format, g.code, g.role,
       g.class, g.priority, g.part_no, g.zone_no, g.user_no, g.text, g.state,
       f.fate, f.alarm, f.reason
  FROM signal g
  LEFT JOIN signal_fate f ON f.signal = g.id AND f.org = g.org
 WHERE g.org = $1 AND g.site = $2 ORDER BY g.id DESC LIMIT 50;

-- name: desk_links
-- Of its newest 500 signals those with x-data V: where the picture or sound
-- is.
SELECT g.id, g.received_ms, g.zone_no, g.xdata
  FROM (SELECT signal, org FROM signal_fate WHERE org = $1 AND alarm = $2
         ORDER BY signal DESC LIMIT 500) f
  JOIN signal g ON g.id = f.signal AND g.org = f.org
 WHERE g.xdata LIKE '%[V%'
 ORDER BY f.signal DESC LIMIT 20;

-- name: desk_previous
SELECT a.id, a.number, a.state, a.priority, a.class, a.summary, a.opened_ms,
       a.closed_ms, a.disposition, a.owner, u.name
  FROM alarm a LEFT JOIN "user" u ON u.id = a.owner AND u.org = a.org
 WHERE a.org = $1 AND a.site = $2 AND a.id <> $3
 ORDER BY a.id DESC LIMIT 20;

-- name: desk_history
-- Of the newest 1000 of the site; tests and duplicates are no alarms.
SELECT COUNT(*), COALESCE(SUM(CASE WHEN disposition LIKE 'false%' THEN 1
       ELSE 0 END), 0)
  FROM (SELECT opened_ms, disposition, family, state FROM alarm
         WHERE org = $1 AND site = $2 ORDER BY id DESC LIMIT 1000) a
 WHERE opened_ms >= $3 AND family = 'alarm' AND state <> 'test'
   AND COALESCE(disposition, '') NOT IN ('test', 'duplicate');

-- name: desk_modes
-- Of the panel.
SELECT m.id, m.version, m.state, m.zones, m.classes, m.from_ms, m.until_ms,
       m.purpose, m.technician, s.name, m.workorder, m.created_by, u.name
  FROM service_mode m
  LEFT JOIN staff s ON s.id = m.technician AND s.org = m.org
  LEFT JOIN "user" u ON u.id = m.created_by AND u.org = m.org
 WHERE m.org = $1 AND m.panel = $2 AND m.state = 'active'
 ORDER BY m.until_ms LIMIT 50;

-- name: desk_faults
-- Open faults of the site.
SELECT id, version, number, state, panel, zone_no, code, class, grade,
       symptom, count, first_ms, last_ms, workorder, alarm
  FROM fault WHERE org = $1 AND site = $2
   AND state IN ('proposed', 'ordered') ORDER BY id DESC LIMIT 50;

-- name: desk_mode_count
SELECT COUNT(*) FROM (SELECT id FROM service_mode
  WHERE org = $1 AND state = $2 LIMIT 10000) m;

-- name: desk_fault_count
SELECT COUNT(*) FROM (SELECT id FROM fault
  WHERE org = $1 AND state = $2 LIMIT 10000) f;

-- name: desk_dispatches
SELECT d.id, d.version, d.number, d.state, d.patrol, p.name, p.phone,
       d.sent_ms, d.accepted_ms, d.en_route_ms, d.arrived_ms, d.left_ms,
       d.reported_ms, d.result, d.report, d.next_patrol, d.time_source, q.name
  FROM dispatch d LEFT JOIN patrol p ON p.id = d.patrol AND p.org = d.org
  LEFT JOIN patrol q ON q.id = d.next_patrol AND q.org = d.org
 WHERE d.org = $1 AND d.incident = $2 ORDER BY d.id LIMIT 50;

-- name: desk_police
SELECT id, version, number, state, channel, content, avs, sent_ms, receipt_by,
       receipt_number, receipt_ms, failure
  FROM police_report WHERE org = $1 AND incident = $2 ORDER BY id LIMIT 50;

-- name: desk_photos
SELECT p.id, p.dispatch, p.file, p.note, p.taken_ms
  FROM dispatch d JOIN dispatch_photo p ON p.dispatch = d.id AND p.org = d.org
 WHERE d.org = $1 AND d.incident = $2 AND p.retired_ms IS NULL
 ORDER BY p.id LIMIT 200;

-- name: desk_notices
-- About the incident, and about the alarm before it had one.
SELECT n.id, n.version, n.number, n.state, n.kind, n.event, n.address,
       n.contact, COALESCE(c.name, p.name), n.subject, n.sent_ms, n.delivered_ms,
       n.acknowledged_ms, n.failure, n.tries
  FROM notice n LEFT JOIN contact c ON c.id = n.contact AND c.org = n.org
  LEFT JOIN dispatch d ON d.id = n.dispatch AND d.org = n.org
  LEFT JOIN patrol p ON p.id = d.patrol AND p.org = d.org
 WHERE n.org = $1 AND (n.incident = $2 OR n.alarm = $3)
 ORDER BY n.id LIMIT 50;

-- name: desk_timeline
-- The journal of the alarm, of those that were merged into it, of its incident
-- and what belongs to it, of faults that it told and their repair orders;
-- signals as they came; the newest 500.  An alarm without an incident has 0 for
-- it, which is also the row of what has none in the journal.  seal: the signed
-- head of the journal that covers the entry.
WITH RECURSIVE one_of (id) AS (
SELECT id FROM alarm WHERE org = $1 AND id = $2
UNION
SELECT m.id FROM one_of CROSS JOIN alarm m
 WHERE m.org = $1 AND m.merged_into = one_of.id),
of_row (id, source) AS (
SELECT id, 'journal' FROM one_of
UNION ALL
SELECT id, 'journal' FROM incident WHERE org = $1 AND id = $3
UNION ALL
SELECT id, 'journal' FROM dispatch WHERE org = $1 AND incident = $3
UNION ALL
SELECT id, 'journal' FROM police_report WHERE org = $1 AND incident = $3
UNION ALL
SELECT id, 'journal' FROM notice WHERE org = $1 AND incident = $3
UNION
SELECT n.id, 'journal' FROM one_of CROSS JOIN notice n
 WHERE n.org = $1 AND n.alarm = one_of.id
UNION ALL
SELECT f.id, 'journal' FROM one_of CROSS JOIN fault f
 WHERE f.org = $1 AND f.alarm = one_of.id
UNION
SELECT f.workorder, 'journal' FROM one_of CROSS JOIN fault f
 WHERE f.org = $1 AND f.alarm = one_of.id
UNION ALL
SELECT e.id, 'entry' FROM one_of CROSS JOIN alarm_entry e
 WHERE e.org = $1 AND e.alarm = one_of.id)
SELECT y.id, at_ms, source, reg, of_row, actor, who, op, pos,
       (SELECT c.no FROM journal_checkpoint c WHERE c.size > y.pos
         ORDER BY c.size LIMIT 1) AS seal, canon
  FROM (
SELECT * FROM (
SELECT j.id, j.at_ms, n.source, j.reg, j.row AS of_row, j.actor,
       u.name AS who, j.op, j.pos, j.canon
  FROM (SELECT k.id, of_row.source FROM of_row CROSS JOIN journal k
         WHERE k.row = of_row.id AND k.org = $1
         ORDER BY k.id DESC LIMIT 500) n
  JOIN journal j ON j.id = n.id AND j.org = $1
  LEFT JOIN "user" u ON u.id = j.actor AND u.org = j.org
UNION ALL
SELECT g.id, g.received_ms, 'signal', g.class, g.id, NULL, g.account, g.role,
       NULL, g.text
  FROM (SELECT f.signal FROM one_of CROSS JOIN signal_fate f
 WHERE f.org = $1 AND f.alarm = one_of.id
         ORDER BY f.signal DESC LIMIT 300) n
  JOIN signal g ON g.id = n.signal AND g.org = $1
) x ORDER BY at_ms DESC, id DESC LIMIT 500) y
 ORDER BY at_ms DESC, y.id DESC;
