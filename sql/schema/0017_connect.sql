-- Connecting panels: what tells their paths apart, how exact the clock of a
-- plain frame has to be, what became of signals that nobody knew.

-- The tolerance of plain frames is a number now; the old window was +20 s and
-- -40 s of our clock.
ALTER TABLE panel ADD COLUMN time_tolerance_s BIGINT;       -- of plain frames; NULL: not checked
UPDATE panel SET time_tolerance_s = 40 WHERE time_check = 'window';
ALTER TABLE panel DROP COLUMN time_check;
-- By what a frame of the backup path is known.
ALTER TABLE panel ADD COLUMN backup_by TEXT;                -- none transport line network; NULL: none
UPDATE panel SET backup_by = 'transport'
 WHERE backup_transport IN ('tcp', 'udp');
UPDATE panel SET backup_transport = NULL WHERE backup_transport = 'none';
ALTER TABLE panel ADD COLUMN backup_line TEXT;              -- receiver and line of the backup path, "R1L2"
ALTER TABLE panel ADD COLUMN backup_network TEXT;           -- its x-data field J (DC-09-2013)
ALTER TABLE panel ADD COLUMN main_carrier TEXT;             -- one of paths; NULL: that of the shortest interval
ALTER TABLE panel ADD COLUMN backup_carrier TEXT;           -- one of paths; NULL: that of the longest interval
ALTER TABLE panel ADD COLUMN backup_interval_s BIGINT;      -- NULL: that of its carrier
ALTER TABLE panel ADD COLUMN backup_tolerance_percent BIGINT; -- NULL: as the main path
-- Upper and lower case are one account.
CREATE INDEX panel_folded_ix ON panel (org, upper(account));

-- A plan of its own for an area; NULL: the site's.
ALTER TABLE area ADD COLUMN map TEXT;                       -- 平面图; SHA-256

-- Alarms of unknown accounts and of signals that nobody reads: who sends them.
ALTER TABLE alarm ADD COLUMN sender TEXT;                   -- line and account, "R1L1 #ABCD"
CREATE INDEX alarm_sender_ix ON alarm (org, code, sender)
 WHERE sender IS NOT NULL AND closed_ms IS NULL;

-- A signal that was judged again is a new one; this says of which.
ALTER TABLE signal_fate ADD COLUMN again_of BIGINT;         -- the signal as it came first
CREATE INDEX signal_fate_again_ix ON signal_fate (org, again_of)
 WHERE again_of IS NOT NULL;
CREATE INDEX signal_fate_waiting_ix ON signal_fate (signal)
 WHERE fate = 'again';

-- What the board of the supervision looks for.
ALTER TABLE path_state ADD COLUMN carrier TEXT;             -- of the path: pstn … radio
ALTER TABLE path_state ADD COLUMN region TEXT;              -- the site's district
CREATE INDEX path_state_test_ix ON path_state (org, panel)
 WHERE test_missing = 1;
CREATE INDEX path_state_clock_ix ON path_state (org, panel)
 WHERE clock_off = 1;

-- A dropped secret leaves its name, so that every node hears of it.
ALTER TABLE secret ADD COLUMN dropped_ms BIGINT;            -- NULL: in use
