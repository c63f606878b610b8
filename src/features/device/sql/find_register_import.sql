SELECT id, name, sha256, reference_day, cause, saved_at
  FROM register_import
 WHERE contract_id = $1 AND id = $2
