-- Statements of the receiver (alarm/receiver.h).

-- name: receiver_newest
-- any_org: the receiver serves all organisations
SELECT id FROM signal WHERE id > 0 AND source = 'dc09'
ORDER BY id DESC LIMIT 1;

-- name: receiver_again
-- The frames since an id, the newest first.
-- any_org: the receiver serves all organisations
SELECT received_ms, raw FROM signal
WHERE id >= $1 AND part = 0 AND source = 'dc09' AND raw IS NOT NULL
ORDER BY id DESC LIMIT $2;
