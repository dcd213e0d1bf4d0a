-- Signals 信号: the stream of everything that panels sent and that the program
-- itself found (a path overdue).  One row per event of a frame.  Rows are
-- added by alarm/stream.c alone and never changed: what became of a signal is
-- in signal_fate.
CREATE TABLE signal (
	id BIGINT PRIMARY KEY,        -- given in commit order on a node
	org BIGINT NOT NULL,
	received_ms BIGINT NOT NULL,  -- by our clock
	device_ms BIGINT,             -- by the panel's, its offset taken off
	source TEXT NOT NULL,         -- dc09, own, manual
	transport TEXT,               -- tcp, udp
	peer TEXT,                    -- address and port
	line TEXT,                    -- receiver and line as sent, "R1L1"
	account TEXT,
	seq TEXT,
	token TEXT,                   -- "SIA-DCS", without the star
	encrypted SMALLINT NOT NULL,
	panel BIGINT,                 -- NULL: unknown account
	site BIGINT,
	customer BIGINT,
	raw BYTEA,                    -- the frame as it came
	part SMALLINT NOT NULL,       -- which event of its frame, from 0
	format TEXT,                  -- sia, cid, own; NULL: not decoded
	code TEXT,                    -- "BA", "130"
	role TEXT,                    -- packs/codes: alarm, restore, open …
	class TEXT,                   -- packs/codes: intrusion, power …
	priority SMALLINT NOT NULL,   -- 1 to 5
	part_no BIGINT,               -- partition's number on the panel
	zone_no BIGINT,               -- zone's number on the panel
	user_no BIGINT,               -- panel user's number
	text TEXT,                    -- of the frame, as UTF-8
	data TEXT,                    -- the decrypted data block, as UTF-8
	xdata TEXT,                   -- "[X…][V…]", as UTF-8
	state TEXT NOT NULL           -- decoded, undecoded, unknown
);
CREATE INDEX signal_org_ix ON signal (org, id);
CREATE INDEX signal_account_ix ON signal (org, account, id);
CREATE INDEX signal_site_ix ON signal (org, site, id);
-- Statistics of paths and tests read what the program itself found.
CREATE INDEX signal_own_ix ON signal (org, code, id) WHERE source = 'own';

-- What became of a signal; none: it was only logged.
CREATE TABLE signal_fate (
	signal BIGINT PRIMARY KEY,
	org BIGINT NOT NULL,
	at_ms BIGINT NOT NULL,
	fate TEXT NOT NULL,           -- see enum fate, alarm/signal.h
	alarm BIGINT,                 -- the alarm it raised or joined
	reason TEXT                   -- which rule, in words for people
);
CREATE INDEX signal_fate_alarm_ix ON signal_fate (org, alarm, signal);
CREATE INDEX signal_fate_fate_ix ON signal_fate (org, fate, signal);

-- How far a node's signals of a priority have been handled.
CREATE TABLE signal_cursor (
	node BIGINT NOT NULL,
	priority SMALLINT NOT NULL,
	upto BIGINT NOT NULL,         -- a signal's id
	PRIMARY KEY (node, priority)
);

-- Supervised paths 监测路径: sampled from memory every few minutes and at each
-- change of state; what happened in between is in the signals.
CREATE TABLE path_state (
	panel BIGINT NOT NULL,
	path TEXT NOT NULL,           -- main, backup
	org BIGINT NOT NULL,
	site BIGINT NOT NULL,
	node BIGINT NOT NULL,         -- that heard it last
	transport TEXT,               -- tcp, udp: of the newest frame
	line TEXT,
	peer TEXT,
	state TEXT NOT NULL,          -- unsupervised, waiting, up, overdue
	storm TEXT,                   -- "region:…": which storm it is part of
	since_ms BIGINT NOT NULL,     -- of the state
	seen_ms BIGINT,               -- the newest frame; NULL: none yet
	signal_ms BIGINT,             -- the newest that was no heartbeat
	clock_diff_ms BIGINT,         -- panel's clock minus ours
	clock_off SMALLINT NOT NULL,  -- 1: told, of the panel, on its main path
	test_missing SMALLINT NOT NULL, -- as before
	frames BIGINT NOT NULL,
	gaps BIGINT NOT NULL,         -- sequence numbers missing
	repeats BIGINT NOT NULL,      -- retransmissions
	written_ms BIGINT NOT NULL,   -- this row
	PRIMARY KEY (panel, path)
);
CREATE INDEX path_state_org_ix
	ON path_state (org, state, since_ms, panel, path);
CREATE INDEX path_state_site_ix ON path_state (org, site, panel, path);
CREATE INDEX path_state_node_ix ON path_state (node, written_ms);

-- Secrets that the program must read back: panel keys, passwords of notice
-- channels.  AES-256-GCM under the key file data.dir/secret.key.
CREATE TABLE secret (
	org BIGINT NOT NULL REFERENCES org (id),
	name TEXT NOT NULL,
	sealed BYTEA NOT NULL,        -- nonce, text, tag
	changed_ms BIGINT NOT NULL,
	changed_by BIGINT,
	PRIMARY KEY (org, name)
);
CREATE INDEX secret_changed_ix ON secret (changed_ms);

-- Receiver lines 接收线路: what holds for all frames that name one.
CREATE TABLE receiver (
	id BIGINT PRIMARY KEY,                   -- time-ordered
	org BIGINT NOT NULL REFERENCES org (id), -- owner; also of frames of unknown accounts
	version BIGINT NOT NULL,                 -- goes up with every change
	created_ms BIGINT NOT NULL,              -- when
	created_by BIGINT,                       -- user; NULL: the program
	changed_ms BIGINT NOT NULL,              -- last change
	changed_by BIGINT,                       -- user; NULL: the program
	retired_ms BIGINT,                       -- NULL: in use
	name TEXT NOT NULL,                      -- 线路名称
	line TEXT,                               -- "R1L1"; NULL: all that have no row
	key_ref TEXT,                            -- key of panels that have none of their own
	unknown_answer TEXT NOT NULL,            -- ack duh nak silent
	plain_answer TEXT NOT NULL,              -- accept duh silent: plain though it must encrypt
	note TEXT                                -- 备注
);
CREATE INDEX receiver_org_ix ON receiver (org, id, retired_ms);
CREATE INDEX receiver_name_ix ON receiver (org, name, id, retired_ms);
CREATE UNIQUE INDEX receiver_line_ux ON receiver (org, line);
