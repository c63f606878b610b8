SELECT contractor
  FROM work_request
 WHERE contract_id = $1 AND contractor <> ''
 ORDER BY number_year DESC, number_seq DESC, id DESC
 LIMIT 1
