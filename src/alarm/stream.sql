-- Statements of the signals' stream (alarm/stream.h).

-- name: signal_insert
INSERT INTO signal (id, org, received_ms, device_ms, source, transport, peer,
	line, account, seq, token, encrypted, panel, site, customer, raw, part,
	format, code, role, class, priority, part_no, zone_no, user_no, text,
	data, xdata, state)
VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16,
	$17, $18, $19, $20, $21, $22, $23, $24, $25, $26, $27, $28, $29);

-- name: signal_greatest
-- any_org: ids go on above the greatest of all
SELECT COALESCE(MAX(id), 0) AS id FROM signal;
