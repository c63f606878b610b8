SELECT id, name, content_type, size, sha256, added_at, added_by
  FROM attachment
 WHERE contract_id = $1 AND subject_kind = $2 AND subject_id = $3 AND id = $4
