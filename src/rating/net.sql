-- Staffing and drills (NET-5.2, NET-8.4.1b).

-- name: net_customers
-- Connected alarm accounts under contract on the day $2.
SELECT COUNT(*)
  FROM panel p
  JOIN site s ON s.id = p.site AND s.org = $1
 WHERE p.org = $1 AND p.state = 'live'
   AND p.retired_ms IS NULL AND p.commissioned_on <= $2
   AND EXISTS (SELECT 1 FROM contract c
		WHERE c.org = $1 AND c.customer = s.customer
		  AND c.kind IN ('monitoring', 'mixed')
		  AND c.state IN ('active', 'expiring', 'renewed', 'ended')
		  AND c.retired_ms IS NULL AND c.start_on <= $2
		  AND COALESCE(c.ended_on, c.end_on) >= $2);

-- name: net_customer_rows
-- The accounts behind the number, with those that do not count and why.
SELECT p.id, p.name, p.account, p.site, s.customer, p.state,
       p.commissioned_on,
       (SELECT MAX(c.id) FROM contract c
	 WHERE c.org = $1 AND c.customer = s.customer
	   AND c.kind IN ('monitoring', 'mixed')
	   AND c.state IN ('active', 'expiring', 'renewed', 'ended')
	   AND c.retired_ms IS NULL AND c.start_on <= $2
	   AND COALESCE(c.ended_on, c.end_on) >= $2) AS contract
  FROM panel p
  JOIN site s ON s.id = p.site AND s.org = $1
 WHERE p.org = $1 AND p.id > $3 AND p.retired_ms IS NULL
 ORDER BY p.id LIMIT $4;

-- name: net_people
-- Everybody with a primary post, and the newest guard certificate that is
-- valid on the day $2; last_to: the latest end of any.
SELECT s.id, s.name, p.kind, p.name AS post, s.employed_from, s.employed_to,
       (SELECT MAX(c.id) FROM certificate c
	 WHERE c.org = $1 AND c.staff = s.id AND c.kind = $3
	   AND c.retired_ms IS NULL AND c.valid_from <= $2
	   AND (c.valid_to IS NULL OR c.valid_to >= $2)
	   AND (c.revoked_on IS NULL OR c.revoked_on > $2)) AS certificate,
       (SELECT MAX(c.id) FROM certificate c
	 WHERE c.org = $1 AND c.staff = s.id AND c.kind = $3
	   AND c.retired_ms IS NULL) AS any_certificate
  FROM post p
  JOIN staff s ON s.org = $1 AND s.primary_post = p.id
 WHERE p.org = $1 AND s.retired_ms IS NULL
 ORDER BY s.id LIMIT 20000;

-- name: net_drills
-- Drills that were closed within the two days, and those under way.
SELECT id, number, name, kind, class, state, planned_on, closed_on
  FROM drill
 WHERE org = $1 AND closed_on >= $2 AND closed_on <= $3
   AND retired_ms IS NULL
 ORDER BY closed_on, id LIMIT 500;

-- name: net_drills_open
SELECT id, number, name, kind, class, state, planned_on, closed_on
  FROM drill
 WHERE org = $1 AND planned_on >= $2 AND retired_ms IS NULL
   AND state NOT IN ('closed', 'cancelled')
 ORDER BY planned_on, id LIMIT 200;

-- name: net_plans
-- Issued plans and when the plan, or the revision before it, was exercised
-- last, up to the day $2.
SELECT p.id, p.number, p.name, p.class, p.priority, p.site, p.band,
       (SELECT MAX(d.closed_on) FROM drill d
	 WHERE d.org = $1 AND d.plan IN (p.id, p.supersedes)
	   AND d.closed_on <= $2 AND d.retired_ms IS NULL) AS exercised_on
  FROM plan p
 WHERE p.org = $1 AND p.state = 'issued' AND p.retired_ms IS NULL
 ORDER BY p.id LIMIT 5000;

-- name: net_plans_due
-- Issued plans to be reviewed by the day $2, or, without a date, issued
-- before $3.
SELECT id, number, name FROM plan
 WHERE org = $1 AND state = 'issued' AND retired_ms IS NULL
   AND (review_on <= $2 OR (review_on IS NULL AND issued_ms < $3))
 ORDER BY id LIMIT $4;

-- name: net_plans_due_count
SELECT COUNT(*) FROM plan
 WHERE org = $1 AND state = 'issued' AND retired_ms IS NULL
   AND (review_on <= $2 OR (review_on IS NULL AND issued_ms < $3));

-- name: net_holdup_due
-- Hold-up zones of panels in use that were tested, or else connected, before
-- the day $2.
SELECT z.id, z.name, p.name FROM zone z
  JOIN panel p ON p.org = $1 AND p.id = z.panel
 WHERE z.org = $1 AND z.zone_type = 'holdup' AND z.retired_ms IS NULL
   AND p.state = 'live' AND p.retired_ms IS NULL
   AND COALESCE(z.tested_on, p.commissioned_on, '') < $2
 ORDER BY z.id LIMIT $3;

-- name: net_holdup_due_count
SELECT COUNT(*) FROM zone z
  JOIN panel p ON p.org = $1 AND p.id = z.panel
 WHERE z.org = $1 AND z.zone_type = 'holdup' AND z.retired_ms IS NULL
   AND p.state = 'live' AND p.retired_ms IS NULL
   AND COALESCE(z.tested_on, p.commissioned_on, '') < $2;
