-- Response: incidents, dispatches, police reports, notices (domain model C.3.3).
-- state columns move by steps only.
-- Incidents 警情: a site's confirmed alarms and what was done about them.
CREATE TABLE incident (
	id BIGINT PRIMARY KEY,
	org BIGINT NOT NULL REFERENCES org (id),
	version BIGINT NOT NULL,
	created_ms BIGINT NOT NULL,
	created_by BIGINT,
	changed_ms BIGINT NOT NULL,
	changed_by BIGINT,
	retired_ms BIGINT,
	number TEXT NOT NULL,                                    -- 警情编号
	state TEXT NOT NULL,                                     -- 状态
	severity TEXT NOT NULL,                                  -- 级别
	site BIGINT NOT NULL REFERENCES site (id),               -- 服务场所
	customer BIGINT REFERENCES customer (id),                -- 用户单位
	class TEXT,                                              -- packs/codes
	priority BIGINT,                                         -- 优先级
	alarms BIGINT,                                           -- how many belong to it
	opened_ms BIGINT,                                        -- 确认时间
	joined_ms BIGINT,                                        -- when the newest alarm was confirmed
	escalated SMALLINT CHECK (escalated IN (0, 1)),          -- a limit is near or over
	breached SMALLINT CHECK (breached IN (0, 1)),            -- a clock was missed: it must be reviewed
	sent_ms BIGINT,                                          -- 首次派警
	arrived_ms BIGINT,                                       -- 首次到场
	police_ms BIGINT,                                        -- 报警时间
	police_number TEXT,                                      -- 报警回执编号
	handed_to TEXT,                                          -- 移交给
	outcome TEXT,                                            -- 处置结论
	findings TEXT,                                           -- 处置经过
	cleared_ms BIGINT,                                       -- 处置结束
	notified_ms BIGINT,                                      -- 通报时间
	told TEXT,                                               -- 通报内容
	review TEXT,                                             -- 复盘
	lessons TEXT,                                            -- 改进措施
	remark TEXT                                              -- 备注
);
CREATE INDEX incident_org_ix ON incident (org, id, retired_ms);
CREATE INDEX incident_number_ix ON incident (org, number, id, retired_ms);
CREATE UNIQUE INDEX incident_number_ux ON incident (org, number);
CREATE INDEX incident_state_ix ON incident (org, state, id, retired_ms);
CREATE INDEX incident_severity_ix ON incident (org, severity, id, retired_ms);
CREATE INDEX incident_site_ix ON incident (org, site, id, retired_ms);
CREATE INDEX incident_customer_ix ON incident (org, customer, id, retired_ms);

-- Patrols 巡逻组. Where one is stands in patrol_position.
CREATE TABLE patrol (
	id BIGINT PRIMARY KEY,
	org BIGINT NOT NULL REFERENCES org (id),
	version BIGINT NOT NULL,
	created_ms BIGINT NOT NULL,
	created_by BIGINT,
	changed_ms BIGINT NOT NULL,
	changed_by BIGINT,
	retired_ms BIGINT,
	name TEXT NOT NULL,                                      -- 巡逻组
	phone TEXT NOT NULL,                                     -- 电话
	person BIGINT REFERENCES "user" (id),                    -- who answers on the phone
	staff BIGINT REFERENCES staff (id),                      -- 人员
	vehicle BIGINT REFERENCES vehicle (id),                  -- 车辆
	districts TEXT,                                          -- names of site.district, by commas
	duty TEXT,                                               -- on, off; NULL is off
	note TEXT                                                -- 备注
);
CREATE INDEX patrol_org_ix ON patrol (org, id, retired_ms);
CREATE INDEX patrol_name_ix ON patrol (org, name, id, retired_ms);
CREATE UNIQUE INDEX patrol_name_ux ON patrol (org, name);
CREATE UNIQUE INDEX patrol_person_ux ON patrol (org, person);
CREATE INDEX patrol_staff_ix ON patrol (org, staff, id, retired_ms);
CREATE INDEX patrol_duty_ix ON patrol (org, duty, id, retired_ms);

-- Sending a patrol to an incident 派警.
CREATE TABLE dispatch (
	id BIGINT PRIMARY KEY,
	org BIGINT NOT NULL REFERENCES org (id),
	version BIGINT NOT NULL,
	created_ms BIGINT NOT NULL,
	created_by BIGINT,
	changed_ms BIGINT NOT NULL,
	changed_by BIGINT,
	retired_ms BIGINT,
	number TEXT NOT NULL,                                    -- 派警编号
	state TEXT NOT NULL,                                     -- 状态
	incident BIGINT NOT NULL REFERENCES incident (id),       -- 警情
	patrol BIGINT NOT NULL REFERENCES patrol (id),           -- 巡逻组
	site BIGINT REFERENCES site (id),                        -- 服务场所
	customer BIGINT REFERENCES customer (id),                -- 用户单位
	instructions TEXT,                                       -- 任务说明
	sent_ms BIGINT,                                          -- 派出时间
	accepted_ms BIGINT,                                      -- 接受时间
	en_route_ms BIGINT,                                      -- 出发时间
	next_patrol BIGINT REFERENCES patrol (id),               -- declined or no answer: who is proposed
	arrived_ms BIGINT,                                       -- 到场时间
	arrival_proof TEXT,                                      -- 到场依据
	latitude_e6 BIGINT,                                      -- 到场纬度
	longitude_e6 BIGINT,                                     -- 到场经度
	distance_m BIGINT,                                       -- from the site on arrival
	confirmed_by TEXT,                                       -- 到场确认人
	secure SMALLINT CHECK (secure IN (0, 1)),                -- 场所已封闭
	guarding TEXT,                                           -- an insecure site: what the customer decided
	guarding_by TEXT,                                        -- 看守决定人
	left_ms BIGINT,                                          -- 离场时间
	result TEXT,                                             -- 处置结果
	report TEXT,                                             -- 现场报告
	reported_ms BIGINT                                       -- 报告时间
);
CREATE INDEX dispatch_org_ix ON dispatch (org, id, retired_ms);
CREATE INDEX dispatch_number_ix ON dispatch (org, number, id, retired_ms);
CREATE UNIQUE INDEX dispatch_number_ux ON dispatch (org, number);
CREATE INDEX dispatch_state_ix ON dispatch (org, state, id, retired_ms);
CREATE INDEX dispatch_incident_ix ON dispatch (org, incident, id, retired_ms);
CREATE INDEX dispatch_patrol_ix ON dispatch (org, patrol, id, retired_ms);
CREATE INDEX dispatch_site_ix ON dispatch (org, site, id, retired_ms);

-- Photos that a patrol took on site.
CREATE TABLE dispatch_photo (
	id BIGINT PRIMARY KEY,
	org BIGINT NOT NULL REFERENCES org (id),
	version BIGINT NOT NULL,
	created_ms BIGINT NOT NULL,
	created_by BIGINT,
	changed_ms BIGINT NOT NULL,
	changed_by BIGINT,
	retired_ms BIGINT,
	number TEXT NOT NULL,                                    -- 照片编号
	dispatch BIGINT NOT NULL REFERENCES dispatch (id),       -- 派警
	file TEXT NOT NULL,                                      -- SHA-256
	taken_ms BIGINT,                                         -- by the phone's clock
	note TEXT                                                -- 说明
);
CREATE INDEX dispatch_photo_org_ix ON dispatch_photo (org, id, retired_ms);
CREATE INDEX dispatch_photo_number_ix ON dispatch_photo (org, number, id, retired_ms);
CREATE UNIQUE INDEX dispatch_photo_number_ux ON dispatch_photo (org, number);
CREATE INDEX dispatch_photo_dispatch_ix ON dispatch_photo (org, dispatch, id, retired_ms);

-- Reports to the police 向110报告, with the check of their receipt.
CREATE TABLE police_report (
	id BIGINT PRIMARY KEY,
	org BIGINT NOT NULL REFERENCES org (id),
	version BIGINT NOT NULL,
	created_ms BIGINT NOT NULL,
	created_by BIGINT,
	changed_ms BIGINT NOT NULL,
	changed_by BIGINT,
	retired_ms BIGINT,
	number TEXT NOT NULL,                                    -- 报警编号
	state TEXT NOT NULL,                                     -- 状态
	incident BIGINT NOT NULL REFERENCES incident (id),       -- 警情
	site BIGINT REFERENCES site (id),                        -- 服务场所
	customer BIGINT REFERENCES customer (id),                -- 用户单位
	channel TEXT NOT NULL,                                   -- 报送方式
	content TEXT NOT NULL,                                   -- 报送内容
	sent_ms BIGINT,                                          -- 报送时间
	tries BIGINT,                                            -- 报送次数
	failure TEXT,                                            -- 未成功原因
	receipt_by TEXT,                                         -- 接警人
	receipt_number TEXT,                                     -- GB 55029 6.0.4
	receipt_ms BIGINT,                                       -- 核实时间
	remark TEXT                                              -- 备注
);
CREATE INDEX police_report_org_ix ON police_report (org, id, retired_ms);
CREATE INDEX police_report_number_ix ON police_report (org, number, id, retired_ms);
CREATE UNIQUE INDEX police_report_number_ux ON police_report (org, number);
CREATE INDEX police_report_state_ix ON police_report (org, state, id, retired_ms);
CREATE INDEX police_report_incident_ix ON police_report (org, incident, id, retired_ms);

-- Channels that notices go through; the secret itself is in the table secret.
CREATE TABLE notice_channel (
	id BIGINT PRIMARY KEY,
	org BIGINT NOT NULL REFERENCES org (id),
	version BIGINT NOT NULL,
	created_ms BIGINT NOT NULL,
	created_by BIGINT,
	changed_ms BIGINT NOT NULL,
	changed_by BIGINT,
	retired_ms BIGINT,
	name TEXT NOT NULL,                                      -- 通道名称
	kind TEXT NOT NULL,                                      -- 方式
	running SMALLINT CHECK (running IN (0, 1)),              -- 启用
	url TEXT NOT NULL,                                       -- 服务地址
	tls TEXT,                                                -- 加密
	sender TEXT,                                             -- 发件人
	login TEXT,                                              -- 登录名
	secret_ref TEXT,                                         -- name in the table secret
	header TEXT,                                             -- 请求头
	signed_body SMALLINT CHECK (signed_body IN (0, 1)),      -- 签名
	body TEXT,                                               -- 请求体模板
	note TEXT                                                -- 备注
);
CREATE INDEX notice_channel_org_ix ON notice_channel (org, id, retired_ms);
CREATE INDEX notice_channel_name_ix ON notice_channel (org, name, id, retired_ms);
CREATE UNIQUE INDEX notice_channel_name_ux ON notice_channel (org, name);
CREATE INDEX notice_channel_kind_ix ON notice_channel (org, kind, id, retired_ms);

-- Texts of notices and police reports, with placeholders.
CREATE TABLE notice_template (
	id BIGINT PRIMARY KEY,
	org BIGINT NOT NULL REFERENCES org (id),
	version BIGINT NOT NULL,
	created_ms BIGINT NOT NULL,
	created_by BIGINT,
	changed_ms BIGINT NOT NULL,
	changed_by BIGINT,
	retired_ms BIGINT,
	name TEXT NOT NULL,                                      -- 模板名称
	event TEXT NOT NULL,                                     -- 事由
	class TEXT,                                              -- packs/codes
	channel TEXT NOT NULL,                                   -- 用于
	language TEXT NOT NULL,                                  -- 语言
	subject TEXT,                                            -- 标题
	content TEXT NOT NULL                                    -- 内容
);
CREATE INDEX notice_template_org_ix ON notice_template (org, id, retired_ms);
CREATE INDEX notice_template_name_ix ON notice_template (org, name, id, retired_ms);
CREATE UNIQUE INDEX notice_template_name_ux ON notice_template (org, name);
CREATE INDEX notice_template_event_ix ON notice_template (org, event, id, retired_ms);

-- Notices to customers 警情通报.
CREATE TABLE notice (
	id BIGINT PRIMARY KEY,
	org BIGINT NOT NULL REFERENCES org (id),
	version BIGINT NOT NULL,
	created_ms BIGINT NOT NULL,
	created_by BIGINT,
	changed_ms BIGINT NOT NULL,
	changed_by BIGINT,
	retired_ms BIGINT,
	number TEXT NOT NULL,                                    -- 通报编号
	state TEXT NOT NULL,                                     -- 状态
	incident BIGINT REFERENCES incident (id),                -- 警情
	site BIGINT REFERENCES site (id),                        -- 服务场所
	customer BIGINT REFERENCES customer (id),                -- 用户单位
	event TEXT NOT NULL,                                     -- 事由
	kind TEXT NOT NULL,                                      -- 方式
	channel BIGINT REFERENCES notice_channel (id),           -- 通道
	contact BIGINT REFERENCES contact (id),                  -- 联系人
	address TEXT,                                            -- number or address it goes to
	subject TEXT,                                            -- 标题
	content TEXT,                                            -- 内容
	tries BIGINT,                                            -- 发送次数
	sent_ms BIGINT,                                          -- 发出时间
	delivered_ms BIGINT,                                     -- 送达时间
	acknowledged_ms BIGINT,                                  -- 确认时间
	acknowledged_by TEXT,                                    -- 确认人
	failure TEXT                                             -- 最近一次失败原因
);
CREATE INDEX notice_org_ix ON notice (org, id, retired_ms);
CREATE INDEX notice_number_ix ON notice (org, number, id, retired_ms);
CREATE UNIQUE INDEX notice_number_ux ON notice (org, number);
CREATE INDEX notice_state_ix ON notice (org, state, id, retired_ms);
CREATE INDEX notice_incident_ix ON notice (org, incident, id, retired_ms);
CREATE INDEX notice_site_ix ON notice (org, site, id, retired_ms);
CREATE INDEX notice_kind_ix ON notice (org, kind, id, retired_ms);

-- Where a patrol said that it is: the newest alone, while it is on duty or has
-- a dispatch.  Not in the journal: what proves an arrival stands in dispatch.
CREATE TABLE patrol_position (
	patrol BIGINT PRIMARY KEY REFERENCES patrol (id),
	org BIGINT NOT NULL REFERENCES org (id),
	latitude_e6 BIGINT NOT NULL,  -- degrees times a million
	longitude_e6 BIGINT NOT NULL,
	accuracy_m BIGINT,            -- as the phone says
	at_ms BIGINT NOT NULL         -- by the phone's clock, never in the future
);

-- Notices that wait to be sent: the worker's list, not business data.
CREATE TABLE notice_due (
	notice BIGINT PRIMARY KEY REFERENCES notice (id),
	org BIGINT NOT NULL REFERENCES org (id),
	due_ms BIGINT NOT NULL        -- not before; while one is being sent: until
				      -- another worker may take it
);
CREATE INDEX notice_due_due_ix ON notice_due (due_ms);

-- Questions of the program itself.
CREATE INDEX incident_open_ix ON incident (org, site, joined_ms);

-- The incident of a confirmed alarm.
ALTER TABLE alarm ADD COLUMN incident BIGINT REFERENCES incident (id);
CREATE INDEX alarm_incident_ix ON alarm (org, incident, id, retired_ms);
