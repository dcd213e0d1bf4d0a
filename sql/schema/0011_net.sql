-- Drills and staffing (NET-5.2, NET-8.4).
-- Drills 演练 of the handling plans (domain model C.3.9).  state moves by
-- steps only.
CREATE TABLE drill (
	id BIGINT PRIMARY KEY,
	org BIGINT NOT NULL REFERENCES org (id),
	version BIGINT NOT NULL,
	created_ms BIGINT NOT NULL,
	created_by BIGINT,
	changed_ms BIGINT NOT NULL,
	changed_by BIGINT,
	retired_ms BIGINT,
	number TEXT NOT NULL,                                    -- 编号, YL…
	state TEXT NOT NULL,                                     -- of the process
	name TEXT NOT NULL,                                      -- 演练名称
	kind TEXT NOT NULL,                                      -- table, live, unannounced
	class TEXT,                                              -- packs/codes: event class that is exercised
	plan BIGINT REFERENCES plan (id),                        -- 处置预案: which one is exercised
	site BIGINT REFERENCES site (id),                        -- 演练场所
	lead BIGINT REFERENCES staff (id),                       -- 负责人
	planned_on TEXT NOT NULL,                                -- 计划日期
	scenario TEXT,                                           -- 情景
	script TEXT,                                             -- 脚本
	announced_ms BIGINT,                                     -- 通知时间
	started_ms BIGINT,                                       -- 开始时间
	ended_ms BIGINT,                                         -- 结束时间
	participants TEXT,                                       -- 参加人员
	observed TEXT,                                           -- 实测时间: what was done when
	evaluation TEXT,                                         -- 评价
	has_problems SMALLINT CHECK (has_problems IN (0, 1)),    -- 发现问题
	problems TEXT,                                           -- 问题
	plan_change SMALLINT CHECK (plan_change IN (0, 1)),      -- the plan has to be changed
	plan_change_note TEXT,                                   -- what of it
	actions TEXT,                                            -- 改进措施
	actions_owner BIGINT REFERENCES staff (id),              -- 责任人
	actions_due TEXT,                                        -- 完成期限
	actions_result TEXT,                                     -- 完成情况
	closed_on TEXT                                           -- counts for its calendar year
);
CREATE INDEX drill_org_ix ON drill (org, id, retired_ms);
CREATE INDEX drill_number_ix ON drill (org, number, id, retired_ms);
CREATE UNIQUE INDEX drill_number_ux ON drill (org, number);
CREATE INDEX drill_state_ix ON drill (org, state, id, retired_ms);
CREATE INDEX drill_kind_ix ON drill (org, kind, id, retired_ms);
CREATE INDEX drill_class_ix ON drill (org, class, id, retired_ms);
CREATE INDEX drill_plan_ix ON drill (org, plan, id, retired_ms);
CREATE INDEX drill_site_ix ON drill (org, site, id, retired_ms);
CREATE INDEX drill_planned_on_ix ON drill (org, planned_on, id, retired_ms);
CREATE INDEX drill_closed_on_ix ON drill (org, closed_on, id, retired_ms);
