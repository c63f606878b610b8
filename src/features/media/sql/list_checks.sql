SELECT id, method, started_at, finished_at, checked_by, tool, definitions_on, verdict, note, entered_by
  FROM medium_check
 WHERE contract_id = $1 AND medium_id = $2
 ORDER BY started_at DESC, id DESC
 LIMIT 200
