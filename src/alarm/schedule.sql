-- Arming schedules (alarm/schedule.h).

-- name: schedule_again
-- A schedule was written: it is planned anew at once.
INSERT INTO arm_due (schedule, org, due_ms, what) VALUES ($1, $2, 0, 'plan')
 ON CONFLICT (schedule) DO UPDATE SET due_ms = 0, what = 'plan'
 WHERE arm_due.org = $2;
