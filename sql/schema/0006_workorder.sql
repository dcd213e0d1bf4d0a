-- Repair orders 维修工单 (表2, domain model C.3.4).  state moves by steps only.
CREATE TABLE workorder (
	id BIGINT PRIMARY KEY,
	org BIGINT NOT NULL REFERENCES org (id),
	version BIGINT NOT NULL,
	created_ms BIGINT NOT NULL,
	created_by BIGINT,
	changed_ms BIGINT NOT NULL,
	changed_by BIGINT,
	retired_ms BIGINT,
	number TEXT NOT NULL,                             -- 编号, WX…
	state TEXT NOT NULL,                              -- of the process
	customer BIGINT REFERENCES customer (id),         -- 用户单位, from the site
	site BIGINT NOT NULL REFERENCES site (id),        -- 服务场所
	system BIGINT REFERENCES system (id),             -- 系统名称
	area BIGINT REFERENCES area (id),                 -- 故障区域
	device BIGINT REFERENCES device (id),             -- the faulty one, when known
	contract BIGINT REFERENCES contract (id),         -- whose limits hold
	channel TEXT,                                     -- how the report came
	reporter TEXT NOT NULL,                           -- 报修人
	reporter_phone TEXT,
	reported_ms BIGINT NOT NULL,                      -- all clocks count from here
	occurred_ms BIGINT,                               -- 故障发生时间
	subsystem TEXT,                                   -- 故障子系统, several
	symptom TEXT NOT NULL,                            -- 故障现象
	extent TEXT,                                      -- 影响范围
	works_as_whole SMALLINT,                          -- partial: subsystem still works
	only_protection SMALLINT,                         -- subsystem: only protection of a key area
	grade TEXT,                                       -- 故障等级
	regrade_notice TEXT,                              -- lower grade: what the customer was told
	regrade_by BIGINT REFERENCES "user" (id),         -- lower grade: second person
	duplicate_of BIGINT REFERENCES workorder (id),
	consent TEXT,                                     -- duplicate, cancelled: reporter's consent
	escalated SMALLINT,                               -- a limit is near or over
	responded_ms BIGINT,
	response_note TEXT,
	technician BIGINT REFERENCES staff (id),          -- 维修人员
	eta_ms BIGINT,
	arrived_ms BIGINT,
	arrival_proof TEXT,
	diagnosis TEXT,                                   -- 故障排查结论
	core_part SMALLINT,
	chargeable SMALLINT,
	quote_fen BIGINT,
	approver TEXT,
	approved_ms BIGINT,
	method TEXT,                                      -- 维修方案, several
	parts_used TEXT,                                  -- 更换部件
	debugging TEXT,                                   -- 核心调试内容
	parts_needed TEXT,
	temporary TEXT,                                   -- 临时应急措施
	special_plan TEXT,                                -- SVC-6.3
	extended_to_ms BIGINT,                            -- SVC-6.1.3: the new limit
	notice_sent_ms BIGINT,                            -- SVC-6.1.3: written notice
	test_content TEXT,                                -- 测试内容
	test_result TEXT,                                 -- 测试结果, several
	restored_ms BIGINT,                               -- the repair clock stopped
	verdict TEXT,                                     -- 验收结论
	second_on TEXT,                                   -- 二次维修计划时间
	user_sign TEXT,                                   -- 用户确认签字
	staff_sign TEXT,                                  -- 维修人员签字
	amount_fen BIGINT,                                -- 总金额
	settlement TEXT,                                  -- 未结算, 已结算
	fault BIGINT,                            -- fault, a later table: no REFERENCES
	signal_restored_ms BIGINT,               -- the panel says it is over
	remark TEXT                                       -- 备注
);
CREATE UNIQUE INDEX workorder_number_ix ON workorder (org, number);
CREATE INDEX workorder_org_ix ON workorder (org, id, retired_ms);
CREATE INDEX workorder_state_ix ON workorder (org, state, id, retired_ms);
CREATE INDEX workorder_customer_ix ON workorder (org, customer, id, retired_ms);
CREATE INDEX workorder_site_ix ON workorder (org, site, id, retired_ms);
CREATE INDEX workorder_device_ix ON workorder (org, device, id, retired_ms);
CREATE INDEX workorder_grade_ix ON workorder (org, grade, id, retired_ms);
CREATE INDEX workorder_technician_ix ON workorder (org, technician, id, retired_ms);
CREATE INDEX workorder_page_ix ON workorder (org, number, id, retired_ms);
