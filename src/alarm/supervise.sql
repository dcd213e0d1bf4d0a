-- Statements of the supervision (alarm/supervise_store.h).

-- name: watched_all
-- any_org: the program watches the panels of every organisation
SELECT p.id, p.changed_ms, p.org, p.site, s.customer, p.account,
       p.receiver_line, s.district, p.state, p.retired_ms, p.backup_by,
       p.backup_transport, p.backup_line, p.backup_network, p.main_carrier,
       p.backup_carrier, p.backup_interval_s, p.backup_tolerance_percent,
       p.protocol, p.tolerance_percent, p.test_interval_h,
       p.test_tolerance_min,
       p.interval_pstn_s, p.interval_gprs_s, p.interval_nb_iot_s,
       p.interval_4g_s, p.interval_5g_s, p.interval_ip_s, p.interval_radio_s
  FROM panel p JOIN site s ON s.id = p.site
 WHERE p.id > $1 ORDER BY p.id LIMIT $2;

-- name: watched_changed
-- any_org: the program watches the panels of every organisation
SELECT p.id, p.changed_ms, p.org, p.site, s.customer, p.account,
       p.receiver_line, s.district, p.state, p.retired_ms, p.backup_by,
       p.backup_transport, p.backup_line, p.backup_network, p.main_carrier,
       p.backup_carrier, p.backup_interval_s, p.backup_tolerance_percent,
       p.protocol, p.tolerance_percent, p.test_interval_h,
       p.test_tolerance_min,
       p.interval_pstn_s, p.interval_gprs_s, p.interval_nb_iot_s,
       p.interval_4g_s, p.interval_5g_s, p.interval_ip_s, p.interval_radio_s
  FROM panel p JOIN site s ON s.id = p.site
 WHERE (p.changed_ms, p.id) > ($1, $2)
 ORDER BY p.changed_ms, p.id LIMIT $3;

-- name: watched_orgs
-- any_org: which there are
-- scan: a handful of rows
SELECT id FROM org ORDER BY id;

-- name: path_all
-- any_org: the program watches the panels of every organisation
SELECT panel, path, org, site, node, transport, line, peer, state, storm,
       since_ms, seen_ms, signal_ms, clock_diff_ms, clock_off, test_missing,
       frames, gaps, repeats
  FROM path_state WHERE (panel, path) > ($1, $2)
 ORDER BY panel, path LIMIT $3;

-- name: path_written
-- When the node was last at work.
-- any_org: of the program itself
SELECT written_ms FROM path_state WHERE node = $1
 ORDER BY written_ms DESC LIMIT 1;

-- name: path_heard_by
SELECT node, seen_ms FROM path_state
 WHERE org = $1 AND panel = $2 AND path = $3;

-- name: path_save
-- Not over what another node has heard later.
INSERT INTO path_state (panel, path, org, site, node, transport, line, peer,
	state, storm, carrier, region, since_ms, seen_ms, signal_ms,
	clock_diff_ms, clock_off, test_missing, frames, gaps, repeats,
	written_ms)
VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16,
	$17, $18, $19, $20, $21, $22)
    ON CONFLICT (panel, path) DO UPDATE SET org = excluded.org,
	site = excluded.site, node = excluded.node,
	transport = excluded.transport, line = excluded.line,
	peer = excluded.peer, state = excluded.state, storm = excluded.storm,
	carrier = excluded.carrier, region = excluded.region,
	since_ms = excluded.since_ms, seen_ms = excluded.seen_ms,
	signal_ms = excluded.signal_ms,
	clock_diff_ms = excluded.clock_diff_ms,
	clock_off = excluded.clock_off, test_missing = excluded.test_missing,
	frames = excluded.frames, gaps = excluded.gaps,
	repeats = excluded.repeats, written_ms = excluded.written_ms
 WHERE path_state.node = excluded.node OR path_state.seen_ms IS NULL
    OR excluded.seen_ms >= path_state.seen_ms;

-- name: path_day_add
-- What was counted since the row before; nodes add to one row.
INSERT INTO path_day (org, day, panel, path, site, heartbeats, frames, up_s,
	down_s, gaps, repeats, online_s, offline_s, service_s, tests_due_milli,
	tests_missed)
VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16)
    ON CONFLICT (org, day, panel, path) DO UPDATE SET site = excluded.site,
	heartbeats = path_day.heartbeats + excluded.heartbeats,
	frames = path_day.frames + excluded.frames,
	up_s = path_day.up_s + excluded.up_s,
	down_s = path_day.down_s + excluded.down_s,
	gaps = path_day.gaps + excluded.gaps,
	repeats = path_day.repeats + excluded.repeats,
	online_s = path_day.online_s + excluded.online_s,
	offline_s = path_day.offline_s + excluded.offline_s,
	service_s = path_day.service_s + excluded.service_s,
	tests_due_milli = path_day.tests_due_milli + excluded.tests_due_milli,
	tests_missed = path_day.tests_missed + excluded.tests_missed;

-- name: watched_service
-- any_org: the program watches the panels of every organisation
-- scan: the partial index holds whole panels in service mode alone
SELECT panel FROM service_mode
 WHERE state = 'active' AND partition IS NULL AND zones IS NULL
   AND classes IS NULL AND retired_ms IS NULL
 ORDER BY panel;

-- name: path_drop
-- any_org: a panel's id is one for the installation
DELETE FROM path_state WHERE panel = $1 AND (path = $2 OR $2 = 'all');

-- name: path_owed
-- Losses that were told and never ended: -1 the main path, -2 the backup.
SELECT zone_no FROM panel_event
 WHERE org = $1 AND panel = $2 AND code = 'path_overdue' AND zone_no IN (-1, -2);

-- name: path_list_state
-- The screen's list: the newest change of state first.
SELECT panel, path, site, node, transport, line, peer, state, storm, since_ms,
       seen_ms, signal_ms, clock_diff_ms, clock_off, test_missing, frames,
       gaps, repeats, carrier, region
  FROM path_state
 WHERE org = $1 AND state = $2 AND (since_ms, panel, path) < ($3, $4, $5)
   AND ($6 = '' OR line = $6) AND ($7 = '' OR path = $7)
   AND ($8 = '' OR carrier = $8) AND ($9 = '' OR region = $9)
 ORDER BY since_ms DESC, panel DESC, path DESC LIMIT $10;

-- name: path_list_tests
-- Panels whose periodic test is missing, on their main path.
SELECT panel, path, site, node, transport, line, peer, state, storm, since_ms,
       seen_ms, signal_ms, clock_diff_ms, clock_off, test_missing, frames,
       gaps, repeats, carrier, region
  FROM path_state
 WHERE org = $1 AND test_missing = 1 AND panel > $2
   AND ($3 = '' OR line = $3) AND ($4 = '' OR carrier = $4)
   AND ($5 = '' OR region = $5)
 ORDER BY panel LIMIT $6;

-- name: path_list_clocks
-- Panels whose clock is off.
SELECT panel, path, site, node, transport, line, peer, state, storm, since_ms,
       seen_ms, signal_ms, clock_diff_ms, clock_off, test_missing, frames,
       gaps, repeats, carrier, region
  FROM path_state
 WHERE org = $1 AND clock_off = 1 AND panel > $2
   AND ($3 = '' OR line = $3) AND ($4 = '' OR carrier = $4)
   AND ($5 = '' OR region = $5)
 ORDER BY panel LIMIT $6;

-- name: path_list_site
SELECT panel, path, site, node, transport, line, peer, state, storm, since_ms,
       seen_ms, signal_ms, clock_diff_ms, clock_off, test_missing, frames,
       gaps, repeats, carrier, region
  FROM path_state
 WHERE org = $1 AND site = $2 AND (panel, path) > ($3, $4)
 ORDER BY panel, path LIMIT $5;

-- name: path_list_panel
SELECT panel, path, site, node, transport, line, peer, state, storm, since_ms,
       seen_ms, signal_ms, clock_diff_ms, clock_off, test_missing, frames,
       gaps, repeats, carrier, region
  FROM path_state WHERE org = $1 AND panel = $2 ORDER BY path;

-- name: path_counts
SELECT state, COUNT(*) AS n FROM path_state WHERE org = $1
 GROUP BY state ORDER BY state;

-- name: path_count_tests
SELECT COUNT(*) AS n FROM path_state WHERE org = $1 AND test_missing = 1;

-- name: path_count_clocks
SELECT COUNT(*) AS n FROM path_state WHERE org = $1 AND clock_off = 1;
