SELECT id, number, title, status, wish_on, contractor_person
  FROM work_request
 WHERE contract_id = $1 AND status = $2
 ORDER BY number_year, number_seq, id
 LIMIT $3
