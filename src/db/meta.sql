-- Statements of the database layer itself.

-- name: schema_version_max
-- any_org: the schema belongs to the installation
SELECT COALESCE(MAX(number), 0) FROM schema_version;
