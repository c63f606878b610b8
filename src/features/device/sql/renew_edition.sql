UPDATE ledger_edition
   SET reference_day = $4, units = $5, movements = $6, name = $7, sha256 = $8, made_by = $9, made_at = $10,
       version = version + 1
 WHERE contract_id = $1 AND id = $2 AND version + 1 = $3 AND submitted_on IS NULL
