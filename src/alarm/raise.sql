-- The raiser: what becomes of signals (alarm/raise.h).

-- name: raise_fate
INSERT INTO signal_fate (signal, org, at_ms, fate, alarm, reason)
VALUES ($1, $2, $3, $4, $5, $6)
 ON CONFLICT (signal) DO UPDATE SET at_ms = $3, fate = $4, alarm = $5,
	reason = $6
 WHERE signal_fate.org = $2;

-- name: raise_signal_get
-- any_org: the raiser serves all; the signal says whose it is
SELECT id, org, received_ms, device_ms, source, transport, peer, line, account,
       seq, token, encrypted, panel, site, customer, part, format, code, role,
       class, priority, part_no, zone_no, user_no, text, data, xdata, state
 FROM signal WHERE id = $1;

-- name: raise_scan
-- any_org: the raiser serves all; in the order of commits on a node
SELECT id, priority FROM signal WHERE id > $1 AND id <= $3
 ORDER BY id LIMIT $2;

-- name: raise_cursors
SELECT priority, upto FROM signal_cursor WHERE node = $1 ORDER BY priority;

-- name: raise_cursor_put
-- No row: somebody else has moved it since; a commit of ours, for instance,
-- that lost its connection and came true after all.
INSERT INTO signal_cursor (node, priority, upto) VALUES ($1, $2, $3)
 ON CONFLICT (node, priority) DO UPDATE SET upto = $3
 WHERE signal_cursor.upto = $4;

-- name: raise_zone
SELECT id, name, principle, adjacent FROM zone
 WHERE org = $1 AND panel = $2 AND number = $3 AND retired_ms IS NULL;

-- name: raise_event_put
-- A trip under a test leaves the zone to the alarm that it has: the restore
-- must end that one.
INSERT INTO panel_event (panel, zone_no, code, org, site, format, class,
	part_no, signal, began_ms, alarm, fault, mode, due_ms, remind_ms, held)
VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16)
 ON CONFLICT (panel, zone_no, code) DO UPDATE SET signal = $9,
	alarm = CASE WHEN $13 > 0 AND panel_event.alarm > 0
		AND panel_event.mode IS NULL THEN panel_event.alarm
		ELSE $11 END,
	mode = CASE WHEN panel_event.alarm > 0
		AND panel_event.mode IS NULL THEN NULL ELSE $13 END,
	fault = COALESCE($12, panel_event.fault), due_ms = $14,
	remind_ms = COALESCE(panel_event.remind_ms, $15), held = $16
 WHERE panel_event.org = $4;

-- name: raise_event_get
SELECT panel, zone_no, org, site, part_no, signal, began_ms, alarm, fault,
       mode, due_ms, code, format, class, held
 FROM panel_event
 WHERE org = $1 AND panel = $2 AND zone_no = $3 AND code = $4;

-- name: raise_event_zone
-- What a zone (-1: the panel) has open.
SELECT panel, zone_no, org, site, part_no, signal, began_ms, alarm, fault,
       mode, due_ms, code, format, class, held
 FROM panel_event
 WHERE org = $1 AND panel = $2 AND zone_no = $3
 ORDER BY code LIMIT 100;

-- name: raise_event_gone
DELETE FROM panel_event
 WHERE org = $1 AND panel = $2 AND zone_no = $3 AND code = $4;

-- name: raise_event_fault
-- Others that told of a fault.
SELECT zone_no FROM panel_event
 WHERE org = $1 AND panel = $2 AND fault = $3 LIMIT 1;

-- name: raise_event_due
-- any_org: the sweep serves all; each row says whose it is
-- for: sqlite
SELECT panel, zone_no, org, site, part_no, signal, began_ms, alarm, fault,
       mode, due_ms, code, format, class, held
 FROM panel_event WHERE due_ms <= $1 ORDER BY due_ms LIMIT $2;
-- for: pg
SELECT panel, zone_no, org, site, part_no, signal, began_ms, alarm, fault,
       mode, due_ms, code, format, class, held
 FROM panel_event WHERE due_ms <= $1 ORDER BY due_ms LIMIT $2
 FOR UPDATE SKIP LOCKED;

-- name: raise_event_remind
-- any_org: as above
-- for: sqlite
SELECT panel, zone_no, org, site, part_no, signal, began_ms, alarm, fault,
       mode, due_ms, code, format, class, held
 FROM panel_event WHERE remind_ms <= $1 ORDER BY remind_ms LIMIT $2;
-- for: pg
SELECT panel, zone_no, org, site, part_no, signal, began_ms, alarm, fault,
       mode, due_ms, code, format, class, held
 FROM panel_event WHERE remind_ms <= $1 ORDER BY remind_ms LIMIT $2
 FOR UPDATE SKIP LOCKED;

-- name: raise_event_delay
UPDATE panel_event SET due_ms = $5
 WHERE org = $1 AND panel = $2 AND zone_no = $3 AND code = $4;

-- name: raise_event_later
UPDATE panel_event SET remind_ms = $5
 WHERE org = $1 AND panel = $2 AND zone_no = $3 AND code = $4;

-- name: raise_event_reminded
UPDATE panel_event SET remind_ms = NULL
 WHERE org = $1 AND panel = $2 AND zone_no = $3 AND code = $4;

-- name: raise_event_mode
-- any_org: as above.  Events of service modes that are over.
-- for: sqlite
SELECT e.panel, e.zone_no, e.org, e.site, e.part_no, e.signal, e.began_ms,
       e.alarm, e.fault, e.mode, e.due_ms, e.code, e.format, e.class,
       e.held
 FROM panel_event e
 WHERE e.mode > 0 AND NOT EXISTS (SELECT 1 FROM service_mode m
	WHERE m.id = e.mode AND m.org = e.org AND m.state = 'active')
 ORDER BY e.mode LIMIT $1;
-- for: pg
SELECT e.panel, e.zone_no, e.org, e.site, e.part_no, e.signal, e.began_ms,
       e.alarm, e.fault, e.mode, e.due_ms, e.code, e.format, e.class,
       e.held
 FROM panel_event e
 WHERE e.mode > 0 AND NOT EXISTS (SELECT 1 FROM service_mode m
	WHERE m.id = e.mode AND m.org = e.org AND m.state = 'active')
 ORDER BY e.mode LIMIT $1
 FOR UPDATE OF e SKIP LOCKED;

-- name: raise_event_unmode
UPDATE panel_event SET mode = NULL
 WHERE org = $1 AND mode = $2;

-- name: raise_rate
-- Counts within a window that begins at $5 at the latest; from $6 on it goes
-- on as long as it does not fall quiet.
INSERT INTO panel_rate (panel, zone_no, org, since_ms, n, held)
VALUES ($1, $2, $3, $4, 1, 0)
 ON CONFLICT (panel, zone_no) DO UPDATE SET
	since_ms = CASE WHEN panel_rate.since_ms <= $5 THEN $4
		WHEN panel_rate.n >= $6 THEN $4 ELSE panel_rate.since_ms END,
	n = CASE WHEN panel_rate.since_ms <= $5 THEN 1
		ELSE panel_rate.n + 1 END,
	held = CASE WHEN panel_rate.since_ms <= $5 THEN 0
		WHEN panel_rate.n >= $6 THEN 1 ELSE 0 END,
	held_id = CASE WHEN panel_rate.since_ms <= $5 THEN NULL
		ELSE panel_rate.held_id END
 WHERE panel_rate.org = $3
 RETURNING n, held_id;

-- name: raise_rate_needless
-- The panel is held back by its own count, and the zone has none yet: no row
-- for each number that it makes up.
SELECT p.n FROM panel_rate p
 WHERE p.org = $1 AND p.panel = $2 AND p.zone_no = -1 AND p.since_ms > $4
   AND p.n >= $5 AND NOT EXISTS (SELECT 1 FROM panel_rate z
	WHERE z.org = $1 AND z.panel = $2 AND z.zone_no = $3);

-- name: raise_rate_quiet
-- any_org: the sweep serves all; windows are a day at most
DELETE FROM panel_rate WHERE since_ms < $1;

-- name: raise_rate_held
-- The episode that it begins.
UPDATE panel_rate SET held_id = $4
 WHERE panel = $1 AND zone_no = $2 AND org = $3;

-- name: raise_others
-- Which other zones of the panel told the desk of an intrusion since an id;
-- what a test covered or a rule held back proves nothing.
SELECT DISTINCT z.number, z.name, z.principle, z.adjacent
 FROM signal s JOIN zone z ON z.org = s.org AND z.panel = s.panel
	AND z.number = s.zone_no AND z.retired_ms IS NULL
 JOIN signal_fate f ON f.signal = s.id AND f.org = s.org
	AND f.fate IN ('raised', 'joined')
 WHERE s.org = $1 AND s.site = $2 AND s.id > $3 AND s.id < $4
   AND s.panel = $5 AND s.class = 'intrusion'
   AND s.role IN ('alarm', 'verified')
   AND s.zone_no <> $6 AND s.received_ms >= $7
 ORDER BY z.number LIMIT 20;

-- name: raise_called_off
-- The newest alarm that the panel, in the partition, told of since an id and
-- that nobody has cleared.
SELECT f.alarm
 FROM signal s JOIN signal_fate f ON f.signal = s.id AND f.org = s.org
	AND f.fate IN ('raised', 'joined')
 JOIN alarm a ON a.id = f.alarm AND a.org = f.org AND a.family = 'alarm'
	AND a.closed_ms IS NULL AND a.state <> 'cleared'
 WHERE s.org = $1 AND s.site = $2 AND s.id > $3 AND s.id < $4
   AND s.panel = $5 AND s.received_ms >= $6
   AND ($7 = -1 OR s.part_no IS NULL OR s.part_no = $7)
 ORDER BY s.id DESC LIMIT 1;

-- name: raise_armed_put
-- An older signal that is handled later changes nothing.
INSERT INTO arm_state (panel, part_no, org, site, armed, since_ms, user_no,
	signal)
VALUES ($1, $2, $3, $4, $5, $6, $7, $8)
 ON CONFLICT (panel, part_no) DO UPDATE SET armed = $5, since_ms = $6,
	user_no = $7, signal = $8
 WHERE arm_state.org = $3 AND arm_state.signal < $8;

-- name: raise_armed_get
-- Of a partition ($3), or of the whole panel (-1), which is armed when every
-- partition is that has told; what the whole panel told counts for each of
-- them that has told nothing since.  The panel alone when none has told.
SELECT CASE WHEN w.signal > p.signal THEN w.armed ELSE p.armed END AS armed,
       CASE WHEN w.signal > p.signal THEN w.since_ms ELSE p.since_ms END
	AS since_ms,
       CASE WHEN w.signal > p.signal THEN w.user_no ELSE p.user_no END
	AS user_no
 FROM arm_state p LEFT JOIN arm_state w ON w.org = p.org
	AND w.panel = p.panel AND w.part_no = -1
 WHERE p.org = $1 AND p.panel = $2
   AND ((p.part_no <> -1 AND (p.part_no = $3 OR $3 = -1))
	OR (p.part_no = -1 AND NOT EXISTS (SELECT 1 FROM arm_state o
		WHERE o.org = $1 AND o.panel = $2 AND o.part_no <> -1
		  AND (o.part_no = $3 OR $3 = -1))))
 ORDER BY 1, 2 DESC LIMIT 1;

-- name: raise_event_arming
-- What our schedules have told of a panel.
SELECT panel, zone_no, org, site, part_no, signal, began_ms, alarm, fault,
       mode, due_ms, code, format, class, held
 FROM panel_event
 WHERE org = $1 AND panel = $2 AND class = 'arming' AND format = 'own'
 ORDER BY zone_no, code LIMIT 100;

-- name: raise_again_due
-- any_org: the sweep serves all; each row says whose it is
-- for: sqlite
SELECT f.signal, f.org, s.raw
  FROM signal_fate f JOIN signal s ON s.id = f.signal
 WHERE f.fate = 'again' AND f.signal > 0 ORDER BY f.signal LIMIT $1;
-- for: pg
SELECT f.signal, f.org, s.raw
  FROM signal_fate f JOIN signal s ON s.id = f.signal
 WHERE f.fate = 'again' AND f.signal > 0 ORDER BY f.signal LIMIT $1
 FOR UPDATE OF f SKIP LOCKED;

-- name: raise_again_panels
-- Those in use with this account, on whatever line.
SELECT p.id, p.site,
	(SELECT s.customer FROM site s WHERE s.org = $1 AND s.id = p.site)
		AS customer,
	p.template,
	(SELECT t.dialect FROM panel_template t
	  WHERE t.org = $1 AND t.id = p.template) AS dialect,
	p.clock_offset_min, p.receiver_line, p.backup_line, p.key_ref,
	p.encryption
  FROM panel p
 WHERE p.org = $1 AND upper(p.account) = upper($2)
   AND p.retired_ms IS NULL AND p.state <> 'closed'
   AND p.protocol IN ('dc09', 'receiver')
 ORDER BY p.id LIMIT 20;

-- name: raise_again_line
-- The key of a receiver line, else of all others.
SELECT key_ref FROM receiver
 WHERE org = $1 AND (line = $2 OR line IS NULL) AND retired_ms IS NULL
   AND key_ref IS NOT NULL
 ORDER BY line IS NULL LIMIT 1;

-- name: raise_again_plain
-- What a receiver line, else all others, answers to plain frames of panels
-- that must encrypt.
SELECT plain_answer FROM receiver
 WHERE org = $1 AND (line = $2 OR line IS NULL) AND retired_ms IS NULL
 ORDER BY line IS NULL LIMIT 1;

-- name: raise_again_parts
-- Whether the frame had other events: written by one commit, so near by.
SELECT id FROM signal
 WHERE org = $1 AND account = $2 AND id > $3 AND id < $3 + 65536
   AND received_ms = $4 AND part > 0 LIMIT 1;

-- name: raise_again_of
INSERT INTO signal_fate (signal, org, at_ms, fate, again_of)
VALUES ($1, $2, $3, 'logged', $4);

-- name: raise_again_done
UPDATE signal_fate SET fate = $3, at_ms = $4, reason = $5
 WHERE org = $1 AND signal = $2;
