UPDATE ledger_edition
   SET submitted_on = $4, submitted_by = $5, version = version + 1
 WHERE contract_id = $1 AND id = $2 AND version + 1 = $3 AND submitted_on IS NULL
