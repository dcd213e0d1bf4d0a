-- The registers (src/kind/register.h).  Every table has the same eight columns
-- first: id, org, version, who and when, and retired_ms, NULL while the row is
-- in use; nothing is deleted.  Indexes: one per filter and per sort order, with
-- the id behind for keyset pages and retired_ms at the end, so that counting a
-- list reads the index alone; a unique one per unique field.
-- A set is TEXT with its values joined by commas.  Dates are "YYYY-MM-DD".

-- Parties (model C.1, C.2.1): bodies that play roles: customer, supplier, rating
-- body, regulator.  The credit code has a check digit.
CREATE TABLE party (
	id BIGINT PRIMARY KEY,                   -- time-ordered
	org BIGINT NOT NULL REFERENCES org (id), -- owner
	version BIGINT NOT NULL,                 -- goes up with every change
	created_ms BIGINT NOT NULL,              -- when
	created_by BIGINT,                       -- user; NULL: the program
	changed_ms BIGINT NOT NULL,              -- last change
	changed_by BIGINT,                       -- user; NULL: the program
	retired_ms BIGINT,                       -- NULL: in use
	name TEXT NOT NULL,                      -- 单位名称
	short_name TEXT,                         -- 简称
	roles TEXT NOT NULL,                     -- what it is to us, comma separated (BAX25-III)
	credit_code TEXT,                        -- unified social credit code, GB 32100 (BAX22-3.2.1)
	legal_form TEXT,                         -- limited joint_stock state_owned partnership sole institution government association other
	registered_on TEXT,                      -- 成立日期
	capital_fen BIGINT,                      -- 注册资本; fen
	business_scope TEXT,                     -- as on the licence (BAX22-3.2.4)
	address TEXT,                            -- 地址
	contact_name TEXT,                       -- 联系人
	phone TEXT,                              -- 联系电话
	email TEXT,                              -- 电子邮箱
	licence_number TEXT,                     -- security service licence (NET-4.2)
	licence_on TEXT,                         -- 许可证发证日期
	insurance_account TEXT,                  -- social insurance account (BAX22-3.2.3)
	foreign_invested SMALLINT CHECK (foreign_invested IN (0, 1)), -- Order 564 art. 22
	drafter SMALLINT CHECK (drafter IN (0, 1)), -- took part in drafting a standard it is rated by
	note TEXT                                -- 备注
);
CREATE INDEX party_org_ix ON party (org, id, retired_ms);
CREATE INDEX party_name_ix ON party (org, name, id, retired_ms);
CREATE INDEX party_legal_form_ix ON party (org, legal_form, id, retired_ms);
CREATE UNIQUE INDEX party_name_ux ON party (org, name);
CREATE UNIQUE INDEX party_credit_code_ux ON party (org, credit_code);

-- Customers (model C.2.1).  A key unit is one of the 11 kinds of Order 421 art. 13.
CREATE TABLE customer (
	id BIGINT PRIMARY KEY,                   -- time-ordered
	org BIGINT NOT NULL REFERENCES org (id), -- owner
	version BIGINT NOT NULL,                 -- goes up with every change
	created_ms BIGINT NOT NULL,              -- when
	created_by BIGINT,                       -- user; NULL: the program
	changed_ms BIGINT NOT NULL,              -- last change
	changed_by BIGINT,                       -- user; NULL: the program
	retired_ms BIGINT,                       -- NULL: in use
	number TEXT NOT NULL,                    -- 客户编号
	name TEXT NOT NULL,                      -- 用户单位名称
	category TEXT NOT NULL,                  -- enterprise park building venue bank school hospital government shop home other
	party BIGINT REFERENCES party (id),      -- 单位
	address TEXT,                            -- 地址
	department TEXT,                         -- head of form A.1
	person_in_charge TEXT,                   -- head of form A.1
	phone TEXT,                              -- 联系电话
	key_unit TEXT NOT NULL,                  -- none or one of the 11 kinds of Order 421 art. 13 (BAX22-5.2.4.2)
	key_unit_basis TEXT,                     -- who designated it, by which document
	key_unit_proof TEXT,                     -- 重点单位认定证明; SHA-256
	state_secret SMALLINT CHECK (state_secret IN (0, 1)), -- 涉密单位
	note TEXT                                -- 备注
);
CREATE INDEX customer_org_ix ON customer (org, id, retired_ms);
CREATE INDEX customer_number_ix ON customer (org, number, id, retired_ms);
CREATE INDEX customer_name_ix ON customer (org, name, id, retired_ms);
CREATE INDEX customer_category_ix ON customer (org, category, id, retired_ms);
CREATE INDEX customer_key_unit_ix ON customer (org, key_unit, id, retired_ms);
CREATE UNIQUE INDEX customer_number_ux ON customer (org, number);
CREATE UNIQUE INDEX customer_name_ux ON customer (org, name);

-- Sites (model C.2.2): where the systems of a customer stand.
CREATE TABLE site (
	id BIGINT PRIMARY KEY,                   -- time-ordered
	org BIGINT NOT NULL REFERENCES org (id), -- owner
	version BIGINT NOT NULL,                 -- goes up with every change
	created_ms BIGINT NOT NULL,              -- when
	created_by BIGINT,                       -- user; NULL: the program
	changed_ms BIGINT NOT NULL,              -- last change
	changed_by BIGINT,                       -- user; NULL: the program
	retired_ms BIGINT,                       -- NULL: in use
	number TEXT NOT NULL,                    -- 场所编号
	name TEXT NOT NULL,                      -- 场所名称
	customer BIGINT NOT NULL REFERENCES customer (id), -- 用户单位
	kind TEXT NOT NULL,                      -- enterprise park building venue … (SVC-1.2)
	level TEXT NOT NULL,                     -- key ordinary; a fault in a key area is at least urgent (SVC-6.1.2)
	address TEXT NOT NULL,                   -- 地址
	longitude_e6 BIGINT,                     -- degrees times a million, WGS 84
	latitude_e6 BIGINT,                      -- degrees times a million, WGS 84
	district TEXT,                           -- whose patrol and technicians go there
	police_station TEXT,                     -- 属地派出所
	phone TEXT,                              -- 场所电话
	access_notes TEXT,                       -- 进场说明
	map TEXT,                                -- 平面图; SHA-256
	note TEXT                                -- 备注
);
CREATE INDEX site_org_ix ON site (org, id, retired_ms);
CREATE INDEX site_number_ix ON site (org, number, id, retired_ms);
CREATE INDEX site_name_ix ON site (org, name, id, retired_ms);
CREATE INDEX site_customer_ix ON site (org, customer, id, retired_ms);
CREATE INDEX site_kind_ix ON site (org, kind, id, retired_ms);
CREATE INDEX site_level_ix ON site (org, level, id, retired_ms);
CREATE INDEX site_district_ix ON site (org, district, id, retired_ms);
CREATE UNIQUE INDEX site_number_ux ON site (org, number);

-- Contacts (model C.2.1): whom to call, in which order, and how to know them.
CREATE TABLE contact (
	id BIGINT PRIMARY KEY,                   -- time-ordered
	org BIGINT NOT NULL REFERENCES org (id), -- owner
	version BIGINT NOT NULL,                 -- goes up with every change
	created_ms BIGINT NOT NULL,              -- when
	created_by BIGINT,                       -- user; NULL: the program
	changed_ms BIGINT NOT NULL,              -- last change
	changed_by BIGINT,                       -- user; NULL: the program
	retired_ms BIGINT,                       -- NULL: in use
	name TEXT NOT NULL,                      -- 姓名
	customer BIGINT NOT NULL REFERENCES customer (id), -- 用户单位
	site BIGINT REFERENCES site (id),        -- NULL: all sites of the customer
	role TEXT NOT NULL,                      -- owner security keyholder duty escort finance other
	phone TEXT NOT NULL,                     -- 电话
	phone_2 TEXT,                            -- 备用电话
	email TEXT,                              -- 电子邮箱
	language TEXT,                           -- 语言
	call_order BIGINT,                       -- order in which keyholders are called
	hours TEXT,                              -- 可联系时段
	password TEXT,                           -- 口令; argon2id hash
	duress_word TEXT,                        -- says "I am threatened"; argon2id hash
	valid_from TEXT,                         -- 有效期自
	valid_to TEXT,                           -- 有效期至
	note TEXT                                -- 备注
);
CREATE INDEX contact_org_ix ON contact (org, id, retired_ms);
CREATE INDEX contact_name_ix ON contact (org, name, id, retired_ms);
CREATE INDEX contact_customer_ix ON contact (org, customer, id, retired_ms);
CREATE INDEX contact_site_ix ON contact (org, site, id, retired_ms);
CREATE INDEX contact_role_ix ON contact (org, role, id, retired_ms);

-- Posts (model C.1, C.2.5): what a person is employed for, and what it needs.
CREATE TABLE post (
	id BIGINT PRIMARY KEY,                   -- time-ordered
	org BIGINT NOT NULL REFERENCES org (id), -- owner
	version BIGINT NOT NULL,                 -- goes up with every change
	created_ms BIGINT NOT NULL,              -- when
	created_by BIGINT,                       -- user; NULL: the program
	changed_ms BIGINT NOT NULL,              -- last change
	changed_by BIGINT,                       -- user; NULL: the program
	retired_ms BIGINT,                       -- NULL: in use
	name TEXT NOT NULL,                      -- 岗位名称
	kind TEXT NOT NULL,                      -- manager watch patrol technician quality … (model C.1)
	department TEXT,                         -- 部门
	required_certificates TEXT,              -- kinds of certificate, comma separated (SVC-4.1)
	dedicated SMALLINT CHECK (dedicated IN (0, 1)), -- no second operative post (BAX22-5.2.3.2)
	min_persons BIGINT,                      -- on the books (NET-5.2)
	duties TEXT,                             -- NET-8.1.2
	duties_file TEXT                         -- 岗位职责文件; SHA-256
);
CREATE INDEX post_org_ix ON post (org, id, retired_ms);
CREATE INDEX post_name_ix ON post (org, name, id, retired_ms);
CREATE INDEX post_kind_ix ON post (org, kind, id, retired_ms);
CREATE INDEX post_department_ix ON post (org, department, id, retired_ms);
CREATE UNIQUE INDEX post_name_ux ON post (org, name);

-- Staff (model C.2.5).  The identity card is kept as a hash only.
CREATE TABLE staff (
	id BIGINT PRIMARY KEY,                    -- time-ordered
	org BIGINT NOT NULL REFERENCES org (id),  -- owner
	version BIGINT NOT NULL,                  -- goes up with every change
	created_ms BIGINT NOT NULL,               -- when
	created_by BIGINT,                        -- user; NULL: the program
	changed_ms BIGINT NOT NULL,               -- last change
	changed_by BIGINT,                        -- user; NULL: the program
	retired_ms BIGINT,                        -- NULL: in use
	number TEXT NOT NULL,                     -- 工号
	name TEXT NOT NULL,                       -- 姓名
	department TEXT,                          -- 部门
	primary_post BIGINT REFERENCES post (id), -- staffing is counted by it (NET-5.2)
	phone TEXT,                               -- 电话
	email TEXT,                               -- 电子邮箱
	photo TEXT,                               -- 照片; SHA-256
	birth_on TEXT NOT NULL,                   -- at least 18 when employed (NET-5.1.1)
	id_card TEXT,                             -- 身份证号; argon2id hash
	education TEXT NOT NULL,                  -- primary junior senior college bachelor master (BAX22-5.1.2.2)
	education_proof TEXT,                     -- 学历证明; SHA-256
	employed_from TEXT NOT NULL,              -- 入职日期
	employed_to TEXT,                         -- 离职日期
	insurance_months BIGINT,                  -- months of social insurance paid (BAX22-3.2.3)
	accident_insurance_to TEXT,               -- Order 564 art. 20
	exclusion_declared_on TEXT,               -- person declared that no exclusion holds (Order 564 art. 17)
	exclusion_file TEXT,                      -- 无禁止从业情形声明; SHA-256
	note TEXT                                 -- 备注
);
CREATE INDEX staff_org_ix ON staff (org, id, retired_ms);
CREATE INDEX staff_number_ix ON staff (org, number, id, retired_ms);
CREATE INDEX staff_name_ix ON staff (org, name, id, retired_ms);
CREATE INDEX staff_department_ix ON staff (org, department, id, retired_ms);
CREATE INDEX staff_primary_post_ix ON staff (org, primary_post, id, retired_ms);
CREATE INDEX staff_education_ix ON staff (org, education, id, retired_ms);
CREATE INDEX staff_employed_from_ix ON staff (org, employed_from, id, retired_ms);
CREATE UNIQUE INDEX staff_number_ux ON staff (org, number);

-- Contracts (model C.2.1, C.3.12).  Limits of the three fault grades may only be
-- stricter than SVC-6.1; kept at least two years after the end (Order 564 art. 21).
CREATE TABLE contract (
	id BIGINT PRIMARY KEY,                    -- time-ordered
	org BIGINT NOT NULL REFERENCES org (id),  -- owner
	version BIGINT NOT NULL,                  -- goes up with every change
	created_ms BIGINT NOT NULL,               -- when
	created_by BIGINT,                        -- user; NULL: the program
	changed_ms BIGINT NOT NULL,               -- last change
	changed_by BIGINT,                        -- user; NULL: the program
	retired_ms BIGINT,                        -- NULL: in use
	number TEXT NOT NULL,                     -- 合同编号
	name TEXT NOT NULL,                       -- 合同名称
	customer BIGINT NOT NULL REFERENCES customer (id), -- 用户单位
	kind TEXT NOT NULL,                       -- maintenance repair monitoring mixed
	state TEXT NOT NULL,                      -- draft … ended (model C.3.12)
	scope TEXT NOT NULL,                      -- subsystems, comma separated (SVC-1.1)
	signed_on TEXT,                           -- 签订日期
	start_on TEXT NOT NULL,                   -- 开始日期
	end_on TEXT NOT NULL,                     -- 结束日期
	ended_on TEXT,                            -- when service really ended
	amount_fen BIGINT,                        -- 合同金额; fen
	predecessor BIGINT REFERENCES contract (id), -- the contract that this one renews (BAX22-5.2.4.1)
	free_scope TEXT,                          -- what is repaired without charge (SVC-6.2)
	price_list TEXT,                          -- 价目表; SHA-256
	escort_rules TEXT,                        -- 陪同要求
	response_general_min BIGINT,              -- at most 120 (SVC-6.1.1)
	arrival_general_min BIGINT,               -- the norm sets none
	repair_general_h BIGINT,                  -- at most 24 (SVC-6.1.1)
	response_urgent_min BIGINT,               -- at most 30 (SVC-6.1.2)
	arrival_urgent_min BIGINT,                -- the norm sets none
	repair_urgent_h BIGINT,                   -- at most 8 (SVC-6.1.2)
	response_major_min BIGINT,                -- at most 15 (SVC-6.1.3)
	arrival_major_min BIGINT,                 -- the norm sets none
	repair_major_h BIGINT,                    -- at most 4 (SVC-6.1.3)
	arrive_alarm_min BIGINT,                  -- a patrol at the site of an alarm (model C.3.2)
	legality_by BIGINT REFERENCES staff (id), -- Order 564 art. 21
	legality_on TEXT,                         -- Order 564 art. 21
	signed_file TEXT,                         -- 合同扫描件; SHA-256
	note TEXT                                 -- 备注
);
CREATE INDEX contract_org_ix ON contract (org, id, retired_ms);
CREATE INDEX contract_number_ix ON contract (org, number, id, retired_ms);
CREATE INDEX contract_name_ix ON contract (org, name, id, retired_ms);
CREATE INDEX contract_customer_ix ON contract (org, customer, id, retired_ms);
CREATE INDEX contract_kind_ix ON contract (org, kind, id, retired_ms);
CREATE INDEX contract_state_ix ON contract (org, state, id, retired_ms);
CREATE INDEX contract_start_on_ix ON contract (org, start_on, id, retired_ms);
CREATE INDEX contract_end_on_ix ON contract (org, end_on, id, retired_ms);
CREATE INDEX contract_amount_fen_ix ON contract (org, amount_fen, id, retired_ms);
CREATE UNIQUE INDEX contract_number_ux ON contract (org, number);

-- Areas of a site (model C.2.2); a fault in a key area is at least urgent.
CREATE TABLE area (
	id BIGINT PRIMARY KEY,                   -- time-ordered
	org BIGINT NOT NULL REFERENCES org (id), -- owner
	version BIGINT NOT NULL,                 -- goes up with every change
	created_ms BIGINT NOT NULL,              -- when
	created_by BIGINT,                       -- user; NULL: the program
	changed_ms BIGINT NOT NULL,              -- last change
	changed_by BIGINT,                       -- user; NULL: the program
	retired_ms BIGINT,                       -- NULL: in use
	number TEXT NOT NULL,                    -- 区域编号
	name TEXT NOT NULL,                      -- 区域名称
	site BIGINT NOT NULL REFERENCES site (id), -- 服务场所
	level TEXT NOT NULL,                     -- key ordinary (SVC-6.1.2)
	floor TEXT,                              -- 楼层
	position TEXT,                           -- 平面位置
	note TEXT                                -- 备注
);
CREATE INDEX area_org_ix ON area (org, id, retired_ms);
CREATE INDEX area_number_ix ON area (org, number, id, retired_ms);
CREATE INDEX area_name_ix ON area (org, name, id, retired_ms);
CREATE INDEX area_site_ix ON area (org, site, id, retired_ms);
CREATE INDEX area_level_ix ON area (org, level, id, retired_ms);
CREATE UNIQUE INDEX area_number_ux ON area (org, number);

-- Systems of a site (model C.2.2): one of the five subsystems of SVC-1.1 or other.
CREATE TABLE system (
	id BIGINT PRIMARY KEY,                   -- time-ordered
	org BIGINT NOT NULL REFERENCES org (id), -- owner
	version BIGINT NOT NULL,                 -- goes up with every change
	created_ms BIGINT NOT NULL,              -- when
	created_by BIGINT,                       -- user; NULL: the program
	changed_ms BIGINT NOT NULL,              -- last change
	changed_by BIGINT,                       -- user; NULL: the program
	retired_ms BIGINT,                       -- NULL: in use
	number TEXT NOT NULL,                    -- 系统编号
	name TEXT NOT NULL,                      -- 系统名称
	site BIGINT NOT NULL REFERENCES site (id), -- 服务场所
	kind TEXT NOT NULL,                      -- video intrusion access patrol parking other (SVC-1.1)
	software_version TEXT,                   -- printed on form 1
	commissioned_on TEXT,                    -- 投入使用日期
	decommissioned_on TEXT,                  -- archive retention counts from it (SVC-9.2)
	grade TEXT,                              -- 1 to 4; 4 is the highest
	design_standard TEXT,                    -- 设计标准
	anti_terror SMALLINT CHECK (anti_terror IN (0, 1)), -- anti-terror law art. 32
	retention_days BIGINT,                   -- NULL: 30; 90 for an anti-terror target
	filing_number TEXT,                      -- video regulation art. 14
	filing_on TEXT,                          -- within 30 days of start (video regulation art. 14)
	filing_changed_on TEXT,                  -- 备案变更日期
	note TEXT                                -- 备注
);
CREATE INDEX system_org_ix ON system (org, id, retired_ms);
CREATE INDEX system_number_ix ON system (org, number, id, retired_ms);
CREATE INDEX system_name_ix ON system (org, name, id, retired_ms);
CREATE INDEX system_site_ix ON system (org, site, id, retired_ms);
CREATE INDEX system_kind_ix ON system (org, kind, id, retired_ms);
CREATE INDEX system_commissioned_on_ix ON system (org, commissioned_on, id, retired_ms);
CREATE INDEX system_grade_ix ON system (org, grade, id, retired_ms);
CREATE UNIQUE INDEX system_number_ux ON system (org, number);

-- Devices (model C.2.2), a tree by parent: platform, recorder, camera.  The biggest
-- register: the last indexes answer two filters in the order of the number.
CREATE TABLE device (
	id BIGINT PRIMARY KEY,                   -- time-ordered
	org BIGINT NOT NULL REFERENCES org (id), -- owner
	version BIGINT NOT NULL,                 -- goes up with every change
	created_ms BIGINT NOT NULL,              -- when
	created_by BIGINT,                       -- user; NULL: the program
	changed_ms BIGINT NOT NULL,              -- last change
	changed_by BIGINT,                       -- user; NULL: the program
	retired_ms BIGINT,                       -- NULL: in use
	number TEXT NOT NULL,                    -- 设备编号
	name TEXT NOT NULL,                      -- 设备名称
	site BIGINT NOT NULL REFERENCES site (id), -- 服务场所
	system BIGINT NOT NULL REFERENCES system (id), -- 系统
	area BIGINT REFERENCES area (id),        -- 区域部位
	parent BIGINT REFERENCES device (id),    -- the device it hangs on
	kind TEXT NOT NULL,                      -- 设备类型
	layer TEXT NOT NULL,                     -- front link back (SVC-2.1)
	criticality TEXT NOT NULL,               -- core noncore (SVC-6.1.2)
	core_part TEXT,                          -- camera detector reader host; replacing needs consent (SVC-6.2-3)
	state TEXT NOT NULL,                     -- in_use faulty disabled spare scrapped
	position TEXT,                           -- 安装位置
	make TEXT,                               -- 品牌
	model TEXT,                              -- 型号
	serial TEXT,                             -- 序列号
	firmware TEXT,                           -- 固件版本
	address TEXT,                            -- 网络地址
	gb28181_id TEXT,                         -- 20 digits (GB/T 28181)
	installed_on TEXT,                       -- 安装日期
	warranty_to TEXT,                        -- 质保到期日
	photo TEXT,                              -- 照片; SHA-256
	note TEXT                                -- 备注
);
CREATE INDEX device_org_ix ON device (org, id, retired_ms);
CREATE INDEX device_number_ix ON device (org, number, id, retired_ms);
CREATE INDEX device_name_ix ON device (org, name, id, retired_ms);
CREATE INDEX device_site_ix ON device (org, site, id, retired_ms);
CREATE INDEX device_system_ix ON device (org, system, id, retired_ms);
CREATE INDEX device_area_ix ON device (org, area, id, retired_ms);
CREATE INDEX device_parent_ix ON device (org, parent, id, retired_ms);
CREATE INDEX device_kind_ix ON device (org, kind, id, retired_ms);
CREATE INDEX device_state_ix ON device (org, state, id, retired_ms);
CREATE INDEX device_warranty_to_ix ON device (org, warranty_to, id, retired_ms);
CREATE UNIQUE INDEX device_number_ux ON device (org, number);
CREATE UNIQUE INDEX device_gb28181_id_ux ON device (org, gb28181_id);
CREATE INDEX device_site_state_ix ON device (org, site, state, number, id, retired_ms);
CREATE INDEX device_system_state_ix ON device (org, system, state, number, id, retired_ms);
CREATE INDEX device_kind_state_ix ON device (org, kind, state, number, id, retired_ms);
CREATE INDEX device_kind_site_ix ON device (org, kind, site, number, id, retired_ms);

-- Cameras as channels (model C.2.2): where the picture is, how long it is kept.
CREATE TABLE camera (
	id BIGINT PRIMARY KEY,                   -- time-ordered
	org BIGINT NOT NULL REFERENCES org (id), -- owner
	version BIGINT NOT NULL,                 -- goes up with every change
	created_ms BIGINT NOT NULL,              -- when
	created_by BIGINT,                       -- user; NULL: the program
	changed_ms BIGINT NOT NULL,              -- last change
	changed_by BIGINT,                       -- user; NULL: the program
	retired_ms BIGINT,                       -- NULL: in use
	number TEXT NOT NULL,                    -- 通道编号
	name TEXT NOT NULL,                      -- 通道名称
	site BIGINT NOT NULL REFERENCES site (id), -- 服务场所
	device BIGINT NOT NULL REFERENCES device (id), -- 设备
	recorder BIGINT REFERENCES device (id),  -- 录像机
	stream TEXT,                             -- where the picture is; never with a password
	sub_stream TEXT,                         -- 子码流
	required_days BIGINT,                    -- video regulation art. 17, anti-terror law art. 32
	measured_days BIGINT,                    -- oldest recording found (SVC-5.2.1)
	checked_ms BIGINT,                       -- 最近检查时间; UTC ms
	note TEXT                                -- 备注
);
CREATE INDEX camera_org_ix ON camera (org, id, retired_ms);
CREATE INDEX camera_number_ix ON camera (org, number, id, retired_ms);
CREATE INDEX camera_name_ix ON camera (org, name, id, retired_ms);
CREATE INDEX camera_site_ix ON camera (org, site, id, retired_ms);
CREATE INDEX camera_device_ix ON camera (org, device, id, retired_ms);
CREATE INDEX camera_recorder_ix ON camera (org, recorder, id, retired_ms);
CREATE INDEX camera_measured_days_ix ON camera (org, measured_days, id, retired_ms);
CREATE UNIQUE INDEX camera_number_ux ON camera (org, number);

-- Panel template 主机型号模板: what panels of one kind have in common.
CREATE TABLE panel_template (
	id BIGINT PRIMARY KEY,                   -- time-ordered
	org BIGINT NOT NULL REFERENCES org (id), -- owner
	version BIGINT NOT NULL,                 -- goes up with every change
	created_ms BIGINT NOT NULL,              -- when
	created_by BIGINT,                       -- user; NULL: the program
	changed_ms BIGINT NOT NULL,              -- last change
	changed_by BIGINT,                       -- user; NULL: the program
	retired_ms BIGINT,                       -- NULL: in use
	name TEXT NOT NULL,                      -- 模板名称
	maker TEXT,                              -- 厂家
	models TEXT,                             -- 型号
	dialect TEXT NOT NULL,                   -- standard hengbo other: whose use of the codes
	note TEXT                                -- 备注
);
CREATE INDEX panel_template_org_ix ON panel_template (org, id, retired_ms);
CREATE INDEX panel_template_name_ix ON panel_template (org, name, id, retired_ms);

-- Alarm panels (model C.2.2, C.3.12): the accounts that send signals.
CREATE TABLE panel (
	id BIGINT PRIMARY KEY,                   -- time-ordered
	org BIGINT NOT NULL REFERENCES org (id), -- owner
	version BIGINT NOT NULL,                 -- goes up with every change
	created_ms BIGINT NOT NULL,              -- when
	created_by BIGINT,                       -- user; NULL: the program
	changed_ms BIGINT NOT NULL,              -- last change
	changed_by BIGINT,                       -- user; NULL: the program
	retired_ms BIGINT,                       -- NULL: in use
	number TEXT NOT NULL,                    -- 主机编号
	name TEXT NOT NULL,                      -- 主机名称
	site BIGINT NOT NULL REFERENCES site (id), -- 服务场所
	device BIGINT REFERENCES device (id),    -- 设备
	state TEXT NOT NULL,                     -- designed … closed (model C.3.12)
	commissioned_on TEXT,                    -- 接入日期
	commissioning_ms BIGINT,                 -- since when its zones are tested; NULL: never
	accepted_ms BIGINT,                      -- when it went live after its test; NULL: taken over as it was
	accepted_by TEXT,                        -- who signed for the customer
	protocol TEXT NOT NULL,                  -- dc09 gb28181 receiver other
	account TEXT NOT NULL,                   -- 3-16 hex digits (DC-09); once per receiver line
	receiver_line TEXT NOT NULL,             -- receiver and line, "R1L1"
	format TEXT,                             -- sia cid
	encryption TEXT,                         -- none aes128 aes192 aes256
	key_ref TEXT,                            -- name in the key store, never the key
	gb28181_id TEXT,                         -- 20 digits (GB/T 28181)
	clock_offset_min BIGINT,                 -- panel time minus UTC
	time_check TEXT,                         -- none window: plain frames; NULL: none
	paths TEXT NOT NULL,                     -- pstn gprs nb_iot 4g 5g ip radio, comma separated (NET-3.2)
	interval_pstn_s BIGINT,                  -- silence longer than this is missed supervision
	interval_gprs_s BIGINT,                  -- silence longer than this is missed supervision
	interval_nb_iot_s BIGINT,                -- silence longer than this is missed supervision
	interval_4g_s BIGINT,                    -- silence longer than this is missed supervision
	interval_5g_s BIGINT,                    -- silence longer than this is missed supervision
	interval_ip_s BIGINT,                    -- silence longer than this is missed supervision
	interval_radio_s BIGINT,                 -- silence longer than this is missed supervision
	backup_transport TEXT,                   -- none tcp udp: whose frames are the backup path's
	tolerance_percent BIGINT,                -- of the interval; NULL: as the settings say
	standby_h BIGINT NOT NULL,               -- at least 4 h (SVC form 1)
	battery_on TEXT,                         -- 电池更换日期
	template BIGINT REFERENCES panel_template (id), -- 主机型号模板
	test_interval_h BIGINT,                  -- a test signal is expected so often
	test_tolerance_min BIGINT,               -- and may be late by so much
	note TEXT                                -- 备注
);
CREATE INDEX panel_org_ix ON panel (org, id, retired_ms);
CREATE INDEX panel_number_ix ON panel (org, number, id, retired_ms);
CREATE INDEX panel_name_ix ON panel (org, name, id, retired_ms);
CREATE INDEX panel_site_ix ON panel (org, site, id, retired_ms);
CREATE INDEX panel_device_ix ON panel (org, device, id, retired_ms);
CREATE INDEX panel_state_ix ON panel (org, state, id, retired_ms);
CREATE INDEX panel_protocol_ix ON panel (org, protocol, id, retired_ms);
CREATE INDEX panel_template_ix ON panel (org, template, id, retired_ms);
CREATE INDEX panel_account_ix ON panel (org, account, id, retired_ms);
CREATE INDEX panel_key_ref_ix ON panel (org, key_ref);
CREATE INDEX panel_changed_ix ON panel (changed_ms, id);
CREATE UNIQUE INDEX panel_number_ux ON panel (org, number);
CREATE UNIQUE INDEX panel_gb28181_id_ux ON panel (org, gb28181_id);
CREATE UNIQUE INDEX panel_account_ux ON panel (org, receiver_line, account);

-- Partitions of a panel (model C.2.2).
CREATE TABLE partition (
	id BIGINT PRIMARY KEY,                   -- time-ordered
	org BIGINT NOT NULL REFERENCES org (id), -- owner
	version BIGINT NOT NULL,                 -- goes up with every change
	created_ms BIGINT NOT NULL,              -- when
	created_by BIGINT,                       -- user; NULL: the program
	changed_ms BIGINT NOT NULL,              -- last change
	changed_by BIGINT,                       -- user; NULL: the program
	retired_ms BIGINT,                       -- NULL: in use
	name TEXT NOT NULL,                      -- 分区名称
	panel BIGINT NOT NULL REFERENCES panel (id), -- 报警主机
	number BIGINT NOT NULL,                  -- as the panel sends it
	schedule TEXT,                           -- 布撤防计划
	note TEXT                                -- 备注
);
CREATE INDEX partition_org_ix ON partition (org, id, retired_ms);
CREATE INDEX partition_name_ix ON partition (org, name, id, retired_ms);
CREATE INDEX partition_panel_ix ON partition (org, panel, id, retired_ms);
CREATE INDEX partition_number_ix ON partition (org, number, id, retired_ms);
CREATE UNIQUE INDEX partition_panel_number_ux ON partition (org, panel, number);

-- Zones of a panel (model C.2.2).
CREATE TABLE zone (
	id BIGINT PRIMARY KEY,                   -- time-ordered
	org BIGINT NOT NULL REFERENCES org (id), -- owner
	version BIGINT NOT NULL,                 -- goes up with every change
	created_ms BIGINT NOT NULL,              -- when
	created_by BIGINT,                       -- user; NULL: the program
	changed_ms BIGINT NOT NULL,              -- last change
	changed_by BIGINT,                       -- user; NULL: the program
	retired_ms BIGINT,                       -- NULL: in use
	name TEXT NOT NULL,                      -- 防区名称
	panel BIGINT NOT NULL REFERENCES panel (id), -- 报警主机
	number BIGINT NOT NULL,                  -- as the panel sends it
	partition BIGINT REFERENCES partition (id), -- 分区
	zone_type TEXT NOT NULL,                 -- instant delay h24 holdup fire tamper …
	area BIGINT REFERENCES area (id),        -- 区域部位
	detector TEXT NOT NULL,                  -- 探测器类型
	principle TEXT NOT NULL,                 -- two of them in a row verify an alarm (model C.3.2)
	adjacent TEXT,                           -- numbers with commas; two in a row verify an alarm (model C.3.2)
	camera BIGINT REFERENCES camera (id),    -- 联动摄像机
	plan_x_pm BIGINT,                        -- on the site's map, per mille from the left
	plan_y_pm BIGINT,                        -- and from the top
	tested_on TEXT,                          -- SVC-5.2.2
	note TEXT                                -- 备注
);
CREATE INDEX zone_org_ix ON zone (org, id, retired_ms);
CREATE INDEX zone_name_ix ON zone (org, name, id, retired_ms);
CREATE INDEX zone_panel_ix ON zone (org, panel, id, retired_ms);
CREATE INDEX zone_number_ix ON zone (org, number, id, retired_ms);
CREATE INDEX zone_partition_ix ON zone (org, partition, id, retired_ms);
CREATE INDEX zone_zone_type_ix ON zone (org, zone_type, id, retired_ms);
CREATE INDEX zone_area_ix ON zone (org, area, id, retired_ms);
CREATE INDEX zone_detector_ix ON zone (org, detector, id, retired_ms);
CREATE INDEX zone_tested_on_ix ON zone (org, tested_on, id, retired_ms);
CREATE UNIQUE INDEX zone_panel_number_ux ON zone (org, panel, number);

-- Certificates of staff (model C.2.5): who may work on which post.
CREATE TABLE certificate (
	id BIGINT PRIMARY KEY,                    -- time-ordered
	org BIGINT NOT NULL REFERENCES org (id),  -- owner
	version BIGINT NOT NULL,                  -- goes up with every change
	created_ms BIGINT NOT NULL,               -- when
	created_by BIGINT,                        -- user; NULL: the program
	changed_ms BIGINT NOT NULL,               -- last change
	changed_by BIGINT,                        -- user; NULL: the program
	retired_ms BIGINT,                        -- NULL: in use
	number TEXT NOT NULL,                     -- 证书编号
	staff BIGINT NOT NULL REFERENCES staff (id), -- 人员
	kind TEXT NOT NULL,                       -- guard guard_skill title installer vendor electric height driver
	level TEXT,                               -- 等级
	issuer TEXT NOT NULL,                     -- 发证机构
	valid_from TEXT NOT NULL,                 -- 有效期自
	valid_to TEXT,                            -- NULL: without end
	revoked_on TEXT,                          -- 吊销日期
	file TEXT,                                -- 证书扫描件; SHA-256
	verified_by BIGINT REFERENCES staff (id), -- 核验人
	verified_on TEXT,                         -- 核验日期
	note TEXT                                 -- 备注
);
CREATE INDEX certificate_org_ix ON certificate (org, id, retired_ms);
CREATE INDEX certificate_number_ix ON certificate (org, number, id, retired_ms);
CREATE INDEX certificate_staff_ix ON certificate (org, staff, id, retired_ms);
CREATE INDEX certificate_kind_ix ON certificate (org, kind, id, retired_ms);
CREATE INDEX certificate_valid_to_ix ON certificate (org, valid_to, id, retired_ms);

-- Training sessions (model C.2.5).
CREATE TABLE training (
	id BIGINT PRIMARY KEY,                   -- time-ordered
	org BIGINT NOT NULL REFERENCES org (id), -- owner
	version BIGINT NOT NULL,                 -- goes up with every change
	created_ms BIGINT NOT NULL,              -- when
	created_by BIGINT,                       -- user; NULL: the program
	changed_ms BIGINT NOT NULL,              -- last change
	changed_by BIGINT,                       -- user; NULL: the program
	retired_ms BIGINT,                       -- NULL: in use
	number TEXT NOT NULL,                    -- 培训编号
	name TEXT NOT NULL,                      -- 培训名称
	topic TEXT NOT NULL,                     -- law security skill safety secrecy emergency (NET-5.1.3)
	planned_on TEXT,                         -- 计划日期
	held_on TEXT,                            -- 举办日期
	planned_hours BIGINT NOT NULL,           -- 计划学时, h; tenths
	hours BIGINT,                            -- BAX22-5.1.2.3; tenths
	trainer TEXT,                            -- 授课人
	place TEXT,                              -- 地点
	plan TEXT,                               -- 内容
	file TEXT                                -- 签到表; SHA-256
);
CREATE INDEX training_org_ix ON training (org, id, retired_ms);
CREATE INDEX training_number_ix ON training (org, number, id, retired_ms);
CREATE INDEX training_name_ix ON training (org, name, id, retired_ms);
CREATE INDEX training_topic_ix ON training (org, topic, id, retired_ms);
CREATE INDEX training_held_on_ix ON training (org, held_on, id, retired_ms);
CREATE UNIQUE INDEX training_number_ux ON training (org, number);

-- Who attended which training, how long, with which result (model C.2.5).
CREATE TABLE attendance (
	id BIGINT PRIMARY KEY,                   -- time-ordered
	org BIGINT NOT NULL REFERENCES org (id), -- owner
	version BIGINT NOT NULL,                 -- goes up with every change
	created_ms BIGINT NOT NULL,              -- when
	created_by BIGINT,                       -- user; NULL: the program
	changed_ms BIGINT NOT NULL,              -- last change
	changed_by BIGINT,                       -- user; NULL: the program
	retired_ms BIGINT,                       -- NULL: in use
	number TEXT NOT NULL,                    -- 签到编号
	training BIGINT NOT NULL REFERENCES training (id), -- 培训
	staff BIGINT NOT NULL REFERENCES staff (id), -- 人员
	hours BIGINT NOT NULL,                   -- 学时, h; tenths
	result TEXT NOT NULL,                    -- passed failed not_tested
	score BIGINT,                            -- 成绩; tenths
	note TEXT                                -- 备注
);
CREATE INDEX attendance_org_ix ON attendance (org, id, retired_ms);
CREATE INDEX attendance_number_ix ON attendance (org, number, id, retired_ms);
CREATE INDEX attendance_training_ix ON attendance (org, training, id, retired_ms);
CREATE INDEX attendance_staff_ix ON attendance (org, staff, id, retired_ms);
CREATE INDEX attendance_result_ix ON attendance (org, result, id, retired_ms);
CREATE UNIQUE INDEX attendance_number_ux ON attendance (org, number);
CREATE UNIQUE INDEX attendance_training_staff_ux ON attendance (org, training, staff);

-- Confidentiality agreements with staff (model C.2.5, SVC-4.3).
CREATE TABLE nda (
	id BIGINT PRIMARY KEY,                   -- time-ordered
	org BIGINT NOT NULL REFERENCES org (id), -- owner
	version BIGINT NOT NULL,                 -- goes up with every change
	created_ms BIGINT NOT NULL,              -- when
	created_by BIGINT,                       -- user; NULL: the program
	changed_ms BIGINT NOT NULL,              -- last change
	changed_by BIGINT,                       -- user; NULL: the program
	retired_ms BIGINT,                       -- NULL: in use
	number TEXT NOT NULL,                    -- 协议编号
	staff BIGINT NOT NULL REFERENCES staff (id), -- 人员
	signed_on TEXT NOT NULL,                 -- 签订日期
	valid_to TEXT,                           -- NULL: without end (BAX22-5.3.3.5)
	after_months BIGINT,                     -- 离职后保密月数
	file TEXT,                               -- 协议扫描件; SHA-256
	note TEXT                                -- 备注
);
CREATE INDEX nda_org_ix ON nda (org, id, retired_ms);
CREATE INDEX nda_number_ix ON nda (org, number, id, retired_ms);
CREATE INDEX nda_staff_ix ON nda (org, staff, id, retired_ms);
CREATE INDEX nda_signed_on_ix ON nda (org, signed_on, id, retired_ms);
CREATE INDEX nda_valid_to_ix ON nda (org, valid_to, id, retired_ms);
CREATE UNIQUE INDEX nda_number_ux ON nda (org, number);

-- Suppliers (model C.2.5, C.3.12; BAX22-5.3.3.4).
CREATE TABLE supplier (
	id BIGINT PRIMARY KEY,                   -- time-ordered
	org BIGINT NOT NULL REFERENCES org (id), -- owner
	version BIGINT NOT NULL,                 -- goes up with every change
	created_ms BIGINT NOT NULL,              -- when
	created_by BIGINT,                       -- user; NULL: the program
	changed_ms BIGINT NOT NULL,              -- last change
	changed_by BIGINT,                       -- user; NULL: the program
	retired_ms BIGINT,                       -- NULL: in use
	number TEXT NOT NULL,                    -- 供应商编号
	name TEXT NOT NULL,                      -- 供应商名称
	party BIGINT REFERENCES party (id),      -- 单位
	state TEXT NOT NULL,                     -- candidate approved suspended removed (model C.3.12)
	products TEXT,                           -- 供应品类
	contact_name TEXT,                       -- 联系人
	phone TEXT,                              -- 电话
	licence_number TEXT,                     -- 营业执照号
	licence_to TEXT,                         -- 执照有效期至
	evaluated_on TEXT,                       -- yearly (model C.2.5)
	evaluation_tenths BIGINT,                -- 评价分; tenths
	delivered BIGINT,                        -- 累计到货批次
	defective BIGINT,                        -- 不合格批次
	late BIGINT,                             -- 迟交批次
	note TEXT                                -- 备注
);
CREATE INDEX supplier_org_ix ON supplier (org, id, retired_ms);
CREATE INDEX supplier_number_ix ON supplier (org, number, id, retired_ms);
CREATE INDEX supplier_name_ix ON supplier (org, name, id, retired_ms);
CREATE INDEX supplier_state_ix ON supplier (org, state, id, retired_ms);
CREATE INDEX supplier_evaluated_on_ix ON supplier (org, evaluated_on, id, retired_ms);
CREATE UNIQUE INDEX supplier_number_ux ON supplier (org, number);
CREATE UNIQUE INDEX supplier_name_ux ON supplier (org, name);

-- Spare parts (model C.2.5; SVC-3.3).
CREATE TABLE part (
	id BIGINT PRIMARY KEY,                    -- time-ordered
	org BIGINT NOT NULL REFERENCES org (id),  -- owner
	version BIGINT NOT NULL,                  -- goes up with every change
	created_ms BIGINT NOT NULL,               -- when
	created_by BIGINT,                        -- user; NULL: the program
	changed_ms BIGINT NOT NULL,               -- last change
	changed_by BIGINT,                        -- user; NULL: the program
	retired_ms BIGINT,                        -- NULL: in use
	number TEXT NOT NULL,                     -- 备件编号
	name TEXT NOT NULL,                       -- 备件名称
	model TEXT,                               -- 型号
	kind TEXT NOT NULL,                       -- 备件类型
	core_part TEXT,                           -- camera detector reader host (SVC-3.3)
	unit TEXT NOT NULL,                       -- 计量单位
	min_stock BIGINT,                         -- reorder below it (SVC-3.3)
	price_fen BIGINT,                         -- 参考单价; fen
	supplier BIGINT REFERENCES supplier (id), -- 供应商
	compatible TEXT,                          -- 适用设备
	note TEXT                                 -- 备注
);
CREATE INDEX part_org_ix ON part (org, id, retired_ms);
CREATE INDEX part_number_ix ON part (org, number, id, retired_ms);
CREATE INDEX part_name_ix ON part (org, name, id, retired_ms);
CREATE INDEX part_kind_ix ON part (org, kind, id, retired_ms);
CREATE INDEX part_core_part_ix ON part (org, core_part, id, retired_ms);
CREATE INDEX part_supplier_ix ON part (org, supplier, id, retired_ms);
CREATE UNIQUE INDEX part_number_ux ON part (org, number);

-- Tools and instruments (model C.2.5; SVC-3.2).
CREATE TABLE tool (
	id BIGINT PRIMARY KEY,                   -- time-ordered
	org BIGINT NOT NULL REFERENCES org (id), -- owner
	version BIGINT NOT NULL,                 -- goes up with every change
	created_ms BIGINT NOT NULL,              -- when
	created_by BIGINT,                       -- user; NULL: the program
	changed_ms BIGINT NOT NULL,              -- last change
	changed_by BIGINT,                       -- user; NULL: the program
	retired_ms BIGINT,                       -- NULL: in use
	number TEXT NOT NULL,                    -- 工具编号
	name TEXT NOT NULL,                      -- 工具名称
	kind TEXT NOT NULL,                      -- instrument tuning rescue height other (SVC-3.2)
	model TEXT,                              -- 型号
	serial TEXT,                             -- 出厂编号
	state TEXT NOT NULL,                     -- in_use calibrating broken scrapped
	holder BIGINT REFERENCES staff (id),     -- 保管人
	calibrated_on TEXT,                      -- 校准日期
	calibration_due TEXT,                    -- SVC-3.2
	calibration_file TEXT,                   -- 校准证书; SHA-256
	note TEXT                                -- 备注
);
CREATE INDEX tool_org_ix ON tool (org, id, retired_ms);
CREATE INDEX tool_number_ix ON tool (org, number, id, retired_ms);
CREATE INDEX tool_name_ix ON tool (org, name, id, retired_ms);
CREATE INDEX tool_kind_ix ON tool (org, kind, id, retired_ms);
CREATE INDEX tool_state_ix ON tool (org, state, id, retired_ms);
CREATE INDEX tool_holder_ix ON tool (org, holder, id, retired_ms);
CREATE INDEX tool_calibration_due_ix ON tool (org, calibration_due, id, retired_ms);
CREATE UNIQUE INDEX tool_number_ux ON tool (org, number);

-- Vehicles (model C.2.5; SVC-3.2).
CREATE TABLE vehicle (
	id BIGINT PRIMARY KEY,                   -- time-ordered
	org BIGINT NOT NULL REFERENCES org (id), -- owner
	version BIGINT NOT NULL,                 -- goes up with every change
	created_ms BIGINT NOT NULL,              -- when
	created_by BIGINT,                       -- user; NULL: the program
	changed_ms BIGINT NOT NULL,              -- last change
	changed_by BIGINT,                       -- user; NULL: the program
	retired_ms BIGINT,                       -- NULL: in use
	plate TEXT NOT NULL,                     -- 车牌号
	kind TEXT NOT NULL,                      -- emergency service patrol other (SVC-3.2)
	model TEXT,                              -- 车型
	district TEXT,                           -- 响应片区
	state TEXT NOT NULL,                     -- in_use in_repair scrapped
	driver BIGINT REFERENCES staff (id),     -- 驾驶人
	inspection_due TEXT,                     -- 年检到期日
	insurance_to TEXT,                       -- 保险到期日
	note TEXT                                -- 备注
);
CREATE INDEX vehicle_org_ix ON vehicle (org, id, retired_ms);
CREATE INDEX vehicle_plate_ix ON vehicle (org, plate, id, retired_ms);
CREATE INDEX vehicle_kind_ix ON vehicle (org, kind, id, retired_ms);
CREATE INDEX vehicle_district_ix ON vehicle (org, district, id, retired_ms);
CREATE INDEX vehicle_state_ix ON vehicle (org, state, id, retired_ms);
CREATE INDEX vehicle_driver_ix ON vehicle (org, driver, id, retired_ms);
CREATE INDEX vehicle_inspection_due_ix ON vehicle (org, inspection_due, id, retired_ms);
CREATE UNIQUE INDEX vehicle_plate_ux ON vehicle (org, plate);

-- Documents of the management system (model C.2.5; NET-8.2).
CREATE TABLE document (
	id BIGINT PRIMARY KEY,                    -- time-ordered
	org BIGINT NOT NULL REFERENCES org (id),  -- owner
	version BIGINT NOT NULL,                  -- goes up with every change
	created_ms BIGINT NOT NULL,               -- when
	created_by BIGINT,                        -- user; NULL: the program
	changed_ms BIGINT NOT NULL,               -- last change
	changed_by BIGINT,                        -- user; NULL: the program
	retired_ms BIGINT,                        -- NULL: in use
	number TEXT NOT NULL,                     -- 文件编号
	name TEXT NOT NULL,                       -- 文件名称
	class TEXT NOT NULL,                      -- management technical external record (NET-8.2 a-d)
	edition TEXT NOT NULL,                    -- 版本
	state TEXT NOT NULL,                      -- draft issued superseded withdrawn
	secrecy TEXT NOT NULL,                    -- open internal secret
	owner BIGINT REFERENCES staff (id),       -- 责任人
	approved_by BIGINT REFERENCES staff (id), -- 批准人
	valid_from TEXT,                          -- 生效日期
	valid_to TEXT,                            -- 失效日期
	review_due TEXT,                          -- 下次评审日期
	previous BIGINT REFERENCES document (id), -- the version that this one supersedes
	file TEXT,                                -- 文件内容; SHA-256
	note TEXT                                 -- 备注
);
CREATE INDEX document_org_ix ON document (org, id, retired_ms);
CREATE INDEX document_number_ix ON document (org, number, id, retired_ms);
CREATE INDEX document_name_ix ON document (org, name, id, retired_ms);
CREATE INDEX document_class_ix ON document (org, class, id, retired_ms);
CREATE INDEX document_state_ix ON document (org, state, id, retired_ms);
CREATE INDEX document_secrecy_ix ON document (org, secrecy, id, retired_ms);
CREATE INDEX document_owner_ix ON document (org, owner, id, retired_ms);
CREATE INDEX document_review_due_ix ON document (org, review_due, id, retired_ms);
CREATE UNIQUE INDEX document_number_ux ON document (org, number);
