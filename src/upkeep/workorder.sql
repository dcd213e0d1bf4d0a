-- Repair orders.

-- name: workorder_contract
-- The newest contract of the customer that runs on the day.
SELECT id FROM contract
 WHERE org = $1 AND customer = $2 AND start_on <= $3 AND end_on >= $3
   AND state IN ('active', 'expiring') AND retired_ms IS NULL
 ORDER BY id DESC LIMIT 1;

-- name: workorder_certificates
-- Certificates of the trade that a person holds on the day (SVC-4.1).
SELECT COUNT(*) FROM certificate
 WHERE org = $1 AND staff = $2 AND retired_ms IS NULL
   AND kind IN ('installer', 'title', 'vendor', 'electric')
   AND (valid_from IS NULL OR valid_from <= $3)
   AND (valid_to IS NULL OR valid_to >= $3)
   AND (revoked_on IS NULL OR revoked_on > $3);

-- name: workorder_busy
-- Another order on which the technician is at work now.
SELECT number FROM workorder
 WHERE org = $1 AND technician = $2 AND id <> $3
   AND state IN ('on_site', 'diagnosed', 'in_repair', 'testing')
 ORDER BY id DESC LIMIT 1;
