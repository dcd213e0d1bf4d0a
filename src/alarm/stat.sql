-- Statistics of the alarm centre (model C.6, K25 to K32).  The first five give
-- samples, in the columns of stat_collect.c: id, at_ms, site, zone, cause,
-- class, owner, value_ms, limit_ms, num, den; den 0: not decided yet.

-- name: stat_alarm_clock
-- A clock of the alarms that were received in [$2, $3); tests apart.
SELECT a.id, a.opened_ms AS at_ms, a.site, a.zone, a.disposition, a.class,
       a.owner, c.stopped_ms - c.start_ms AS value_ms,
       c.due_ms - c.start_ms AS limit_ms,
       CASE WHEN c.stopped_ms <= c.due_ms THEN 1 ELSE 0 END AS num,
       CASE WHEN c.stopped_ms IS NULL AND c.due_ms > $4 THEN 0 ELSE 1 END
	 AS den
  FROM alarm a
  JOIN clock c ON c.org = $1 AND c.row = a.id AND c.name = $5
   AND c.is_void = 0
 WHERE a.org = $1 AND a.opened_ms >= $2 AND a.opened_ms < $3
   AND a.state <> 'test' AND COALESCE(a.disposition, '') <> 'test'
 ORDER BY a.opened_ms DESC, a.id DESC;

-- name: stat_incident_clock
-- A clock of the incidents with ids in [$2, $3).
SELECT i.id, i.opened_ms AS at_ms, i.site, NULL AS zone, NULL AS cause,
       i.class, NULL AS owner, c.stopped_ms - c.start_ms AS value_ms,
       c.due_ms - c.start_ms AS limit_ms,
       CASE WHEN c.stopped_ms <= c.due_ms THEN 1 ELSE 0 END AS num,
       CASE WHEN c.stopped_ms IS NULL AND c.due_ms > $4 THEN 0 ELSE 1 END
	 AS den
  FROM incident i
  JOIN clock c ON c.org = $1 AND c.row = i.id AND c.name = $5
   AND c.is_void = 0
 WHERE i.org = $1 AND i.id >= $2 AND i.id < $3
 ORDER BY i.id DESC;

-- name: stat_verdicts
-- Alarms received in [$2, $3) and what they turned out to be; tests,
-- duplicates and what is no alarm (faults, use) apart.
SELECT a.id, a.opened_ms AS at_ms, a.site, a.zone, a.disposition, a.class,
       a.owner, NULL AS value_ms, NULL AS limit_ms, 0 AS num,
       CASE WHEN a.disposition IS NULL THEN 0 ELSE 1 END AS den
  FROM alarm a
 WHERE a.org = $1 AND a.opened_ms >= $2 AND a.opened_ms < $3
   AND a.family = 'alarm' AND a.state NOT IN ('test', 'merged')
   AND COALESCE(a.disposition, '') NOT IN ('test', 'duplicate')
 ORDER BY a.opened_ms DESC, a.id DESC;

-- name: stat_latency
-- Signals with ids in [$2, $3) that raised an alarm, of panels whose clock is
-- good.
SELECT s.id, s.received_ms AS at_ms, s.site, NULL AS zone, NULL AS cause,
       s.class, NULL AS owner, s.received_ms - s.device_ms AS value_ms,
       2000 AS limit_ms,
       CASE WHEN s.received_ms - s.device_ms <= 2000 THEN 1 ELSE 0 END AS num,
       1 AS den
  FROM signal_fate f
  JOIN signal s ON s.id = f.signal AND s.org = $1
 WHERE f.org = $1 AND f.fate = 'raised' AND f.signal >= $2 AND f.signal < $3
   AND s.device_ms IS NOT NULL
   AND NOT EXISTS (SELECT 1 FROM path_state p
		    WHERE p.panel = s.panel AND p.path = 'main'
		      AND p.org = $1 AND p.clock_off = 1)
 ORDER BY f.signal DESC;

-- name: stat_losses
-- Frames that are missing by their sequence numbers, since the panel's path
-- is counted.
SELECT p.panel AS id, p.written_ms AS at_ms, p.site, NULL AS zone,
       p.path AS cause, NULL AS class, NULL AS owner, NULL AS value_ms,
       NULL AS limit_ms, p.gaps AS num, p.frames + p.gaps AS den
  FROM path_state p
 WHERE p.org = $1
 ORDER BY p.gaps DESC, p.panel;

-- name: stat_panels
-- Panels in use, how their paths stand.
SELECT p.id, p.site, p.commissioned_on, p.test_interval_h,
       m.state AS main_state, m.since_ms AS main_since_ms,
       b.state AS backup_state, b.since_ms AS backup_since_ms
  FROM panel p
  LEFT JOIN path_state m ON m.panel = p.id AND m.path = 'main' AND m.org = $1
  LEFT JOIN path_state b ON b.panel = p.id AND b.path = 'backup'
   AND b.org = $1
 WHERE p.org = $1 AND p.state = 'live'
   AND p.retired_ms IS NULL;

-- name: stat_own
-- What the program found of panels, with ids in [$2, $3), by code.
SELECT s.panel, s.received_ms, s.code, s.data
  FROM signal s
 WHERE s.org = $1 AND s.source = 'own' AND s.code IN ($4, $5)
   AND s.id >= $2 AND s.id < $3 AND s.panel IS NOT NULL;

-- name: stat_first
-- The first signal of all: nothing is known of the time before it.
SELECT id FROM signal WHERE org = $1 ORDER BY id LIMIT 1;

-- name: stat_service
-- Times in [$2, $3) in which a whole panel was in service mode.
SELECT panel, from_ms, COALESCE(ended_ms, until_ms) AS until_ms
  FROM service_mode
 WHERE org = $1 AND from_ms < $3 AND COALESCE(ended_ms, until_ms) > $2
   AND partition IS NULL AND zones IS NULL AND classes IS NULL
   AND retired_ms IS NULL;
