UPDATE page_reading
   SET pages = $5, read_on = $6, note = $7, entered_by = $8, entered_at = $9, version = version + 1
 WHERE contract_id = $1 AND survey_id = $2 AND device_id = $3 AND version = $4
