-- Faults that signals tell of (alarm/fault.h).

-- name: fault_open
-- The open one of a panel, zone and code.
SELECT id FROM fault
 WHERE org = $1 AND panel = $2 AND code = $4
   AND COALESCE(zone_no, -1) = COALESCE($3, -1)
   AND state IN ('proposed', 'ordered')
 ORDER BY id DESC LIMIT 1;

-- name: fault_ordered
-- An order for the same kind of fault that nobody has finished.
SELECT w.id, w.number FROM fault f JOIN workorder w ON w.org = f.org AND w.id = f.workorder
 WHERE f.org = $1 AND f.panel = $2 AND f.code = $4
   AND COALESCE(f.zone_no, -1) = COALESCE($3, -1)
   AND w.state NOT IN ('restored', 'second_visit', 'accepted', 'settled',
	'archived', 'duplicate', 'cancelled', 'declined')
 ORDER BY w.id DESC LIMIT 1;

-- name: fault_place
-- Where a panel's zone is, and which device it is: the zone's, else the
-- panel's.
SELECT z.id, COALESCE(z.area, d.area), d.id, d.system
 FROM panel p LEFT JOIN zone z
	ON z.org = p.org AND z.panel = p.id AND z.number = $3
	AND z.retired_ms IS NULL
 LEFT JOIN device d ON d.org = p.org AND d.id = COALESCE(z.device, p.device)
 WHERE p.org = $1 AND p.id = $2;
