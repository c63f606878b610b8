SELECT id, name, sha256, reference_day, cause, saved_at, choices
  FROM register_import
 WHERE contract_id = $1 AND id = $2
