SELECT id, name, sha256, preview_hash, saved_at
  FROM question_import
 WHERE contract_id = $1 AND id = $2
