SELECT id, number, title, status, wish_on, contractor_person
  FROM work_request
 WHERE contract_id = $1
