SELECT id, contract_id, title, reference_day, first_day, last_day, agreed, earlier, submitted_on, submitted_by, made_by,
       made_at, version
  FROM page_survey
 WHERE contract_id = $1
 ORDER BY earlier, reference_day DESC, id DESC
 LIMIT 200
