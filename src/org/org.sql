-- Organisations.

-- name: org_insert
-- any_org: makes one
INSERT INTO org (id, name, zone, is_demo, created_ms) VALUES ($1, $2, $3, $4, $5);

-- name: org_get
SELECT org.id, org.name, org.zone, org.is_demo FROM org WHERE org.id = $1;

-- name: org_list
-- any_org: the command line lists them all
-- scan: a handful of rows
SELECT id, name, zone, is_demo FROM org ORDER BY id LIMIT 1000;
