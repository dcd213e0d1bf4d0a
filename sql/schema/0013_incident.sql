-- What the handling of incidents needs besides: why nobody was told, notices
-- about alarms without an incident, the AVS level that the police heard, the
-- alarm behind a fault, photos that a plan demands.
ALTER TABLE alarm ADD COLUMN not_told TEXT;                  -- 未通报原因
ALTER TABLE notice ADD COLUMN alarm BIGINT REFERENCES alarm (id); -- about an alarm without an incident
ALTER TABLE police_report ADD COLUMN avs BIGINT;             -- AVS 等级, 2 to 4
ALTER TABLE plan ADD COLUMN photos SMALLINT CHECK (photos IN (0, 1)); -- the patrol's report needs photos
ALTER TABLE fault ADD COLUMN alarm BIGINT REFERENCES alarm (id); -- the alarm that it was told by
UPDATE fault SET alarm = alarm_id
 WHERE alarm_id IN (SELECT id FROM alarm);
ALTER TABLE fault DROP COLUMN alarm_id;

CREATE INDEX notice_alarm_ix ON notice (org, alarm, id, retired_ms);
CREATE INDEX fault_alarm_ix ON fault (org, alarm, id, retired_ms);
CREATE INDEX alarm_merged_into_ix ON alarm (org, merged_into, id, retired_ms);
