-- Statements of the directory of panels (alarm/directory.h).

-- name: directory_all
-- any_org: the receiver serves all organisations
-- scan: everything, at start and every few minutes
SELECT p.id, p.org, p.site,
	(SELECT s.customer FROM site s WHERE s.id = p.site) AS customer, p.template,
	(SELECT t.dialect FROM panel_template t WHERE t.id = p.template) AS dialect,
	p.clock_offset_min, p.state, p.retired_ms, p.encryption,
	p.time_tolerance_s,
	p.account, p.receiver_line, p.key_ref,
	(SELECT k.sealed FROM secret k WHERE k.org = p.org AND k.name = p.key_ref
		AND k.dropped_ms IS NULL) AS sealed,
	p.changed_ms, p.protocol, p.backup_line
FROM panel p
WHERE p.protocol IN ('dc09', 'receiver');

-- name: directory_changed
-- any_org: the receiver serves all organisations
SELECT p.id, p.org, p.site,
	(SELECT s.customer FROM site s WHERE s.id = p.site) AS customer, p.template,
	(SELECT t.dialect FROM panel_template t WHERE t.id = p.template) AS dialect,
	p.clock_offset_min, p.state, p.retired_ms, p.encryption,
	p.time_tolerance_s,
	p.account, p.receiver_line, p.key_ref,
	(SELECT k.sealed FROM secret k WHERE k.org = p.org AND k.name = p.key_ref
		AND k.dropped_ms IS NULL) AS sealed,
	p.changed_ms, p.protocol, p.backup_line
FROM panel p
WHERE p.changed_ms >= $1;

-- name: directory_rekeyed
-- The changed secrets first, then their panels: the databases are told so.
-- any_org: the receiver serves all organisations
SELECT p.id, p.org, p.site,
	(SELECT s.customer FROM site s WHERE s.id = p.site) AS customer, p.template,
	(SELECT t.dialect FROM panel_template t WHERE t.id = p.template) AS dialect,
	p.clock_offset_min, p.state, p.retired_ms, p.encryption,
	p.time_tolerance_s,
	p.account, p.receiver_line, p.key_ref,
	CASE WHEN k.dropped_ms IS NULL THEN k.sealed END AS sealed, p.changed_ms,
	p.protocol, p.backup_line
-- for: sqlite
FROM secret k CROSS JOIN panel p
WHERE p.org = k.org AND p.key_ref = k.name AND k.changed_ms >= $1;
-- for: pg
FROM secret k CROSS JOIN LATERAL (
	SELECT * FROM panel q WHERE q.org = k.org AND q.key_ref = k.name
	OFFSET 0
) p
WHERE k.changed_ms >= $1;

-- name: directory_retemplated
-- Panels whose template has changed.
-- any_org: the receiver serves all organisations
-- scan: of the templates, a few rows
SELECT p.id, p.org, p.site,
	(SELECT s.customer FROM site s WHERE s.id = p.site) AS customer, p.template,
	t.dialect, p.clock_offset_min, p.state, p.retired_ms, p.encryption,
	p.time_tolerance_s, p.account, p.receiver_line, p.key_ref,
	(SELECT k.sealed FROM secret k WHERE k.org = p.org AND k.name = p.key_ref
		AND k.dropped_ms IS NULL) AS sealed,
	p.changed_ms, p.protocol, p.backup_line
FROM panel_template t JOIN panel p ON p.org = t.org AND p.template = t.id
WHERE t.changed_ms >= $1;

-- name: directory_lines
-- any_org: the receiver serves all organisations
-- scan: a few rows
SELECT r.org, r.line, r.key_ref, k.sealed, r.unknown_answer, r.plain_answer
FROM receiver r
LEFT JOIN secret k ON k.org = r.org AND k.name = r.key_ref
	AND k.dropped_ms IS NULL
WHERE r.retired_ms IS NULL ORDER BY r.id;

-- name: directory_oldest
-- any_org: whose the frames of unknown accounts are
-- scan: a few rows
SELECT id FROM org ORDER BY id LIMIT 1;
