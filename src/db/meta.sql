-- Statements of the database layer itself.

-- name: schema_tables
-- Is there a schema at all?
-- any_org: the schema belongs to the installation
-- scan: the catalogue
-- for: sqlite
SELECT COUNT(*) FROM sqlite_schema WHERE type = 'table' AND name = 'schema_version';
-- for: pg
SELECT COUNT(*) FROM pg_tables WHERE schemaname = current_schema() AND tablename = 'schema_version';

-- name: schema_version_max
-- any_org: the schema belongs to the installation
-- scan: one row per migration
SELECT COALESCE(MAX(number), 0) FROM schema_version;

-- name: schema_lock
-- Two nodes start at once: one upgrades, the other waits.  SQLite's BEGIN
-- IMMEDIATE has done it already.
-- for: sqlite
SELECT 1 AS locked;
-- for: pg
SELECT 1 AS locked FROM pg_advisory_xact_lock(4711205017);

-- name: schema_version_add
INSERT INTO schema_version (number, name, at_ms) VALUES ($1, $2, $3);
