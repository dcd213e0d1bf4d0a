-- name: panel_twice
SELECT id FROM panel
 WHERE org = $1 AND receiver_line = $2 AND account = $3;

-- name: partition_twice
SELECT id FROM partition WHERE org = $1 AND panel = $2 AND number = $3;

-- name: zone_twice
SELECT id FROM zone WHERE org = $1 AND panel = $2 AND number = $3;
