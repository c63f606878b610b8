SELECT COUNT(*) AS people FROM person WHERE administrator = 1 AND disabled_at IS NULL
