SELECT contract_id, id, request_id, kind, title, site_id, started_at, started_by, started_name, recorded_at,
       procedure_version_id, procedure_text, window_id, instructed_by, instructed_at, instructed_how, instruction,
       approval_id, retroactive
  FROM work_start
 WHERE contract_id = $1 AND request_id = $2
