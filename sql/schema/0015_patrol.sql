-- A patrol is told by message; its steps may be told later; limits that were
-- constants.
ALTER TABLE patrol ADD COLUMN channel BIGINT REFERENCES notice_channel (id); -- NULL: the first SMS channel
ALTER TABLE patrol ADD COLUMN address TEXT;                  -- NULL: its phone

ALTER TABLE dispatch ADD COLUMN declined_ms BIGINT;          -- 谢绝时间
ALTER TABLE dispatch ADD COLUMN time_source TEXT;            -- device, centre, person: of the newest step's time

ALTER TABLE notice ADD COLUMN dispatch BIGINT REFERENCES dispatch (id); -- the patrol is told, not the customer
CREATE INDEX notice_dispatch_ix ON notice (org, dispatch, id, retired_ms);

ALTER TABLE notice_channel ADD COLUMN accepts TEXT;          -- an answer without this text is a failure

ALTER TABLE alarm_rule ADD COLUMN answer_s BIGINT;           -- 巡逻应答时限; NULL: 60
ALTER TABLE alarm_rule ADD COLUMN near_m BIGINT;             -- 到场定位半径; NULL: 1000
ALTER TABLE alarm_rule ADD COLUMN incident_min BIGINT;       -- 并入警情时间窗; NULL: 30
ALTER TABLE alarm_rule ADD COLUMN day_from_h BIGINT;         -- 预案白天始于; NULL: 7
ALTER TABLE alarm_rule ADD COLUMN day_to_h BIGINT;           -- 预案白天止于; NULL: 19
