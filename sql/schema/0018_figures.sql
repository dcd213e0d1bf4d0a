-- The shift's log, days of paths, review dates of plans.

-- What was noted in a shift 值班记录; rows are added, never changed.
CREATE TABLE shift_entry (
	id BIGINT PRIMARY KEY,
	org BIGINT NOT NULL REFERENCES org (id),
	version BIGINT NOT NULL,
	created_ms BIGINT NOT NULL,               -- when it was said
	created_by BIGINT,                        -- who
	changed_ms BIGINT NOT NULL,
	changed_by BIGINT,
	retired_ms BIGINT,
	number TEXT NOT NULL,                     -- 编号, ZB…
	state TEXT NOT NULL,                      -- recorded
	shift BIGINT NOT NULL REFERENCES shift (id),
	kind TEXT NOT NULL,                       -- note take_lead close_centre
	text TEXT NOT NULL                        -- 内容
);
CREATE UNIQUE INDEX shift_entry_number_ux ON shift_entry (org, number);
CREATE INDEX shift_entry_number_ix ON shift_entry (org, number, id, retired_ms);
CREATE INDEX shift_entry_org_ix ON shift_entry (org, id, retired_ms);
CREATE INDEX shift_entry_shift_ix ON shift_entry (org, shift, id, retired_ms);
-- Past shifts by their day.
CREATE INDEX shift_started_ms_ix ON shift (org, started_ms, id, retired_ms);

-- A path on one day 路径日计, written with path_state: what K29 to K31 count.
-- Several nodes add to one row.
CREATE TABLE path_day (
	org BIGINT NOT NULL,
	day TEXT NOT NULL,            -- in the zone of the organisation
	panel BIGINT NOT NULL,
	path TEXT NOT NULL,           -- main, backup
	site BIGINT NOT NULL,
	heartbeats BIGINT NOT NULL,   -- frames that were signs of life only
	frames BIGINT NOT NULL,       -- all frames
	up_s BIGINT NOT NULL,         -- seconds in which the path was up
	down_s BIGINT NOT NULL,       -- in which it was overdue
	gaps BIGINT NOT NULL,         -- sequence numbers missing
	repeats BIGINT NOT NULL,      -- retransmissions
	-- of the panel, on its main path:
	online_s BIGINT NOT NULL,     -- one of its paths was up
	offline_s BIGINT NOT NULL,    -- none was, one was overdue
	service_s BIGINT NOT NULL,    -- the whole panel in service mode: apart
	tests_due_milli BIGINT NOT NULL, -- periodic tests expected, thousandths
	tests_missed BIGINT NOT NULL, -- those that did not come
	PRIMARY KEY (org, day, panel, path)
);
CREATE INDEX path_day_panel_ix ON path_day (org, panel, day);
-- Figures of paths are read from there now: the stream has an index less.
DROP INDEX signal_own_ix;
-- Whole panels in service mode now: asked once a second.
CREATE INDEX service_mode_whole_ix ON service_mode (panel)
	WHERE state = 'active' AND partition IS NULL AND zones IS NULL
	  AND classes IS NULL AND retired_ms IS NULL;

-- When a plan is to be looked at again (model C.5); NULL: a year after it was
-- issued.
ALTER TABLE plan ADD COLUMN review_on TEXT;
