-- name: attendance_twice
SELECT id FROM attendance WHERE org = $1 AND training = $2 AND staff = $3;
