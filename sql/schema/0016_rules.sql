-- What the rules do with signals: who cleared an alarm, the device of a zone,
-- what is held back.

ALTER TABLE alarm ADD COLUMN cleared_by BIGINT REFERENCES "user" (id); -- 排除人
ALTER TABLE zone ADD COLUMN device BIGINT REFERENCES device (id); -- 设备: the detector
CREATE INDEX zone_device_ix ON zone (org, device, id, retired_ms);

-- Held back 暂缓报警: an episode in which a rule kept signals from the desk.
-- state moves by steps only; count, last_ms, until_ms and signal_id follow
-- signal by signal and are not journaled.
CREATE TABLE held (
	id BIGINT PRIMARY KEY,                   -- time-ordered
	org BIGINT NOT NULL REFERENCES org (id), -- owner
	version BIGINT NOT NULL,                 -- goes up with every step
	created_ms BIGINT NOT NULL,              -- when
	created_by BIGINT,                       -- user; NULL: the program
	changed_ms BIGINT NOT NULL,              -- last step
	changed_by BIGINT,                       -- user; NULL: the program
	retired_ms BIGINT,                       -- NULL: in use
	state TEXT NOT NULL,                     -- 状态
	kind TEXT NOT NULL,                      -- 原因: delay, swinger, runaway, suspended
	site BIGINT REFERENCES site (id),        -- 服务场所
	panel BIGINT NOT NULL REFERENCES panel (id), -- 报警主机
	zone BIGINT REFERENCES zone (id),        -- 防区
	zone_no BIGINT,                          -- 防区号
	class TEXT,                              -- 类别
	code TEXT,                               -- 事件代码
	summary TEXT,                            -- 内容
	since_ms BIGINT NOT NULL,                -- 暂缓自
	until_ms BIGINT,                         -- 暂缓至; NULL: no end is known
	count BIGINT NOT NULL,                   -- 信号数
	last_ms BIGINT NOT NULL,                 -- 最近信号
	signal_id BIGINT NOT NULL,               -- 最近信号, its id
	ended_ms BIGINT                          -- 结束时间
);
CREATE INDEX held_org_ix ON held (org, id, retired_ms);
CREATE INDEX held_state_ix ON held (org, state, id, retired_ms);
CREATE INDEX held_kind_ix ON held (org, kind, id, retired_ms);
CREATE INDEX held_site_ix ON held (org, site, id, retired_ms);
CREATE INDEX held_panel_ix ON held (org, panel, id, retired_ms);
CREATE INDEX held_due_ix ON held (state, until_ms);
CREATE INDEX held_of_ix ON held (org, panel, kind, state);

ALTER TABLE panel_event ADD COLUMN held BIGINT; -- the episode while due_ms is set
CREATE INDEX panel_event_held_ix ON panel_event (org, held);
ALTER TABLE panel_rate ADD COLUMN held_id BIGINT; -- the episode while it is held back
CREATE INDEX panel_rate_held_ix ON panel_rate (org, held_id);

-- Service modes say which panels people work on; a panel has no state for it.
UPDATE panel SET state = 'live' WHERE state = 'service_mode';
