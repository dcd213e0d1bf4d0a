-- Overrides of the code tables (alarm/override.h).

-- name: override_all
-- scan: a small register, read whole when a rule changed
-- any_org: the receiver serves all organisations; each row says its own
SELECT org, scope, COALESCE(panel, site, template), format, code, when_role,
       class, role, priority, concerns, name, action
 FROM code_rule WHERE retired_ms IS NULL
 ORDER BY id;

-- name: override_mark
-- scan: a small register, once a second
-- any_org: as above
SELECT COUNT(*), COALESCE(MAX(changed_ms), 0) FROM code_rule;
