-- Arming schedules (alarm/schedule.h).

-- name: schedule_again
-- A schedule was written: it is planned anew at once.
INSERT INTO arm_due (schedule, org, due_ms, what) VALUES ($1, $2, 0, 'plan')
 ON CONFLICT (schedule) DO UPDATE SET due_ms = 0, what = 'plan'
 WHERE arm_due.org = $2;

-- name: schedule_all_again
-- A holiday was written.
UPDATE arm_due SET due_ms = 0, what = 'plan'
 WHERE org = $1 AND schedule IN (SELECT id FROM arm_schedule WHERE org = $1);

-- name: schedule_plan
INSERT INTO arm_due (schedule, org, due_ms, what) VALUES ($1, $2, $3, $4)
 ON CONFLICT (schedule) DO UPDATE SET due_ms = $3, what = $4
 WHERE arm_due.org = $2;

-- name: schedule_due
-- any_org: the sweep serves all; each row says whose it is
-- for: sqlite
SELECT a.id, a.org, a.panel, p.site, s.customer, p.account, t.number, a.days,
       a.opens_at, a.closes_at, a.tolerance_min, a.repeat_min,
       a.tell_late_open, a.tell_early_open, a.keeps_holidays, d.what,
       a.retired_ms, CASE WHEN p.retired_ms IS NULL
	AND p.state = 'live' THEN 1 ELSE 0 END AS in_use
 FROM arm_due d JOIN arm_schedule a ON a.id = d.schedule
 JOIN panel p ON p.id = a.panel JOIN site s ON s.id = p.site
 LEFT JOIN partition t ON t.id = a.partition
 WHERE d.due_ms <= $1 ORDER BY d.due_ms LIMIT $2;
-- for: pg
SELECT a.id, a.org, a.panel, p.site, s.customer, p.account, t.number, a.days,
       a.opens_at, a.closes_at, a.tolerance_min, a.repeat_min,
       a.tell_late_open, a.tell_early_open, a.keeps_holidays, d.what,
       a.retired_ms, CASE WHEN p.retired_ms IS NULL
	AND p.state = 'live' THEN 1 ELSE 0 END AS in_use
 FROM arm_due d JOIN arm_schedule a ON a.id = d.schedule
 JOIN panel p ON p.id = a.panel JOIN site s ON s.id = p.site
 LEFT JOIN partition t ON t.id = a.partition
 WHERE d.due_ms <= $1 ORDER BY d.due_ms LIMIT $2
 FOR UPDATE OF d SKIP LOCKED;

-- name: schedule_of
-- Those of a panel, as above.
SELECT a.id, a.org, a.panel, p.site, s.customer, p.account, t.number, a.days,
       a.opens_at, a.closes_at, a.tolerance_min, a.repeat_min,
       a.tell_late_open, a.tell_early_open, a.keeps_holidays
 FROM arm_schedule a JOIN panel p ON p.org = a.org AND p.id = a.panel
 JOIN site s ON s.org = a.org AND s.id = p.site
 LEFT JOIN partition t ON t.org = a.org AND t.id = a.partition
 WHERE a.org = $1 AND a.panel = $2 AND a.retired_ms IS NULL
 ORDER BY a.id LIMIT 20;

-- name: schedule_holidays
-- Of the site and of all sites; the site's own first.
SELECT from_on, to_on, kind FROM holiday
 WHERE org = $1 AND retired_ms IS NULL AND (site IS NULL OR site = $2)
 ORDER BY CASE WHEN site IS NULL THEN 1 ELSE 0 END, id DESC LIMIT 200;
