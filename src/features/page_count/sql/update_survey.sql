UPDATE page_survey
   SET title = $4, reference_day = $5, first_day = $6, last_day = $7, agreed = $8, submitted_on = $9,
       submitted_by = $10, version = version + 1
 WHERE contract_id = $1 AND id = $2 AND version = $3
