-- Rules before an alarm is raised, service mode, faults (domain model C.2.2, C.3.1).

-- Event code rule 事件代码规则: overrides of packs/codes.
CREATE TABLE code_rule (
	id BIGINT PRIMARY KEY,                   -- time-ordered
	org BIGINT NOT NULL REFERENCES org (id), -- owner
	version BIGINT NOT NULL,                 -- goes up with every change
	created_ms BIGINT NOT NULL,              -- when
	created_by BIGINT,                       -- user; NULL: the program
	changed_ms BIGINT NOT NULL,              -- last change
	changed_by BIGINT,                       -- user; NULL: the program
	retired_ms BIGINT,                       -- NULL: in use
	code TEXT NOT NULL,                      -- 事件代码
	format TEXT NOT NULL,                    -- 报文格式
	when_role TEXT,                          -- 仅当原作用为
	scope TEXT NOT NULL,                     -- 适用范围
	template BIGINT REFERENCES panel_template (id), -- 模板
	site BIGINT REFERENCES site (id),        -- 场所
	panel BIGINT REFERENCES panel (id),      -- 主机
	name TEXT,                               -- 含义
	class TEXT,                              -- 类别
	role TEXT,                               -- 作用
	priority BIGINT,                         -- 优先级
	concerns TEXT,                           -- 号码含义
	action TEXT,                             -- 处理
	note TEXT                                -- 备注
);
CREATE INDEX code_rule_org_ix ON code_rule (org, id, retired_ms);
CREATE INDEX code_rule_code_ix ON code_rule (org, code, id, retired_ms);
CREATE INDEX code_rule_format_ix ON code_rule (org, format, id, retired_ms);
CREATE INDEX code_rule_scope_ix ON code_rule (org, scope, id, retired_ms);
CREATE INDEX code_rule_template_ix ON code_rule (org, template, id, retired_ms);
CREATE INDEX code_rule_site_ix ON code_rule (org, site, id, retired_ms);
CREATE INDEX code_rule_panel_ix ON code_rule (org, panel, id, retired_ms);

-- Alarm rule 报警规则: limits set by the operator, not values of a standard.
CREATE TABLE alarm_rule (
	id BIGINT PRIMARY KEY,                   -- time-ordered
	org BIGINT NOT NULL REFERENCES org (id), -- owner
	version BIGINT NOT NULL,                 -- goes up with every change
	created_ms BIGINT NOT NULL,              -- when
	created_by BIGINT,                       -- user; NULL: the program
	changed_ms BIGINT NOT NULL,              -- last change
	changed_by BIGINT,                       -- user; NULL: the program
	retired_ms BIGINT,                       -- NULL: in use
	name TEXT NOT NULL,                      -- 名称
	site BIGINT REFERENCES site (id),        -- 服务场所
	class TEXT,                              -- 类别
	claim_s BIGINT,                          -- 受理时限
	verify_s BIGINT,                         -- 复核时限
	wait_s BIGINT,                           -- 观察等待上限
	dispatch_s BIGINT,                       -- 派警时限
	police_s BIGINT,                         -- 报110时限
	receipt_s BIGINT,                        -- 核实110接警时限
	notify_s BIGINT,                         -- 通报用户时限
	close_h BIGINT,                          -- 结案时限
	dispatch_first SMALLINT,                 -- 先派警后复核
	correlate_min BIGINT,                    -- 并入时间窗
	delay_min BIGINT,                        -- 延时报警
	no_restore_min BIGINT,                   -- 未恢复提醒
	swinger_count BIGINT,                    -- 反复触发次数
	swinger_min BIGINT,                      -- 反复触发时间窗
	runaway_per_min BIGINT,                  -- 主机频发门限
	cross_s BIGINT,                          -- 双防区复核时间窗
	recent_open_min BIGINT,                  -- 刚撤防提示窗
	cancel_min BIGINT,                       -- 用户取消提示窗
	mode_needs_order SMALLINT,               -- 维护须有工单
	mode_max_h BIGINT,                       -- 维护最长时间
	note TEXT                                -- 备注
);
CREATE INDEX alarm_rule_org_ix ON alarm_rule (org, id, retired_ms);
CREATE INDEX alarm_rule_name_ix ON alarm_rule (org, name, id, retired_ms);
CREATE INDEX alarm_rule_site_ix ON alarm_rule (org, site, id, retired_ms);
CREATE INDEX alarm_rule_class_ix ON alarm_rule (org, class, id, retired_ms);

-- Arming schedule 布撤防计划.
CREATE TABLE arm_schedule (
	id BIGINT PRIMARY KEY,                   -- time-ordered
	org BIGINT NOT NULL REFERENCES org (id), -- owner
	version BIGINT NOT NULL,                 -- goes up with every change
	created_ms BIGINT NOT NULL,              -- when
	created_by BIGINT,                       -- user; NULL: the program
	changed_ms BIGINT NOT NULL,              -- last change
	changed_by BIGINT,                       -- user; NULL: the program
	retired_ms BIGINT,                       -- NULL: in use
	name TEXT NOT NULL,                      -- 名称
	panel BIGINT NOT NULL REFERENCES panel (id), -- 报警主机
	partition BIGINT REFERENCES partition (id), -- 分区
	days TEXT NOT NULL,                      -- 营业日
	opens_at TEXT NOT NULL,                  -- 撤防时间
	closes_at TEXT NOT NULL,                 -- 布防时间
	tolerance_min BIGINT NOT NULL,           -- 允许偏差
	repeat_min BIGINT,                       -- 未布防重复提醒
	tell_late_open SMALLINT NOT NULL,        -- 逾时未撤防报警
	tell_early_open SMALLINT NOT NULL,       -- 提前撤防报警
	keeps_holidays SMALLINT NOT NULL,        -- 节假日不营业
	note TEXT                                -- 备注
);
CREATE INDEX arm_schedule_org_ix ON arm_schedule (org, id, retired_ms);
CREATE INDEX arm_schedule_name_ix ON arm_schedule (org, name, id, retired_ms);
CREATE INDEX arm_schedule_panel_ix ON arm_schedule (org, panel, id, retired_ms);
CREATE INDEX arm_schedule_partition_ix ON arm_schedule (org, partition, id, retired_ms);

-- Holiday 节假日.
CREATE TABLE holiday (
	id BIGINT PRIMARY KEY,                   -- time-ordered
	org BIGINT NOT NULL REFERENCES org (id), -- owner
	version BIGINT NOT NULL,                 -- goes up with every change
	created_ms BIGINT NOT NULL,              -- when
	created_by BIGINT,                       -- user; NULL: the program
	changed_ms BIGINT NOT NULL,              -- last change
	changed_by BIGINT,                       -- user; NULL: the program
	retired_ms BIGINT,                       -- NULL: in use
	name TEXT NOT NULL,                      -- 名称
	kind TEXT NOT NULL,                      -- 种类
	from_on TEXT NOT NULL,                   -- 开始日期
	to_on TEXT NOT NULL,                     -- 结束日期
	site BIGINT REFERENCES site (id)         -- 服务场所
);
CREATE INDEX holiday_org_ix ON holiday (org, id, retired_ms);
CREATE INDEX holiday_name_ix ON holiday (org, name, id, retired_ms);
CREATE INDEX holiday_from_on_ix ON holiday (org, from_on, id, retired_ms);
CREATE INDEX holiday_site_ix ON holiday (org, site, id, retired_ms);

-- Panel user 主机用户: who has a code at the panel.
CREATE TABLE panel_user (
	id BIGINT PRIMARY KEY,                   -- time-ordered
	org BIGINT NOT NULL REFERENCES org (id), -- owner
	version BIGINT NOT NULL,                 -- goes up with every change
	created_ms BIGINT NOT NULL,              -- when
	created_by BIGINT,                       -- user; NULL: the program
	changed_ms BIGINT NOT NULL,              -- last change
	changed_by BIGINT,                       -- user; NULL: the program
	retired_ms BIGINT,                       -- NULL: in use
	name TEXT NOT NULL,                      -- 姓名
	panel BIGINT NOT NULL REFERENCES panel (id), -- 报警主机
	user_no BIGINT NOT NULL,                 -- 用户号
	contact BIGINT REFERENCES contact (id),  -- 联系人
	note TEXT                                -- 备注
);
CREATE INDEX panel_user_org_ix ON panel_user (org, id, retired_ms);
CREATE INDEX panel_user_name_ix ON panel_user (org, name, id, retired_ms);
CREATE INDEX panel_user_panel_ix ON panel_user (org, panel, id, retired_ms);
CREATE INDEX panel_user_user_no_ix ON panel_user (org, user_no, id, retired_ms);

-- Service mode 维护状态 (model C.3.2).
CREATE TABLE service_mode (
	id BIGINT PRIMARY KEY,                   -- time-ordered
	org BIGINT NOT NULL REFERENCES org (id), -- owner
	version BIGINT NOT NULL,                 -- goes up with every change
	created_ms BIGINT NOT NULL,              -- when
	created_by BIGINT,                       -- user; NULL: the program
	changed_ms BIGINT NOT NULL,              -- last change
	changed_by BIGINT,                       -- user; NULL: the program
	retired_ms BIGINT,                       -- NULL: in use
	state TEXT NOT NULL,                     -- 状态
	panel BIGINT NOT NULL REFERENCES panel (id), -- 报警主机
	site BIGINT REFERENCES site (id),        -- 服务场所
	partition BIGINT REFERENCES partition (id), -- 分区
	zones TEXT,                              -- 防区号
	classes TEXT,                            -- 类别
	from_ms BIGINT,                          -- 开始
	until_ms BIGINT NOT NULL,                -- 结束
	purpose TEXT NOT NULL,                   -- 事由
	technician BIGINT REFERENCES staff (id), -- 技术人员
	workorder BIGINT REFERENCES workorder (id), -- 维修工单
	on_site SMALLINT,                        -- 技术人员已到场
	confirmed_by TEXT,                       -- 用户电话确认人
	ended_ms BIGINT,                         -- 实际结束
	open_zones TEXT                          -- 未恢复防区
);
CREATE INDEX service_mode_org_ix ON service_mode (org, id, retired_ms);
CREATE INDEX service_mode_state_ix ON service_mode (org, state, id, retired_ms);
CREATE INDEX service_mode_panel_ix ON service_mode (org, panel, id, retired_ms);
CREATE INDEX service_mode_site_ix ON service_mode (org, site, id, retired_ms);
CREATE INDEX service_mode_workorder_ix ON service_mode (org, workorder, id, retired_ms);
CREATE INDEX service_mode_active_ix ON service_mode (org, panel, state, until_ms);

-- Fault 设备故障: what a panel says has to be repaired.
CREATE TABLE fault (
	id BIGINT PRIMARY KEY,                   -- time-ordered
	org BIGINT NOT NULL REFERENCES org (id), -- owner
	version BIGINT NOT NULL,                 -- goes up with every change
	created_ms BIGINT NOT NULL,              -- when
	created_by BIGINT,                       -- user; NULL: the program
	changed_ms BIGINT NOT NULL,              -- last change
	changed_by BIGINT,                       -- user; NULL: the program
	retired_ms BIGINT,                       -- NULL: in use
	number TEXT NOT NULL,                    -- 编号
	state TEXT NOT NULL,                     -- 状态
	site BIGINT REFERENCES site (id),        -- 服务场所
	panel BIGINT REFERENCES panel (id),      -- 报警主机
	zone BIGINT REFERENCES zone (id),        -- 防区
	part_no BIGINT,                          -- 分区号
	zone_no BIGINT,                          -- 防区号
	code TEXT,                               -- 事件代码
	class TEXT,                              -- 类别
	grade TEXT,                              -- 建议故障等级
	symptom TEXT,                            -- 故障现象
	device BIGINT REFERENCES device (id),    -- 设备
	area BIGINT REFERENCES area (id),        -- 区域部位
	system BIGINT REFERENCES system (id),    -- 系统
	signal_id BIGINT,                        -- 信号
	alarm_id BIGINT,                         -- 警情
	count BIGINT,                            -- 次数
	first_ms BIGINT,                         -- 首次发生
	last_ms BIGINT,                          -- 最近发生
	restored_ms BIGINT,                      -- 信号恢复时间
	workorder BIGINT REFERENCES workorder (id)-- 维修工单
);
CREATE INDEX fault_org_ix ON fault (org, id, retired_ms);
CREATE INDEX fault_number_ix ON fault (org, number, id, retired_ms);
CREATE UNIQUE INDEX fault_number_ux ON fault (org, number);
CREATE INDEX fault_state_ix ON fault (org, state, id, retired_ms);
CREATE INDEX fault_site_ix ON fault (org, site, id, retired_ms);
CREATE INDEX fault_panel_ix ON fault (org, panel, id, retired_ms);
CREATE INDEX fault_grade_ix ON fault (org, grade, id, retired_ms);
CREATE INDEX fault_workorder_ix ON fault (org, workorder, id, retired_ms);
CREATE INDEX fault_kind_ix ON fault (org, panel, code, state);

-- What panels have begun and not ended: one row per zone and code that is
-- open now.  The raiser's memory; a restore takes the row away, the signals
-- stay.
CREATE TABLE panel_event (
	panel BIGINT NOT NULL,
	zone_no BIGINT NOT NULL,      -- -1: none; -2: the backup path
	code TEXT NOT NULL,
	org BIGINT NOT NULL,
	site BIGINT,
	format TEXT NOT NULL,
	class TEXT NOT NULL,
	part_no BIGINT NOT NULL,      -- -1: none
	signal BIGINT NOT NULL,       -- the newest that said so
	began_ms BIGINT NOT NULL,
	alarm BIGINT,                 -- raised or joined
	fault BIGINT,
	mode BIGINT,                  -- service mode that covered it
	due_ms BIGINT,                -- held back until then
	remind_ms BIGINT,             -- told again when still open then
	PRIMARY KEY (panel, zone_no, code)
);
CREATE INDEX panel_event_alarm_ix ON panel_event (org, alarm);
CREATE INDEX panel_event_due_ix ON panel_event (due_ms);
CREATE INDEX panel_event_remind_ix ON panel_event (remind_ms);
CREATE INDEX panel_event_mode_ix ON panel_event (mode);
CREATE INDEX panel_event_site_ix ON panel_event (org, site, began_ms);

-- How often a zone or (zone_no -1) a panel has told, for swingers and
-- runaways.
CREATE TABLE panel_rate (
	panel BIGINT NOT NULL,
	zone_no BIGINT NOT NULL,
	org BIGINT NOT NULL,
	since_ms BIGINT NOT NULL,     -- begin of the window
	n BIGINT NOT NULL,
	held SMALLINT NOT NULL,       -- 1: held back, and told once
	PRIMARY KEY (panel, zone_no)
);

-- Armed or not, by the newest opening or closing; part_no -1: the panel.
CREATE TABLE arm_state (
	panel BIGINT NOT NULL,
	part_no BIGINT NOT NULL,
	org BIGINT NOT NULL,
	site BIGINT,
	armed SMALLINT NOT NULL,
	since_ms BIGINT NOT NULL,
	user_no BIGINT,
	signal BIGINT NOT NULL,
	PRIMARY KEY (panel, part_no)
);
CREATE INDEX arm_state_site_ix ON arm_state (org, site, armed);

-- When an arming schedule is looked at next.
CREATE TABLE arm_due (
	schedule BIGINT PRIMARY KEY REFERENCES arm_schedule (id),
	org BIGINT NOT NULL,
	due_ms BIGINT NOT NULL,
	what TEXT NOT NULL            -- plan, open, close
);
CREATE INDEX arm_due_ix ON arm_due (due_ms);
