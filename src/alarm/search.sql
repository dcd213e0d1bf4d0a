-- Searching signals.  Each walk reads at most $4 signals of one order, the
-- newest first below $2 and not below $3 (walk_up: the oldest first above $2);
-- what else the search asks is decided in search.c.

-- name: search_all
-- Of the organisation.
SELECT s.id, s.received_ms, s.device_ms, s.source, s.transport, s.peer,
       s.line, s.account, s.seq, s.token, s.encrypted, s.panel, s.site,
       s.customer, s.part, s.format, s.code, s.role, s.class, s.priority,
       s.part_no, s.zone_no, s.user_no, s.text, s.state, f.fate,
       f.at_ms AS fate_ms, f.alarm, f.reason, z.id AS zone,
       z.name AS zone_name
  FROM signal s
  LEFT JOIN signal_fate f ON f.signal = s.id AND f.org = $1
  LEFT JOIN zone z ON z.org = $1 AND z.panel = s.panel AND z.number = s.zone_no
 WHERE s.org = $1 AND s.id < $2 AND s.id >= $3
 ORDER BY s.id DESC LIMIT $4;

-- name: search_account
-- Of an account.
SELECT s.id, s.received_ms, s.device_ms, s.source, s.transport, s.peer,
       s.line, s.account, s.seq, s.token, s.encrypted, s.panel, s.site,
       s.customer, s.part, s.format, s.code, s.role, s.class, s.priority,
       s.part_no, s.zone_no, s.user_no, s.text, s.state, f.fate,
       f.at_ms AS fate_ms, f.alarm, f.reason, z.id AS zone,
       z.name AS zone_name
  FROM signal s
  LEFT JOIN signal_fate f ON f.signal = s.id AND f.org = $1
  LEFT JOIN zone z ON z.org = $1 AND z.panel = s.panel AND z.number = s.zone_no
 WHERE s.org = $1 AND s.id < $2 AND s.id >= $3 AND s.account = $5
 ORDER BY s.id DESC LIMIT $4;

-- name: search_site
-- Of a site.
SELECT s.id, s.received_ms, s.device_ms, s.source, s.transport, s.peer,
       s.line, s.account, s.seq, s.token, s.encrypted, s.panel, s.site,
       s.customer, s.part, s.format, s.code, s.role, s.class, s.priority,
       s.part_no, s.zone_no, s.user_no, s.text, s.state, f.fate,
       f.at_ms AS fate_ms, f.alarm, f.reason, z.id AS zone,
       z.name AS zone_name
  FROM signal s
  LEFT JOIN signal_fate f ON f.signal = s.id AND f.org = $1
  LEFT JOIN zone z ON z.org = $1 AND z.panel = s.panel AND z.number = s.zone_no
 WHERE s.org = $1 AND s.id < $2 AND s.id >= $3 AND s.site = $5
 ORDER BY s.id DESC LIMIT $4;

-- name: search_fate
-- With a fate.
SELECT s.id, s.received_ms, s.device_ms, s.source, s.transport, s.peer,
       s.line, s.account, s.seq, s.token, s.encrypted, s.panel, s.site,
       s.customer, s.part, s.format, s.code, s.role, s.class, s.priority,
       s.part_no, s.zone_no, s.user_no, s.text, s.state, f.fate,
       f.at_ms AS fate_ms, f.alarm, f.reason, z.id AS zone,
       z.name AS zone_name
  FROM signal_fate f
  JOIN signal s ON s.id = f.signal AND s.org = $1
  LEFT JOIN zone z ON z.org = $1 AND z.panel = s.panel AND z.number = s.zone_no
 WHERE f.org = $1 AND f.signal < $2 AND f.signal >= $3 AND f.fate = $5
 ORDER BY f.signal DESC LIMIT $4;

-- name: search_alarm
-- Of an alarm.
SELECT s.id, s.received_ms, s.device_ms, s.source, s.transport, s.peer,
       s.line, s.account, s.seq, s.token, s.encrypted, s.panel, s.site,
       s.customer, s.part, s.format, s.code, s.role, s.class, s.priority,
       s.part_no, s.zone_no, s.user_no, s.text, s.state, f.fate,
       f.at_ms AS fate_ms, f.alarm, f.reason, z.id AS zone,
       z.name AS zone_name
  FROM signal_fate f
  JOIN signal s ON s.id = f.signal AND s.org = $1
  LEFT JOIN zone z ON z.org = $1 AND z.panel = s.panel AND z.number = s.zone_no
 WHERE f.org = $1 AND f.signal < $2 AND f.signal >= $3 AND f.alarm = $5
 ORDER BY f.signal DESC LIMIT $4;

-- name: search_up
-- What came after $2, for who looks on.
SELECT s.id, s.received_ms, s.device_ms, s.source, s.transport, s.peer,
       s.line, s.account, s.seq, s.token, s.encrypted, s.panel, s.site,
       s.customer, s.part, s.format, s.code, s.role, s.class, s.priority,
       s.part_no, s.zone_no, s.user_no, s.text, s.state, f.fate,
       f.at_ms AS fate_ms, f.alarm, f.reason, z.id AS zone,
       z.name AS zone_name
  FROM signal s
  LEFT JOIN signal_fate f ON f.signal = s.id AND f.org = $1
  LEFT JOIN zone z ON z.org = $1 AND z.panel = s.panel AND z.number = s.zone_no
 WHERE s.org = $1 AND s.id > $2 AND s.id < $3
 ORDER BY s.id LIMIT $4;

-- name: search_one
-- Everything about one, with the parts of its frame beside it.
SELECT s.id, s.received_ms, s.device_ms, s.source, s.transport, s.peer,
       s.line, s.account, s.seq, s.token, s.encrypted, s.panel, s.site,
       s.customer, s.part, s.format, s.code, s.role, s.class, s.priority,
       s.part_no, s.zone_no, s.user_no, s.text, s.state, f.fate,
       f.at_ms AS fate_ms, f.alarm, f.reason, z.id AS zone,
       z.name AS zone_name, s.raw, s.data, s.xdata, f.again_of,
       (SELECT MIN(x.signal) FROM signal_fate x
	 WHERE x.org = $1 AND x.again_of = s.id) AS judged
  FROM signal s
  LEFT JOIN signal_fate f ON f.signal = s.id AND f.org = $1
  LEFT JOIN zone z ON z.org = $1 AND z.panel = s.panel AND z.number = s.zone_no
 WHERE s.org = $1 AND s.id = $2;

-- name: search_first
-- The frame as it came stands with the first of its events.
SELECT raw, data, xdata FROM signal
 WHERE org = $1 AND id >= $2 AND id < $3 AND part = 0 AND source = 'dc09'
   AND received_ms = $4 AND COALESCE(account, '') = COALESCE($5, '')
   AND COALESCE(seq, '') = COALESCE($6, '')
 ORDER BY id DESC LIMIT 1;

-- name: search_frame
-- Other events of the same frame: written by one commit, so near by.
SELECT s.id, s.received_ms, s.device_ms, s.source, s.transport, s.peer,
       s.line, s.account, s.seq, s.token, s.encrypted, s.panel, s.site,
       s.customer, s.part, s.format, s.code, s.role, s.class, s.priority,
       s.part_no, s.zone_no, s.user_no, s.text, s.state, f.fate,
       f.at_ms AS fate_ms, f.alarm, f.reason, z.id AS zone,
       z.name AS zone_name
  FROM signal s
  LEFT JOIN signal_fate f ON f.signal = s.id AND f.org = $1
  LEFT JOIN zone z ON z.org = $1 AND z.panel = s.panel AND z.number = s.zone_no
 WHERE s.org = $1 AND s.account = $2 AND s.id >= $3 AND s.id < $4
   AND s.id <> $5 AND s.received_ms = $6 AND s.seq = $7
 ORDER BY s.id LIMIT 64;

-- name: search_unknown
-- What nobody knows or reads, by line and account, among the newest $3 of the
-- two fates; those that a person has settled are gone from here.
SELECT s.line, s.account, s.state, COUNT(*) AS n,
       MIN(s.received_ms) AS first_ms, MAX(s.received_ms) AS last_ms,
       MAX(s.id) AS sample
  FROM (SELECT signal, org FROM signal_fate
	 WHERE org = $1 AND fate = $2
	 ORDER BY signal DESC LIMIT $3) f
  JOIN signal s ON s.id = f.signal AND s.org = $1
 WHERE f.org = $1
 GROUP BY s.line, s.account, s.state
 ORDER BY last_ms DESC LIMIT 500;
