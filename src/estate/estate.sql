-- name: panel_twice
-- Another panel that a frame of this account over this line could be of.
SELECT id FROM panel
 WHERE org = $1 AND upper(account) = upper($3)
   AND (receiver_line = $2 OR backup_line = $2) AND number <> $4 LIMIT 1;

-- name: partition_twice
SELECT id FROM partition WHERE org = $1 AND panel = $2 AND number = $3;

-- name: zone_twice
SELECT id FROM zone WHERE org = $1 AND panel = $2 AND number = $3;
