SELECT device_id, pages, read_on, note, entered_by, entered_at, version
  FROM page_reading
 WHERE contract_id = $1 AND survey_id = $2
