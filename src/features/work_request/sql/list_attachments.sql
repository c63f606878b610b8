SELECT id, name, content_type, size, sha256, added_at, added_by
  FROM work_request_attachment
 WHERE contract_id = $1 AND request_id = $2
 ORDER BY added_at, id
