-- Alarms: what the raiser and the guards ask.

-- name: alarm_zone_add
-- A signal of a zone; it is open again.  count 1: its first.
INSERT INTO alarm_zone (alarm, zone_no, org, zone, name, count, first_ms,
  last_ms)
VALUES ($1, $2, $3, $4, $5, 1, $6, $6)
ON CONFLICT (alarm, zone_no) DO UPDATE SET
  count = alarm_zone.count + 1,
  last_ms = $6, restored_ms = NULL
  WHERE alarm_zone.org = $3
RETURNING count;

-- name: alarm_turn
-- Until the commit; SQLite has one writer anyway.
-- for: sqlite
SELECT $1 IS NULL;
-- for: pg
SELECT pg_advisory_xact_lock(hashtextextended($1, 0)) IS NULL;

-- name: alarm_join
-- The site's newest open alarm of the family that a signal joins ($4: no
-- older signal than this; $5: service mode, 0 for none).
SELECT id, priority FROM alarm
 WHERE org = $1 AND site = $2 AND family = $3 AND closed_ms IS NULL
   AND last_ms >= $4 AND state <> 'cleared'
   AND COALESCE(service_mode, 0) = $5 AND sender IS NULL
 ORDER BY id DESC LIMIT 1;

-- name: alarm_join_nowhere
-- The same for signals of no site ($2: their code).
SELECT id, priority FROM alarm
 WHERE org = $1 AND site IS NULL AND code = $2 AND family = $3
   AND closed_ms IS NULL AND last_ms >= $4 AND state <> 'cleared'
   AND COALESCE(service_mode, 0) = $5 AND sender IS NULL
 ORDER BY id DESC LIMIT 1;

-- name: alarm_join_sender
-- What is open of one sender ($2: code, $3: line and account).
SELECT id, priority FROM alarm
 WHERE org = $1 AND code = $2 AND sender = $3 AND closed_ms IS NULL
   AND state <> 'cleared'
 ORDER BY id DESC LIMIT 1;

-- name: alarm_senders
-- How many senders of a code have an open alarm.
SELECT COUNT(*) AS n FROM alarm
 WHERE org = $1 AND code = $2 AND sender IS NOT NULL AND closed_ms IS NULL;

-- name: alarm_count
-- One more signal that changes nothing else.
UPDATE alarm SET count = count + 1, last_ms = $3
 WHERE id = $1 AND org = $2 RETURNING version, state;

-- name: alarm_told
SELECT COALESCE(verified, 0), restored_ms FROM alarm
 WHERE id = $1 AND org = $2;

-- name: alarm_zones_open
-- No row: the alarm is closed.
SELECT (SELECT COUNT(*) FROM alarm_zone z
         WHERE z.alarm = a.id AND z.org = a.org AND z.restored_ms IS NULL)
  FROM alarm a WHERE a.id = $1 AND a.org = $2 AND a.closed_ms IS NULL;

-- name: alarm_zone_restore
UPDATE alarm_zone SET restored_ms = $4
 WHERE alarm = $1 AND zone_no = $2 AND org = $3 AND restored_ms IS NULL;

-- name: alarm_tests
SELECT id FROM alarm
 WHERE org = $1 AND service_mode = $2 AND state = 'test'
   AND closed_ms IS NULL
 ORDER BY id LIMIT 200;

-- name: alarm_person
SELECT name FROM "user" WHERE org = $1 AND id = $2;

-- name: alarm_calls
-- Passwords given, duress words said, contacts that have a password.
SELECT (SELECT COUNT(*) FROM alarm_entry e
         WHERE e.org = $1 AND e.alarm = $2 AND e.word_result = 'right'),
       (SELECT COUNT(*) FROM alarm_entry e
         WHERE e.org = $1 AND e.alarm = $2 AND e.word_result = 'duress'),
       (SELECT COUNT(*) FROM contact c
         WHERE c.org = $1 AND c.customer = $3
           AND (c.site IS NULL OR c.site = $4)
           AND c.password IS NOT NULL AND c.retired_ms IS NULL);

-- name: alarm_zones_move
-- Zones of a merged alarm, into the other.
INSERT INTO alarm_zone (alarm, zone_no, org, zone, name, count, first_ms,
  last_ms, restored_ms)
SELECT $1, z.zone_no, z.org, z.zone, z.name, z.count, z.first_ms, z.last_ms,
       z.restored_ms
  FROM alarm_zone z WHERE z.alarm = $2 AND z.org = $3
ON CONFLICT (alarm, zone_no) DO UPDATE SET
  count = alarm_zone.count + excluded.count,
  last_ms = CASE WHEN excluded.last_ms > alarm_zone.last_ms
            THEN excluded.last_ms ELSE alarm_zone.last_ms END,
  restored_ms = CASE WHEN alarm_zone.restored_ms IS NULL
                OR excluded.restored_ms IS NULL THEN NULL
                ELSE excluded.restored_ms END
  WHERE alarm_zone.org = $3;

-- name: alarm_events_move
-- What is open in a merged alarm, restores in the other.
UPDATE panel_event SET alarm = $1 WHERE org = $3 AND alarm = $2;

-- name: alarm_events_fault
-- Their restore restores the fault.
UPDATE panel_event SET fault = $3
 WHERE org = $1 AND alarm = $2 AND fault IS NULL;

-- name: alarm_events_remind
-- What was left open is told again at $3.
UPDATE panel_event SET remind_ms = $3 WHERE org = $1 AND alarm = $2;

-- name: alarm_beside
-- Another alarm of the incident that is not yet cleared.
SELECT id FROM alarm
 WHERE org = $1 AND incident = $2 AND id <> $3 AND closed_ms IS NULL
   AND state <> 'cleared' LIMIT 1;

-- name: alarm_response
-- Dispatches of an incident, those still out, those with a report, their
-- photos; reports to 110, those that stand; notices that reached somebody,
-- those about alarm $3 too.
SELECT (SELECT COUNT(*) FROM dispatch d
         WHERE d.org = $1 AND d.incident = $2),
       (SELECT COUNT(*) FROM dispatch d
         WHERE d.org = $1 AND d.incident = $2 AND d.state IN
           ('sent', 'accepted', 'en_route', 'arrived', 'left')),
       (SELECT COUNT(*) FROM dispatch d
         WHERE d.org = $1 AND d.incident = $2 AND d.state = 'reported'),
       (SELECT COUNT(*) FROM dispatch d JOIN dispatch_photo f
           ON f.dispatch = d.id AND f.org = d.org
         WHERE d.org = $1 AND d.incident = $2 AND f.retired_ms IS NULL),
       (SELECT COUNT(*) FROM police_report r
         WHERE r.org = $1 AND r.incident = $2),
       (SELECT COUNT(*) FROM police_report r
         WHERE r.org = $1 AND r.incident = $2
           AND r.state IN ('sent', 'received')),
       (SELECT COUNT(*) FROM notice n
         WHERE n.org = $1 AND n.incident = $2 AND n.dispatch IS NULL
           AND n.state IN ('sent', 'delivered', 'acknowledged')) +
       (SELECT COUNT(*) FROM notice n
         WHERE n.org = $1 AND n.alarm = $3
           AND n.state IN ('sent', 'delivered', 'acknowledged'));
