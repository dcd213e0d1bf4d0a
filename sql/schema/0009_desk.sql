-- The alarm desk: alarms, plans, shifts (domain model C.2.3, C.3.2).

-- Action plans 处置预案: per class, priority, site and time band; an issued one
-- is never edited, a new revision supersedes it (NET-8.2).
CREATE TABLE plan (
	id BIGINT PRIMARY KEY,
	org BIGINT NOT NULL REFERENCES org (id),
	version BIGINT NOT NULL,
	created_ms BIGINT NOT NULL,
	created_by BIGINT,
	changed_ms BIGINT NOT NULL,
	changed_by BIGINT,
	retired_ms BIGINT,
	number TEXT NOT NULL,                     -- 编号, YA…
	name TEXT NOT NULL,                       -- 预案名称
	state TEXT NOT NULL,                      -- draft issued superseded
	class TEXT,                               -- NULL: every class
	priority TEXT,                            -- p1 … p5; NULL: every one
	site BIGINT REFERENCES site (id),         -- NULL: every site
	band TEXT NOT NULL,                       -- any day night holiday
	revision BIGINT,                          -- 1, 2 …
	dispatch_first SMALLINT CHECK (dispatch_first IN (0, 1)), -- C.3.2: confirm before verifying
	max_wait_s BIGINT,                        -- longest time to park
	supersedes BIGINT REFERENCES plan (id),   -- the revision before
	issued_ms BIGINT,
	issued_by BIGINT REFERENCES "user" (id),
	origin TEXT,                              -- where the plan comes from
	note TEXT
);
CREATE INDEX plan_org_ix ON plan (org, id, retired_ms);
CREATE INDEX plan_number_ix ON plan (org, number, id, retired_ms);
CREATE INDEX plan_state_ix ON plan (org, state, id, retired_ms);
CREATE INDEX plan_class_ix ON plan (org, class, id, retired_ms);
CREATE INDEX plan_site_ix ON plan (org, site, id, retired_ms);
CREATE INDEX plan_supersedes_ix ON plan (org, supersedes);
CREATE UNIQUE INDEX plan_number_ux ON plan (org, number);

-- Steps of a plan, in the order of their number.
CREATE TABLE plan_step (
	id BIGINT PRIMARY KEY,
	org BIGINT NOT NULL REFERENCES org (id),
	version BIGINT NOT NULL,
	created_ms BIGINT NOT NULL,
	created_by BIGINT,
	changed_ms BIGINT NOT NULL,
	changed_by BIGINT,
	retired_ms BIGINT,
	plan BIGINT NOT NULL REFERENCES plan (id),
	no BIGINT NOT NULL,                       -- 1, 2 …
	kind TEXT NOT NULL,                       -- call video wait dispatch police notify text question
	text TEXT NOT NULL,                       -- what to do
	text_en TEXT,                             -- the same in English
	required SMALLINT CHECK (required IN (0, 1)), -- closing waits for it
	wait_s BIGINT,                            -- kind wait
	next_yes BIGINT,                          -- question: step after yes; 0: end; NULL: the next
	next_no BIGINT                            -- question: step after no
);
CREATE INDEX plan_step_org_ix ON plan_step (org, id, retired_ms);
CREATE INDEX plan_step_plan_ix ON plan_step (org, plan, id, retired_ms);
CREATE UNIQUE INDEX plan_step_no_ux ON plan_step (org, plan, no)
	WHERE retired_ms IS NULL;

-- Alarms 报警 (domain model C.3.2).  state moves by steps only.
CREATE TABLE alarm (
	id BIGINT PRIMARY KEY,
	org BIGINT NOT NULL REFERENCES org (id),
	version BIGINT NOT NULL,
	created_ms BIGINT NOT NULL,
	created_by BIGINT,
	changed_ms BIGINT NOT NULL,
	changed_by BIGINT,
	retired_ms BIGINT,
	number TEXT NOT NULL,                     -- 编号, JB…
	state TEXT NOT NULL,                      -- of the process
	priority TEXT NOT NULL,                   -- p1 … p5: the most urgent of its signals
	class TEXT NOT NULL,                      -- packs/codes
	family TEXT,                              -- alarm technical use
	customer BIGINT REFERENCES customer (id),
	site BIGINT REFERENCES site (id),         -- NULL: of no site (a storm of losses)
	panel BIGINT REFERENCES panel (id),       -- of the first signal
	zone BIGINT REFERENCES zone (id),         -- of the first signal
	code TEXT,                                -- of the first signal
	summary TEXT NOT NULL,                    -- what happened
	zones TEXT,                               -- all zones, for lists
	count BIGINT,                             -- signals; follows them, not journaled one by one
	opened_ms BIGINT,                         -- received_ms of the first signal
	last_ms BIGINT,                           -- of the newest; as count
	restored_ms BIGINT,                       -- every zone of it has restored
	verified SMALLINT CHECK (verified IN (0, 1)), -- two zones or principles
	verified_why TEXT,
	hint TEXT,                                -- cancel, recent opening …
	escalated BIGINT,                         -- 0 to 3
	owner BIGINT REFERENCES "user" (id),      -- who has it
	claimed_ms BIGINT,
	plan BIGINT REFERENCES plan (id),         -- pinned when claimed
	parked_until_ms BIGINT,
	method TEXT,                              -- call audio video second_signal staff
	outcome TEXT,                             -- real false unknown unreachable
	person TEXT,                              -- who was spoken to
	avs BIGINT,                               -- 0 to 4
	confirmed_ms BIGINT,
	dispatched_ms BIGINT,
	cleared_ms BIGINT,
	disposition TEXT,                         -- codes of C.3.2
	narrative TEXT,
	left_open SMALLINT CHECK (left_open IN (0, 1)), -- 存留未恢复
	approved_by BIGINT REFERENCES "user" (id), -- shift leader, not the owner
	approved_ms BIGINT,
	closed_ms BIGINT,
	merged_into BIGINT REFERENCES alarm (id),
	service_mode BIGINT REFERENCES service_mode (id) -- state test: which covers it
);
CREATE UNIQUE INDEX alarm_number_ux ON alarm (org, number);
CREATE INDEX alarm_org_ix ON alarm (org, id, retired_ms);
CREATE INDEX alarm_number_ix ON alarm (org, number, id, retired_ms);
CREATE INDEX alarm_state_ix ON alarm (org, state, id, retired_ms);
CREATE INDEX alarm_priority_ix ON alarm (org, priority, id, retired_ms);
CREATE INDEX alarm_class_ix ON alarm (org, class, id, retired_ms);
CREATE INDEX alarm_family_ix ON alarm (org, family, id, retired_ms);
CREATE INDEX alarm_customer_ix ON alarm (org, customer, id, retired_ms);
CREATE INDEX alarm_site_ix ON alarm (org, site, id, retired_ms);
CREATE INDEX alarm_panel_ix ON alarm (org, panel, id, retired_ms);
CREATE INDEX alarm_opened_ix ON alarm (org, opened_ms, id, retired_ms);
CREATE INDEX alarm_owner_ix ON alarm (org, owner, id, retired_ms);
CREATE INDEX alarm_disposition_ix ON alarm (org, disposition, id, retired_ms);
-- The queue: what is open, most urgent first, then the oldest.
CREATE INDEX alarm_queue_ix ON alarm (org, priority, opened_ms, id)
	WHERE closed_ms IS NULL;
-- The desk's counts.
CREATE INDEX alarm_counts_ix
	ON alarm (org, state, (CASE WHEN escalated > 0 THEN 1 ELSE 0 END))
	WHERE closed_ms IS NULL;
-- Which open alarm a signal of the site joins.
CREATE INDEX alarm_join_ix ON alarm (org, site, family, id)
	WHERE closed_ms IS NULL;

-- What a service mode has held back.
CREATE INDEX alarm_service_mode_ix ON alarm (org, service_mode, id)
	WHERE closed_ms IS NULL;

-- Zones of an alarm: which have signalled, which have restored.  Follows the
-- signals.
CREATE TABLE alarm_zone (
	alarm BIGINT NOT NULL REFERENCES alarm (id),
	zone_no BIGINT NOT NULL,                  -- -1: signals without a zone; -2: backup path
	org BIGINT NOT NULL,
	zone BIGINT,                              -- of the register, when it knows it
	name TEXT,
	count BIGINT NOT NULL,
	first_ms BIGINT NOT NULL,
	last_ms BIGINT NOT NULL,
	restored_ms BIGINT,                       -- NULL: open
	PRIMARY KEY (alarm, zone_no)
);

-- What was done about an alarm, one row per act; rows are added, never
-- changed.
CREATE TABLE alarm_entry (
	id BIGINT PRIMARY KEY,
	org BIGINT NOT NULL REFERENCES org (id),
	version BIGINT NOT NULL,
	created_ms BIGINT NOT NULL,
	created_by BIGINT,
	changed_ms BIGINT NOT NULL,
	changed_by BIGINT,
	retired_ms BIGINT,
	number TEXT NOT NULL,                     -- 编号, CZ…
	state TEXT NOT NULL,                      -- recorded
	alarm BIGINT NOT NULL REFERENCES alarm (id),
	kind TEXT NOT NULL,                       -- call step video note supplement
	step BIGINT REFERENCES plan_step (id),    -- of the pinned plan
	contact BIGINT REFERENCES contact (id),   -- who was called
	outcome TEXT,                             -- of a call
	answer TEXT,                              -- yes no, of a question
	camera BIGINT REFERENCES camera (id),     -- whose picture was seen
	word_result TEXT,                         -- right wrong duress unset
	text TEXT
);
CREATE UNIQUE INDEX alarm_entry_number_ux ON alarm_entry (org, number);
CREATE INDEX alarm_entry_number_ix ON alarm_entry (org, number, id, retired_ms);
CREATE INDEX alarm_entry_org_ix ON alarm_entry (org, id, retired_ms);
CREATE INDEX alarm_entry_alarm_ix ON alarm_entry (org, alarm, id, retired_ms);
CREATE INDEX alarm_entry_step_ix ON alarm_entry (org, alarm, step, id);
CREATE INDEX alarm_entry_kind_ix ON alarm_entry (org, kind, id, retired_ms);

-- Shifts 值班 (domain model C.3.12): open, handed over, closed; both sign.
CREATE TABLE shift (
	id BIGINT PRIMARY KEY,
	org BIGINT NOT NULL REFERENCES org (id),
	version BIGINT NOT NULL,
	created_ms BIGINT NOT NULL,
	created_by BIGINT,
	changed_ms BIGINT NOT NULL,
	changed_by BIGINT,
	retired_ms BIGINT,
	number TEXT NOT NULL,                     -- 编号, BC…
	state TEXT NOT NULL,                      -- open handed_over closed
	leader BIGINT REFERENCES "user" (id),     -- 值班长
	started_ms BIGINT,
	previous BIGINT REFERENCES shift (id),    -- taken over from
	notes TEXT,                               -- what the next should know
	muted_by BIGINT REFERENCES "user" (id),   -- last mute of the sound
	muted_until_ms BIGINT,
	handed_by BIGINT REFERENCES "user" (id),  -- first signature
	handed_ms BIGINT,
	taken_by BIGINT REFERENCES "user" (id),   -- second signature
	taken_ms BIGINT,
	snapshot TEXT                             -- what was open at the hand-over, JSON
);
CREATE UNIQUE INDEX shift_number_ux ON shift (org, number);
CREATE INDEX shift_number_ix ON shift (org, number, id, retired_ms);
CREATE INDEX shift_org_ix ON shift (org, id, retired_ms);
CREATE INDEX shift_state_ix ON shift (org, state, id, retired_ms);
CREATE INDEX shift_leader_ix ON shift (org, leader, id, retired_ms);

-- Who was on duty when, in which seat.
CREATE TABLE shift_member (
	id BIGINT PRIMARY KEY,
	org BIGINT NOT NULL REFERENCES org (id),
	version BIGINT NOT NULL,
	created_ms BIGINT NOT NULL,
	created_by BIGINT,
	changed_ms BIGINT NOT NULL,
	changed_by BIGINT,
	retired_ms BIGINT,
	shift BIGINT NOT NULL REFERENCES shift (id),
	person BIGINT NOT NULL REFERENCES "user" (id),
	name TEXT NOT NULL,                       -- as it was then
	seat TEXT NOT NULL,                       -- leader seat1 seat2 seat3 seat4 support
	from_ms BIGINT NOT NULL,
	to_ms BIGINT                              -- NULL: on duty
);
CREATE INDEX shift_member_org_ix ON shift_member (org, id, retired_ms);
CREATE INDEX shift_member_shift_ix ON shift_member (org, shift, id, retired_ms);
CREATE INDEX shift_member_person_ix ON shift_member (org, person, id, retired_ms);
-- On duty now: once each.
CREATE UNIQUE INDEX shift_member_duty_ux ON shift_member (org, person)
	WHERE to_ms IS NULL;
