-- The desk reads each of its lists by urgency and age, and counts what is open
-- by state, priority and level of escalation: one index does both.
DROP INDEX alarm_queue_ix;
DROP INDEX alarm_counts_ix;
CREATE INDEX alarm_desk_ix
	ON alarm (org, state, priority, opened_ms, id, escalated)
	WHERE closed_ms IS NULL;
