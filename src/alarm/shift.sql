-- Shifts and who is on duty.

-- name: shift_now
-- At most one is open or being handed over.
SELECT id, number, state, leader FROM shift
 WHERE org = $1 AND state IN ('open', 'handed_over')
 ORDER BY id DESC LIMIT 1;

-- name: shift_duty_of
-- The row of a person who is on duty.
SELECT m.id, m.shift, m.seat, s.state FROM shift_member m
  JOIN shift s ON s.id = m.shift AND s.org = m.org
 WHERE m.org = $1 AND m.person = $2 AND m.to_ms IS NULL;

-- name: shift_members
-- Who is on duty in a shift, and who was.
SELECT id, person, name, seat, from_ms, to_ms FROM shift_member
 WHERE org = $1 AND shift = $2 ORDER BY id LIMIT 200;

-- name: shift_others
-- Another person on duty.
SELECT m.id FROM shift_member m
 WHERE m.org = $1 AND m.shift = $2 AND m.person <> $3 AND m.to_ms IS NULL
 LIMIT 1;

-- name: shift_certificate
-- The caller's staff row and a guard's certificate valid on the day.
SELECT u.staff, (SELECT c.number FROM certificate c
        WHERE c.org = u.org AND c.staff = u.staff AND c.retired_ms IS NULL
          AND c.kind = 'guard'
          AND (c.valid_from IS NULL OR c.valid_from <= $3)
          AND (c.valid_to IS NULL OR c.valid_to >= $3)
          AND (c.revoked_on IS NULL OR c.revoked_on > $3)
        ORDER BY c.id DESC LIMIT 1)
  FROM "user" u WHERE u.org = $1 AND u.id = $2;

-- name: shift_open_alarms
-- Open alarms: the most urgent 200.
SELECT id, number, state, priority, class, summary FROM alarm
 WHERE org = $1 AND closed_ms IS NULL AND state <> 'test'
 ORDER BY priority, opened_ms, id LIMIT 200;

-- name: shift_open_count
SELECT COUNT(*) FROM (SELECT id FROM alarm
  WHERE org = $1 AND closed_ms IS NULL AND state <> 'test' LIMIT 100000) a;
