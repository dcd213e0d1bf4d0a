-- Who looked at which camera when (MediaAccess 视频调阅登记, domain model C.2.3):
-- the entries of kind video that name it.
CREATE INDEX alarm_entry_camera_ix ON alarm_entry (org, camera, id, retired_ms);
