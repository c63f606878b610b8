DELETE FROM attachment WHERE contract_id = $1 AND subject_kind = $2 AND subject_id = $3 AND id = $4
