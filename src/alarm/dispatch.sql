-- Patrols and dispatches.

-- name: dispatch_same
-- Is the patrol under way to this incident already?
SELECT id FROM dispatch
 WHERE org = $1 AND incident = $2 AND patrol = $3 AND retired_ms IS NULL
   AND state IN ('sent', 'accepted', 'en_route', 'arrived', 'left')
 LIMIT 1;

-- name: patrol_on_duty
-- All patrols on duty with their plate and newest position.
SELECT p.id, p.name, p.phone, p.districts, v.plate, x.latitude_e6,
       x.longitude_e6, x.at_ms,
       (SELECT c.id FROM certificate c
         WHERE c.org = p.org AND c.staff = p.staff AND c.retired_ms IS NULL
           AND c.kind = 'guard'
           AND (c.valid_from IS NULL OR c.valid_from <= $2)
           AND (c.valid_to IS NULL OR c.valid_to >= $2)
           AND (c.revoked_on IS NULL OR c.revoked_on > $2)
         ORDER BY c.id LIMIT 1) AS certificate
  FROM patrol p
  LEFT JOIN vehicle v ON v.id = p.vehicle AND v.org = p.org
  LEFT JOIN patrol_position x ON x.patrol = p.id AND x.org = p.org
 WHERE p.org = $1 AND p.duty = 'on' AND p.retired_ms IS NULL
 ORDER BY p.id LIMIT 200;

-- name: patrol_certificate
-- A member of staff and a guard's certificate of his valid on the day.
SELECT s.name, (SELECT c.id FROM certificate c
         WHERE c.org = s.org AND c.staff = s.id AND c.retired_ms IS NULL
           AND c.kind = 'guard'
           AND (c.valid_from IS NULL OR c.valid_from <= $3)
           AND (c.valid_to IS NULL OR c.valid_to >= $3)
           AND (c.revoked_on IS NULL OR c.revoked_on > $3)
         ORDER BY c.id LIMIT 1) AS certificate
  FROM staff s WHERE s.org = $1 AND s.id = $2;

-- name: patrol_open
-- How many dispatches a patrol has that are not done.
SELECT COUNT(*) FROM dispatch
 WHERE org = $1 AND patrol = $2 AND retired_ms IS NULL
   AND state IN ('sent', 'accepted', 'en_route', 'arrived', 'left');

-- name: patrol_asked
-- Who was asked in this incident, and how it stands.
SELECT patrol, state FROM dispatch
 WHERE org = $1 AND incident = $2 AND retired_ms IS NULL ORDER BY id LIMIT 100;

-- name: patrol_of_person
SELECT id FROM patrol WHERE org = $1 AND person = $2 AND retired_ms IS NULL;

-- name: patrol_position_put
INSERT INTO patrol_position (patrol, org, latitude_e6, longitude_e6, accuracy_m, at_ms)
VALUES ($1, $2, $3, $4, $5, $6)
ON CONFLICT (patrol) DO UPDATE SET latitude_e6 = $3, longitude_e6 = $4, accuracy_m = $5, at_ms = $6
 WHERE patrol_position.org = $2 AND patrol_position.at_ms <= $6;

-- name: patrol_position_drop
DELETE FROM patrol_position WHERE patrol = $1 AND org = $2;

-- name: dispatch_mine
-- What a patrol sees on its phone: what is open, what was recalled and what it
-- did since $3.
SELECT id FROM dispatch
 WHERE org = $1 AND patrol = $2 AND retired_ms IS NULL
   AND (state IN ('sent', 'accepted', 'en_route', 'arrived', 'left', 'no_answer')
        OR reported_ms >= $3
        OR (state = 'recalled' AND changed_ms >= $3))
 ORDER BY id DESC LIMIT 50;

-- name: dispatch_photos
SELECT id, file, note FROM dispatch_photo
 WHERE org = $1 AND dispatch = $2 AND retired_ms IS NULL ORDER BY id LIMIT 40;

-- name: dispatch_contacts
-- Whom a patrol may call at a site, by call order.
SELECT name, role, phone FROM contact
 WHERE org = $1 AND customer = $2 AND (site = $3 OR site IS NULL)
   AND retired_ms IS NULL AND role <> 'finance'
 ORDER BY COALESCE(call_order, 100), id LIMIT 8;
