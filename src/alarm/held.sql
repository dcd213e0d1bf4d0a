-- What rules hold back (alarm/held.h).

-- name: held_count
-- One more signal that changes nothing else; $5: held for longer.
UPDATE held SET count = count + 1, last_ms = $3, signal_id = $4,
	until_ms = COALESCE($5, until_ms)
 WHERE id = $1 AND org = $2;

-- name: held_of
-- The open episode of a panel.
SELECT id FROM held
 WHERE org = $1 AND panel = $2 AND kind = $3 AND state = 'held'
 ORDER BY id DESC LIMIT 1;

-- name: held_due
-- any_org: the sweep serves all; each row says whose it is.  Swingers and
-- runaways that have fallen quiet, delays that nothing waits for any more.
SELECT h.id, h.org FROM held h
 WHERE h.state = 'held' AND h.until_ms <= $1
   AND (h.kind <> 'delay' OR NOT EXISTS (SELECT 1 FROM panel_event e
	WHERE e.org = h.org AND e.held = h.id))
 ORDER BY h.until_ms LIMIT $2;

-- name: held_resumed
-- any_org: as above.  The panel is not suspended any more.
SELECT h.id, h.org FROM held h
 LEFT JOIN panel p ON p.id = h.panel AND p.org = h.org
 WHERE h.state = 'held' AND h.until_ms IS NULL AND h.kind = 'suspended'
   AND (p.state <> 'suspended' OR p.retired_ms IS NOT NULL)
 LIMIT $1;

-- name: held_event
-- What waits for its time in an episode.
SELECT panel, zone_no, org, site, part_no, signal, began_ms, alarm, fault,
       mode, due_ms, code, format, class, held
 FROM panel_event WHERE org = $1 AND held = $2 LIMIT 1;

-- name: held_rate_forget
-- The zone is heard again.
DELETE FROM panel_rate WHERE org = $1 AND held_id = $2;
