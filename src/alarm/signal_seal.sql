-- Sealing the stream (alarm/signal_seal.h).

-- name: signal_seal_rows
-- Of a node, over an id and up to another, in their order.
-- any_org: a seal covers the stream of all
SELECT id, org, received_ms, device_ms, source, transport, peer, line, account,
       seq, token, encrypted, panel, site, customer, raw, part, format, code,
       role, class, priority, part_no, zone_no, user_no, text, data, xdata, state
  FROM signal
 WHERE id > $1 AND id <= $2 AND ((id >> 16) & 63) = $3
 ORDER BY id LIMIT $4;

-- name: signal_seal_last
-- any_org: the stream belongs to the installation
SELECT canon FROM journal WHERE org = 0 AND row = $1 ORDER BY id DESC LIMIT 1;

-- name: signal_seal_next
-- any_org: as above
SELECT id, canon FROM journal WHERE org = 0 AND row = $1 AND id > $2
 ORDER BY id LIMIT 1;
