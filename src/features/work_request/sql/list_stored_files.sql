SELECT request_id, name, sha256, added_at, added_by
  FROM work_request_attachment
 WHERE contract_id = $1 AND request_id > $2 AND request_id <= $3
 ORDER BY request_id
