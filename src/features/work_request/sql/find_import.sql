SELECT id, name, sha256, preview_hash, person_id, created_at, saved_at
  FROM work_request_import
 WHERE contract_id = $1 AND id = $2
