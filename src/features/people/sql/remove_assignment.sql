UPDATE assignment SET removed_at = $3
 WHERE contract_id = $1 AND id = $2 AND removed_at IS NULL
