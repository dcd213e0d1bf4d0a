-- Statistics of the alarm centre (model C.6, K25 to K32).  The first five give
-- samples, in the columns of stat_collect.c: id, at_ms, site, zone, cause,
-- class, owner, value_ms, limit_ms, num, den; den 0: not decided yet.

-- name: stat_alarm_time
-- How long a step of the alarms took that were received in [$2, $3), by their
-- own times; tests apart.  A clock, where a limit was set, adds the limit and
-- those that have not ended.
SELECT a.id, a.at_ms, a.site, a.zone, a.disposition, a.class, a.owner,
       a.end_ms - a.begin_ms AS value_ms, c.due_ms - c.start_ms AS limit_ms,
       CASE WHEN c.stopped_ms <= c.due_ms THEN 1 ELSE 0 END AS num,
       CASE WHEN c.due_ms IS NULL THEN 0
	    WHEN c.stopped_ms IS NULL AND c.due_ms > $4 THEN 0 ELSE 1 END
	 AS den
  FROM (SELECT id, org, opened_ms AS at_ms, site, zone, disposition, class,
	       owner,
	       CASE WHEN $5 = 'claim' THEN opened_ms
		    WHEN $5 = 'verify' THEN claimed_ms
		    ELSE confirmed_ms END AS begin_ms,
	       CASE WHEN $5 = 'claim' THEN claimed_ms
		    WHEN $5 = 'verify' THEN COALESCE(confirmed_ms, cleared_ms)
		    ELSE dispatched_ms END AS end_ms
	  FROM alarm
	 WHERE org = $1 AND opened_ms >= $2 AND opened_ms < $3
	   AND state <> 'test' AND COALESCE(disposition, '') <> 'test') a
  LEFT JOIN clock c ON c.org = $1 AND c.row = a.id AND c.name = $5
   AND c.is_void = 0
 WHERE a.org = $1 AND (c.id IS NOT NULL OR a.end_ms - a.begin_ms >= 0)
 ORDER BY a.at_ms DESC, a.id DESC;

-- name: stat_incident_time
-- The same of the incidents with ids in [$2, $3).
SELECT i.id, i.opened_ms AS at_ms, i.site, NULL AS zone, NULL AS cause,
       i.class, NULL AS owner, i.end_ms - i.begin_ms AS value_ms,
       c.due_ms - c.start_ms AS limit_ms,
       CASE WHEN c.stopped_ms <= c.due_ms THEN 1 ELSE 0 END AS num,
       CASE WHEN c.due_ms IS NULL THEN 0
	    WHEN c.stopped_ms IS NULL AND c.due_ms > $4 THEN 0 ELSE 1 END
	 AS den
  FROM (SELECT id, org, opened_ms, site, class,
	       CASE WHEN $5 = 'arrive' THEN sent_ms ELSE opened_ms END
		 AS begin_ms,
	       CASE WHEN $5 = 'arrive' THEN arrived_ms
		    WHEN $5 = 'police' THEN police_ms
		    ELSE notified_ms END AS end_ms
	  FROM incident
	 WHERE org = $1 AND id >= $2 AND id < $3) i
  LEFT JOIN clock c ON c.org = $1 AND c.row = i.id AND c.name = $5
   AND c.is_void = 0
 WHERE i.org = $1 AND (c.id IS NOT NULL OR i.end_ms - i.begin_ms >= 0)
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

-- The next three give what was counted of panels on the days $2 to $3: panel,
-- site, first day, online_s, offline_s, frames, gaps, tests_due_milli,
-- tests_missed.  Days before a customer's first and after his last monitoring
-- contract do not count; without any all do.

-- name: stat_by_panel
SELECT d.panel, MAX(d.site) AS site, MIN(d.day) AS day,
       CAST(SUM(d.online_s) AS BIGINT) AS online_s,
       CAST(SUM(d.offline_s) AS BIGINT) AS offline_s,
       CAST(SUM(d.frames) AS BIGINT) AS frames,
       CAST(SUM(d.gaps) AS BIGINT) AS gaps,
       CAST(SUM(d.tests_due_milli) AS BIGINT) AS tests_due_milli,
       CAST(SUM(d.tests_missed) AS BIGINT) AS tests_missed
  FROM path_day d JOIN site s ON s.org = $1 AND s.id = d.site
  LEFT JOIN (SELECT customer, MIN(start_on) AS from_on,
		    MAX(COALESCE(ended_on, end_on)) AS to_on
	       FROM contract
	      WHERE org = $1 AND kind IN ('monitoring', 'mixed')
		AND state IN ('active', 'expiring', 'renewed', 'ended')
		AND retired_ms IS NULL
	      GROUP BY customer) k ON k.customer = s.customer
 WHERE d.org = $1 AND d.day >= $2 AND d.day <= $3
   AND (CAST($4 AS BIGINT) = 0 OR d.site = $4)
   AND (k.customer IS NULL OR (d.day >= k.from_on AND d.day <= k.to_on))
 GROUP BY d.panel ORDER BY d.panel;

-- name: stat_by_day
-- Of all panels together.
SELECT 0 AS panel, 0 AS site, d.day,
       CAST(SUM(d.online_s) AS BIGINT) AS online_s,
       CAST(SUM(d.offline_s) AS BIGINT) AS offline_s,
       CAST(SUM(d.frames) AS BIGINT) AS frames,
       CAST(SUM(d.gaps) AS BIGINT) AS gaps,
       CAST(SUM(d.tests_due_milli) AS BIGINT) AS tests_due_milli,
       CAST(SUM(d.tests_missed) AS BIGINT) AS tests_missed
  FROM path_day d JOIN site s ON s.org = $1 AND s.id = d.site
  LEFT JOIN (SELECT customer, MIN(start_on) AS from_on,
		    MAX(COALESCE(ended_on, end_on)) AS to_on
	       FROM contract
	      WHERE org = $1 AND kind IN ('monitoring', 'mixed')
		AND state IN ('active', 'expiring', 'renewed', 'ended')
		AND retired_ms IS NULL
	      GROUP BY customer) k ON k.customer = s.customer
 WHERE d.org = $1 AND d.day >= $2 AND d.day <= $3
   AND (CAST($4 AS BIGINT) = 0 OR d.site = $4)
   AND (k.customer IS NULL OR (d.day >= k.from_on AND d.day <= k.to_on))
 GROUP BY d.day ORDER BY d.day DESC;

-- name: stat_of_panel
-- The days of the panel $4.
SELECT d.panel, MAX(d.site) AS site, d.day,
       CAST(SUM(d.online_s) AS BIGINT) AS online_s,
       CAST(SUM(d.offline_s) AS BIGINT) AS offline_s,
       CAST(SUM(d.frames) AS BIGINT) AS frames,
       CAST(SUM(d.gaps) AS BIGINT) AS gaps,
       CAST(SUM(d.tests_due_milli) AS BIGINT) AS tests_due_milli,
       CAST(SUM(d.tests_missed) AS BIGINT) AS tests_missed
  FROM path_day d JOIN site s ON s.org = $1 AND s.id = d.site
  LEFT JOIN (SELECT customer, MIN(start_on) AS from_on,
		    MAX(COALESCE(ended_on, end_on)) AS to_on
	       FROM contract
	      WHERE org = $1 AND kind IN ('monitoring', 'mixed')
		AND state IN ('active', 'expiring', 'renewed', 'ended')
		AND retired_ms IS NULL
	      GROUP BY customer) k ON k.customer = s.customer
 WHERE d.org = $1 AND d.panel = $4 AND d.day >= $2 AND d.day <= $3
   AND (k.customer IS NULL OR (d.day >= k.from_on AND d.day <= k.to_on))
 GROUP BY d.panel, d.day ORDER BY d.day DESC;

-- name: stat_panels
-- Panels in use.
SELECT p.id, p.site, p.commissioned_on
  FROM panel p
 WHERE p.org = $1 AND p.state = 'live'
   AND p.retired_ms IS NULL;

-- name: stat_first
-- The first signal of all: nothing is known of the time before it.
SELECT id FROM signal WHERE org = $1 ORDER BY id LIMIT 1;
