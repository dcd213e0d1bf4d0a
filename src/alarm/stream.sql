-- Statements of the signals' stream (alarm/stream.h).

-- name: signal_insert
INSERT INTO signal (id, org, received_ms, device_ms, source, transport, peer,
	line, account, seq, token, encrypted, panel, site, customer, raw, part,
	format, code, role, class, priority, part_no, zone_no, user_no, text,
	data, xdata, state)
VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16,
	$17, $18, $19, $20, $21, $22, $23, $24, $25, $26, $27, $28, $29);

-- name: signal_insert_many
-- for: sqlite
INSERT INTO signal (id, org, received_ms, device_ms, source, transport, peer,
	line, account, seq, token, encrypted, panel, site, customer, raw, part,
	format, code, role, class, priority, part_no, zone_no, user_no, text,
	data, xdata, state)
VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16,
	$17, $18, $19, $20, $21, $22, $23, $24, $25, $26, $27, $28, $29);
-- for: pg
INSERT INTO signal (id, org, received_ms, device_ms, source, transport, peer,
	line, account, seq, token, encrypted, panel, site, customer, raw, part,
	format, code, role, class, priority, part_no, zone_no, user_no, text,
	data, xdata, state)
SELECT * FROM unnest(CAST($1 AS BIGINT[]), CAST($2 AS BIGINT[]),
	CAST($3 AS BIGINT[]), CAST($4 AS BIGINT[]), CAST($5 AS TEXT[]),
	CAST($6 AS TEXT[]), CAST($7 AS TEXT[]), CAST($8 AS TEXT[]),
	CAST($9 AS TEXT[]), CAST($10 AS TEXT[]), CAST($11 AS TEXT[]),
	CAST($12 AS SMALLINT[]), CAST($13 AS BIGINT[]), CAST($14 AS BIGINT[]),
	CAST($15 AS BIGINT[]), CAST($16 AS BYTEA[]), CAST($17 AS SMALLINT[]),
	CAST($18 AS TEXT[]), CAST($19 AS TEXT[]), CAST($20 AS TEXT[]),
	CAST($21 AS TEXT[]), CAST($22 AS SMALLINT[]), CAST($23 AS BIGINT[]),
	CAST($24 AS BIGINT[]), CAST($25 AS BIGINT[]), CAST($26 AS TEXT[]),
	CAST($27 AS TEXT[]), CAST($28 AS TEXT[]), CAST($29 AS TEXT[]));

-- name: signal_greatest
-- any_org: ids go on above the greatest of all
SELECT COALESCE(MAX(id), 0) AS id FROM signal;
