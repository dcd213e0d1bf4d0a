-- Service mode (alarm/mode.h).

-- name: mode_active
-- Of a panel at an instant; until_ms counts even when the sweeper is late.
SELECT m.id, p.number, m.zones, m.classes, m.on_site, m.confirmed_by
 FROM service_mode m LEFT JOIN partition p ON p.org = m.org AND p.id = m.partition
 WHERE m.org = $1 AND m.panel = $2 AND m.state = 'active'
   AND m.from_ms <= $3 AND m.until_ms > $3
 ORDER BY m.id LIMIT 20;

-- name: mode_open_zones
-- Zones that were used under it and have not restored.
SELECT DISTINCT zone_no FROM panel_event
 WHERE org = $1 AND mode = $2 AND zone_no >= 0
 ORDER BY zone_no LIMIT 200;
