-- Counts that fell quiet are found and dropped.
CREATE INDEX panel_rate_since_ix ON panel_rate (since_ms);
