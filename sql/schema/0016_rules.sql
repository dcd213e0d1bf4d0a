-- What the rules do with signals.

ALTER TABLE alarm ADD COLUMN cleared_by BIGINT REFERENCES "user" (id); -- 排除人
