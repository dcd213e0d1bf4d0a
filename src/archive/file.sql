-- Statements of stored files.

-- name: file_get
SELECT sha256, size, type, name FROM file WHERE org = $1 AND sha256 = $2;

-- name: file_add
INSERT INTO file (id, org, sha256, size, type, name, created_ms, created_by)
VALUES ($1, $2, $3, $4, $5, $6, $7, $8)
ON CONFLICT (org, sha256) DO NOTHING;
