SELECT subject_id, name, sha256, added_at, added_by
  FROM attachment
 WHERE contract_id = $1 AND subject_kind = 'work_request' AND subject_id > $2 AND subject_id <= $3
 ORDER BY subject_id
